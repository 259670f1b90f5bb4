// Ids made from what people call things.
import { hash } from '../../../core/random.ts'

/** Buttons carry ids: https://docs.discord.com/developers/components/reference#button */
const longestId = 40

/** Empty for a text without Latin letters and digits. */
export function slugOf(text: string, most = longestId): string {
  const words = text.normalize('NFKD').replaceAll(/\p{M}+/gu, '').toLowerCase().match(/[a-z0-9]+/gu) ?? []
  let slug = ''
  for (const word of words) {
    if (slug.length + word.length + 1 > most) break
    slug = slug === '' ? word : `${slug}-${word}`
  }
  return slug
}

const onlyNumber = /^(?:q|no|nr|item|question|exercise)?-?\d+[a-z]?$/u

/** For what a file calls something. A number says which one only within its file, so it has the file's own slug before it. */
export function namedId(name: string, file: string): string {
  const slug = slugOf(name)
  return onlyNumber.test(slug) ? `${slugOf(file, 28) || file.slice(0, 28)}-${slug}` : slug
}

/** For a title in any script: the same one for the same title. */
export const slugOfTitle = (title: string, what: string): string => slugOf(title) || `${what}-${hash(title).toString(36)}`

/** Of a course. YAML reads null, true, false and numbers as something else than text. */
export function courseIdOf(title: string): string {
  const slug = slugOfTitle(title, 'course')
  return /^[a-z]/u.test(slug) && !['null', 'true', 'false'].includes(slug) ? slug : `course-${slug}`
}

export function freeId(wanted: string, isTaken: (id: string) => boolean): string {
  const base = wanted === '' ? 'item' : wanted
  for (let nth = 1; ; nth += 1) {
    const id = nth === 1 ? base : `${base.slice(0, longestId - 5)}-${nth}`
    if (!isTaken(id)) return id
  }
}
