import { writeFileSync } from 'node:fs'

export type Row = { name: string; ours: number; floor: number | null; budget: number; unit: string; ok: boolean }

const rounded = (value: number) => Math.round(value * 100) / 100

/** A figure that must stay at or below its budget. */
export const atMost = (name: string, given: { ours: number; floor?: number; budget: number; unit: string }): Row => ({
  ...named(name, given),
  ok: given.ours <= given.budget,
})

/** A figure that must reach its budget. */
export const atLeast = (name: string, given: { ours: number; floor?: number; budget: number; unit: string }): Row => ({
  ...named(name, given),
  ok: given.ours >= given.budget,
})

/** Told at once as well: a bench that ends early has not measured for nothing. */
function named(name: string, given: { ours: number; floor?: number; budget: number; unit: string }) {
  const floor = given.floor === undefined ? null : rounded(given.floor)
  const row = { name, ours: rounded(given.ours), floor, budget: rounded(given.budget), unit: given.unit }
  process.stdout.write(`${Object.values(row).join(' | ')}\n`)
  return row
}

/** The rows as a table of Markdown. */
export function table(rows: readonly Row[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const figures = ({ name, ours, floor, budget, unit, ok }: Row) =>
    line([name, String(ours), floor === null ? '–' : String(floor), String(budget), unit, ok ? 'kept' : '**broken**'])
  return [line(['', 'ours', 'floor', 'budget', 'unit', '']), '|---|---:|---:|---:|---|---|', ...rows.map(figures)].join(
    '\n',
  )
}

export function keepRows(rows: readonly Row[], file: string): void {
  writeFileSync(file, `${JSON.stringify(rows, null, 2)}\n`)
}
