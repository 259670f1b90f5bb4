// Where results were kept back for privacy, or the only closed question was voided, insight said that too few had answered or none had closed.
import { expect, it } from 'vitest'
import { answerControl } from '../../src/screens/question.ts'
import { openStage, words } from '../bot/stage.ts'
import { control } from '../features/session-screens.ts'

async function closed() {
  const stage = await openStage('2026-03-09T08:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri topics=repairs')
  await stage.until('2026-03-09T09:00Z')
  const round = stage.channel.posts[0]?.round ?? ''
  const { right } = stage.optionsOf(round)
  for (const who of ['ada', 'ben', 'cyd', 'dora', 'eve', 'finn']) await stage.press(who, answerControl.text({ round, option: right }))
  await stage.until('2026-03-10T08:30Z')
  return stage
}

it('says on every view that results are private', async () => {
  const stage = await closed()
  await stage.type('finn', 'privacy hide')
  for (const view of ['', 'topics', 'hardest', 'easiest']) {
    const text = words(await stage.type('owner', `insight ${view}`))
    expect(text).toMatch(/to keep answers private/iu)
    expect(text).not.toMatch(/fewer than 5|has 5 answers/u)
  }
  await stage.close()
})

it('says on every view, and instead of files, that the only question was voided', async () => {
  const stage = await closed()
  await stage.press('owner', control(await stage.type('owner', 'correct void 9 Mar'), 'Void it'))
  for (const view of ['', 'export']) {
    const text = words(await stage.type('owner', `insight ${view}`))
    expect(text).toContain('The only question that closed here in')
    expect(text).toContain('was voided')
  }
  expect(words(await stage.type('owner', 'insight topics'))).toContain('1 closed question was voided')
  await stage.close()
})
