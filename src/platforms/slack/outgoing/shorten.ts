// Cuts text to a length that Slack accepts.

/** At most `limit` UTF-16 units, with an ellipsis where it was cut, and never cut inside a character. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text
  if (limit <= 1) return '…'.slice(0, limit)
  const cut = text.slice(0, limit - 1)
  return `${(cut.isWellFormed() ? cut : cut.slice(0, -1)).trimEnd()}…`
}
