// Two Discord servers of the fuzz: real discord.js on a fake gateway, and people with any name.
import { createDiscordPlatform } from '../../src/platforms/discord/platform.ts'
import { topCommands, topOf } from '../../src/platforms/discord/top-commands.ts'
import type { CommandOption } from '../../src/commands/command.ts'
import { visible } from '../platforms/discord/visible.ts'
import { startFakeDiscord, type FakeDiscord } from '../fakes/discord/fake-discord.ts'
import { afterLived } from '../fakes/lived-time.ts'
import type { Exchange } from '../fakes/discord/interactions.ts'
import { refusals } from '../fakes/discord/oracle.ts'
import { textOf } from '../fakes/discord/people.ts'
import { allComponents, discordEpoch, everyoneMay, memberJson, messageJson, permission, userJson, type Channel, type Component, type Message, type Person } from '../fakes/discord/world.ts'
import { mutate, type Json } from './mutate.ts'
import { codesIn, namesOf, type Act, type Step, type Typed } from './plan.ts'
import { openHouse, type Side } from './side.ts'
import { leaks } from './texts.ts'
import type { Actor } from './watch.ts'
import { commands } from '../catalog.ts'

/** Of the time that this process lives through. */
const patience = 10_000
/** No request fails here, so none may fail because the machine is slow. */
const never = 60 * 60_000
const optionTypes: Readonly<Partial<Record<CommandOption['kind'], number>>> = { hour: 4, number: 4, person: 6 }

