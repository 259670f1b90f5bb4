// The reason that was published with a correction was the one typed last, not the one on the screen that was pressed; and where several
// questions fit, or none, what was typed beside the question was lost at the choice, and the choice at its second page.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { choices, control } from '../features/session-screens.ts'

let stage: Stage
beforeEach(async () => {
  stage = await openStage('2026-03-02T07:00Z', { course: 'data/aws-shared-responsibility', salt: 'x' })
  await stage.type('owner', 'setup 09:00 UTC mon-fri')
  for (const day of ['02', '03', '04', '05', '06', '09', '10', '11']) await stage.until(`2026-03-${day}T09:00Z`)
})
afterEach(() => stage.close())

const press = async (screen: Parameters<typeof control>[0], label: string) => stage.press('owner', control(screen, label))
/** Who is told by the closed post. */
const published = () => words(stage.channel.posts[0]?.redrawn ?? { name: 'none', title: '', tone: 'plain', blocks: [] })

it.each(['first', 'second', 'none'])('the %s of several screens that were asked', async (pressed) => {
  const [first, second, none] = [await stage.type('owner', 'correct void 2 Mar why Two are right'), await stage.type('owner', 'correct void 2 Mar why The guide has changed'), await stage.type('owner', 'correct void 2 Mar')]
  await press(pressed === 'first' ? first : pressed === 'second' ? second : none, 'Void it')
  await stage.until('2026-03-11T09:05Z')
  expect(published().includes('Two are right')).toBe(pressed === 'first')
  expect(published().includes('The guide has changed')).toBe(pressed === 'second')
})

it('goes on with the question that is chosen among several, on every page', async () => {
  const list = await stage.type('owner', 'correct void March why Two are right')
  expect(words(list)).toContain('Several questions fit. Which one do you want to void?\nWhy: Two are right')
  const older = await press(list, 'Older')
  expect(words(older)).toContain('Which one do you want to void?')
  const asked = await press(older, '8')
  expect(words(asked)).toMatch(/^Void this question\?.*Why: Two are right/su)
  await press(asked, 'Void it')
  await stage.until('2026-03-11T09:05Z')
  expect(published()).toContain('Two are right')
  const back = await press(await stage.type('owner', 'correct undo March'), '2')
  expect(words(back)).toContain('There’s no correction to undo.')
  expect(words(await press(await press(await stage.type('owner', 'correct undo March'), 'Older'), '8'))).toContain('Undo the correction?')
})

it('goes on with another answer, by its letters or by choosing it', async () => {
  const some = await stage.type('owner', 'correct key=A 2 Mar - 4 Mar why A is right')
  const results = await Promise.all(['1', '2', '3'].map(async (each) => words(await press(some, each))))
  for (const result of results) expect(result).toMatch(/Change the answer\?.*Why: A is right|That’s already the answer\.|so choose exactly/su)
  const key = await press(await stage.type('owner', 'correct regrade 2 Mar - 4 Mar why It changed'), '3')
  expect(words(key)).toMatch(/^Which answer is right\?.*Why: It changed/su)
  const shown = choices(key)
  const confirm = await stage.press('owner', shown?.options.find(({ id }) => !shown.chosen.includes(id))?.control ?? '')
  expect(words(confirm)).toMatch(/Change the answer\?.*Why: It changed/su)
})

it('also where nothing fits, and where only the reason was typed', async () => {
  const latest = await stage.type('owner', 'correct void xylophone why Two are right')
  expect(words(latest)).toMatch(/No question here fits “xylophone”.*Why: Two are right/su)
  expect(words(await press(latest, '2'))).toMatch(/^Void this question\?.*Why: Two are right/su)
  const round = await stage.type('owner', 'correct 2 Mar why Two are right')
  expect(words(round)).toMatch(/^Correct Mon, Mar 2.*Why: Two are right/su)
  expect(words(await press(round, 'Void it'))).toMatch(/^Void this question\?.*Why: Two are right/su)
})

it('a button that knows no words anymore says so', async () => {
  const confirm = await stage.type('owner', 'correct void 2 Mar why Two are right')
  const lost = control(confirm, 'Void it').replace(/[0-9a-f]{8}$/u, 'given')
  expect(words(await stage.press('owner', lost))).toContain('I no longer know what you typed as the reason. Nothing has changed')
})
