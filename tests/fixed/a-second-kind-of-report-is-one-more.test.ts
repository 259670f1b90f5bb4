// Somebody reported a wrong answer and then a typo in the same question: managers heard of the typo alone.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { mostReports } from '../../src/core/report.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { control } from '../features/session-screens.ts'

let stage: Stage
beforeEach(async () => {
  stage = await openStage('2026-03-09T08:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri open=4h')
  await stage.until('2026-03-09T09:00Z')
})
afterEach(() => stage.close())

it('both reach the managers, and both are settled', async () => {
  await stage.type('ada', 'report wrong B is right, too')
  const second = await stage.type('ada', 'report typo it says teh')
  expect([second.title, words(second)]).toEqual(['Report updated', expect.stringMatching(/it says teh\nYou also reported:\nWrong answer: “B is right, too”/u)])
  await stage.until('2026-03-09T09:15Z')
  expect(words(stage.channel.told[0]?.screen ?? second)).toContain('2 new reports about 1 question')
  const list = await stage.type('owner', 'reports')
  expect(words(list)).toMatch(/typo.*wrong answer|wrong answer.*typo/u)
  for (const said of ['“B is right, too”', '“it says teh”']) expect(words(list)).toContain(said)
  await stage.press('owner', control(list, 'Done'))
  expect(words(await stage.type('owner', 'reports'))).toContain('No open reports')
})

it('one that comes later is news of its own', async () => {
  await stage.type('ada', 'report wrong B is right, too')
  await stage.until('2026-03-09T09:15Z')
  await stage.type('ada', 'report typo it says teh')
  await stage.until('2026-03-09T21:16Z')
  expect(stage.channel.told.map(({ screen }) => words(screen)).filter((said) => said.includes('1 new report about 1 question'))).toHaveLength(2)
})

it('words follow the kind that was pressed last', async () => {
  for (const label of ['Typo', 'Wrong answer', 'Typo']) await stage.press('ada', control(await stage.type('ada', 'report'), label))
  stage.clock.now += 60_000
  await stage.press('ada', control(await stage.type('ada', 'report'), 'Wrong answer'))
  expect(words(await stage.type('ada', 'report B is right, too'))).toMatch(/Wrong answer: .*\nB is right, too/u)
})

it('several kinds are one question of those that somebody may report in a day', async () => {
  const report = (question: string, kind: 'wrong' | 'typo') =>
    stage.ledger.reports.add({ id: 'terminal:team:ada', group: 'terminal:team', name: 'ada' } as never, { question, kind, words: '', group: 'terminal:team', place: null }, stage.clock.now)
  for (let number = 0; number < mostReports; number++) for (const kind of ['wrong', 'typo'] as const) expect((await report(`question-${number}`, kind)).kind).toBe('saved')
  expect((await report('one-more', 'wrong')).kind).toBe('too-many')
})