export async function openDiscordSide(seed: number): Promise<Side> {
  const house = await openHouse()
  const { now, watch, wrong } = house
  const heard = new Set<() => void>()
  const discord = await startFakeDiscord(now, (_, carryOut) => {
    carryOut()
    for (const hear of heard) hear()
  })
  const { world, people } = discord
  const names = namesOf(seed, 20)
  const guilds = [world.addGuild(names[10]), world.addGuild(names[11])] as const
  const persons = Array.from({ length: 10 }, (_, index): Person => {
    const [name, second] = [names[index] ?? '', names[index + 10] ?? '']
    const may = everyoneMay | (index < 2 || index === 6 ? permission.manageGuild : 0n) | (index === 7 ? permission.administrator : 0n)
    return world.addPerson(guilds[index < 6 ? 0 : 1], { username: name, globalName: index % 3 === 0 ? null : second, nick: index % 2 === 0 ? second : null, may })
  })
  for (const person of persons) people.allowCommands(person)
  const rooms = [[world.addChannel(guilds[0]), world.addThread(guilds[0]), world.addChannel(guilds[0])], [world.addChannel(guilds[1])]] as const
  const platform = createDiscordPlatform({ commands, token: discord.token, apiUrl: discord.url, log: house.services.log, now, timing: { request: never, defer: never } })
  await house.open(platform)
  const foreign = await house.foreignRound('discord:900000000000000001', 'discord:900000000000000001:900000000000000002')
  const reader = createReader(discord, wrong)
  const exchanges: Exchange[] = []
  let steps = 0
  /** Whose spoilt events may do something yet: nobody waits for them, and an old one is acknowledged before it is answered. */
  let late: readonly { readonly actor: Actor; readonly until: number }[] = []
  /** Interactions as Discord would never send them: that they cannot be answered is no fault. */
  const spoiltIds = new Set<string>()
  house.forgive((message, fields) => message === 'could not answer an interaction' && 'interaction' in fields && spoiltIds.has(asText(fields.interaction)))

  /** Outside of servers somebody acts as who they are in each of theirs, with no rights but those that the ledger knows. */
  function actorsOf(event: Json): readonly Actor[] {
    const actor = actorOf(event)
    if (typeof event['guild_id'] === 'string') return [actor]
    const id = actor.person.slice(actor.person.lastIndexOf(':') + 1)
    return [actor, ...guilds.map((guild): Actor => ({ person: `discord:${guild.id}:u:${id}`, group: `discord:${guild.id}`, manages: false, maySetUp: false }))]
  }

  const personAt = (who: number) => persons[who % persons.length] as Person
  const guildOf = (person: Person) => (persons.indexOf(person) < 6 ? 0 : 1)
  const roomAt = (person: Person, where: number): Channel => {
    const own = rooms[guildOf(person)]
    return where === 5 ? world.directChannel(person) : (own[where % own.length] as Channel)
  }

  /** Fulfilled when there is a first response, or it is clear that there will be none. */
  async function settled(exchange: Exchange): Promise<void> {
    if (!(await waitFor(() => exchange.acknowledged !== null || exchange.errors.length > 0))) wrong(`no answer to ${JSON.stringify(exchange.event['data']).slice(0, 600)}`)
  }

  async function waitFor(done: () => boolean): Promise<boolean> {
    if (done()) return true
    return new Promise((resolve) => {
      const finish = (result: boolean) => {
        cancel()
        heard.delete(look)
        resolve(result)
      }
      const look = () => void (done() && finish(true))
      const cancel = afterLived(patience, () => finish(false))
      heard.add(look)
    })
  }

  const underWay = (): Actor[] => late.filter(({ until }) => until >= steps).map(({ actor }) => actor)

  /** An event that no client would send. What is asked after it shows that the bot still lives. */
  async function raw(event: Json, spoilt: boolean): Promise<void> {
    const before = watch.look()
    if (spoilt) {
      spoiltIds.add(asText(event['id']))
      late = [...late.filter(({ until }) => until >= steps), ...actorsOf(event).map((actor) => ({ actor, until: steps + (isOld(event['id'], now()) ? 12 : 1) }))]
    }
    const asked = discord.requests.length
    discord.gateway.dispatch('INTERACTION_CREATE', event)
    if (!spoilt) await waitFor(() => discord.requests.slice(asked).some(({ path }) => path.includes(asText(event['token']))))
    const witness = people.command(personAt(2), rooms[0][0], '/study help')
    await settled(witness)
    for (const problem of watch.unlawful(before, [...actorsOf(event), ...actorsOf(witness.event), ...underWay()], false)) wrong(problem)
  }

  let tokens = 0
  function eventOf(person: Person, channel: Channel, type: number, data: Json, message?: Message): Json {
    const { guild } = channel
    const where = guild === null ? { user: userJson(world, person.id) } : { guild_id: guild.id, guild: { id: guild.id, locale: 'en-US', features: [] }, member: { ...memberJson(world, person), permissions: String(person.may) } }
    return {
      id: world.newId(), token: `raw-${(tokens += 1)}`, type, data, application_id: world.applicationId, version: 1, channel_id: channel.id,
      channel: { id: channel.id, type: channel.type, name: channel.name, ...(guild === null ? {} : { guild_id: guild.id }) }, ...where,
      ...(message === undefined ? {} : { message: messageJson(world, message) }),
      app_permissions: String(channel.botMay), locale: 'en-US', entitlements: [], authorizing_integration_owners: guild === null ? {} : { 0: guild.id }, context: guild === null ? 1 : 0,
    }
  }

  function commandData({ name, values }: Typed): Json {
    const known = commands.find(name)
    const topName = topNameOf(name)
    const top = world.commands.find((each) => each['name'] === topName)
    const options = values.map(([option, value]) => {
      const type = optionTypes[known?.options.find((each) => each.name === option)?.kind ?? 'words'] ?? 3
      const person = /^person#(\d+)$/u.exec(value)
      const typed = value.replace(/^code#(\d+)$/u, (_, index: string) => codeAt(Number(index)))
      return { name: option, type, value: person !== null ? personAt(Number(person[1])).id : type === 4 ? Number(typed) : typed }
    })
    const users = options.filter(({ type }) => type === 6).map(({ value }) => String(value))
    const resolved = users.length === 0 ? {} : { resolved: { users: Object.fromEntries(users.map((id) => [id, userJson(world, id)])) } }
    return { id: top?.['id'], name: topName, type: 1, ...resolved, options: [{ name, type: 1, options }] }
  }

  function messageFor(person: Person, index: number): Message | undefined {
    const seen = [...world.messages.values()].slice(-60).filter(({ onlyFor, channel }) => (onlyFor === null || onlyFor === person) && channel.guild === guilds[guildOf(person)])
    return seen[index % Math.max(1, seen.length)]
  }

  const shown = () => [...world.messages.values()].slice(-60).toReversed()
  const codeAt = (index: number) => codesIn(shown().map(textOf))[index] ?? 'BCDF-GHJK'
  const controlAt = (index: number) => {
    const all = shown().flatMap(({ components }) => allComponents(components)).flatMap(({ custom_id: id }) => id ?? [])
    return all[index % Math.max(1, all.length)] ?? 'v1:progress'
  }
  const roundAt = (index: number) => (index === 0 ? foreign : (watch.rounds().toReversed()[index % Math.max(1, watch.rounds().length)] ?? foreign))

  function pressData(component: Component | undefined, act: Extract<Act, { kind: 'press' }>): Json {
    const options = (component?.['options'] ?? []) as readonly { readonly value: string }[]
    const values = act.chosen.map((index) => options[index % Math.max(1, options.length)]?.value ?? 'a')
    return { custom_id: component?.custom_id ?? 'v1:progress', component_type: component?.type ?? 2, id: 1, ...(component?.type === 3 ? { values } : {}) }
  }

  function eventFor({ who, where, act }: Step): Json | undefined {
    const person = personAt(who)
    const room = roomAt(person, where)
    switch (act.kind) {
      case 'command':
        return eventOf(person, room, 2, commandData(act.command))
      case 'line':
        return eventOf(person, room, 2, commandData({ name: 'lookup', values: [['words', act.line]], named: true }))
      case 'press': {
        const message = messageFor(person, act.message)
        if (message === undefined) return eventOf(person, room, 2, commandData({ name: 'today', values: [], named: true }))
        const controls = allComponents(message.components).filter(({ custom_id: id }) => id !== undefined)
        return eventOf(person, message.channel, 3, pressData(controls[act.control % Math.max(1, controls.length)], act), message)
      }
      case 'forge': {
        const message = messageFor(person, act.message)
        if (message === undefined) return eventOf(person, room, 2, commandData({ name: 'status', values: [], named: true }))
        const wanted = act.control.startsWith('control#') ? controlAt(Number(act.control.slice(8))) : act.control
        const custom = wanted.replace(/round#(\d+)/u, (_, index: string) => roundAt(Number(index)))
        const data = act.chosen.length > 0 ? { custom_id: custom, component_type: 3, values: act.chosen } : { custom_id: custom, component_type: 2 }
        return eventOf(person, message.channel, 3, data, message)
      }
      case 'fill':
        if (where % 3 === 2) {
          const inputs = Object.entries(act.values).map(([name, value], index) => ({ type: 18, id: 2 * index + 1, component: { id: 2 * index + 2, custom_id: name, ...inputOf(value) } }))
          return eventOf(person, room, 5, { custom_id: 'v1:form:setup', components: inputs })
        }
        return eventOf(person, room, 2, commandData({ name: where % 2 === 0 ? 'setup' : 'settings', values: Object.entries(act.values).filter(([name]) => name !== 'channel'), named: true }))
      case 'suggest': {
        const [name, option] = act.option === 'words' ? ['lookup', 'words'] : ['setup', act.option]
        const data = commandData({ name, values: [], named: true })
        return eventOf(person, room, 4, { ...data, options: [{ name, type: 1, options: [{ name: option, type: 3, value: act.typed, focused: true }] }] })
      }
      case 'home':
        return eventOf(person, room, 5, { custom_id: 'v1:setup', components: [{ type: 1, components: [{ type: 4, custom_id: 'time', value: '09:00' }] }] })
      case 'again':
      case 'file':
      case 'rename':
      case 'wait':
        return undefined
    }
  }

  const inputOf = (value: unknown) => (Array.isArray(value) ? { type: 3, values: value } : { type: 4, value })

  /** As a client does it, where a client would let the person: then the fake plays the whole exchange. */
  async function asClient(step: Step): Promise<boolean> {
    const { who, where, act } = step
    const person = personAt(who)
    const room = roomAt(person, where)
    if (act.kind === 'file') return room.guild !== null && attempt(() => people.command(person, room, '/study-admin add-question', {}, act.file))
    if (room.guild === null || (step.who + step.where) % 2 === 1) return false
    if (act.kind === 'command' && commands.find(act.command.name) !== undefined) {
      const data = commandData(act.command)['options'] as readonly { readonly options: readonly { readonly name: string; readonly value: string | number }[] }[]
      const options = Object.fromEntries((data[0]?.options ?? []).map(({ name, value }) => [name, value]))
      return attempt(() => people.command(person, room, `/${topNameOf(act.command.name)} ${act.command.name}`, options))
    }
    if (act.kind === 'press') {
      const message = messageFor(person, act.message)
      const controls = allComponents(message?.components ?? []).filter(({ custom_id: id }) => id !== undefined)
      const control = controls[act.control % Math.max(1, controls.length)]
      if (message === undefined || control?.custom_id === undefined) return false
      const values = (pressData(control, act)['values'] ?? []) as readonly string[]
      return attempt(() => (control.type === 3 ? people.choose(person, message, values) : people.press(person, message, control.custom_id ?? '')))
    }
    return false
  }

  async function attempt(begin: () => Exchange): Promise<boolean> {
    let exchange: Exchange | undefined
    try {
      const before = watch.look()
      exchange = begin()
      exchanges.push(exchange)
      if (exchanges.length > 40) exchanges.shift()
      await settled(exchange)
      for (const problem of watch.unlawful(before, [...actorsOf(exchange.event), ...underWay()], false)) wrong(problem)
      return true
    } catch (error) {
      // What a client would not let somebody do is sent all the same, by hand.
      if (exchange !== undefined) throw error
      return false
    }
  }

  return {
    perform: async (step) => {
      steps = house.begin(step)
      const { act, mutations } = step
      if (act.kind === 'wait') await house.wait(act.minutes, underWay())
      else if (act.kind === 'rename') Object.assign(personAt(step.who), { nick: act.name, globalName: act.name })
      else if (act.kind === 'again') {
        const earlier = exchanges.at(-1 - (act.back % Math.max(1, exchanges.length)))
        if (earlier !== undefined) await raw(earlier.event, true)
      } else if (mutations.length > 0 || !(await asClient(step))) {
        const event = eventFor(step)
        if (event !== undefined) await raw(mutations.length > 0 ? mutate(event, mutations) : event, mutations.length > 0)
      }
      reader.read()
    },
    end: async () => {
      const ending = await house.close()
      reader.read()
      await discord.stop()
      return { ...ending, replies: reader.count() }
    },
  }
}

/** Without asking the value how it would be written. */
const asText = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))

