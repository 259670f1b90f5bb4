// Quotes around the value of a variable, straight or curly.

const doubleQuotes = '"“”„‟«»'
const singleQuotes = '\'‘’‚‛`'

export function isQuoted(value: string): boolean {
  return value !== '' && (doubleQuotes + singleQuotes).includes(value.charAt(0))
}

/** The text up to the closing quote, or the whole text if it does not begin with one. Spaces around it are dropped. */
export function unquoted(text: string): string {
  const value = text.trim()
  if (!isQuoted(value)) return value
  const quotes = doubleQuotes.includes(value.charAt(0)) ? doubleQuotes : singleQuotes
  const end = [...value].findIndex((letter, at) => at > 0 && quotes.includes(letter))
  return value.slice(1, end === -1 ? undefined : end).trim()
}
