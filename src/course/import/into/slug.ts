// Ids made from what people call things.

/** Buttons carry ids: https://docs.discord.com/developers/components/reference#button */
const longestId = 40

export function slugOf(text: string, most = longestId): string {
  const words = text.normalize('NFKD').toLowerCase().match(/[a-z0-9]+/gu) ?? []
  let slug = ''
  for (const word of words) {
    if (slug.length + word.length + 1 > most) break
    slug = slug === '' ? word : `${slug}-${word}`
  }
  return slug
}

export function freeId(wanted: string, isTaken: (id: string) => boolean): string {
  const base = wanted === '' ? 'item' : wanted
  for (let nth = 1; ; nth += 1) {
    const id = nth === 1 ? base : `${base.slice(0, longestId - 5)}-${nth}`
    if (!isTaken(id)) return id
  }
}

