// A new daily question is introduced in its channel, once, and the first question can be posted from there.
import { afterEach, expect, it } from 'vitest'
import { openStage, PostError, words, type Stage } from '../bot/stage.ts'
import type { Press } from '../../src/screens/request.ts'

let stage: Stage
afterEach(() => stage.close())

const setup = 'setup 09:00 Europe/Berlin mon-fri topics=repairs'
const open = async () => {
  stage = await openStage('2026-03-02T07:00Z')
}
const pressFirst = async (who: string, more: Partial<Press> = {}) => (await stage.send({ kind: 'press', control: 'v1:first', chosen: [], message: 'announced 0', ...more } as never, who)).screen

it('names who set it up, says when it comes and how to answer, and is not repeated', async () => {
  await open()
  expect(words(await stage.type('ada', setup))).toContain('I posted an introduction in the channel.')
  const [introduction] = stage.channel.announced
  expect(words(introduction?.screen ?? (undefined as never))).toMatch(/a member set up a daily question here: Mon–Fri at 09:00[\s\S]*You’ll see right away whether you’re right[\s\S]*The first question comes Mon, Mar 2, 09:00/u)
  await stage.type('ada', 'settings 10:00')
  await stage.type('ada', 'setup 11:00')
  expect(stage.channel.announced).toHaveLength(1)
})

it('refused, it is told with what to do; the settings are saved, and another setup introduces the quiz', async () => {
  await open()
  stage.channel.refusals.push(new PostError('refused', 'The app isn’t in the channel. To add it, type /invite and the app’s name there.'))
  const screen = await stage.type('ada', setup)
  expect([screen.title, screen.tone]).toEqual(['Saved, but I can’t post in the channel yet', 'warning'])
  expect(words(screen)).toMatch(/\/invite[\s\S]*Your settings are saved[\s\S]*Next question: Mon, Mar 2, 09:00/u)
  expect(stage.channel.announced).toHaveLength(0)
  await stage.type('ada', setup)
  expect(stage.channel.announced).toHaveLength(1)
})

it.each(['busy', 'unclear'] as const)('%s, it is not posted a second time, and the asker hears why it may be missing', async (code) => {
  await open()
  stage.channel.refusals.push(new PostError(code, 'Slack can’t be reached right now.'))
  expect(words(await stage.type('ada', setup))).toContain('The introduction may not have made it to the channel. Slack can’t be reached right now.')
  await stage.type('ada', setup)
  expect(stage.channel.announced).toHaveLength(0)
})

it('does not introduce a quiz whose questions are known already', async () => {
  await open()
  stage.channel.refusals.push(new PostError('refused', 'The app isn’t in the channel. Somebody there can add it.'))
  await stage.type('ada', setup)
  await stage.until('2026-03-02T08:00Z')
  expect(stage.channel.posts).toHaveLength(1)
  await stage.type('ada', 'settings 10:00')
  expect(stage.channel.announced).toHaveLength(0)
})

it('its button posts the first question, once, and then goes away', async () => {
  await open()
  await stage.type('ada', setup)
  expect(words(await pressFirst('ada'))).toMatch(/^Posted\nThe question is open until/u)
  expect(stage.channel.posts).toHaveLength(1)
  expect(words(stage.channel.announced[0]?.redrawn ?? (undefined as never))).not.toContain('[')
  expect(words(await pressFirst('ada'))).toContain('The first question was already posted\nIt’s open until')
  expect(stage.channel.posts).toHaveLength(1)
})

it('two managers who press at the same time get one question', async () => {
  await open()
  for (const line of [setup, 'managers add terminal:team:bob']) await stage.type('ada', line)
  const titles = (await Promise.all([pressFirst('ada'), pressFirst('bob')])).map(({ title }) => title)
  expect(titles).toEqual(['Posted', 'Posted'])
  expect(stage.channel.posts).toHaveLength(1)
})

it('its button is for managers; others hear privately why not', async () => {
  await open()
  await stage.type('ada', setup)
  expect((await pressFirst('eve')).title).toBe('Only managers can do that')
  expect(stage.channel.posts).toHaveLength(0)
})

it('its button works again after a failure', async () => {
  await open()
  await stage.type('ada', setup)
  stage.channel.failures.push(new PostError('refused', 'The app isn’t in the channel. Somebody there can add it.'))
  const failed = await pressFirst('ada')
  expect(words(failed)).toMatch(/The question wasn’t posted\nThe app isn’t in the channel/u)
  expect(stage.channel.announced[0]?.redrawn).toBeUndefined()
  expect((await pressFirst('ada')).title).toBe('Posted')
})
