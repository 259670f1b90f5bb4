// A Slack workspace of the fuzz: real Bolt over Socket Mode or signed HTTP, and people with any name.
import { createSlackPlatform } from '../../src/platforms/slack/platform.ts'
import { visibleNotification, visibleText } from '../platforms/slack/visible.ts'
import { startFakeSlack, type Delivered, type FakeSlack } from '../fakes/slack/fake-slack.ts'
import { commandPayload, eventPayload, fileShare, messageEvent, pressPayload, submissionPayload, suggestionPayload, type Target } from '../fakes/slack/payloads.ts'
import { list, raw, string, type Raw } from '../fakes/slack/raw.ts'
import type { EnvelopeType } from '../fakes/slack/transport.ts'
import type { Message, View } from '../fakes/slack/world.ts'
import { mutate } from './mutate.ts'
import { asLine, codesIn, namesOf, type Act, type Step } from './plan.ts'
import { openHouse, type Side } from './side.ts'
import { leaks } from './texts.ts'
import type { Actor } from './watch.ts'
import { commands } from '../catalog.ts'

const signingSecret = 'f'.repeat(16) + '0123456789abcdef'
const users = ['U0BOSS', 'U1BOSS', 'U2PLAIN', 'U3PLAIN', 'U4PLAIN', 'U5PLAIN', 'U6PLAIN', 'U7GUEST', 'U8GUEST', 'U9GONE'] as const
const channels = ['C0STUDY', 'C1STUDY', 'D0DIRECT'] as const

type Sent = { readonly type: EnvelopeType; readonly payload: Raw }

