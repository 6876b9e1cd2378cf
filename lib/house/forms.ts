import { z } from 'zod'
import { choice, whole } from '@/lib/text'

/** What the admin may switch on for the whole house; each is off until then. */
export const houseSettings = ['calendar-feeds'] as const
export type HouseSetting = (typeof houseSettings)[number]

export const settingValues = ['on', 'off'] as const

/** Version 0 is that of a setting nobody has touched yet. */
export const SetHouse = z.object({
  name: choice(houseSettings, { required: true }),
  value: choice(settingValues, { required: true }),
  version: whole({ min: 0, max: 2 ** 31 - 1 }),
})
export type SetHouse = z.infer<typeof SetHouse>
