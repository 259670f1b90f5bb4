// Whether corrections and links are as people were told, and whether whoever is touched heard of it, once.
import { minute, type Due, type Quiz } from './calendar.ts'
import type { Changes, CorrectingTry, LinkingTry, Outcome } from './changes.ts'
import type { CountedAnswer, RecordedChanges, RecordedCorrection } from './recorded-changes.ts'
import type { Beat, Side } from './side.ts'

export type ChangesSeen = {
  readonly dues: ReadonlyMap<Quiz, readonly Due[]>
  readonly changes: Pick<Changes, 'corrections' | 'links'>
  readonly beats: readonly Beat[]
  readonly recorded: RecordedChanges
}

/** A correction is told after this, so that a slip can be undone before. */
const toldAfter = 10 * minute

/** What is to happen at a moment happens in one of the beats after it, unless one of them is cut off. */
function isQuiet(beats: readonly Beat[], from: number, count = 3): boolean {
  const first = beats.findIndex(({ at }) => at >= from)
  const those = first === -1 ? [] : beats.slice(first, first + count)
  return those.length === count && those.every(({ whole }) => whole)
}

/** All that can have become of what was tried, one after the other, where it isn't always known whether it was done. */
function possible<State>(first: State, tries: readonly { readonly outcome: Outcome; readonly apply: (state: State) => State }[]): ReadonlySet<string> {
  const all = tries.reduce<ReadonlyMap<string, State>>((states, { outcome, apply }) => {
    if (outcome === 'not') return states
    const after = [...states.values()].map(apply)
    const before = outcome === 'unknown' ? [...states.values()] : []
    return new Map([...before, ...after].map((state) => [JSON.stringify(state), state]))
  }, new Map([[JSON.stringify(first), first]]))
  return new Set(all.keys())
}

const outcomes = (tries: readonly { readonly outcome: Outcome }[]): string => tries.map(({ outcome }) => outcome).join(' ')

/** What stands of each round: what its corrections that weren't undone made of it, the first one first. */
export function checkCorrections(tries: readonly CorrectingTry[], recorded: readonly RecordedCorrection[]): readonly string[] {
  const rounds = new Set([...tries, ...recorded].map(({ round }) => round))
  return [...rounds].flatMap((round) => {
    const those = tries.filter((each) => each.round === round)
    const rows = recorded.filter((each) => each.round === round)
    const stands = rows.filter(({ undoneAt }) => undoneAt === null).map(({ to }) => to)
    const may = possible<readonly string[]>([], those.map(({ to, outcome }) => ({ outcome, apply: (stack) => (to === null ? stack.slice(0, -1) : [...stack, to]) })))
    const broken = rows.filter((row, index) => index > 0 && row.before !== standingBefore(rows, index))
    return [
      ...(may.has(JSON.stringify(stands)) ? [] : [`${round}: ${JSON.stringify(stands)} stands, after ${those.map(({ to, outcome }) => `${to ?? 'undo'} ${outcome}`).join(', ') || 'nothing'}`]),
      ...broken.map(({ before }) => `${round}: a correction took the place of ${before}, which didn't stand`),
    ]
  })
}

/** What stood when a correction was made, by the ones before it. */
function standingBefore(rows: readonly RecordedCorrection[], index: number): string {
  const at = rows[index]?.at ?? 0
  const before = rows.slice(0, index).findLast(({ undoneAt }) => undoneAt === null || undoneAt > at)
  return before?.to ?? rows[0]?.before ?? ''
}

/** Somebody whose point comes or goes hears it ten minutes later, if it is still so. */
export function checkToldOfCorrections({ dues, beats, recorded }: ChangesSeen): { readonly told: number; readonly wrongs: readonly string[] } {
  const quizzes = [...dues.keys()]
  const letters = new Map(quizzes.flatMap(({ side, people }) => people.map((person) => [person, side.letters(person).filter((text) => /questions? (?:was|were) corrected/iu.test(text))] as const)))
  const all = recorded.answers.map((answer) => {
    const rows = recorded.corrections.filter(({ round }) => round === answer.round)
    const told = (letters.get(answer.person) ?? []).filter((text) => text.includes(answer.round)).length
    return { told, wrong: tellingWrong(answer, rows, told, beats) }
  })
  return { told: all.reduce((sum, { told }) => sum + told, 0), wrongs: all.flatMap(({ wrong }) => wrong) }
}

