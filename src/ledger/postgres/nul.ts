// PostgreSQL takes no text with a NUL: https://www.postgresql.org/docs/current/datatype-character.html

export const withoutNul = (text: string): string => (text.includes('\0') ? text.replaceAll('\0', '\uFFFD') : text)
