// Where no manager, owner or admin takes direct messages, nobody ever heard that a question was not posted: not in the channel, and not
// on the pages that managers open.
import { afterEach, describe, expect, it } from 'vitest'
import { hour } from '../../src/core/time.ts'
import type { Screen } from '../../src/screens/screen.ts'
import { openStage, PostError, words, type Stage } from '../bot/stage.ts'

let stage: Stage
afterEach(() => stage.close())

const title = 'A daily question wasn’t posted'
const reason = 'The bot may not write here.'

/** The first question was refused, and nobody takes direct messages. */
async function fail(): Promise<void> {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('ada', 'setup 09:00 Europe/Berlin mon-fri')
  stage.channel.announced.length = 0
  stage.channel.stored.unreachable = ['terminal:team:ada', 'terminal:team:owner']
  stage.channel.stored.owners = ['terminal:team:owner']
  stage.channel.failures.push(new PostError('refused', reason))
  await stage.until('2026-03-02T08:00Z')
}

/** A beat every hour, after which the bot has given up on the managers. */
async function live(hours: number, from = '2026-03-02T08:00Z'): Promise<void> {
  for (let beat = 1; beat <= hours; beat += 1) await stage.until(new Date(Date.parse(from) + beat * hour).toISOString())
}

const inChannel = () => stage.channel.announced.map(({ screen }) => words(screen))
const home = async (who: string): Promise<Screen> => {
  const { screen } = await stage.send({ kind: 'home', place: null } as never, who)
  return screen
}
const unheard = async () => (await stage.ledger.news.unheard('terminal:team')).rounds.length

describe('in the channel', () => {
  it('is told once, when nobody can be reached by direct message', async () => {
    await fail()
    await live(20)
    expect(inChannel()).toEqual([expect.stringContaining(title)])
    expect(inChannel()[0]).toContain(reason)
    expect(inChannel()[0]).toContain('can’t send a direct message to any manager')
    stage.channel.stored.unreachable = []
    await live(60)
    expect([inChannel().length, stage.channel.told.length]).toEqual([1, 0])
  })

  it('is told with the next question, if the channel took no message before', async () => {
    await fail()
    stage.channel.refusals.push(...Array.from({ length: 3 }, () => new PostError('refused', reason)))
    await live(22)
    expect(inChannel()).toEqual([])
    stage.channel.refusals.length = 0
    await stage.until('2026-03-03T08:00Z')
    expect(stage.channel.posts).toHaveLength(1)
    expect(inChannel()).toEqual([expect.stringContaining(title)])
  })

  it('may not be told twice where the connection broke, and people are still tried', async () => {
    await fail()
    stage.channel.refusals.push(new PostError('unclear', 'The connection broke.'))
    await live(40)
    expect([stage.channel.refusals.length, inChannel().length, await unheard()]).toEqual([0, 0, 1])
    stage.channel.stored.unreachable = []
    await live(50)
    expect(stage.channel.told.map(({ person }) => person)).toEqual(['terminal:team:ada'])
  })

  it('a stopped question is told there too, should the channel take messages', async () => {
    await fail()
    await stage.ledger.news.markTold((await stage.ledger.news.unheard('terminal:team')).rounds.map(({ round }) => round.id), null)
    await stage.channel.handler().lost('terminal:team:general', 'archived')
    await stage.bot.tick()
    await live(20)
    expect(inChannel()).toEqual([expect.stringContaining('The daily question was stopped')])
  })
})

describe.each<[string, (who: string) => Promise<Screen>]>([
  ['the home page', home],
  ['/study status', (who) => stage.type(who, 'status')],
])('on %s', (_, open) => {
  it('a manager sees it once, and nobody is told any more', async () => {
    await fail()
    expect(words(await open('bob'))).not.toContain(title)
    const seen = words(await open('ada'))
    expect(seen).toContain(title)
    expect(seen).toContain(reason)
    expect(words(await open('ada'))).not.toContain(title)
    stage.channel.stored.unreachable = []
    await live(40)
    expect([stage.channel.told.length, inChannel().length]).toEqual([0, 0])
  })

  it('an owner sees that a question was stopped', async () => {
    await fail()
    await stage.channel.handler().lost('terminal:team:general', 'archived')
    expect(words(await open('owner'))).toContain('Unarchive the channel to start the questions again')
    expect((await stage.ledger.news.unheard('terminal:team')).stopped).toEqual([])
  })
})

it('what does not fit on the page comes when it is opened again', async () => {
  stage = await openStage('2026-03-02T07:00Z')
  stage.channel.stored.unreachable = ['terminal:team:ada']
  for (let number = 0; number < 12; number += 1) await stage.type('ada', 'setup 09:00 Europe/Berlin mon-fri', `terminal:team:${number}`)
  stage.channel.failures.push(...Array.from({ length: 12 }, () => new PostError('refused', reason)))
  await stage.until('2026-03-02T08:00Z')
  const dues = async () => words(await home('ada')).match(/, due/g)?.length ?? 0
  expect([await dues(), await dues(), await dues()]).toEqual([10, 2, 0])
})
