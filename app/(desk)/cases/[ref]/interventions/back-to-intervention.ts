/** Where a deed on an intervention leads: to the intervention itself. */
export const backToIntervention = ({ ref, interventionId }: { ref: string; interventionId: string }): string =>
  `/cases/${ref}/interventions#i-${interventionId}`
