/** Facts that decide the base level beside the situation, and those that raise it by one (domain: risk level). */
export const riskFactors = [
  'transport_notice',
  'border_mass_return',
  'medical_need_in_custody',
  'associate_arrested',
  'household_check',
  'rok_bound',
  'church_contact',
  'previous_return',
  'pregnant',
  'unaccompanied_minor',
  'security_background',
  'organised_group',
  'publicly_named',
  'relatives_identified',
] as const
export type RiskFactor = (typeof riskFactors)[number]
