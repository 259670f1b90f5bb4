// Managers read the first hundred characters of what people reported, and not the third report of a question.
import { expect, it } from 'vitest'
import { openStage, words } from '../bot/stage.ts'
import { control } from '../features/session-screens.ts'

const long = (who: string) => `${who} says: ${'the explanation and the guide do not agree, and '.repeat(5)}that is the end of ${who}`

it('has a page with all words, also from Correct', async () => {
  const stage = await openStage('2026-03-09T08:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri')
  await stage.until('2026-03-09T09:00Z')
  const names = ['one', 'two', 'three']
  for (const [index, who] of ['ada', 'ben', 'cyd'].entries()) await stage.type(who, `report wrong ${long(names[index] ?? '')}`)
  const list = await stage.type('owner', 'reports')
  const first = await stage.press('owner', control(list, 'Read all'))
  for (const name of ['one', 'two']) expect(words(first)).toContain(long(name))
  const second = await stage.press('owner', control(first, 'More'))
  expect(words(second)).toContain(long('three'))
  expect((await stage.press('owner', control(second, 'All reports'))).name).toBe('reports')
  const correct = await stage.press('owner', control(second, 'Correct'))
  expect(words(correct)).toContain(long('one'))
  expect(words(await stage.press('owner', control(correct, 'Read all 3')))).toContain(long('two'))
  expect(words(await stage.press('ada', control(list, 'Read all')))).toContain('Only managers can do that')
  await stage.press('owner', control(second, 'Done'))
  expect(words(await stage.press('owner', control(list, 'Read all')))).toContain('No open reports')
  await stage.close()
})
