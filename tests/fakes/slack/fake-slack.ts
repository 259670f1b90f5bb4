// A Slack workspace on loopback, driven by people: what they do reaches the real Bolt, and what Bolt does is checked and kept.
import type { Doorkeeper } from '../doorkeeper.ts'
import { commandPayload, eventPayload, fileShare, messageEvent, pressPayload, submissionPayload, suggestionPayload, type Target } from './payloads.ts'
import { list, raw, string, type Raw } from './raw.ts'
import { serveWorld } from './server.ts'
import { createHttpTransport, createSockets, type Acknowledged, type EnvelopeType, type Sockets, type Transport } from './transport.ts'
import { updateView, userObject } from './methods.ts'
import { createWorld, dmChannel, type Channel, type Fault, type Message, type Own, type User, type View, type World } from './world.ts'

export type Delivered = { readonly type: EnvelopeType; readonly payload: Raw; readonly ack: Acknowledged }

export type FakeSlack = {
  readonly world: World
  /** With the slash that Slack's own has. */
  readonly apiUrl: string
  readonly sockets: Sockets
  addUser(id: string, displayName: string, more?: Partial<Omit<User, 'id' | 'displayName'>>): User
  addChannel(id: string, more?: { readonly private?: boolean; readonly joined?: boolean }): Channel
  /** From now on requests go to `url` over HTTP. */
  useHttp(url: string, signingSecret: string): void
  /** @param channel only calls about this one fail */
  fail(method: string, fault: Fault, times?: number, channel?: string): void
  /** Connected, but without the first word. */
  keepSilent(silent: boolean): void

  command(user: string, channel: string, text: string): Promise<Delivered>
  /** @param label of the button, or its action id @param ticked values of checkboxes */
  press(user: string, target: Target, label: string, ticked?: readonly string[], fill?: Raw): Promise<Delivered>
  submit(user: string, view: View, fill: Raw): Promise<Delivered>
  suggest(user: string, view: View, actionId: string, typed: string): Promise<readonly Raw[]>
  event(event: Raw): Promise<Delivered>
  /**
   * Writes a message, and delivers what Slack sends the app of it: a mention in a channel, or a direct message (to the channel `D…` of the
   * user), and nothing of other messages. https://docs.slack.dev/reference/events/app_mention, https://docs.slack.dev/reference/events/message.im
   */
  say(user: string, channel: string, text: string, more?: Raw): Promise<Delivered | undefined>
  /** Sends files to the bot in a direct message. */
  sendFiles(user: string, files: Parameters<typeof fileShare>[1], text?: string): Promise<Delivered | undefined>
  openHome(user: string): Promise<Delivered>
  changeUser(id: string, change: Partial<User>): Promise<Delivered>
  /**
   * The channel has another id from now on; its messages keep theirs. https://docs.slack.dev/reference/events/channel_id_changed
   * @returns the event, to be delivered or lost
   */
  changeChannelId(from: string, to: string): Raw
  /** https://docs.slack.dev/reference/events/channel_archive */
  archive(channel: string, archived: boolean): Promise<Delivered>
  /** https://docs.slack.dev/reference/events/channel_deleted */
  deleteChannel(channel: string): Promise<Delivered>
  deliverRaw(type: EnvelopeType, payload: Raw): Promise<Delivered>
  /** The same delivery once more. */
  again(delivered: Delivered): Promise<Delivered>

  messages(channel: string): readonly Message[]
  /** Replies in threads. */
  replies(channel: string): readonly Message[]
  whispers(user: string): readonly Message[]
  home(user: string): View | undefined
  modal(user: string): View | undefined
  calls(method: string): readonly Raw[]
  close(): Promise<void>
}

export const onMessage = (message: Message): Target => ({ kind: 'message', message })
export const onHome = (view: View): Target => ({ kind: 'home', view })
export const onModal = (view: View): Target => ({ kind: 'modal', view })

