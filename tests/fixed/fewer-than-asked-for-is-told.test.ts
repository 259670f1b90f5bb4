// “practice 30 iam” gave twelve questions without a word, and typed again it started anew. So did cards and drills.
import { afterEach, expect, it } from 'vitest'
import { openStage, words, type Stage } from '../bot/stage.ts'

let stage: Stage
afterEach(() => stage.close())
const kinds = [
  ['practice 40 repairs', 'practice', 'questions'],
  ['practice 40', 'practice', 'questions'],
  ['cards 40 repairs', 'cards', 'cards'],
  ['cards 40', 'cards', 'cards'],
  ['drill 40', 'drill', 'duties'],
] as const

it.each(kinds)('“%s” says how many there are, and why', async (line, kind, things) => {
  stage = await openStage('2026-03-02T08:00Z')
  const first = words(await stage.type('ada', line))
  const drawn = (await stage.ledger.sessions.running('terminal:team:ada', kind))?.tasks.length ?? 0
  expect(drawn).toBeLessThan(40)
  expect(first).toMatch(new RegExp(`Only ${drawn} of the 40 ${things} you asked for: there .* right now\\.`, 'u'))
})

it.each(kinds)('“%s” again goes on with it, and so does its first message', async (line, kind) => {
  stage = await openStage('2026-03-02T08:00Z')
  await stage.type('ada', line)
  const session = await stage.ledger.sessions.running('terminal:team:ada', kind)
  expect(words(await stage.type('ada', line))).toContain('you asked for')
  expect((await stage.ledger.sessions.running('terminal:team:ada', kind))?.id).toBe(session?.id)
  // Going on from the only task ends a session.
  if (session?.tasks.length === 1) return
  await stage.ledger.sessions.act('terminal:team:ada', session?.id ?? '', { kind: 'go', position: 0, to: 1 }, stage.clock.now)
  expect(words(await stage.type('ada', line))).not.toContain('you asked for')
})

it('says nothing where there are as many, or where nobody named a number', async () => {
  stage = await openStage('2026-03-02T08:00Z', { course: 'data/aws-shared-responsibility' })
  for (const line of ['practice 5', 'cards 5', 'drill 5', 'practice', 'cards', 'drill', 'practice iam', 'drill controls', 'drill 5 controls']) expect(words(await stage.type('ada', line)), line).not.toContain('you asked for')
  expect(words(await stage.type('ada', 'practice 50 iam'))).toContain('of the 50 questions you asked for')
  expect(words(await stage.type('ada', 'drill 50 controls'))).toMatch(/Only \d+ of the 50 controls|control 1 of 50/u)
})

it('an exam says so before it starts and on its first question', async () => {
  stage = await openStage('2026-03-02T08:00Z')
  expect(words(await stage.type('ada', 'exam 60'))).toMatch(/There are only \d+ questions about different points right now, not 60\./u)
})