export async function openSlackSide(mode: 'socket' | 'http', seed: number): Promise<Side> {
  const house = await openHouse()
  const { now, watch, wrong } = house
  const slack = await startFakeSlack(now)
  const { world } = slack
  const origin = slack.apiUrl.replace('/api/', '')
  const names = namesOf(seed, users.length)
  for (const [index, id] of users.entries()) slack.addUser(id, names[index] ?? '', { admin: id.endsWith('BOSS'), guest: id.endsWith('GUEST'), deleted: id.endsWith('GONE') })
  for (const id of channels) slack.addChannel(id)
  const { botToken, appToken } = world
  const base = { commands, botToken, apiUrl: slack.apiUrl, log: house.services.log, now }
  const platform = createSlackPlatform(mode === 'http' ? { ...base, signingSecret, port: 0 } : { ...base, appToken })
  await house.open(platform)
  if (mode === 'http') slack.useHttp(`http://127.0.0.1:${platform.port()}/slack/events`, signingSecret)
  // Bolt says so of what it cannot read; where it was to be read, it is missed for its acknowledgement.
  house.forgive((message) => /^An (?:unhandled error occurred while Bolt processed|incoming event was not acknowledged)/u.test(message))
  const foreign = await house.foreignRound('slack:T0OTHER', 'slack:T0OTHER/C0OTHER')
  const secrets = [botToken, appToken, signingSecret]
  const sent: Sent[] = []
  /** Spoilt requests that may do something yet. What is over by the time of a look has done it before. */
  const late = new Map<Promise<unknown>, { readonly actors: readonly Actor[]; over: boolean }>()
  const checked = createReader(slack, wrong, secrets)

  const actorsOf = (payload: Raw): Actor[] => {
    const ids = [raw(payload['user'])['id'], payload['user_id'], raw(payload['event'])['user']].filter((id) => typeof id === 'string')
    return ids.map((id) => {
      const user = world.users.get(id)
      return { person: `slack:${world.team.id}/${id}`, group: `slack:${world.team.id}`, manages: user?.admin === true, maySetUp: user !== undefined && !user.guest }
    })
  }

  function lookBefore() {
    for (const [request, { over }] of late) if (over) late.delete(request)
    return watch.look()
  }

  const underWay = (): Actor[] => [...late.values()].flatMap(({ actors }) => actors)

  async function deliver({ type, payload }: Sent, again = false): Promise<Delivered> {
    const before = lookBefore()
    const delivered = await (again ? slack.again({ type, payload, ack: { inTime: true, body: {}, status: null } }) : slack.deliverRaw(type, payload))
    if (!delivered.ack.inTime) wrong(`not acknowledged: ${type} ${JSON.stringify(payload).slice(0, 600)}`)
    for (const problem of watch.unlawful(before, [...actorsOf(payload), ...underWay()], false)) wrong(problem)
    return delivered
  }

  /** A spoilt one is not waited for: Bolt leaves some without an answer. What is sent after it shows that the bot still lives. */
  async function deliverSpoilt({ type, payload: spoilt }: Sent): Promise<void> {
    const before = lookBefore()
    const payload = type === 'slash_commands' ? asFields(spoilt) : spoilt
    const first = slack.deliverRaw(type, payload)
    const mark = { actors: actorsOf(payload), over: false }
    late.set(first, mark)
    void first.finally(() => (mark.over = true))
    if (late.size > 200) await Promise.race(late.keys())
    const whole = { type: 'slash_commands' as const, payload: commandPayload(world, origin, 'U2PLAIN', 'C0STUDY', 'help') }
    const { ack } = await slack.deliverRaw(whole.type, whole.payload)
    if (!ack.inTime) wrong('the bot does not answer any more')
    for (const problem of watch.unlawful(before, [...underWay(), ...actorsOf(whole.payload)], false)) wrong(problem)
  }

  const user = (who: number) => users[who % users.length] ?? 'U2PLAIN'
  const channel = (where: number) => channels[where % channels.length] ?? 'C0STUDY'
  const round = (text: string) => (text.startsWith('control#') ? controlAt(Number(text.slice(8))) : text).replace(/round#(\d+)/u, (_, index: string) => roundAt(Number(index)))
  const shown = () => world.whispers.slice(-60).toReversed()
  const controlAt = (index: number) => {
    const all = shown().flatMap(({ blocks }) => elementsOf(blocks)).map(({ element }) => string(element['action_id'])).filter((id) => id !== '')
    return all[index % Math.max(1, all.length)] ?? 'v1:progress'
  }
  const codeAt = (index: number) => codesIn(shown().map(({ blocks }) => JSON.stringify(blocks)))[index] ?? 'BCDF-GHJK'
  const roundAt = (index: number) => (index === 0 ? foreign : watch.rounds().toReversed()[index % Math.max(1, watch.rounds().length)] ?? foreign)

  async function press(who: number, target: Target, pick: (elements: readonly Element[]) => Element | undefined, ticked: readonly string[]): Promise<Sent | undefined> {
    const blocks = target.kind === 'message' ? target.message.blocks : list(target.view.view['blocks']).map(raw)
    const element = pick(elementsOf(blocks))
    if (element === undefined) return undefined
    return { type: 'interactive', payload: pressPayload(world, origin, user(who), target, element.element, element.block, ticked) }
  }

  function messageFor(who: number, index: number): Message | undefined {
    const seen = [...world.whispers.filter(({ only }) => only === user(who)).slice(-8), ...slack.messages('C0STUDY').slice(-4), ...slack.messages('C1STUDY').slice(-2), ...slack.messages(`D${user(who)}`).slice(-2)]
    return seen[index % Math.max(1, seen.length)]
  }

  async function payloadOf({ who, where, act }: Step): Promise<Sent | undefined> {
    const command = (line: string): Sent => ({ type: 'slash_commands', payload: commandPayload(world, origin, user(who), channel(where), line) })
    switch (act.kind) {
      case 'command':
        return command(asLine(act.command).replace(/person#(\d+)/gu, (_, index: string) => `<@${user(Number(index))}|someone>`).replace(/code#(\d+)/u, (_, index: string) => codeAt(Number(index))))
      case 'line':
        return command(act.line)
      case 'press': {
        const message = messageFor(who, act.message)
        if (message === undefined) return command('today')
        return press(who, { kind: 'message', message }, (elements) => elements[act.control % Math.max(1, elements.length)], act.chosen.map((index) => 'abcdef'[index] ?? 'a'))
      }
      case 'forge': {
        const message = messageFor(who, act.message)
        if (message === undefined) return command('board')
        const actionId = round(act.control)
        return press(who, { kind: 'message', message }, () => ({ block: 'b1', element: { type: 'button', action_id: actionId, text: { type: 'plain_text', text: 'x' } } }), act.chosen)
      }
      case 'fill':
        return fill(who, where, act)
      case 'suggest': {
        const view = slack.modal(user(who)) ?? anyView
        return { type: 'interactive', payload: suggestionPayload(world, user(who), view, act.option, act.typed) }
      }
      case 'file': {
        const event = messageEvent(world, user(who), 'D0DIRECT', '', fileShare(world, [act.file]))
        return event === undefined ? undefined : { type: 'events_api', payload: eventPayload(world, event) }
      }
      case 'home':
        return { type: 'events_api', payload: eventPayload(world, { type: 'app_home_opened', user: user(who), channel: `D${user(who)}`, tab: 'home' }) }
      case 'rename': {
        const known = world.users.get(user(who))
        if (known !== undefined) known.displayName = act.name
        return { type: 'events_api', payload: eventPayload(world, { type: 'user_change', user: { id: user(who), name: 'x', tz: 'Europe/Berlin', is_admin: known?.admin, is_restricted: known?.guest, deleted: known?.deleted, profile: { display_name: act.name, real_name: act.name } } }) }
      }
      case 'again':
      case 'wait':
        return undefined
    }
  }

  /** A file that somebody sent is for the channel that they choose then. */
  async function chooseChannel({ who, where }: Step): Promise<void> {
    const message = slack.messages(`D${user(who)}`).findLast(({ blocks }) => JSON.stringify(blocks).includes('Which channel?'))
    const made = message === undefined ? undefined : await press(who, { kind: 'message', message }, (elements) => elements[where % Math.max(1, elements.length)], [])
    if (made !== undefined) await deliver(made)
  }

  /** Asks for the form, and fills in what comes. */
  async function fill(who: number, where: number, act: Extract<Act, { kind: 'fill' }>): Promise<Sent> {
    await deliver({ type: 'slash_commands', payload: commandPayload(world, origin, user(who), channel(where), where % 2 === 0 ? 'setup' : 'settings') })
    const view = slack.modal(user(who)) ?? anyView
    const values = { ...act.values, days: act.values['days']?.split(',') ?? [], topics: act.values['topics']?.split(',') ?? [], channel: channels[Number(act.values['channel'])] ?? act.values['channel'] }
    return { type: 'interactive', payload: submissionPayload(world, user(who), view, values) }
  }

  return {
    perform: async (step) => {
      house.begin(step)
      const { act, mutations } = step
      if (act.kind === 'wait') await house.wait(act.minutes, underWay())
      else if (act.kind === 'again') {
        const earlier = sent.at(-1 - (act.back % Math.max(1, sent.length)))
        if (earlier !== undefined) await deliver(earlier, true)
      } else {
        const made = await payloadOf(step)
        if (made === undefined) return
        if (mutations.length > 0) await deliverSpoilt({ ...made, payload: mutate(made.payload, mutations) })
        else await deliver(made)
        if (act.kind === 'file') await chooseChannel(step)
        if (mutations.length === 0) sent.push(made)
        if (sent.length > 40) sent.shift()
      }
      checked.read()
    },
    end: async () => {
      await Promise.all(late.keys())
      const ending = await house.close()
      checked.read()
      await slack.close()
      return { ...ending, replies: checked.count() }
    },
  }
}

/** A command is a form of texts. */
const asFields = (payload: Raw): Raw => Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]))

