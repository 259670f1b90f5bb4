// The methods of the Web API that the bot uses, each as strict as Slack's own.
import { shapeProblems } from './block-schema.ts'
import { limitProblems, type SurfaceKind } from './block-limits.ts'
import { list, raw, string, type Raw } from './raw.ts'
import { dmChannel, named, nextTs, type Channel, type Message, type View, type World } from './world.ts'

/** What a method says no with. */
export class Refused extends Error {
  readonly error: string
  readonly problems: readonly string[]
  constructor(error: string, problems: readonly string[] = []) {
    super(error)
    this.error = error
    this.problems = problems
  }
}

type Method = { readonly scope: string | null; readonly run: (world: World, args: Raw) => Raw }

export function checkBlocks(blocks: readonly unknown[], surface: SurfaceKind): void {
  const limits = limitProblems(blocks, surface)
  const tooLong = limits.find((problem) => problem.startsWith('msg_blocks_too_long'))
  if (tooLong !== undefined) throw new Refused('msg_blocks_too_long', [tooLong])
  const problems = [...limits, ...shapeProblems(blocks)]
  if (problems.length > 0) throw new Refused('invalid_blocks', problems)
}

/** A block shows a file that the bot has uploaded, and that is still there. */
function checkFiles(world: World, blocks: readonly unknown[]): void {
  const gone = blocks.map((block) => raw(raw(block)['slack_file'])['id']).filter((id) => id !== undefined && world.uploads.get(string(id))?.shared !== true)
  if (gone.length > 0) throw new Refused('invalid_blocks', ['invalid slack file [json-pointer:/blocks/0/slack_file]'])
}

/** Blocks and text of a message, as posts, updates and replies have them. */
export function checkMessage(world: World, args: Raw, mostText: number): { readonly text: string; readonly blocks: readonly Raw[] } {
  const blocks = list(args['blocks']).map(raw)
  const text = string(args['text'])
  if (text === '' && blocks.length === 0) throw new Refused('no_text')
  if (text === '') throw new Refused('no_text', ['a message with blocks needs text for notifications and screen readers'])
  if (text.length > mostText) throw new Refused('msg_too_long', [`${text.length} characters of text, at most ${mostText}`])
  if (blocks.some(({ type }) => world.unknownBlocks.has(string(type)))) throw new Refused('invalid_blocks', ['an unknown type of block'])
  checkBlocks(blocks, 'message')
  checkFiles(world, blocks)
  return { text, blocks }
}

function channelToPost(world: World, id: string): Channel {
  if (world.users.has(id)) return dmChannel(world, id)
  const channel = world.channels.get(id)
  if (channel === undefined || (channel.private && !channel.joined)) throw new Refused('channel_not_found')
  if (channel.archived) throw new Refused('is_archived')
  if (!channel.joined && !world.scopes.has('chat:write.public')) throw new Refused('not_in_channel')
  return channel
}

export function store(world: World, to: { readonly channel: Channel; readonly only: string | null; readonly by: string }, args: Raw, mostText = 40_000): Message {
  const { text, blocks } = checkMessage(world, args, mostText)
  const message: Message = {
    ts: nextTs(world),
    channel: to.channel.id,
    only: to.only,
    thread: args['thread_ts'] === undefined ? null : string(args['thread_ts']),
    text,
    blocks: named(world, blocks),
    metadata: args['metadata'] === undefined ? undefined : raw(args['metadata']),
    edits: 0,
    by: to.by,
  }
  if (to.only === null) to.channel.messages.push(message)
  else world.whispers.push(message)
  return message
}

function post(world: World, args: Raw): Raw {
  const channel = channelToPost(world, string(args['channel']))
  const metadata = raw(args['metadata'])
  if (args['metadata'] !== undefined && (string(metadata['event_type']) === '' || typeof metadata['event_payload'] !== 'object')) throw new Refused('invalid_metadata_format')
  const message = store(world, { channel, only: null, by: 'chat.postMessage' }, args)
  return { channel: channel.id, ts: message.ts, message: shown(world, message, true) }
}

