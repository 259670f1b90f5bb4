// Slack gave a private channel another id when it was shared with another company: the quiz died, and the board began at nothing.
import { describe, expect, it } from 'vitest'
import { verifyLedger } from '../../src/ledger/sqlite/file/verify.ts'
import { openTown, textOf, type Town } from '../journeys/slack-town.ts'
import { until } from '../fakes/until.ts'

const [old, shared] = ['G0STUDY', 'C0SHARED']

async function played() {
  const town = await openTown('2026-11-23T07:30:00Z')
  const [ada, bob] = [town.person('Ada'), town.person('Bob')]
  town.slack.addChannel(old, { private: true })
  await town.type(ada, 'setup 09:00 Europe/Berlin mon-fri', old)
  await town.wait('2026-11-23T08:00:00Z')
  await town.answer(ada, postIn(town, old), true)
  await town.wait('2026-11-24T07:00:00Z')
  await town.wait('2026-11-24T08:00:00Z')
  await town.answer(ada, postIn(town, old), true)
  const event = town.slack.changeChannelId(old, shared)
  return { ...town, ada, bob, event }
}

type Played = Awaited<ReturnType<typeof played>>

function postIn({ slack }: Pick<Town, 'slack'>, channel: string) {
  const last = slack.messages(channel).at(-1)
  if (last === undefined) throw new Error('nothing was posted')
  return last
}

/** Without what introduces the quiz. */
const questionsIn = ({ slack }: Pick<Town, 'slack'>, channel: string) => slack.messages(channel).filter(({ metadata }) => metadata !== undefined)

const isMoved = (town: Played) => until(async () => (await town.type(town.bob, 'status', shared)).includes('Next question'), 'the move')

async function isWhole(town: Played): Promise<void> {
  expect(await town.type(town.ada, 'board all', shared)).toContain('Ada')
  expect(verifyLedger(town.file).problems).toEqual([])
  expect([town.slack.world.refusals.filter(({ error }) => error !== 'channel_not_found'), town.faults]).toEqual([[], []])
}

describe('a channel that gets another id', () => {
  it('keeps its open question, its board, streaks and managers', async () => {
    const town = await played()
    const told = await town.slack.event(town.event)
    await isMoved(town)
    await town.slack.again(told)
    expect(await town.answer(town.bob, postIn(town, shared), true)).toContain('Right')
    expect(await town.type(town.ada, 'me', shared)).toMatch(/2 days|2 of 2/u)
    expect(await town.type(town.bob, 'pause', shared)).toContain('Only managers can do that')
    await town.wait('2026-11-25T07:00:00Z')
    expect(textOf(postIn(town, shared))).toContain('The answer:')
    await town.wait('2026-11-25T08:00:00Z')
    expect(questionsIn(town, shared)).toHaveLength(3)
    await isWhole(town)
  })

  it('is found by a press on its post where the event was lost', async () => {
    const town = await played()
    expect(await town.answer(town.bob, postIn(town, shared), true)).toContain('Right')
    await isMoved(town)
    await town.wait('2026-11-25T07:00:00Z')
    expect(textOf(postIn(town, shared))).toContain('The answer:')
    await isWhole(town)
  })

  it('gets the question that could not be posted under the old id', async () => {
    const town = await played()
    await town.wait('2026-11-25T07:00:00Z')
    await town.wait('2026-11-25T08:00:00Z')
    expect(questionsIn(town, shared)).toHaveLength(2)
    await town.slack.event(town.event)
    await until(() => questionsIn(town, shared).length === 3, 'the post')
    await isWhole(town)
  })

  it('keeps what was set up and answered under the new id before the bot heard of it', async () => {
    const town = await played()
    await town.wait('2026-11-25T07:00:00Z')
    await town.wait('2026-11-25T08:00:00Z')
    await town.type(town.bob, 'setup 10:00 Europe/Berlin mon-fri', shared)
    await town.wait('2026-11-25T09:00:00Z')
    await town.answer(town.bob, postIn(town, shared), true)
    await town.slack.event(town.event)
    await until(async () => (await town.type(town.bob, 'board all', shared)).includes('Ada'), 'the move')
    const status = await town.type(town.ada, 'status', shared)
    for (const words of ['10:00', town.ada, town.bob]) expect(status).toContain(words)
    await isWhole(town)
  })
})
