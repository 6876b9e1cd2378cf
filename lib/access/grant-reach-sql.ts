import { type Role, decidingDeeds, glassDeeds, grants, openTo, readingDeeds, roles } from './grants'

const quoted = (text: string) => `'${text}'`
const list = (texts: readonly string[]) => `array[${texts.map(quoted).join(', ')}]::text[]`

/** The grants table as SQL: body of `grant_reach(role, deed)`. */
export function grantReachSql(): string {
  const rows = roles.flatMap((role) =>
    Object.entries(grants[role]).map(([deed, reach]) => `    when ${quoted(`${role} ${deed}`)} then ${quoted(reach)}`),
  )
  return ["select case $1 || ' ' || $2", ...rows, '  end'].join('\n')
}

/** Body of `open_to(role)`: the confidentialities that team reach opens. */
export function openToSql(): string {
  const rows = roles.map((role: Role) => `    when ${quoted(role)} then ${list(openTo[role])}`)
  return ['select case $1', ...rows, '  end'].join('\n')
}

/** Body of `is_reading(deed)`: deeds for which a grant of level `read` is enough. */
export const isReadingSql = (): string => `select $1 = any(${list(readingDeeds)})`

/** Body of `is_glass(deed)`: deeds that a file opened in an emergency is open to. */
export const isGlassSql = (): string => `select $1 = any(${list(glassDeeds)})`

/** Body of `is_deciding(deed)`: deeds that stay with the file's own team. */
export const isDecidingSql = (): string => `select $1 = any(${list(decidingDeeds)})`
