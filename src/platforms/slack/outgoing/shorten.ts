// Cuts text to a length that Slack accepts.

/** At most `limit` UTF-16 units, with an ellipsis where it was cut. Never cut inside a character, nor between a name's isolate and its end. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text
  if (limit <= 1) return '…'.slice(0, limit)
  const cut = firstUnits(text, limit - 1)
  if (!isIsolateOpen(cut)) return `${cut}…`
  const shorter = firstUnits(text, limit - 2)
  return isIsolateOpen(shorter) ? `${shorter}…\u2069` : `${shorter}…`
}

function firstUnits(text: string, count: number): string {
  const cut = text.slice(0, Math.max(0, count))
  return (cut.isWellFormed() ? cut : cut.slice(0, -1)).trimEnd()
}

/** Whether a name that is written from right to left begins here and does not end: it would reorder all that follows. */
const isIsolateOpen = (text: string) => text.lastIndexOf('\u2068') > text.lastIndexOf('\u2069')
