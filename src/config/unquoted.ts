// Quotes around the value of a variable, straight or curly.

/** A straight quote closes with the same sign; a curly one with any curly one of its kind, because phones mix them up. */
const kinds = [['"'], ["'"], ['`'], ['“', '”', '„', '‟', '«', '»'], ['‘', '’', '‚', '‛']] as const

type Unquoted = {
  readonly value: string
  /** Whether a quote was opened and never closed. */
  readonly isOpen: boolean
}

export function isQuoted(value: string): boolean {
  return closersOf(value) !== undefined
}

function closersOf(value: string): readonly string[] | undefined {
  return kinds.find((kind: readonly string[]) => value !== '' && kind.includes(value.charAt(0)))
}

/** What may follow a closing quote: a comma or semicolon, then a comment. */
const end = /^\s*[,;]?\s*(?:#.*|\/\/.*)?$/u

/**
 * The text between the quotes, or the whole text if it does not begin with one, trimmed. A quote that other text follows does not
 * close: `‘/data/Ada’s.sqlite’`.
 */
export function readQuoted(text: string): Unquoted {
  const value = text.trim()
  const closers = closersOf(value)
  if (closers === undefined) return { value, isOpen: false }
  const isEnd = (at: number) => closers.includes(value.charAt(at)) && end.test(value.slice(at + 1))
  for (let at = 1; at < value.length; at += 1) if (isEnd(at)) return { value: value.slice(1, at).trim(), isOpen: false }
  // Opened with one kind and closed with another: “value".
  const isMixed = value.length > 1 && closersOf(value.slice(-1)) !== undefined
  return { value: value.slice(1, isMixed ? -1 : undefined).trim(), isOpen: !isMixed }
}

export const unquoted = (text: string): string => readQuoted(text).value
