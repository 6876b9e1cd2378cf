/** What a file is kept for; nothing else of it stands in clear. */
export const filePurposes = ['import'] as const
export type FilePurpose = (typeof filePurposes)[number]

/** `open` while it is being stored, `whole` once its last chunk stands. */
export const fileStates = ['open', 'whole'] as const

/** Plain bytes in each chunk but the last. */
export const chunkBytes = 256 * 1024

/** The most that is taken of one file. */
export const uploadBytesMax = 100 * 1024 * 1024

/** A file that was never finished is taken away after these hours, a finished one after these days. */
export const unfinishedHours = 2
export const keptDays = 30
