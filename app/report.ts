const ownFrame = /\((?:.*\/)?((?:app|db|lib|\.next)\/[^)]+)\)|at (?:.*\/)?((?:app|db|lib|\.next)\/\S+)/

type Found = { class: string; sqlstate?: string; constraint?: string; frames: string[] }

const textOf = (error: object, name: string): string | undefined => {
  const value: unknown = Reflect.get(error, name)
  return typeof value === 'string' && /^[\w.:-]{1,80}$/.test(value) ? value : undefined
}

/** What may be said of an error: its class, the database's code and constraint, and the frames that are ours. */
export function withoutItsWords(error: unknown): Found {
  if (!(error instanceof Error)) return { class: typeof error, frames: [] }
  const cause = error.cause instanceof Error ? error.cause : error
  const frames = (error.stack ?? '')
    .split('\n')
    .flatMap((text) => ownFrame.exec(text)?.slice(1).find(Boolean) ?? [])
    .slice(0, 8)
  const found = { class: cause.constructor.name, frames }
  const [sqlstate, constraint] = [textOf(cause, 'code'), textOf(cause, 'constraint_name')]
  return { ...found, ...(sqlstate && { sqlstate }), ...(constraint && { constraint }) }
}

/** Writes a bug to the log of the process, never what an error says: its words may quote a name. */
export function report(error: unknown, about: { verb: string; id: string }): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), ...about, ...withoutItsWords(error) })}\n`)
}
