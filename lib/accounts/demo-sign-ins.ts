import type { Role } from '@/lib/access/grants'

/** Who signs in to the demo world: one for each role, and the two of another team who are asked and answer. */
export const demoSignIns: readonly { email: string; role: Role; team: 'first' | 'other' | null }[] = [
  { email: 'caseworker@demo.example', role: 'caseworker', team: 'first' },
  { email: 'caseworker2@demo.example', role: 'caseworker', team: 'other' },
  { email: 'coordinator@demo.example', role: 'coordinator', team: 'first' },
  { email: 'coordinator2@demo.example', role: 'coordinator', team: 'other' },
  { email: 'auditor@demo.example', role: 'auditor', team: null },
  { email: 'admin@demo.example', role: 'admin', team: null },
]