const anyView: View = { id: 'V0NONE', user: 'U2PLAIN', hash: 'h', view: { type: 'modal', callback_id: 'v1:setup', private_metadata: '{"channel":"C0STUDY","url":null}', blocks: [] }, open: true }

type Element = { readonly block: string; readonly element: Raw }

function elementsOf(blocks: readonly Raw[]): Element[] {
  return blocks.flatMap((block) => {
    const elements = block['type'] === 'input' ? [block['element']] : list(block['elements'])
    return elements.map(raw).filter((element) => element['action_id'] !== undefined).map((element) => ({ block: string(block['block_id']), element }))
  })
}

/** Reads everything that the bot has shown since the last time. */
function createReader(slack: FakeSlack, wrong: (what: string) => void, secrets: readonly string[]) {
  const { world } = slack
  const done = { whispers: 0, calls: 0, refusals: 0, replies: 0 }
  const known = (id: string) => world.users.has(id) || id === world.app.user

  function readBlocks(blocks: readonly unknown[], where: string): void {
    done.replies += 1
    const shown = visibleText(blocks)
    for (const problem of leaks(shown, secrets)) wrong(`${where} shows ${problem}`)
    const obeyed = /PING|EMOJI/u.exec(shown)
    if (obeyed !== null) wrong(`${where} obeys what somebody wrote (${obeyed[0]}): ${shown.slice(Math.max(0, obeyed.index - 100), obeyed.index + 100)}`)
    const source = JSON.stringify(blocks)
    for (const [, id = ''] of source.matchAll(/"user_id":"(\w+)"/gu)) if (!known(id)) wrong(`${where} mentions ${id}`)
    // Whom the daily post pings is a setting: these groups are among the plan's values for it.
    const chosen = source.replaceAll(/"type":"broadcast","range":"here"|"type":"usergroup","usergroup_id":"S[19]"/gu, '')
    if (/"url":"[^"]*evil|"type":"(?:emoji|broadcast|usergroup)"/u.test(chosen)) wrong(`${where} has markup that somebody wrote: ${source.slice(0, 500)}`)
  }

  return {
    count: () => done.replies,
    read: () => {
      for (const message of world.whispers.slice(done.whispers)) {
        readBlocks(message.blocks, `a reply to ${String(message.only)}`)
        const said = visibleNotification(message.text)
        if (said.includes('PING')) wrong(`a notification pings: ${said.slice(0, 300)}`)
        for (const [, id = ''] of message.text.matchAll(/<[@#!]([^>|]*)/gu)) {
          // C0GONE was chosen in a form, so there is a quiz for it; to mention it pings nobody.
          if (!known(id) && !world.channels.has(id) && id !== 'C0GONE' && !/^(?:here|subteam\^S[19])$/u.test(id)) wrong(`a notification mentions ${id}: ${said.slice(0, 300)}`)
        }
        for (const problem of leaks(said, secrets)) wrong(`a notification shows ${problem}`)
      }
      for (const { method, args } of world.calls.slice(done.calls)) {
        if (method.startsWith('chat.') || method.startsWith('views.')) readBlocks(list(raw(args['view'])['blocks'] ?? args['blocks']), method)
      }
      for (const { method, error, problems } of world.refusals.slice(done.refusals)) {
        // Who or what is not there cannot be looked up or written to, and an invented trigger opens nothing.
        if (!allowed.has(error)) wrong(`Slack refuses ${method}: ${error} ${problems.join('; ').slice(0, 600)}`)
      }
      Object.assign(done, { whispers: world.whispers.length, calls: world.calls.length, refusals: world.refusals.length })
    },
  }
}

const allowed: ReadonlySet<string> = new Set(['user_not_found', 'invalid_trigger_id', 'exchanged_trigger_id', 'expired_trigger_id', 'channel_not_found', 'not_found', 'user_not_in_channel', 'no_such_subteam'])
