// The audit of the crash test sees a correction that is lost, one that nobody made, an undo that undid nothing, a link that is gone, and who is
// told too often.
import { expect, it, test } from 'vitest'
import { minute, type Quiz } from './calendar.ts'
import type { Outcome } from './changes.ts'
import { checkCorrections, checkLinks, type ChangesSeen } from './check-changes.ts'
import type { RecordedCorrection } from './recorded-changes.ts'

const tried = (to: string | null, outcome: Outcome) => ({ round: 'r1', to, at: 1, outcome })
const row = (to: string, undoneAt: number | null, before = 'a'): RecordedCorrection => ({ round: 'r1', place: 'p', at: 1, undoneAt, to, before, judged: true })

test.each([
  ['a confirmed one that is there', [tried('b', 'done')], [row('b', null)], 0],
  ['a confirmed one that is lost', [tried('b', 'done')], [], 1],
  ['one without a reply that is there', [tried('b', 'unknown')], [row('b', null)], 0],
  ['one without a reply that is not there', [tried('b', 'unknown')], [], 0],
  ['one that nobody made', [], [row('b', null)], 1],
  ['one that was refused', [tried('b', 'not')], [row('b', null)], 1],
  ['a confirmed undo', [tried('void', 'done'), tried(null, 'done')], [row('void', 2)], 0],
  ['a confirmed undo that undid nothing', [tried('void', 'done'), tried(null, 'done')], [row('void', null)], 1],
  ['one that took the place of what did not stand', [tried('b', 'done'), tried('c', 'done')], [row('b', null), row('c', null, 'd')], 1],
])('%s', (_, tries, rows, wrongs) => {
  expect(checkCorrections(tries, rows)).toHaveLength(wrongs)
})

it('a confirmed link must be there, and an unlinked one gone', () => {
  const link = { giver: 'P1', taker: 'P2', at: 1 }
  const seen = (outcomes: readonly (readonly [boolean, Outcome])[], isThere: boolean): ChangesSeen => ({
    dues: new Map(), beats: [],
    changes: { corrections: [], links: outcomes.map(([links, outcome]) => ({ ...link, beat: 0, links, outcome })) },
    recorded: { corrections: [], answers: [], finals: [], links: isThere ? [link] : [] },
  })
  expect(checkLinks(seen([[true, 'done']], true)).wrongs).toEqual([])
  expect(checkLinks(seen([[true, 'done']], false)).wrongs).toHaveLength(1)
  expect(checkLinks(seen([[true, 'done'], [false, 'done']], true)).wrongs).toHaveLength(1)
  expect(checkLinks(seen([[true, 'unknown'], [false, 'not']], false)).wrongs).toEqual([])
})

/** Each beat as 1 where it is whole and 0 where the program died in it. `back`: the clock is set back by ten minutes after the second. */
function toldOf(times: number, beats: string, { links, back = false }: { readonly links: readonly number[]; readonly back?: boolean }): readonly string[] {
  const at = (index: number) => (index - (back && index > 1 ? 10 : 0)) * minute
  const side = { letters: () => Array.from({ length: times }, () => 'Your code was used') }
  const quiz = { side, people: ['P1'] } as unknown as Quiz
  const made = links.map((beat, index) => ({ giver: 'P1', taker: `P${index + 2}`, links: true, at: at(beat), beat, outcome: 'done' as const }))
  return checkLinks({
    dues: new Map([[quiz, []]]), beats: [...beats].map((whole, index) => ({ at: at(index), whole: whole === '1' })),
    changes: { corrections: [], links: made },
    recorded: { corrections: [], answers: [], finals: [], links: made },
  }).wrongs
}

test.each([
  ['once, by a program that lives on', 1, '1111', [0], 0],
  ['never', 0, '1111', [0], 1],
  ['twice, by a program that lives on', 2, '1111', [0], 1],
  ['twice, and the program died in the beat of that minute', 2, '0111', [0], 0],
  ['twice, and the program died in the beat after that', 2, '1011', [0], 0],
  ['three times, and two beats killed the program', 3, '1001', [0], 0],
  ['three times, and one beat killed the program', 3, '1011', [0], 1],
  ['twice, and the program died when all was told', 2, '1101', [0], 1],
  ['three times of two links, and the program died with one', 3, '110111', [0, 1], 0],
  ['four times of two links, and the program died with one', 4, '101111', [0, 2], 1],
])('who gave a code hears of its use %s', (_, times, beats, links, wrongs) => {
  expect(toldOf(times, beats, { links })).toHaveLength(wrongs)
})

it('where the clock is set back, whoever gave a code hears of its use when that moment comes again', () => {
  expect(toldOf(2, '11111111111011', { links: [1], back: true })).toHaveLength(0)
  expect(toldOf(2, '11111111111101', { links: [1], back: true })).toHaveLength(1)
})