function shown(world: World, message: Message, withMetadata: boolean): Raw {
  return {
    type: 'message',
    user: world.app.user,
    bot_id: world.app.bot,
    app_id: world.app.id,
    ts: message.ts,
    text: message.text,
    blocks: message.blocks,
    ...((message.thread ?? null) === null ? {} : { thread_ts: message.thread }),
    ...(withMetadata && message.metadata !== undefined ? { metadata: message.metadata } : {}),
  }
}

function postEphemeral(world: World, args: Raw): Raw {
  const user = string(args['user'])
  const channel = channelToPost(world, string(args['channel']))
  if (!world.users.has(user)) throw new Refused('user_not_in_channel')
  return { message_ts: store(world, { channel, only: user, by: 'chat.postEphemeral' }, args).ts }
}

function update(world: World, args: Raw): Raw {
  const channel = world.channels.get(string(args['channel']))
  if (channel === undefined) throw new Refused('channel_not_found')
  const message = channel.messages.find(({ ts }) => ts === args['ts'])
  if (message === undefined) throw new Refused('message_not_found')
  const { text, blocks } = checkMessage(world, args, 4_000)
  Object.assign(message, { text, blocks: named(world, blocks), edits: message.edits + 1 })
  return { channel: channel.id, ts: message.ts, text }
}

function history(world: World, args: Raw): Raw {
  const channel = world.channels.get(string(args['channel']))
  if (channel === undefined || (channel.private && !channel.joined)) throw new Refused('channel_not_found')
  if (!world.scopes.has(channel.private ? 'groups:history' : 'channels:history')) throw new Refused('missing_scope')
  if (!channel.joined) throw new Refused('not_in_channel')
  // Replies are not part of it: https://docs.slack.dev/reference/methods/conversations.history
  const isNewer = (ts: string) => Number(ts) > Number(args['latest'] ?? Infinity) || (ts === args['latest'] && args['inclusive'] !== 'true')
  const newest = channel.messages.filter(({ ts, thread = null }) => thread === null && Number(ts) >= Number(args['oldest'] ?? 0) && !isNewer(ts)).toReversed()
  const start = Number(args['cursor'] ?? 0)
  const page = newest.slice(start, start + Math.min(Number(args['limit'] ?? 100), 999))
  const more = start + page.length < newest.length
  return {
    messages: page.map((message) => shown(world, message, args['include_all_metadata'] === 'true' || args['include_all_metadata'] === true)),
    has_more: more,
    ...(more ? { response_metadata: { next_cursor: String(start + page.length) } } : {}),
  }
}

function userInfo(world: World, args: Raw): Raw {
  const user = world.users.get(string(args['user']))
  if (user === undefined) throw new Refused('user_not_found')
  return { user: userObject(world, user.id) }
}

export function userObject(world: World, id: string): Raw {
  const user = world.users.get(id)
  if (user === undefined) throw new Refused('user_not_found')
  return {
    id,
    team_id: user.team ?? world.team.id,
    // https://docs.slack.dev/apis/slack-connect/#users
    ...(user.team === undefined ? {} : { is_stranger: false }),
    name: user.handle,
    real_name: user.displayName,
    deleted: user.deleted,
    tz: user.zone,
    profile: { display_name: user.displayName, real_name: user.displayName },
    is_admin: user.admin,
    is_owner: user.owner,
    is_primary_owner: false,
    is_restricted: user.guest,
    is_ultra_restricted: false,
    is_bot: user.bot === true,
  }
}

