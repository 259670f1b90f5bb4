// Names that match what somebody typed, whatever their letter case, accents, quotation marks and dashes.
import { closest } from './closest.ts'
import { fold, foldedWords, isSameName } from './fold.ts'
import { nth } from './nth.ts'

/** Names that begin with it, then names that contain it, then names with words that begin like all of its words. All if nothing is typed. */
export const matching = (names: readonly string[], typed: string): string[] => ranked(names, (name) => [name], typed).map(({ thing }) => thing)

/** Things with exactly this name; if there are none, all that match, best first. None if nothing is typed. */
export function fitting<Thing>(things: readonly Thing[], namesOf: (thing: Thing) => readonly string[], typed: string): readonly Thing[] {
  if (fold(typed) === '') return []
  const found = ranked(things, namesOf, typed)
  const exact = found.filter(({ rank }) => rank === 0)
  return (exact.length > 0 ? exact : found).map(({ thing }) => thing)
}

/** Those that fit; if there are none, the one spelled most like it. */
export function named<Thing>(things: readonly Thing[], namesOf: (thing: Thing) => readonly string[], typed: string): readonly Thing[] {
  const found = fitting(things, namesOf, typed)
  if (found.length > 0 || fold(typed) === '') return found
  const near = closest(fold(typed), things.flatMap((thing) => namesOf(thing).map(fold)))
  return things.filter((thing) => near !== undefined && namesOf(thing).some((name) => fold(name) === near)).slice(0, 1)
}

/** From a list that people see with numbers: the one of exactly this name, the one with this number, or as {@link named}. */
export function listed<Thing>(things: readonly Thing[], namesOf: (thing: Thing) => readonly string[], typed: string): readonly Thing[] {
  const numbered = nth(things, typed)
  const isName = things.some((thing) => namesOf(thing).some((name) => isSameName(name, typed)))
  return numbered === undefined || isName ? named(things, namesOf, typed) : [numbered]
}

type Ranked<Thing> = { readonly thing: Thing; readonly rank: number }

function ranked<Thing>(things: readonly Thing[], namesOf: (thing: Thing) => readonly string[], typed: string): readonly Ranked<Thing>[] {
  const wanted = fold(typed)
  if (wanted === '' && typed.trim() !== '') return []
  const words = foldedWords(wanted)
  const all = things.map((thing) => ({ thing, rank: Math.min(noMatch, ...namesOf(thing).map((name) => rankOf(fold(name), wanted, words))) }))
  return all.filter(({ rank }) => rank < noMatch).sort((a, b) => a.rank - b.rank)
}

const noMatch = 4

function rankOf(name: string, wanted: string, words: readonly string[]): number {
  if (name === wanted) return 0
  if (name.startsWith(wanted)) return 1
  if (name.includes(wanted)) return 2
  const own = foldedWords(name)
  return words.every((word) => own.some((each) => each.startsWith(word))) ? 3 : noMatch
}
