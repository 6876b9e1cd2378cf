import type { Client } from '../http/client'

/** Everybody who asks, signed in: at the house with all files, at the one with a tenth, at the floor. */
export type Stage = {
  large: House
  small: House
  floor: Client
  /** Lays down the lines of a page for the floor to say. */
  keep: (page: string, said: readonly string[][]) => Promise<void>
}

export type House = {
  caseworker: Client
  coordinator: Client
  openers: Client[]
  /** The one with twenty entries. */
  longFile: string
  /** The one with three hundred lines on its timeline. */
  oldFile: string
}