function tellingWrong({ person, round, at, chosen }: CountedAnswer, rows: readonly RecordedCorrection[], told: number, beats: readonly Beat[]): readonly string[] {
  const moments = rows.flatMap(({ at: made, undoneAt }) => [made, ...(undoneAt === null ? [] : [undoneAt])])
  const said = `${person} ${round}: told ${told} times of ${moments.length} changes`
  if (told > moments.length) return [said]
  const [only, another] = rows
  if (only === undefined || another !== undefined || at >= only.at || !only.judged) return []
  const moves = (only.before === chosen) !== (only.to === chosen)
  const heard = isHeard(only, beats)
  if (!moves || heard === false) return told === 0 ? [] : [`${said}, and there was nothing to tell`]
  if (only.undoneAt !== null || heard === undefined) return []
  return told === 1 ? [] : [`${said}, and the program lived on`]
}

/** Whether the moment to tell of it came while it stood; undefined where a kill may have come between. */
function isHeard({ at, undoneAt }: RecordedCorrection, beats: readonly Beat[]): boolean | undefined {
  if (undoneAt !== null && undoneAt < at + toldAfter) return false
  return isQuiet(beats, at + toldAfter) ? true : undefined
}

export function checkLinks({ dues, changes: { links }, beats, recorded }: ChangesSeen): { readonly told: number; readonly wrongs: readonly string[] } {
  const pairs = Map.groupBy(links, ({ giver, taker }) => [giver, taker].toSorted().join(' '))
  const there = new Map(recorded.links.map((link) => [[link.giver, link.taker].toSorted().join(' '), link]))
  const state = [...new Set([...pairs.keys(), ...there.keys()])].flatMap((pair) => {
    const tries = pairs.get(pair) ?? []
    const may = possible(false, tries.map(({ links: makes, outcome }) => ({ outcome, apply: () => makes })))
    return may.has(String(there.has(pair))) ? [] : [`${pair}: ${there.has(pair) ? 'linked' : 'not linked'}, after ${outcomes(tries)}`]
  })
  const people = [...dues.keys()].flatMap(({ side, people: those }) => those.map((person) => ({ side, person })))
  const telling = people.map((each) => toldOfLinks(each, links, beats))
  return { told: telling.reduce((sum, { told }) => sum + told, 0), wrongs: [...state, ...telling.flatMap(({ wrongs }) => wrongs)] }
}

/** Whoever gave a code hears of its use: once, and once more each time the program died when it may just have said so. */
function toldOfLinks({ side, person }: { readonly side: Side; readonly person: string }, links: readonly LinkingTry[], beats: readonly Beat[]): { readonly told: number; readonly wrongs: readonly string[] } {
  const told = side.letters(person).filter((text) => text.includes('Your code was used')).length
  const made = links.filter(({ giver, links: makes, outcome }) => makes && giver === person && outcome !== 'not')
  const sure = made.filter(({ outcome }) => outcome === 'done').length
  const few = told < sure
  const many = told > made.reduce((sum, link) => sum + 1 + deathsUntilTold(beats, link), 0)
  return { told, wrongs: few || many ? [`${person}: told ${told} times of ${made.length} links (${outcomes(made)})`] : [] }
}

/** Whatever the beat in which it was made had time for, the next whole one tells of it and notes that, if the clock wasn't set back before. */
function deathsUntilTold(beats: readonly Beat[], { at, beat: from }: LinkingTry): number {
  const next = beats.findIndex((beat, index) => index > from && beat.whole && beat.at >= at)
  return beats.slice(from, next === -1 ? undefined : next).filter(({ whole }) => !whole).length
}
