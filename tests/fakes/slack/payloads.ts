// What Slack sends when somebody types, presses, fills in or opens something; field by field as Slack documents it.
import { list, raw, string, type Raw } from './raw.ts'
import { dmChannel, nextTs, type Message, type View, type World } from './world.ts'

/** What a person acts on. */
export type Target = { readonly kind: 'message'; readonly message: Message } | { readonly kind: 'home' | 'modal'; readonly view: View }

function trigger(world: World, user: string): string {
  const id = `${user}.${world.nextId('t')}`
  world.triggers.set(id, { at: world.now(), used: false })
  return id
}

function responseUrl(world: World, origin: string, user: string, channel: string, source: Message | undefined): string {
  const id = world.nextId('r')
  world.responses.set(id, { user, channel, madeAt: world.now(), uses: 0, source, expired: false })
  return `${origin}/response/${id}`
}

export function commandPayload(world: World, origin: string, user: string, channel: string, text: string): Raw {
  if (channel === `D${user}`) dmChannel(world, user)
  const place = world.channels.get(channel)
  return {
    token: 'legacy',
    team_id: world.team.id,
    team_domain: world.team.domain,
    channel_id: channel,
    channel_name: place?.name ?? 'unknown',
    user_id: user,
    user_name: world.users.get(user)?.handle ?? 'unknown',
    command: '/study',
    text,
    api_app_id: world.app.id,
    ...(world.organization === null ? {} : { enterprise_id: world.organization }),
    is_enterprise_install: String(world.organization !== null),
    response_url: responseUrl(world, origin, user, channel, undefined),
    trigger_id: trigger(world, user),
  }
}

const userField = (world: World, user: string): Raw => {
  const handle = world.users.get(user)?.handle ?? 'unknown'
  return { id: user, username: handle, name: handle, team_id: world.team.id }
}

const common = (world: World, user: string): Raw => ({
  user: userField(world, user),
  api_app_id: world.app.id,
  token: 'legacy',
  // https://docs.slack.dev/enterprise/organization-ready-apps: no team where the app is in all of them.
  team: world.organization === null ? { id: world.team.id, domain: world.team.domain } : null,
  enterprise: world.organization === null ? null : { id: world.organization, name: 'The organization' },
  is_enterprise_install: world.organization !== null,
  trigger_id: trigger(world, user),
})

/** @param ticked values of checkboxes that are ticked, wherever they stand @param fill what was typed into the inputs of a modal, by action id */
export function pressPayload(world: World, origin: string, user: string, target: Target, element: Raw, blockId: string, ticked: readonly string[] | undefined, fill: Raw = {}): Raw {
  const action = { action_id: element['action_id'], block_id: blockId, type: element['type'], text: element['text'], action_ts: String(world.now() / 1000) }
  const base = { type: 'block_actions', ...common(world, user), actions: [action] }
  if (target.kind !== 'message') {
    const { id, view, hash } = target.view
    return { ...base, container: { type: 'view', view_id: id }, view: { ...view, id, hash, state: { values: stateOf(list(view['blocks']), ticked, fill) } } }
  }
  const { message } = target
  const ephemeral = message.only !== null
  return {
    ...base,
    container: { type: 'message', message_ts: message.ts, channel_id: message.channel, is_ephemeral: ephemeral },
    channel: { id: message.channel, name: world.channels.get(message.channel)?.name ?? 'unknown' },
    // An ephemeral message does not come along.
    ...(ephemeral ? {} : { message: { type: 'message', user: world.app.user, bot_id: world.app.bot, ts: message.ts, text: message.text, blocks: message.blocks } }),
    state: { values: stateOf(message.blocks, ticked) },
    // Slack would replace any message. The bot has to leave those of a channel alone: they are everybody's.
    response_url: responseUrl(world, origin, user, message.channel, ephemeral || message.channel.startsWith('D') ? message : undefined),
  }
}

