/** A mail that was not taken: its code and nothing of the address, the server or what the server said. */
export class MailFailed extends Error {
  override readonly name = 'MailFailed'

  /** @param isOfAddress whether this one address is refused, and others may still be written to */
  constructor(
    readonly code: string,
    readonly isOfAddress: boolean,
  ) {
    super('a mail was not taken')
  }
}
