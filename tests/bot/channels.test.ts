// What becomes of a daily question whose channel is deleted, archived, taken out of the archive, or goes on under another id.
import { afterEach, describe, expect, it } from 'vitest'
import type { Platform } from '../../src/platforms/platform.ts'
import { answerControl } from '../../src/screens/question.ts'
import { here, openStage, words, type Stage } from './stage.ts'

let stage: Stage
afterEach(() => stage.close())

const [place, elsewhere] = [here.place, 'terminal:team:elsewhere']
const id = (who: string) => `terminal:team:${who}`

/** On Monday morning, with a question due each day at nine. */
async function opened(): Promise<void> {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('owner', 'setup 09:00 UTC daily topics=repairs')
}

const quizAt = (where: string) => stage.ledger.quizzes.at(where)
const handler = () => stage.channel.handler()
const told = () => stage.channel.told.map(({ person, screen }) => `${person}: ${words(screen)}`)

describe('a channel that is lost', () => {
  it.each(['deleted', 'archived'] as const)('(%s) stops its daily question, and the manager hears of it once', async (how) => {
    await opened()
    await handler().lost(place, how)
    expect(await quizAt(place)).toMatchObject({ paused: true, retired: how })
    await expect.poll(told).toEqual([expect.stringMatching(/^terminal:team:owner: The daily question was stopped/u)])
    await handler().lost(place, how)
    await stage.until('2026-03-02T09:00Z')
    expect([stage.channel.posts.length, told().length]).toEqual([0, 1])
    expect(stage.logged.filter((line) => line.includes('its channel is gone'))).toHaveLength(1)
  })

  it('has no daily question to stop if none was set up', async () => {
    stage = await openStage('2026-03-02T07:00Z')
    await handler().lost(place, 'deleted')
    await handler().unarchived(place)
    expect([await quizAt(place), told()]).toEqual([undefined, []])
    expect(stage.logged.filter((line) => line.includes('channel'))).toEqual([])
  })
})

describe('a channel that is taken out of the archive', () => {
  it('gets its daily question again, and the manager hears when', async () => {
    await opened()
    await handler().lost(place, 'archived')
    stage.clock.now = Date.parse('2026-03-04T12:00Z')
    await handler().unarchived(place)
    expect(await quizAt(place)).toMatchObject({ paused: false, retired: null, nextDate: '2026-03-05' })
    const back = stage.channel.told.at(-1)
    expect(back?.person).toBe(id('owner'))
    expect(back?.screen.title).toBe('The daily question is back on')
    expect(back?.screen.blocks).toMatchObject([
      { text: [{ kind: 'place', id: place }, ' was unarchived. The next question comes ', { kind: 'moment', at: Date.parse('2026-03-05T09:00Z'), zone: 'UTC' }, '.'] },
      { text: ['If the bot is no longer in the channel, add it again.'] },
    ])
    await stage.until('2026-03-05T09:00Z')
    expect(stage.channel.posts.map((post) => post.place)).toEqual([place])
  })

  it('is news to the first manager who can be reached, once', async () => {
    await opened()
    await stage.ledger.quizzes.change(place, 'named', stage.clock.now, (quiz) => (quiz === undefined ? { refusal: 'no-quiz' } : { quiz: { ...quiz, managers: ['slack:T1/U1', id('gone'), id('away'), id('bob'), id('owner')] } }))
    stage.channel.presence.set(id('gone'), { gone: true, name: null })
    Object.assign(stage.channel.stored, { unreachable: [id('away')] })
    await handler().lost(place, 'archived')
    const before = stage.channel.told.length
    await handler().unarchived(place)
    await handler().unarchived(place)
    expect(stage.channel.told.slice(before).map(({ person }) => person)).toEqual([id('bob')])
  })

  it('keeps a question paused that somebody paused before', async () => {
    await opened()
    await stage.type('owner', 'pause')
    await handler().unarchived(place)
    expect(await quizAt(place)).toMatchObject({ paused: true })
    expect(told()).toEqual([])
  })
})

