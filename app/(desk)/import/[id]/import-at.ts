/** The page of the import that a deed was done on. */
export const importAt = ({ importId }: { importId: string }): string => `/import/${importId}`
