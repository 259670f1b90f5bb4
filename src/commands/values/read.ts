// What reading a typed value gives: the value, or a sentence for people that says what is wrong with it.

export type Read<Value> = { readonly value: Value } | { readonly problem: string }

/** What somebody typed, in quotes and short enough for a sentence. */
export const quoted = (text: string): string => `“${text.trim().slice(0, 80)}”`

/** The text without quotes around a word: `"mon wed"`, `'9am'`. The apostrophe in `o'clock` stays. */
export const withoutQuotes = (text: string): string => text.replace(/["`]|(?<![\p{L}\p{N}])'|'(?![\p{L}\p{N}])/gu, '')

/** What stands before the first quote, and what is quoted; undefined without a quote. Quotes around the whole text are passed over. */
export function splitAtQuote(text: string): { readonly before: string; readonly quote: string | undefined } {
  const tidy = text.replace(/^["`'\s]+/u, '')
  const at = tidy.search(/["`]|(?<![\p{L}\p{N}])'/u)
  return at === -1 ? { before: tidy, quote: undefined } : { before: tidy.slice(0, at), quote: withoutQuotes(tidy.slice(at)).trim() }
}
