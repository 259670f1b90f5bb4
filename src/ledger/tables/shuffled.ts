// A fixed shuffled order, so that what was made together is not last together every day.

/** For ORDER BY, over a column of whole numbers; 2654435761 is a prime. */
export const shuffled = (column: string): string => `${column} * 2654435761 % 65536`
