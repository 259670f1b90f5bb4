// The app is taken out of a group and comes back.
import { afterEach, expect, it } from 'vitest'
import { here, openStage, words, type Stage } from './stage.ts'

let stage: Stage
afterEach(() => stage.close())

const channels = ['general', 'mondays', 'fridays'].map((name) => `terminal:team:${name}`)
const id = (who: string) => `terminal:team:${who}`
const at = Date.parse('2026-03-02T07:30Z')

async function opened(...places: readonly string[]): Promise<void> {
  stage = await openStage('2026-03-02T07:00Z')
  for (const place of places) await stage.type('owner', 'setup 09:00 UTC daily topics=repairs', place)
}

const paused = async () => (await stage.ledger.quizzes.of(here.group)).filter((quiz) => quiz.paused).map(({ place }) => place)

it('while the app is out, every daily question of the group is paused, and nothing is posted', async () => {
  await opened(...channels)
  await stage.channel.handler().removed(here.group, at)
  expect((await paused()).toSorted()).toEqual(channels.toSorted())
  await stage.until('2026-03-02T09:00Z')
  expect(stage.channel.posts).toEqual([])
})

it('the questions of other groups go on', async () => {
  await opened(...channels)
  await stage.channel.handler().removed('terminal:other', at)
  expect(await paused()).toEqual([])
})

it('when it is back, the manager hears once which questions are paused, and how to start them again', async () => {
  await opened(...channels)
  await stage.channel.handler().removed(here.group, at)
  await stage.type('owner', 'resume', channels[1])
  await stage.channel.handler().lost(channels[2] ?? '', 'deleted')
  const before = stage.channel.told.length
  for (let time = 0; time < 3; time++) await stage.channel.handler().joined(here.group)
  const told = stage.channel.told.slice(before)
  expect(told.map(({ person, screen }) => [person, screen.title])).toEqual([[id('owner'), 'The bot is back']])
  expect(told[0]?.screen.blocks.find(({ kind }) => kind === 'list')).toEqual({ kind: 'list', items: [[{ kind: 'place', id: channels[0] }]] })
  expect(told.map(({ screen }) => words(screen)).join()).toMatch(/It’s still paused in:[\s\S]*type .*resume.* in the channel\. All answers, points, and streaks are safe\./u)
})

it('a manager whom nobody can reach hears of it at the next start, if they can be reached then', async () => {
  await opened(channels[0] ?? '')
  await stage.channel.handler().removed(here.group, at)
  Object.assign(stage.channel.stored, { unreachable: [id('owner')] })
  await stage.channel.handler().joined(here.group)
  expect(stage.channel.told).toEqual([])
  expect(stage.logged.at(-1)).toContain('no manager can be reached')
  Object.assign(stage.channel.stored, { unreachable: [] })
  await stage.channel.handler().joined(here.group)
  await stage.channel.handler().joined(here.group)
  expect(stage.channel.told.map(({ person }) => person)).toEqual([id('owner')])
})

it('a manager who has left is not the one to hear of it', async () => {
  await opened(channels[0] ?? '')
  await stage.type('owner', `managers add ${id('bob')}`)
  await stage.channel.handler().removed(here.group, at)
  stage.channel.presence.set(id('owner'), { gone: true, name: null })
  await stage.channel.handler().joined(here.group)
  expect(stage.channel.told.map(({ person }) => person)).toEqual([id('bob')])
})

it('a manager on a platform that does not run is not the one to hear of it', async () => {
  await opened(channels[0] ?? '')
  await stage.ledger.quizzes.change(channels[0] ?? '', 'named', at, (quiz) => (quiz === undefined ? { refusal: 'no-quiz' } : { quiz: { ...quiz, managers: ['slack:T1/U1', id('owner')] } }))
  await stage.channel.handler().removed(here.group, at)
  await stage.channel.handler().joined(here.group)
  expect(stage.channel.told.map(({ person }) => person)).toEqual([id('owner')])
})

it('a group that the app never left hears nothing, whatever its managers paused', async () => {
  await opened(channels[0] ?? '')
  await stage.type('owner', 'pause')
  await stage.channel.handler().joined(here.group)
  expect(stage.channel.told).toEqual([])
})
