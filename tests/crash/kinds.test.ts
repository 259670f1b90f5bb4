// Short runs of `npm run test:crash -- --kind all`.
import { expect, test } from 'vitest'
import { contradictions } from './kinds/contradictions.ts'
import { kinds } from './kinds/kinds.ts'
import { playKind } from './kinds/play.ts'
import { reportOf, wrongsOf } from './report.ts'

/** As many as each kind needs to happen at least twice. */
const days: ReadonlyMap<string, number> = new Map([['outages', 7.5], ['restores', 4], ['clock-steps', 4], ['twins', 4], ['edits', 2]])

test.each([...kinds])('days of %s: every question once or with a reason that a manager knows, and nobody is told two things', async (name, kind) => {
  const figures = await playKind(kind(), { seed: `short ${name}`, rooms: 1, people: 2, days: days.get(name) ?? 0 })
  expect(wrongsOf(figures), reportOf(figures).join('\n')).toEqual([])
  expect(figures.due).toBeGreaterThan(3)
  expect(figures.posted + figures.withReason).toBe(figures.due)
})

const truths = [
  { text: 'The landlord (edition 0).', right: true },
  { text: 'The tenant (edition 0).', right: false },
  { text: 'The tenant (edition 1).', right: true },
]

test.each([
  ['a post that names the right letter', 'The answer: A\nA: The landlord (edition 0).\nB: The tenant (edition 0).', 'Right\nYou answered A: The landlord (edition 0).', []],
  ['a post that names another letter', 'The answer: B\nA: The landlord (edition 0).\nB: The tenant (edition 0).', '', [/calls The landlord .* wrong/u, /calls The tenant .* right/u]],
  ['two editions', 'A: The landlord (edition 0).', 'Right\nYou answered A: The tenant (edition 1).', [/editions 0 and 1/u]],
  ['a verdict that the key denies', '', 'Right\nYou answered B: The tenant (edition 0).\nThe answer is A: The landlord (edition 0).', [/says “Right” of The tenant/u]],
])('%s', (_, post, reply, expected) => {
  const found = contradictions(new Map([['r', new Set([post])]]), [{ round: 'r', text: reply }], truths)
  expect(found).toEqual(expected.map((pattern) => expect.stringMatching(pattern)))
})
