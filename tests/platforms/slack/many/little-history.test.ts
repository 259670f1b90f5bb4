// Slack lets an unlisted app read little: one page of 15 messages a minute, or nothing. A question is still posted exactly once, or it's on record why not.
import { describe, expect, test } from 'vitest'
import { onMessage } from '../../../fakes/slack/fake-slack.ts'
import { minute } from '../../../ledger/world.ts'
import { openManyStage, told } from './stage.ts'

async function lostAnswer(scopes: 'with' | 'without') {
  const stage = await openManyStage()
  const one = await stage.workspace('One')
  const { slack, ada, channel } = one
  if (scopes === 'without') for (const scope of ['channels:history', 'groups:history']) slack.world.scopes.delete(scope)
  await told(slack, ada, () => slack.command(ada, channel, 'setup 09:00 Europe/Berlin mon-fri'))
  const lookedAt: number[] = []
  slack.world.limit = (method) => {
    if (method !== 'conversations.history') return 0
    const wait = lookedAt.length === 0 ? 0 : (lookedAt.at(-1) ?? 0) + minute - stage.clock.now
    if (wait <= 0) lookedAt.push(stage.clock.now)
    return Math.max(0, wait)
  }
  /** `stored`: it is out all the same. */
  const lose = (stored: boolean) => slack.fail('chat.postMessage', { kind: 'status', status: 503, stored }, 1, channel)
  const talk = (messages: number) => {
    for (let turn = 0; turn < messages; turn++) slack.world.channels.get(channel)?.messages.push({ ts: `${Math.floor(stage.clock.now / 1000)}.${slack.world.nextId('')}`, channel, only: null, text: 'talk', blocks: [], metadata: undefined, edits: 0, by: 'people' })
  }
  const questions = () => slack.messages(channel).filter(({ metadata }) => metadata !== undefined)
  const state = async () => (await stage.ledger().rounds.latest(one.place, 1))[0]
  return { stage, ...one, lookedAt, lose, talk, questions, state }
}

describe('a question whose posting broke off', () => {
  test.each([[true, 'found'], [false, 'posted anew']])('is looked for a page a minute, in a busy channel too, and %s: %s, once', async (stored) => {
    const { stage, slack, lose, talk, questions, state, lookedAt } = await lostAnswer('with')
    lose(stored)
    await stage.wait('2026-11-23T08:00:00Z')
    expect((await state())?.state).toBe('sending')
    talk(40)
    for (let turn = 0; turn < 8 && (await state())?.state === 'sending'; turn++) await stage.wait(minute)
    expect([(await state())?.state, questions().length]).toEqual(['open', 1])
    expect(slack.calls('conversations.history').map(({ limit, oldest }) => [limit, typeof oldest])).toEqual(lookedAt.map(() => ['15', 'string']))
  })

  test('is found by the first press where the bot may not look', async () => {
    const { stage, slack, ada, channel, lose, questions, state } = await lostAnswer('without')
    lose(true)
    await stage.wait('2026-11-23T08:00:00Z')
    await stage.wait(5 * minute)
    expect((await state())?.state).toBe('sending')
    const [question] = questions()
    if (question === undefined) throw new Error('nothing was posted')
    const control = question.blocks.flatMap((block) => (block['type'] === 'actions' ? (block['elements'] as { readonly action_id: string }[]) : []))[0]?.action_id ?? ''
    await told(slack, ada, () => slack.press(ada, onMessage(question), control))
    expect(await state()).toMatchObject({ state: 'open', message: `T0ONE/${channel}/${question.ts}` })
    await stage.wait('2026-11-24T08:00:00Z')
    expect(questions()).toHaveLength(2)
  })

  test('is given up after an hour where the bot may not look and nobody presses, and a manager hears why', async () => {
    const { stage, slack, ada, lose, questions, state } = await lostAnswer('without')
    lose(false)
    await stage.wait('2026-11-23T08:00:00Z')
    for (let turn = 0; turn < 4; turn++) await stage.wait(20 * minute)
    expect(await state()).toMatchObject({ state: 'failed', reason: expect.stringContaining('isn’t allowed to read the channel') })
    expect([questions().length, slack.messages(`D${ada}`).length]).toEqual([0, 1])
  })
})
