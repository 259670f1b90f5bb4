// The audit of the crash test sees a final board that is missing without a reason, and lets a week without points have none.
import { expect, it, test } from 'vitest'
import { hour, minute, type Due, type Quiz } from './calendar.ts'
import { checkFinals } from './check-finals.ts'
import type { CountedAnswer, RecordedCorrection } from './recorded-changes.ts'

const quiz = (titles: readonly string[]) => ({ name: 'p', side: { finals: () => titles } }) as unknown as Quiz
const due = (date: string): Due => ({ date, at: Date.parse(`${date}T09:00Z`), closesAt: Date.parse(`${date}T17:00Z`) })
const answered = due('2026-03-06').at
const monday = due('2026-03-09').at - hour

const right: CountedAnswer = { person: 'P1', place: 'p', round: 'r', day: '2026-03-06', at: answered, judgedAt: answered, chosen: 'a', key: 'a' }
const row = (to: string, at: number, undoneAt: number | null, before = 'a'): RecordedCorrection => ({ round: 'r', place: 'p', at, undoneAt, to, before, judged: true })

type Final = { readonly posted: boolean; readonly problem: string | null }
const none: Final = { posted: false, problem: null }

function found(titles: readonly string[], final: Final | null, { answers = [right], corrections = [] }: { readonly answers?: readonly CountedAnswer[]; readonly corrections?: readonly RecordedCorrection[] } = {}): readonly string[] {
  const finals = final === null ? [] : [{ place: 'p', from: '2026-03-02', to: '2026-03-08', claimed: true, ...final }]
  return checkFinals({ dues: new Map([[quiz(titles), [due('2026-03-06'), due('2026-03-09')]]]), recorded: { answers, corrections, finals } })
}

it('a board of a week with points must be there, once, or say why not', () => {
  expect(found(['board'], { posted: true, problem: null })).toEqual([])
  expect(found([], { posted: false, problem: 'Who knows.' })).toEqual([])
  expect(found([], none)).toEqual(['p: no board of 2026-03-02, and no reason'])
  expect(found([], null)).toHaveLength(1)
  expect(found([], null, { answers: [] })).toEqual([])
  expect(found(['board', 'board'], { posted: true, problem: null })).toHaveLength(1)
  expect(found([], { posted: true, problem: null })).toHaveLength(1)
})

test.each<readonly [string, readonly CountedAnswer[], readonly RecordedCorrection[], number]>([
  ['nobody answered', [], [], 0],
  ['the only answer is wrong', [{ ...right, chosen: 'b' }], [], 0],
  ['the only point is of another week', [{ ...right, day: '2026-03-09' }], [], 0],
  ['the only answer was never judged', [{ ...right, judgedAt: Infinity }], [], 0],
  ['the only question doesn’t count, since before the board was due', [{ ...right, key: 'void' }], [row('void', answered + 1, null)], 0],
  ['the only question didn’t count when the board was due', [right], [row('void', answered + 1, monday + minute)], 0],
  ['it didn’t count for a while, long before the board was due', [right], [row('void', answered + 1, answered + 2)], 1],
  ['it didn’t count for a while, soon after the board was due, when the bot may have been back', [right], [row('void', monday + hour, monday + 2 * hour)], 0],
  ['it doesn’t count since a time when no board could come any more', [{ ...right, key: 'void' }], [row('void', monday + 180 * hour, null)], 1],
  ['another answer was right when the board was due', [{ ...right, key: 'b' }], [row('b', answered + 1, null)], 0],
  ['a wrong answer became right before that', [{ ...right, chosen: 'b', key: 'b' }], [row('b', answered + 1, null)], 1],
  ['one question doesn’t count, and another does', [{ ...right, key: 'void' }, { ...right, round: 's' }], [row('void', answered + 1, null)], 1],
])('without a board and a reason, where %s', (_, answers, corrections, wrongs) => {
  expect(found([], none, { answers, corrections })).toHaveLength(wrongs)
})
