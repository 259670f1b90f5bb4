// How many of something there are, in words for people.

/** `1 answer`, `3 answers`. @param several for a word that doesn't just take an s */
export const numberOf = (count: number, one: string, several = `${one}s`): string => `${count} ${count === 1 ? one : several}`
