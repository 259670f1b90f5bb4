// How many of something there are, in words for people.

/** `1 answer`, `3 answers`. @param noun that takes an s */
export const numberOf = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
