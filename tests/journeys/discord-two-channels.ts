// A server with two channels on Discord: one that is always well, and one in which things go wrong.
import { expect } from 'vitest'
import { channelJson } from '../fakes/discord/gateway.ts'
import { textOf } from '../fakes/discord/people.ts'
import type { Channel, Message, Person } from '../fakes/discord/world.ts'
import { isQuestion, openTown } from './discord-town.ts'

/** Monday's round, and its end. */
export const due = '2026-11-23T08:00:00Z'
export const close = '2026-11-24T07:00:00Z'
const setUp = { time: '09:00', zone: 'Europe/Berlin', days: 'mon-fri' }

export type Settled = Awaited<ReturnType<typeof settled>>

type Manner = NonNullable<Parameters<typeof openTown>[1]> & {
  /** The bad channel is a thread. */
  readonly thread?: boolean
  readonly options?: Readonly<Record<string, string>>
}

/** Two channels with the same daily question; Ada has set up both. */
export async function settled({ thread = false, options = {}, ...settings }: Manner = {}) {
  const town = await openTown('2026-11-23T07:30:00Z', settings)
  const { discord, guild, ada, channel: good } = town
  const bad = thread ? discord.world.addThread(guild) : discord.world.addChannel(guild, 'bad')
  discord.gateway.dispatch(thread ? 'THREAD_CREATE' : 'CHANNEL_CREATE', channelJson(discord.world)(bad))
  for (const channel of [good, bad]) await town.type(ada, '/study-admin setup', { ...setUp, ...options }, channel)
  const posts = (channel: Channel) => discord.world.messagesIn(channel).filter(isQuestion)
  const introduced = discord.asked('POST', messagesOf(bad)).length
  const toldTo = (person: Person) => posts(discord.world.directChannel(person)).map(textOf)
  return {
    ...town, good, bad, toldTo,
    bob: town.person('bob'),
    /** How many posts stand in the good channel and in the bad one. */
    counts: () => [posts(good).length, posts(bad).length],
    postIn: (channel: Channel): Message => posts(channel).at(-1) ?? never(),
    /** What Ada found in her direct messages. */
    told: () => toldTo(ada),
    /** What was asked of Discord about the messages of the bad channel since the setup. */
    asked: (method: string) => discord.asked(method, messagesOf(bad)).length - (method === 'POST' ? introduced : 0),
    status: async (channel: Channel) => textOf(await town.type(ada, '/study status', {}, channel)),
    /** Answers rightly or wrongly, by button or by menu; what Discord delivers of it. */
    answer: (who: Person, post: Message, right: boolean) => {
      const letters = town.letters(post)
      if (letters.values.length > 1) return discord.people.choose(who, post, right ? letters.values : letters.wrongValues)
      return discord.people.press(who, post, (right ? letters.right : letters.wrong)[0] ?? '')
    },
    /** Nothing that Discord would refuse as malformed, and no fault for whoever runs the bot. */
    clean: () => expect([discord.violations, town.faults]).toEqual([[], []]),
  }
}

export const messagesOf = ({ id }: Channel) => new RegExp(`^/channels/${id}/messages(/\\d+)?$`)

const never = (): never => {
  throw new Error('nothing was posted')
}
