/** A weight as people read it: `+6.2`, `−4.1`, `0`. */
export function bitsText(weight: number): string {
  const rounded = Math.round(weight * 10) / 10
  if (rounded === 0) return '0'
  return `${rounded > 0 ? '+' : '−'}${Math.abs(rounded).toFixed(1)}`
}