/** What stands in all inputs: `fill` by action id, and what was there from the start. */
export function stateOf(blocks: readonly unknown[], ticked: readonly string[] | undefined, fill: Raw = {}): Raw {
  const values: Record<string, Raw> = {}
  for (const block of blocks.map(raw)) {
    const elements = block['type'] === 'input' ? [block['element']] : block['type'] === 'actions' ? list(block['elements']) : []
    for (const element of elements.map(raw)) {
      const id = string(element['action_id'])
      if (element['type'] === 'button') continue
      values[string(block['block_id'])] = { ...values[string(block['block_id'])], [id]: valueOf(element, fill[id] ?? (element['type'] === 'checkboxes' ? ticked : undefined)) }
    }
  }
  return values
}

function valueOf(element: Raw, filled: unknown): Raw {
  const type = string(element['type'])
  const option = (value: unknown) => list(element['options']).find((known) => raw(known)['value'] === value) ?? { text: { type: 'plain_text', text: String(value), emoji: false }, value }
  switch (type) {
    case 'checkboxes':
    case 'multi_external_select':
      return { type, selected_options: filled === undefined ? list(element['initial_options']) : list(filled).map(option) }
    case 'radio_buttons':
    case 'static_select':
    case 'external_select':
      return { type, selected_option: filled === undefined ? (element['initial_option'] ?? null) : option(filled) }
    case 'timepicker':
      return { type, selected_time: filled ?? element['initial_time'] ?? null }
    case 'conversations_select':
      return { type, selected_conversation: filled ?? element['initial_conversation'] ?? null }
    default:
      return { type, value: filled ?? element['initial_value'] ?? null }
  }
}

export function submissionPayload(world: World, user: string, view: View, fill: Raw): Raw {
  const state = { values: stateOf(list(view.view['blocks']), undefined, fill) }
  return { type: 'view_submission', ...common(world, user), view: { ...view.view, id: view.id, hash: view.hash, state }, response_urls: [] }
}

export function suggestionPayload(world: World, user: string, view: View, actionId: string, typed: string): Raw {
  return { type: 'block_suggestion', ...common(world, user), container: { type: 'view', view_id: view.id }, view: { ...view.view, id: view.id }, action_id: actionId, block_id: actionId, value: typed }
}

export function eventPayload(world: World, event: Raw): Raw {
  return {
    token: 'legacy',
    team_id: world.team.id,
    api_app_id: world.app.id,
    event: { event_ts: String(world.now() / 1000), ...event },
    type: 'event_callback',
    event_id: world.nextId('Ev'),
    event_time: Math.floor(world.now() / 1000),
    authorizations: [{ enterprise_id: world.organization, team_id: world.organization === null ? world.team.id : null, user_id: world.app.user, is_bot: true, is_enterprise_install: world.organization !== null }],
    is_ext_shared_channel: false,
  }
}

/**
 * What makes a message one with files: https://docs.slack.dev/reference/events/message/file_share
 *
 * @param more what is special about a file, as one that belongs to another service
 */
export function fileShare(world: World, files: readonly { readonly name: string; readonly data: string | Uint8Array; readonly type?: string; readonly more?: Raw }[]): Raw {
  const described = files.map(({ name, data, type = 'text/plain', more = {} }) => {
    const id = world.nextId('F')
    const path = `/files-pri/${world.team.id}-${id}/${name}`
    const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data
    world.sentFiles.set(path, { data: bytes, type })
    const url = `${world.origin}${path}`
    return { id, name, title: name, mimetype: type, filetype: 'text', mode: 'hosted', is_external: false, size: bytes.byteLength, url_private: url, url_private_download: url, ...more }
  })
  return { subtype: 'file_share', files: described, upload: false }
}

/** What the app hears of a message: nothing if it is neither written to it nor mentions it, or if the app lacks the permission. */
export function messageEvent(world: World, user: string, channel: string, text: string, more: Raw): Raw | undefined {
  const direct = channel.startsWith('D')
  const mentioned = text.includes(`<@${world.app.user}>`)
  if (direct ? !world.scopes.has('im:history') : !mentioned || !world.scopes.has('app_mentions:read')) return undefined
  const ts = nextTs(world)
  const common = { user, ts, client_msg_id: world.nextId('m'), text, team: world.team.id, channel, event_ts: ts }
  return { ...common, ...(direct ? { type: 'message', channel_type: 'im' } : { type: 'app_mention' }), ...more }
}
