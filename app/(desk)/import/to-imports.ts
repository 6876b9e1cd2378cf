/** Where the lists one has sent stand. */
export const toImports = (): string => '/import'
