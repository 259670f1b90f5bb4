// The button Report stands below each explanation, but knew the course's questions alone: below a question that a team wrote, or one that the
// course had dropped since, it said that it was from an older message.
import { afterEach, expect, it } from 'vitest'
import { answerControl } from '../../src/screens/question.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { control } from '../features/session-screens.ts'

let stage: Stage
afterEach(() => stage.close())

it('a question from the team is reported by its button', async () => {
  stage = await openStage('2026-03-09T08:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri')
  const draft = await stage.type('owner', 'add-question Who restarts the queue? | * The team on call | - The first to see it | Why: They have the runbook. | Source: Runbook, page 2')
  await stage.press('owner', control(draft, 'Approve'))
  await stage.until('2026-03-09T09:00Z')
  const result = await stage.press('ada', answerControl.text({ round: stage.channel.posts[0]?.round ?? '', option: 'a' }))
  const ask = await stage.press('ada', control(await stage.press('ada', control(result, 'More')), 'Report'))
  expect(words(ask)).toContain('Who restarts the queue?')
  expect(words(await stage.press('ada', control(ask, 'Typo')))).toContain('Thanks for the report')
  expect(words(await stage.type('owner', 'reports'))).toContain('Who restarts the queue?')
})