/** https://docs.slack.dev/reference/methods/users.list */
function userList(world: World, args: Raw): Raw {
  const ids = [...world.users.keys()]
  const start = Number(args['cursor'] ?? 0)
  const end = start + Math.min(Number(args['limit'] ?? 100), 1_000)
  return { members: ids.slice(start, end).map((id) => userObject(world, id)), response_metadata: { next_cursor: end < ids.length ? String(end) : '' } }
}

/** https://docs.slack.dev/reference/methods/conversations.info: an app that is not in a private channel is told that there is none. */
function channelInfo(world: World, args: Raw): Raw {
  const channel = world.channels.get(string(args['channel']))
  if (channel === undefined || (channel.private && !channel.joined)) throw new Refused('channel_not_found')
  if (!world.scopes.has(channel.private ? 'groups:read' : 'channels:read')) throw new Refused('missing_scope')
  return { channel: { id: channel.id, name: channel.name, is_archived: channel.archived, is_private: channel.private } }
}

/** https://docs.slack.dev/reference/methods/usergroups.users.list: without people whose accounts are deactivated. */
function groupUsers(world: World, args: Raw): Raw {
  const members = world.userGroups.get(string(args['usergroup']))
  if (members === undefined) throw new Refused('no_such_subteam')
  return { users: members.filter((id) => world.users.get(id)?.deleted === false) }
}

function checkView(world: World, value: unknown): Raw {
  const view = raw(value)
  const blocks = list(view['blocks'])
  checkBlocks(blocks, view['type'] === 'home' ? 'home' : 'modal')
  checkFiles(world, blocks)
  if (JSON.stringify(view).length > 250_000) throw new Refused('view_too_large')
  if (view['type'] === 'modal') {
    for (const part of ['title', 'submit', 'close']) {
      const words = string(raw(view[part])['text'])
      if (words.length > 24 || (view[part] !== undefined && words === '')) throw new Refused('invalid_arguments', [`${part}: ${words}`])
    }
    if (view['title'] === undefined) throw new Refused('invalid_arguments', ['a modal without a title'])
    if (blocks.some((block) => raw(block)['type'] === 'input') && view['submit'] === undefined) throw new Refused('invalid_arguments', ['inputs without submit'])
    if (string(view['private_metadata']).length > 3000) throw new Refused('invalid_arguments', ['private_metadata'])
  }
  return { ...view, blocks: named(world, blocks.map(raw)) }
}

const triggerLife = 3_000

function openView(world: World, args: Raw): Raw {
  const trigger = world.triggers.get(string(args['trigger_id']))
  if (trigger === undefined) throw new Refused('invalid_trigger_id')
  if (trigger.used) throw new Refused('exchanged_trigger_id')
  if (world.now() - trigger.at > triggerLife) throw new Refused('expired_trigger_id')
  const view = checkView(world, args['view'])
  trigger.used = true
  const user = string(args['trigger_id']).split('.')[0] ?? ''
  const opened: View = { id: world.nextId('V'), user, hash: world.nextId('h'), view, open: true }
  world.views.push(opened)
  return { view: { ...view, id: opened.id, hash: opened.hash } }
}

/** Also what an acknowledgement with `response_action: update` does. */
export function updateView(world: World, args: Raw): Raw {
  const known = world.views.find(({ id, open }) => id === args['view_id'] && open)
  if (known === undefined) throw new Refused('not_found')
  if (args['hash'] !== undefined && args['hash'] !== known.hash) throw new Refused('hash_conflict')
  known.view = checkView(world, args['view'])
  known.hash = world.nextId('h')
  return { view: { ...known.view, id: known.id, hash: known.hash } }
}

function publishView(world: World, args: Raw): Raw {
  const user = string(args['user_id'])
  if (!world.users.has(user)) throw new Refused('user_not_found')
  const view = checkView(world, args['view'])
  if (view['type'] !== 'home') throw new Refused('invalid_arguments')
  world.homes.set(user, { id: world.nextId('V'), user, hash: world.nextId('h'), view, open: true })
  return { view }
}

