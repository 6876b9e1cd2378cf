/** Where a deed of this page leads: to the part of it that now shows what was done. */
export const toMatches = (section: string) => (): string => `/matches#${section}`
