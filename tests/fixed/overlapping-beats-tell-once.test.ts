// The first beat after a start may meet the one at the full minute, and while a platform is slow a beat lasts into the next one: then
// whoever gave a code heard twice that it was used, and a reminder came twice.
import { afterEach, expect, it } from 'vitest'
import { oneAtATime } from '../../src/delivery/one-at-a-time.ts'
import { answerControl } from '../../src/screens/question.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { commands } from '../catalog.ts'
import { control } from '../features/session-screens.ts'

let stage: Stage
afterEach(() => stage.close())

const told = () => stage.channel.told.map(({ screen }) => words(screen))

it('of a link', async () => {
  stage = await openStage('2026-03-02T07:00Z')
  const elsewhere = async (what: object) => {
    const asker = { id: 'terminal:other:ada', name: 'ada there', zone: null, admin: false, maySetUp: false }
    const reply = await stage.send({ ...what, group: 'terminal:other', place: null, asker } as never, 'ada')
    return reply.screen
  }
  const code = (await stage.type('ada', 'link')).title.replace('Your code: ', '')
  const ask = await elsewhere({ kind: 'command', command: commands.parse(`link ${code}`) })
  await elsewhere({ kind: 'press', control: control(ask, 'Link'), chosen: [] })
  stage.clock.now += 60_000
  await Promise.all([stage.bot.tick(), stage.bot.tick()])
  expect(told()).toEqual([expect.stringContaining('Your code was used')])
})

it('of what is to review', async () => {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('owner', 'setup 09:00 UTC topics=repairs open=2h')
  await stage.until('2026-03-02T09:00Z')
  const round = stage.channel.posts[0]?.round ?? ''
  await stage.press('ada', answerControl.text({ round, option: stage.optionsOf(round).wrong }))
  await stage.type('ada', 'review remind 14:00')
  for (const time of ['09:00', '12:00']) await stage.until(`2026-03-03T${time}Z`)
  stage.clock.now = Date.parse('2026-03-03T14:05Z')
  await Promise.all([stage.bot.tick(), stage.bot.tick()])
  expect(told()).toEqual([expect.stringContaining('There’s one thing to go over')])
})

it('work of beats goes on after one that failed, and however many come while it is slow, it runs once more', async () => {
  stage = await openStage('2026-03-02T07:00Z')
  const away = Promise.withResolvers<void>()
  let runs = 0
  const beat = oneAtATime(() => (runs++ === 0 ? away.promise : Promise.resolve()))
  const first = beat()
  await new Promise(setImmediate)
  const others = [beat(), beat()]
  away.reject(new Error('the platform is away'))
  await expect(first).rejects.toThrow('away')
  await Promise.all(others)
  expect(runs).toBe(2)
})
