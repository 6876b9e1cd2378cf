/** What somebody who takes an intake says of a person on file: the same · not the same · cannot tell. */
export const likenesses = ['same', 'different', 'unsure'] as const