/** https://docs.slack.dev/reference/methods/files.getUploadURLExternal */
function uploadUrl(world: World, args: Raw): Raw {
  const [name, length, alt] = [string(args['filename']), Number(args['length']), string(args['alt_txt'])]
  if (name === '' || !(length > 0)) throw new Refused('invalid_arguments', ['filename and length'])
  if (args['alt_text'] !== undefined) throw new Refused('invalid_arguments', ['alt_text: it is called alt_txt'])
  if (alt.length > 1000) throw new Refused('alt_txt_too_large', [`${alt.length} characters`])
  const id = world.nextId('F')
  world.uploads.set(id, { id, name, length, alt, sent: undefined, title: name, shared: false })
  return { upload_url: `${world.origin}/upload/v1/${id}`, file_id: id }
}

/** https://docs.slack.dev/reference/methods/files.completeUploadExternal: `channel_id` takes no user, `channels` does. */
function completeUpload(world: World, args: Raw): Raw {
  const to = args['channel_id'] === undefined ? undefined : string(args['channel_id'])
  if (to !== undefined && !/^[CGDZ][A-Z0-9]+$/u.test(to)) throw new Refused('invalid_arguments', ['input must match regex pattern: ^[CGDZ][A-Z0-9]{8,}$ [json-pointer:/channel_id]'])
  const files = list(args['files']).map(raw).map((file) => {
    const upload = world.uploads.get(string(file['id']))
    if (upload?.sent === undefined || upload.shared) throw new Refused('file_not_found')
    if (upload.sent.byteLength !== upload.length) throw new Refused('posting_to_channel_denied', [`${upload.sent.byteLength} bytes, not ${upload.length}`])
    return Object.assign(upload, { title: string(file['title']) || upload.name, shared: true })
  })
  for (const id of [...(to === undefined ? [] : [to]), ...string(args['channels']).split(',')].filter((each) => each !== '')) {
    const channel = channelToPost(world, id)
    channel.messages.push({ ts: nextTs(world), channel: channel.id, only: null, text: '', blocks: [], metadata: undefined, files, edits: 0, by: 'files.completeUploadExternal', thread: args['thread_ts'] === undefined ? null : string(args['thread_ts']) })
  }
  return { files: files.map(({ id, title }) => ({ id, title })) }
}

/** https://docs.slack.dev/reference/methods/files.delete */
function deleteFile(world: World, args: Raw): Raw {
  const id = string(args['file'])
  if (!world.uploads.delete(id)) throw new Refused('file_not_found')
  for (const { messages } of world.channels.values()) {
    const at = messages.findIndex(({ files = [] }) => files.some((file) => file.id === id))
    if (at >= 0) messages.splice(at, 1)
  }
  return {}
}

export const methods: Readonly<Record<string, Method>> = {
  'auth.test': { scope: null, run: (world) => ({ url: 'https://studyhall.slack.com/', team: 'Studyhall', user: 'studyhall', team_id: world.team.id, user_id: world.app.user, bot_id: world.app.bot }) },
  'chat.postMessage': { scope: 'chat:write', run: post },
  'chat.postEphemeral': { scope: 'chat:write', run: postEphemeral },
  'chat.update': { scope: 'chat:write', run: update },
  'conversations.history': { scope: null, run: history },
  'files.getUploadURLExternal': { scope: 'files:write', run: uploadUrl },
  'files.completeUploadExternal': { scope: 'files:write', run: completeUpload },
  'files.delete': { scope: 'files:write', run: deleteFile },
  'conversations.info': { scope: null, run: channelInfo },
  'usergroups.users.list': { scope: 'usergroups:read', run: groupUsers },
  'users.list': { scope: 'users:read', run: userList },
  'users.info': { scope: 'users:read', run: userInfo },
  'views.open': { scope: null, run: openView },
  'views.update': { scope: null, run: updateView },
  'views.publish': { scope: null, run: publishView },
}
