// An order of no meaning, so that what was made together does not come last together every day.

/** For ORDER BY, over a column of whole numbers; 2654435761 is a prime. */
export const noMeaning = (column: string): string => `${column} * 2654435761 % 65536`
