// A longer text cut at the end of a word, so that it still tells what it is about.

/** @param most characters of the result, its ellipsis included */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  const room = text.slice(0, most - 1)
  const end = room.lastIndexOf(' ')
  return `${room.slice(0, end > 0 ? end : most - 1).trimEnd()}…`
}
