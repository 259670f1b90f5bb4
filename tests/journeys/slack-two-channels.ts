// A town with two channels on Slack: one that is always well, and one in which things go wrong.
import type { Message } from '../fakes/slack/world.ts'
import { openTown, questionsIn, textOf } from './slack-town.ts'

export const good = 'C0STUDY'
export const bad = 'C0OTHER'
const setUp = 'setup 09:00 Europe/Berlin mon-fri'
/** Monday's round, and its end. */
export const due = '2026-11-23T08:00:00Z'
export const close = '2026-11-24T07:00:00Z'

/** Two channels with the same daily question; Ada has set up both. */
export async function settled() {
  const town = await openTown('2026-11-23T07:30:00Z')
  const [ada, bob] = [town.person('Ada'), town.person('Bob')]
  town.slack.addChannel(bad)
  for (const channel of [good, bad]) await town.type(ada, setUp, channel)
  const posts = (channel: string) => questionsIn(town.slack, channel)
  const { calls } = town.slack.world
  const before = calls.length
  return {
    ...town, ada, bob,
    /** How many posts stand in the good channel and in the bad one. */
    counts: () => [posts(good).length, posts(bad).length],
    postIn: (channel: string): Message => posts(channel).at(-1) ?? never(),
    /** What Ada found in her private messages. */
    told: () => town.slack.messages(`D${ada}`).map(textOf),
    /** Since the setup. */
    asked: (method: string, channel: string) => calls.slice(before).filter((call) => call.method === method && call.args['channel'] === channel).length,
  }
}

export type Settled = Awaited<ReturnType<typeof settled>>

export const never = (): never => {
  throw new Error('nothing was posted')
}