const isOld = (id: unknown, now: number) => !/^\d+$/u.test(asText(id)) || now - Number((BigInt(asText(id)) >> 22n) + BigInt(discordEpoch)) > 2_000

/** Without what is escaped, without moments and without code: what is left can be read as markup. */
const unescaped = (source: string) => source.replace(/\\[^\s\w]/gu, '\u0000').replace(/<t:-?\d+(?::\w)?>|`[^`]*`/gu, '\u0000')

/** In whose name an event asks, by Discord's own word. */
function topNameOf(command: string): string {
  const known = commands.find(command)
  return known === undefined ? topCommands.everyone : topCommands[topOf(known)]
}

function actorOf(event: Json): Actor {
  const field = (value: unknown, name: string): unknown => (typeof value === 'object' && value !== null ? (value as Json)[name] : undefined)
  const member = event['member']
  const user = field(member, 'user') ?? event['user']
  let bits = 0n
  try {
    const given = field(member, 'permissions')
    bits = Array.isArray(given) ? given.reduce<bigint>((sum, bit) => sum | BigInt(asText(bit)), 0n) : BigInt(asText(given ?? 0))
  } catch {
    // No permissions that can be read are none.
  }
  const manages = (bits & (permission.manageGuild | permission.administrator)) !== 0n
  return { person: `discord:${asText(event['guild_id'])}:u:${asText(field(user, 'id'))}`, group: `discord:${asText(event['guild_id'])}`, manages, maySetUp: manages }
}

/** Reads everything that the bot has sent since the last time, also what the fake did not take. */
function createReader(discord: FakeDiscord, wrong: (what: string) => void) {
  const done = { requests: 0, violations: 0, replies: 0 }
  const known = (id: string) => discord.world.person(id) !== undefined || id === discord.world.botId

  function readComponents(components: readonly Component[], where: string): void {
    done.replies += 1
    for (const component of allComponents(components)) {
      const source = component.type === 10 ? String(component['content']) : [component['label'], component['placeholder']].filter((text) => text !== undefined).join(' ')
      const shown = component.type === 10 ? visible(source) : source
      for (const problem of leaks(shown, [discord.token])) wrong(`${where} shows ${problem}`)
      const obeyed = component.type === 10 ? (/PING|AUTOLINK/u.exec(shown) ?? /:[\w+~-]+:/u.exec(unescaped(source))) : null
      if (obeyed !== null) wrong(`${where} obeys what somebody wrote (${obeyed[0]}): ${source.slice(0, 600)}`)
      for (const [, id = ''] of source.matchAll(/(?<!\\)<@!?&?(\d+)>/gu)) if (!known(id)) wrong(`${where} mentions ${id}: ${source.slice(0, 600)}`)
    }
  }

  return {
    count: () => done.replies,
    read: () => {
      for (const { path, body, status } of discord.requests.slice(done.requests)) {
        const fields = (body ?? {}) as Json
        const data = (fields['data'] ?? fields) as Json
        if (Array.isArray(data['components'])) readComponents(data['components'] as readonly Component[], path.replace(/[\w-]{20,}/gu, '…'))
        if (status === 404 && path.endsWith('/callback') && fields['type'] === 4) for (const problem of refusals('first reply', fields)) wrong(`Discord would refuse: ${problem}`)
      }
      for (const violation of discord.violations.slice(done.violations)) wrong(`Discord refuses ${violation}`)
      Object.assign(done, { requests: discord.requests.length, violations: discord.violations.length })
    },
  }
}
