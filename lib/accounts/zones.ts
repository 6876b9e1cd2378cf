const zones: ReadonlySet<string> = new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])

/** Whether the text is a time zone of the IANA database that this runtime can show times in. */
export const isZone = (text: string): boolean => zones.has(text)
