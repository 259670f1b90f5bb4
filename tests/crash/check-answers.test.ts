// An answer at the very minute of a restore was given after it, and is one that the ledger must have.
import { expect, it } from 'vitest'
import { checkAnswers } from './check-answers.ts'
import { verdictOf, type Attempt, type Notes } from './people.ts'
import type { Recorded } from './record.ts'

const restoredAt = 1_000
const forgotten = [{ from: 500, to: restoredAt }]
const attempt = (choice: string, at: number, kind: 'counted' | 'stands'): Attempt => ({ chosen: [choice], at, heard: kind === 'counted' ? { kind, right: true } : { kind } })
const notesOf = (attempts: readonly Attempt[]): Notes => ({ attempts: new Map([['P1 r1', attempts]]), replies: [], unanswered: () => 0, confirmations: () => 0, act: async () => {} })
const recordOf = (chosen: string): Recorded => ({ rounds: [], answers: [{ person: 'P1', round: 'r1', roundState: 'closed', chosen: [chosen], right: true }] })

it('the answer that was given just after a restore is the one that stands', () => {
  const notes = notesOf([attempt('a', restoredAt, 'counted'), attempt('c', restoredAt + 1, 'stands')])
  expect(checkAnswers(notes, recordOf('a'), forgotten).lost).toEqual([])
  expect(checkAnswers(notes, recordOf('c'), forgotten).lost).toEqual([expect.stringContaining('the ledger says c')])
})

it('an answer that a restore took back need not be there', () => {
  expect(checkAnswers(notesOf([attempt('a', restoredAt - 1, 'counted')]), { rounds: [], answers: [] }, forgotten).lost).toEqual([])
})

it('of a press while the question doesn’t count it is known that an answer stands, not which one', () => {
  expect(verdictOf('Answer saved\nYou answered D: Nobody.\nIt earns no points, right or wrong, and counts as no mistake.')).toEqual({ kind: 'stands' })
  expect(verdictOf('Answer saved\nYou answered D: Nobody.\nYou can change it until then.')).toEqual({ kind: 'counted', right: null })
})