describe('a channel that goes on under another id', () => {
  /** As on Slack: messages are named by their channel, and the platform says which channels there are. */
  const names: Pick<Platform, 'messageIn' | 'exists'> = {
    messageIn: (message, to) => `${message.split('@')[0]}@${to}`,
    exists: async (where) => where !== place,
  }

  async function posted({ exists }: Pick<Platform, 'exists'> | { readonly exists: undefined } = names) {
    await opened()
    const { platform } = stage.channel
    const { post } = platform
    Object.assign(platform, { ...names, exists, post: async (...what: Parameters<Platform['post']>) => `${await post(...what)}@${what[0]}` })
    await stage.until('2026-03-02T09:00Z')
    const round = stage.channel.posts[0]?.round ?? ''
    return { round, control: answerControl.text({ round, option: stage.optionsOf(round).right }) }
  }

  const settled = async () => {
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate)
  }

  it('keeps its daily question and its open round, whose post has another name there', async () => {
    const { round } = await posted()
    await handler().moved(place, elsewhere)
    expect(await quizAt(place)).toBeUndefined()
    expect(await quizAt(elsewhere)).toMatchObject({ time: '09:00', paused: false })
    expect(await stage.ledger.rounds.find(round)).toMatchObject({ place: elsewhere, message: `0@${elsewhere}` })
    expect(stage.logged.filter((line) => line.includes('new id'))).toHaveLength(1)
  })

  it('gets at once what was due and could not be posted under the old id', async () => {
    await opened()
    stage.clock.now = Date.parse('2026-03-02T09:00Z')
    await handler().moved(place, elsewhere)
    await expect.poll(() => stage.channel.posts.map((post) => post.place)).toEqual([elsewhere])
  })

  it('is heard of twice without harm, and a channel without a question moves nothing', async () => {
    await posted()
    await handler().moved(place, elsewhere)
    await handler().moved(place, elsewhere)
    await handler().moved('terminal:team:nowhere', elsewhere)
    expect(stage.logged.filter((line) => line.includes('new id'))).toHaveLength(1)
  })

  it('keeps the names of messages on a platform whose channels keep their ids', async () => {
    await opened()
    await stage.until('2026-03-02T09:00Z')
    await handler().moved(place, elsewhere)
    const [round] = stage.channel.posts.map((post) => post.round)
    expect(await stage.ledger.rounds.find(round ?? '')).toMatchObject({ place: elsewhere, message: '0' })
  })

  it('is recognized by a press on the post there, if the event was lost', async () => {
    const { round, control } = await posted()
    await stage.send({ kind: 'press', control, chosen: [], message: `0@${elsewhere}`, place: elsewhere } as never, 'bob')
    await expect.poll(() => quizAt(elsewhere)).toMatchObject({ time: '09:00' })
    expect(await stage.ledger.rounds.find(round)).toMatchObject({ place: elsewhere, message: `0@${elsewhere}` })
  })

  it.each<{ readonly where: string; readonly press: object; readonly platform?: Partial<typeof names> }>([
    { where: 'on another message', press: { message: `7@${elsewhere}` } },
    { where: 'on a message that the platform does not name', press: {} },
    { where: 'outside of any channel', press: { message: `0@${elsewhere}`, place: null } },
    { where: 'in another workspace', press: { message: `0@${elsewhere}`, group: 'terminal:other' } },
    { where: 'in the channel itself', press: { message: `0@${place}`, place } },
    { where: 'in the channel itself, under another name', press: { message: `0@${elsewhere}`, place } },
    { where: 'of a button that is no answer', press: { message: `0@${elsewhere}`, control: 'v1:board:place:week:0' } },
    { where: 'of a round that nobody knows', press: { message: `0@${elsewhere}`, control: answerControl.text({ round: 'f'.repeat(16), option: 'a' }) } },
    { where: 'while the old channel is still there', press: { message: `0@${elsewhere}` }, platform: { exists: async () => true } },
  ])('is not taken for moved by a press $where', async ({ press, platform = {} }) => {
    const { round, control } = await posted(platform)
    await stage.send({ kind: 'press', control, chosen: [], place: elsewhere, ...press } as never, 'bob')
    await settled()
    expect(await quizAt(place)).toMatchObject({ time: '09:00' })
    expect(await stage.ledger.rounds.find(round)).toMatchObject({ place })
    expect(stage.logged.filter((line) => line.includes('new id'))).toEqual([])
  })

  it('is moved where the platform cannot say whether the old channel is there', async () => {
    const { control } = await posted({ exists: async () => undefined })
    await stage.send({ kind: 'press', control, chosen: [], message: `0@${elsewhere}`, place: elsewhere } as never, 'bob')
    await expect.poll(() => quizAt(elsewhere)).toMatchObject({ time: '09:00' })
  })

  it('is not taken for moved by anything but a press', async () => {
    const { round } = await posted()
    await stage.send({ kind: 'command', command: { kind: 'known', name: 'status', values: {} }, message: `0@${elsewhere}`, place: elsewhere } as never, 'bob')
    await settled()
    expect(await stage.ledger.rounds.find(round)).toMatchObject({ place })
    expect(stage.logged.filter((line) => line.includes('channel with a new id'))).toEqual([])
  })

  it('is taken for moved on a platform that cannot say which channels there are', async () => {
    const { control } = await posted({ exists: undefined })
    await stage.send({ kind: 'press', control, chosen: [], message: `0@${elsewhere}`, place: elsewhere } as never, 'bob')
    await expect.poll(() => quizAt(elsewhere)).toMatchObject({ time: '09:00' })
  })

  it('keeps its id on a platform whose channels do, wherever a button is pressed', async () => {
    await opened()
    await stage.until('2026-03-02T09:00Z')
    const round = stage.channel.posts[0]?.round ?? ''
    const control = answerControl.text({ round, option: stage.optionsOf(round).right })
    for (const message of [{ message: '0' }, {}]) await stage.send({ kind: 'press', control, chosen: [], ...message, place: elsewhere } as never, 'bob')
    await settled()
    expect(await quizAt(place)).toMatchObject({ time: '09:00' })
    expect(await stage.ledger.rounds.find(round)).toMatchObject({ place })
    expect(stage.logged.filter((line) => line.includes('channel with a new id'))).toEqual([])
  })

  it('leaves the answer to the press as it is if it cannot be moved', async () => {
    const { control } = await posted({ exists: () => Promise.reject(new Error('no answer')) })
    const reply = await stage.send({ kind: 'press', control, chosen: [], message: `0@${elsewhere}`, place: elsewhere } as never, 'bob')
    expect(words(reply.screen)).toContain('Right')
    await expect.poll(() => stage.logged).toContain('could not move the data of a channel with a new id')
  })
})
