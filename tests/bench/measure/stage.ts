import type { Client } from '../http/client'

/** Everybody who asks, signed in: at the house with all files, at the one with a tenth, at the floor. */
export type Stage = {
  large: House
  small: House
  floor: Client
}

export type House = { caseworker: Client; coordinator: Client; openers: Client[]; longFile: string }
