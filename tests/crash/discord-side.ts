// A Discord server of the crash test.
import { placeId } from '../../src/platforms/discord/ids.ts'
import { addressFor, type Call } from '../fakes/doorkeeper.ts'
import { startFakeDiscord, type FakeDiscord } from '../fakes/discord/fake-discord.ts'
import { rateLimited, refused, type Fault } from '../fakes/discord/faults.ts'
import type { Exchange } from '../fakes/discord/interactions.ts'
import { textOf } from '../fakes/discord/people.ts'
import { allComponents, everyoneMay, permission, type Channel, type Guild, type Message, type Person } from '../fakes/discord/world.ts'
import { finalTitle, replyOrDeath, weeklyTitle, type Absence, type Hear, type Opening, type Place, type Seen, type Shown, type Side, type Step, type Trouble } from './side.ts'
import { answerControl } from '../../src/screens/question.ts'

const posting = /^\/channels\/(\d+)\/messages$/

type Waiting = { readonly exchange: Exchange; readonly hear: (message: Message) => void }

export async function openDiscord({ now, doorkeeper, death }: Opening): Promise<Side> {
  const discord = await startFakeDiscord(now, doorkeeper)
  const { world, people } = discord
  const guild = world.addGuild()
  const waiting = new Set<Waiting>()
  /** The answer to a question has no control that names the round. */
  const rounds = new Map<string, string>()

  function listen(): void {
    for (const each of waiting) {
      const { shown } = each.exchange
      if (shown === null || !waiting.delete(each)) continue
      each.hear(shown)
    }
  }

  async function ask(begin: () => Exchange, hear: (text: string, message: Message) => void): Promise<void> {
    const exchange = begin()
    const reply = new Promise<string>((resolve) => {
      waiting.add({ exchange, hear: (message) => {
        const text = textOf(message)
        hear(text, message)
        resolve(text)
      } })
    })
    await replyOrDeath(reply, death(exchange.token))
  }

  async function show(id: string, begin: () => Exchange, hear: Hear = () => undefined): Promise<Shown | undefined> {
    let shown: Shown | undefined
    await ask(begin, (text, message) => {
      shown = {
        text,
        controls: allComponents(message.components).flatMap((component) => component.custom_id ?? []),
        press: (control, then) => show(id, () => people.press(personOf(guild, id), message, control), then),
      }
      hear(shown)
    })
    return shown
  }

  const command = (place: Place, person: string, line: string): Exchange => {
    const [name = '', ...words] = line.split(' ')
    const options = Object.fromEntries(words.map((word) => word.split('=')))
    return people.command(personOf(guild, person), channelOf(guild, place.id), `/${topOf(name)} ${name}`, options)
  }

  function seen(message: Message): Seen {
    const options = optionsOf(message)
    const round = rounds.get(message.id) ?? options.round
    if (options.round !== '') rounds.set(message.id, options.round)
    return {
      round, at: message.at, text: textOf(message), shows: options.shows, options: options.options, pick: options.pick,
      press: (id, chosen, hear) => {
        const person = personOf(guild, id)
        const control = answerControl.text({ round, option: options.pick > 1 ? null : (chosen[0] ?? null), asked: options.asked })
        const menu = options.pick > 1 && optionsOf(message).shows === 'question'
        return ask(() => (menu ? people.choose(person, message, chosen) : people.forge(person, message, control)), hear)
      },
    }
  }

  const posts = (channel: Channel) => world.messagesIn(channel).filter((message) => !isIntroduction(message) && ![weeklyTitle, finalTitle].some((title) => title.test(textOf(message)))).map(seen)
  const side: Side = {
    name: 'discord',
    environment: { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url },
    environmentOf: (by) => ({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: addressFor(by, discord.url), DISCORD_PUBLIC_KEY: discord.overHttp.publicKey }),
    useHttp: async (origin) => {
      if (!(await discord.overHttp.saveEndpoint(origin))) throw new Error('Discord does not take the address of the program')
    },
    stepOf: (call) => stepOf(call, (id) => world.channels.get(id)?.type === 0),
    carriedOut: ({ path }) => {
      listen()
      const place = posting.exec(path)?.[1]
      const channel = guild.channels.find(({ id }) => id === place)
      if (channel !== undefined) posts(channel)
    },
    openPlace: (number, count) => openPlace(discord, guild, side, number, count),
    posts: ({ id }) => posts(channelOf(guild, id)),
    weekly: ({ id }) => world.messagesIn(channelOf(guild, id)).flatMap((message) => weeklyTitle.exec(textOf(message)) ?? []),
    finals: ({ id }) => world.messagesIn(channelOf(guild, id)).flatMap((message) => finalTitle.exec(textOf(message)) ?? []),
    threads: ({ id }) => [...world.threads.keys()].filter((message) => world.messages.get(message)?.channel.id === id),
    type: async (place, person, line) => {
      let said: string | undefined
      await ask(() => command(place, person, line), (text) => (said = text))
      return said
    },
    ask: (place, person, line) => show(person, () => command(place, person, line)),
    told: ({ manager }) => world.messagesIn(world.directChannel(personOf(guild, manager))).map(textOf),
    letters: (person) => world.messagesIn(world.directChannel(personOf(guild, person))).map((message) => textOf(message) + JSON.stringify(message.components)),
    trouble: ({ id }, trouble) => discord.faults.plan('POST', new RegExp(`^/channels/${id}/messages$`, 'u'), faultOf(trouble), trouble.kind === 'hang' ? 1 : 3),
    away: (how) => {
      if (how === null) discord.faults.clear()
      else for (const method of ['POST', 'PATCH', 'GET']) discord.faults.plan(method, /^\/(channels|users|guilds)\//u, absent[how], Infinity)
    },
    mayLook: (may) => {
      for (const channel of guild.channels) discord.allow(channel, may ? everyoneMay : everyoneMay & ~permission.readMessageHistory)
    },
    complaints: () => discord.violations,
    close: discord.stop,
  }
  return side
}

const byTop: Readonly<Record<string, readonly string[]>> = { 'study-admin': ['setup', 'off', 'pause', 'now', 'correct', 'final-board'], 'study-account': ['link', 'unlink'] }
const topOf = (command: string): string => Object.keys(byTop).find((top) => byTop[top]?.includes(command)) ?? 'study'

const absent: Readonly<Record<Absence, Fault>> = {
  down: { kind: 'answer', status: 503 },
  failing: { kind: 'answer', status: 500, body: { message: '500: Internal Server Error', code: 0 } },
  cut: { kind: 'reset' },
  token: refused(401, 0, '401: Unauthorized'),
}

function openPlace(discord: FakeDiscord, guild: Guild, side: Side, number: number, count: number): Place {
  const { world } = discord
  const channel = world.addChannel(guild, `room-${number}`)
  const manager = world.addPerson(guild, { username: `boss${number}`, may: everyoneMay | permission.manageGuild })
  const people = Array.from({ length: count }, (_, each) => world.addPerson(guild, { username: `person${number}.${each}` }).id)
  return { side, id: channel.id, name: placeId(guild.id, channel.id), people, manager: manager.id }
}

const isIntroduction = (message: Message): boolean => textOf(message).includes('set up a daily question here')

/** `asked`: what the controls say they are about. */
function optionsOf(message: Message): Pick<Seen, 'round' | 'shows' | 'options' | 'pick'> & { readonly asked: string | null } {
  const answers = allComponents(message.components).flatMap((component) => {
    const control = answerControl.read(component.custom_id ?? '')
    return control === undefined ? [] : [{ control, component }]
  })
  const [first] = answers
  if (first === undefined) return { round: '', shows: 'answer', options: [], pick: 1, asked: null }
  const { round, option, asked = null } = first.control
  if (option !== null) return { round, shows: 'question', options: answers.flatMap(({ control }) => control.option ?? []), pick: 1, asked }
  const offered = (first.component['options'] ?? []) as readonly { readonly value: string }[]
  return { round, shows: 'question', options: offered.map(({ value }) => value), pick: 2, asked }
}

function stepOf({ method, path }: Call, isRoom: (channel: string) => boolean): Step {
  if (/^\/(interactions|webhooks)\//.test(path)) return 'reply'
  if (path === '/users/@me/channels') return 'tell'
  const channel = /^\/channels\/(\d+)\/messages/.exec(path)?.[1]
  if (channel === undefined) return 'other'
  if (method === 'PATCH') return 'redraw'
  if (method === 'GET') return 'find'
  return isRoom(channel) ? 'post' : 'tell'
}

/** A post is tried three times in a row: what is to be unclear in the end fails three times. */
function faultOf({ kind, stored }: Trouble): Fault {
  switch (kind) {
    case 'error':
      return { kind: 'answer', status: 502, stored }
    case 'reset':
    case 'hang':
      return { kind, stored }
    case 'busy':
      return rateLimited(20)
  }
}

function personOf(guild: Guild, id: string): Person {
  const person = guild.members.get(id)
  if (person === undefined) throw new Error(`nobody is ${id}`)
  return person
}

function channelOf(guild: Guild, id: string): Channel {
  const channel = guild.channels.find((known) => known.id === id)
  if (channel === undefined) throw new Error(`there is no channel ${id}`)
  return channel
}
