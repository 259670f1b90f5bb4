// What reading a typed value gives: the value, or a sentence for people that says what is wrong with it.

export type Read<Value> = { readonly value: Value } | { readonly problem: string }

/** What somebody typed, in quotes and short enough for a sentence. Quotes around some words of it are single ones. */
export function quoted(text: string): string {
  const inner = withoutOuterQuotes(text).replace(/[“„«]|(?<![^\s([])"/gu, '‘').replace(/[”»"]/gu, '’')
  return `“${inner.slice(0, 80)}”`
}

/** The text without quotes around a word: `"mon wed"`, `'9am'`. The apostrophe in `o'clock` stays. */
export const withoutQuotes = (text: string): string => text.replace(/["`]|(?<![\p{L}\p{N}])'|'(?![\p{L}\p{N}])/gu, '')

const pairs = ['""', "''", '``', '“”', '„“', '‘’', '«»']

/** The text without a pair of quotes that goes round all of it. Those around some words of it stay: they are part of what it says. */
export function withoutOuterQuotes(text: string): string {
  const tidy = text.trim()
  const pair = tidy.length < 2 ? undefined : pairs.find(([open = '', close = '']) => tidy.startsWith(open) && tidy.endsWith(close))
  if (pair === undefined) return tidy
  const inner = withoutOuterQuotes(tidy.slice(1, -1))
  const signs = inner.replace(/(?<=[\p{L}\p{N}])['’](?=[\p{L}\p{N}])/gu, '')
  return [...pair].some((sign) => signs.includes(sign)) ? tidy : inner
}

/** `“Team day” Dec 7th`, `"Team day": Dec 7`: a name in quotes before the rest; undefined where nothing is quoted first, or nothing follows. */
export function quotedFirst(text: string): { readonly quote: string; readonly after: string } | undefined {
  const found = /^(?:"([^"]+)"|“([^”]+)”|'([^']+)'|‘([^’]+)’|`([^`]+)`)[\s:,–—-]*(?=[^\s:,])(.+)$/su.exec(text.trim())
  const quote = found?.slice(1, 6).find((each) => each !== undefined)?.trim()
  return found === null || quote === undefined || quote === '' ? undefined : { quote, after: found[6] ?? '' }
}

/** What stands before the first quote, and what is quoted; undefined without a quote. Quotes around the whole text are passed over. */
export function splitAtQuote(text: string): { readonly before: string; readonly quote: string | undefined } {
  const tidy = text.replace(/^["`'\s]+/u, '')
  const at = tidy.search(/["`]|(?<![\p{L}\p{N}])'/u)
  return at === -1 ? { before: tidy, quote: undefined } : { before: tidy.slice(0, at), quote: withoutQuotes(tidy.slice(at)).trim() }
}