/** @param now the clock of the workspace: of messages, triggers and response addresses @param own of one of several workspaces */
export async function startFakeSlack(now: () => number = Date.now, doorkeeper?: Doorkeeper, own: Own = {}): Promise<FakeSlack> {
  const world = createWorld(now, own)
  let silent = false
  const { server, origin, close } = await serveWorld(world, () => sockets.ticket(origin), doorkeeper)
  const sockets: Sockets = createSockets(server, { silent: () => silent })
  let transport: Transport = sockets

  async function deliver(type: EnvelopeType, payload: Raw, again = 0): Promise<Delivered> {
    return { type, payload, ack: await transport.deliver(type, payload, again) }
  }

  return {
    world,
    apiUrl: `${origin}/api/`,
    sockets,
    ...peopleAndPlaces(world),
    useHttp: (url, secret) => {
      transport = createHttpTransport(url, secret)
    },
    fail: (method, fault, times = 1, channel) => {
      world.faults.push({ method, fault, channel: channel ?? null, left: times })
    },
    keepSilent: (still) => {
      silent = still
    },
    command: (user, channel, text) => deliver('slash_commands', commandPayload(world, origin, user, channel, text)),
    press: (user, target, label, ticked, fill) => {
      const { element, blockId } = findElement(target, label)
      return deliver('interactive', pressPayload(world, origin, user, target, element, blockId, ticked, fill))
    },
    submit: async (user, view, fill) => {
      const delivered = await deliver('interactive', submissionPayload(world, user, view, fill))
      applySubmission(world, view, delivered.ack.body)
      return delivered
    },
    suggest: async (user, view, actionId, typed) => {
      const { ack } = await deliver('interactive', suggestionPayload(world, user, view, actionId, typed))
      return list(ack.body['options']).map(raw)
    },
    event: (event) => deliver('events_api', eventPayload(world, event)),
    say: async (user, channel, text, more = {}) => {
      const event = messageEvent(world, user, channel, text, more)
      return event === undefined ? undefined : deliver('events_api', eventPayload(world, event))
    },
    sendFiles: async (user, files, text = '') => {
      const event = messageEvent(world, user, dmChannel(world, user).id, text, fileShare(world, files))
      return event === undefined ? undefined : deliver('events_api', eventPayload(world, event))
    },
    openHome: (user) => deliver('events_api', eventPayload(world, { type: 'app_home_opened', user, channel: `D${user}`, tab: 'home' })),
    changeUser: (id, change) => {
      Object.assign(world.users.get(id) ?? {}, change)
      return deliver('events_api', eventPayload(world, { type: 'user_change', user: userObject(world, id) }))
    },
    changeChannelId: (from, to) => changeChannelId(world, from, to),
    archive: (id, archived) => {
      const channel = world.channels.get(id)
      if (channel !== undefined) channel.archived = archived
      const type = `${channel?.private === true ? 'group' : 'channel'}_${archived ? 'archive' : 'unarchive'}`
      return deliver('events_api', eventPayload(world, { type, channel: id, user: 'U0SOMEONE' }))
    },
    deleteChannel: (id) => {
      const type = world.channels.get(id)?.private === true ? 'group_deleted' : 'channel_deleted'
      world.channels.delete(id)
      return deliver('events_api', eventPayload(world, { type, channel: id }))
    },
    deliverRaw: (type, payload) => deliver(type, payload),
    again: ({ type, payload }) => deliver(type, payload, 1),
    close: async () => {
      sockets.close()
      await close()
    },
  }
}

function changeChannelId(world: World, from: string, to: string): Raw {
  const old = world.channels.get(from)
  if (old !== undefined) {
    world.channels.delete(from)
    world.channels.set(to, { ...old, id: to })
    for (const message of old.messages) message.channel = to
  }
  return { type: 'channel_id_changed', old_channel_id: from, new_channel_id: to }
}

function peopleAndPlaces(world: World) {
  return {
    addUser: (id: string, displayName: string, more: Partial<Omit<User, 'id' | 'displayName'>> = {}): User => {
      const user: User = { id, displayName, handle: id.toLowerCase(), zone: 'Europe/Berlin', admin: false, owner: false, guest: false, deleted: false, ...more }
      world.users.set(id, user)
      return user
    },
    addChannel: (id: string, more: { readonly private?: boolean; readonly joined?: boolean } = {}): Channel => {
      const channel: Channel = { id, name: id.toLowerCase(), private: more.private ?? false, joined: more.joined ?? true, archived: false, messages: [] }
      world.channels.set(id, channel)
      return channel
    },
    messages: (channel: string) => (world.channels.get(channel)?.messages ?? []).filter(({ thread = null }) => thread === null),
    /** Replies in threads. */
    replies: (channel: string) => (world.channels.get(channel)?.messages ?? []).filter(({ thread = null }) => thread !== null),
    whispers: (user: string) => world.whispers.filter(({ only }) => only === user),
    home: (user: string) => world.homes.get(user),
    modal: (user: string) => world.views.findLast((view) => view.user === user && view.open),
    calls: (method: string) => world.calls.filter((call) => call.method === method).map(({ args }) => args),
  }
}

/** A button that the person sees; a person cannot press what is not there. */
function findElement(target: Target, label: string): { readonly element: Raw; readonly blockId: string } {
  const blocks = target.kind === 'message' ? target.message.blocks : list(target.view.view['blocks']).map(raw)
  for (const block of blocks) {
    const elements = block['type'] === 'input' ? [block['element']] : list(block['elements'])
    const element = elements.map(raw).find((each) => each['action_id'] !== undefined && (raw(each['text'])['text'] === label || each['action_id'] === label))
    if (element !== undefined) return { element, blockId: string(block['block_id']) }
  }
  throw new Error(`nothing to press with the name ${label} in ${JSON.stringify(blocks).slice(0, 2000)}`)
}

/** https://docs.slack.dev/interactivity/view-submissions-and-closures */
function applySubmission(world: World, view: View, ack: Raw): void {
  switch (ack['response_action']) {
    case 'errors':
      for (const name of Object.keys(raw(ack['errors']))) {
        const there = list(view.view['blocks']).some((block) => raw(block)['block_id'] === name && raw(block)['type'] === 'input')
        if (!there) world.refusals.push({ method: 'view_submission', error: 'invalid_errors', problems: [`no input block ${name}`] })
      }
      return
    case 'update':
      updateView(world, { view_id: view.id, view: ack['view'] })
      return
    default:
      view.open = false
  }
}
