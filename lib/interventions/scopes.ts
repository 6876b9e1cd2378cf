import type { ConsentScope } from '../consents/consents'
import type { DisclosedField, InterventionType, Mechanism } from './interventions'

const governments = ['GOV_ROK', 'GOV_OTHER', 'GOV_ACCUSED'] as const satisfies readonly Mechanism[]
const helpers = ['PARTNER_NGO', 'UNHCR', 'ICRC', 'GOV_ROK', 'GOV_OTHER'] as const satisfies readonly Mechanism[]

const bodies: Record<InterventionType, readonly Mechanism[]> = {
  WGEID_URGENT: ['WGEID'],
  WGEID_STANDARD: ['WGEID'],
  WGAD_URGENT_APPEAL: ['WGAD'],
  WGAD_OPINION: ['WGAD'],
  SP_URGENT_APPEAL: ['SPECIAL_PROCEDURES'],
  SP_ALLEGATION_LETTER: ['SPECIAL_PROCEDURES'],
  UPR_SUBMISSION: ['UN_PUBLIC'],
  TREATY_BODY_REPORT: ['UN_PUBLIC'],
  UNHCR_NOTIFY: ['UNHCR'],
  UNHCR_RSD: ['UNHCR'],
  ICRC_TRACING: ['ICRC'],
  ICRC_FAMILY_MSG: ['ICRC'],
  GOV_DEMARCHE: governments,
  CONSULAR_REQUEST: governments,
  PARLIAMENT_LETTER: ['GOV_ROK', 'GOV_OTHER'],
  LEGAL_AID: ['PARTNER_NGO', 'JUSTICE_BODY'],
  MEDICAL_AID: helpers,
  FINANCIAL_AID: helpers,
  MEDIA_RELEASE: ['MEDIA'],
  PUBLIC_CAMPAIGN: ['MEDIA'],
  QUIET_DIPLOMACY: governments,
  PARTNER_REFERRAL: ['PARTNER_NGO'],
}

/** Whether such an intervention goes to such a body at all. */
export const goesTo = (type: InterventionType, mechanism: Mechanism): boolean => bodies[type].includes(mechanism)

const ofBody: Record<Mechanism, ConsentScope> = {
  WGEID: 'UN_WGEID',
  WGAD: 'UN_WGAD',
  SPECIAL_PROCEDURES: 'UN_SP',
  UN_PUBLIC: 'UN_PUBLIC_NAME',
  UNHCR: 'SHARE_UNHCR',
  ICRC: 'SHARE_ICRC',
  GOV_ROK: 'SHARE_GOV_ROK',
  GOV_OTHER: 'SHARE_GOV_OTHER',
  GOV_ACCUSED: 'NAME_TO_ACCUSED_STATE',
  PARTNER_NGO: 'SHARE_PARTNER_NGO',
  JUSTICE_BODY: 'JUSTICE_BODIES',
  MEDIA: 'MEDIA_ANON',
}

/** Bodies whose letters carry the case to the government it is about. */
const tellTheAccused: readonly Mechanism[] = ['WGEID', 'WGAD', 'SPECIAL_PROCEDURES']

/** By each of these the person is known. */
const identifying: readonly DisclosedField[] = ['name', 'birth', 'photo']

/** Every purpose that has to be allowed before this body is told this of the person. */
export function scopesOf(mechanism: Mechanism, field: DisclosedField): ConsentScope[] {
  const isNamed = identifying.includes(field)
  return [
    mechanism === 'MEDIA' && isNamed ? 'MEDIA_NAMED' : ofBody[mechanism],
    ...(isNamed && tellTheAccused.includes(mechanism) ? (['NAME_TO_ACCUSED_STATE'] as const) : []),
    ...(field === 'photo' ? (['PHOTO_VOICE'] as const) : []),
  ]
}
