// Many Discord servers that share the bot's limit: https://docs.discord.com/developers/topics/rate-limits#global-rate-limit
import { groupId, placeId } from '../../../src/platforms/discord/ids.ts'
import { inAnyStretch } from '../../fakes/allowance.ts'
import { startFakeDiscord } from '../../fakes/discord/fake-discord.ts'
import { allComponents, type Channel, type Message, type Person } from '../../fakes/discord/world.ts'
import { acknowledgeWithin, discordPerSecond } from './limits.ts'
import { runTown, type Notes } from './run-town.ts'
import type { Plan } from './messages.ts'

const discord = await startFakeDiscord()
const { world } = discord
const channels: Channel[] = []
const placeOf = new Map<string, number>()
const firstPost = new Map<Channel, Message>()
const people: (readonly Person[])[] = []
const pressed = new Map<string, () => void>()
let inGroup = 1

/** What people do is outside of the limit: https://docs.discord.com/developers/interactions/receiving-and-responding#endpoints */
const free = /^\/(interactions|webhooks)\//

function limit({ wider }: Plan, notes: Notes): typeof world.limit {
  const all = inAnyStretch(discordPerSecond * wider, 1000)
  return (method, path) => {
    if (free.test(path)) {
      const [, , id = '', , end] = path.split('/')
      if (end === 'callback') pressed.get(id)?.()
      return 0
    }
    const wait = all.take()
    const [, , channel = '', what] = path.split('/')
    if (wait > 0) notes.held(`${method} ${what ?? path}`)
    else if (what === 'messages' && method === 'POST') notes.posted(placeOf.get(channel) ?? -1)
    else if (what === 'messages' && method === 'PATCH') notes.edited()
    return wait
  }
}

function postIn(channel: Channel): Message | undefined {
  // Posts come in their order; what was looked at once is not looked at again.
  if (!firstPost.has(channel)) for (const message of world.messages.values()) if (message.onlyFor === null && !firstPost.has(message.channel)) firstPost.set(message.channel, message)
  return firstPost.get(channel)
}

function shown(): readonly number[] {
  const counts = channels.map(() => 0)
  for (const message of world.messages.values()) {
    const place = message.onlyFor === null ? placeOf.get(message.channel.id) : undefined
    if (place !== undefined) counts[place] = (counts[place] ?? 0) + 1
  }
  return counts
}

runTown({
  open: async (plan, notes) => {
    inGroup = plan.channels
    for (let group = 0; group < plan.groups; group++) {
      const guild = world.addGuild(`Study group ${group}`)
      people.push(Array.from({ length: plan.people }, (_, index) => world.addPerson(guild, { username: `person-${group}-${index}` })))
      for (let index = 0; index < plan.channels; index++) {
        const channel = world.addChannel(guild, `study-${index}`)
        placeOf.set(channel.id, channels.push(channel) - 1)
      }
    }
    world.limit = limit(plan, notes)
    const places = channels.map(({ id, guild }) => ({ group: groupId(guild?.id ?? ''), place: placeId(guild?.id ?? '', id) }))
    return { apiUrl: discord.url, token: discord.token, places }
  },
  connect: () => undefined,
  press: async (place, person) => {
    const channel = channels[place]
    const message = channel === undefined ? undefined : postIn(channel)
    const who = people[Math.floor(place / inGroup)]?.[person]
    if (message === undefined || who === undefined) return undefined
    const control = allComponents(message.components).find(({ custom_id: id }) => id?.includes(':answer:') === true)?.custom_id
    const { promise, resolve } = Promise.withResolvers<void>()
    const began = performance.now()
    const exchange = discord.people.press(who, message, control ?? '')
    pressed.set(exchange.id, resolve)
    const timer = setTimeout(resolve, acknowledgeWithin)
    await promise
    clearTimeout(timer)
    pressed.delete(exchange.id)
    const took = performance.now() - began
    // The limit is asked just before the answer is carried out.
    await new Promise(setImmediate)
    return exchange.acknowledged === null ? undefined : took
  },
  shown,
  complaints: () => discord.violations,
})
