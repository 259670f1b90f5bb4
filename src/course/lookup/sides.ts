// Which of the two sides a word names: by the parties of the course, or as one speaks of oneself and the other.
import type { Course } from '../course.ts'
import { grammarWords } from './neutral-words.ts'
import { readWords } from './words.ts'

export type Side = 'provider' | 'customer'
export type SideOf = (word: string) => Side | undefined

const ownPronouns = 'i we us me my our mine ours myself ourselves im ive id'.split(' ')
const ownNouns = 'customer customers client clients tenant tenants subscriber'.split(' ')
const otherWords = 'provider providers vendor vendors hyperscaler they them their theirs'.split(' ')

export function buildSides({ parties: { provider, customer } }: Pick<Course, 'parties'>, brands: ReadonlySet<string>): SideOf {
  // Of “the incident lead”, the last word says who it is; “incident” alone names nobody.
  const named = ({ id, name }: { readonly id: string; readonly name: string }) => [...readWords(id), readWords(name).at(-1) ?? ''].filter((word) => word !== '' && !grammarWords.has(word))
  const sides = new Map<string, Side>([
    ...[...ownPronouns, ...ownNouns].map((word) => [word, 'customer'] as const),
    ...[...otherWords, ...[...brands].flatMap((word) => (grammarWords.has(word) ? [] : [word, `${word}s`]))].map((word) => [word, 'provider'] as const),
    ...named(customer).map((word) => [word, 'customer'] as const),
    ...named(provider).map((word) => [word, 'provider'] as const),
  ])
  return (word) => sides.get(word)
}

/** A word for oneself is never part of what something is called. */
export const isPronoun = (word: string): boolean => ownPronouns.includes(word)

export const otherSide = (side: Side): Side => (side === 'provider' ? 'customer' : 'provider')
