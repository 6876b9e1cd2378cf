/** Where what a search found is shown: an address tells its id and never its words. */
export const foundAt = ({ searchId }: { searchId: string }): string => `/search/${searchId}`

export const savedAt = (): string => '/search'
