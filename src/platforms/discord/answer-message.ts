// Answers what people write to the bot. In a server everybody would read the answer, so it is short, and its buttons answer in private.
import { Routes, type APIMessage, type Message, type REST } from 'discord.js'
import type { Commands } from '../../commands/commands.ts'
import { readWrittenWords } from '../../commands/written-words.ts'
import { readDirectWords } from '../../screens/direct-words.ts'
import { tooFast } from '../../screens/too-fast.ts'
import { createFloodGate } from '../../core/flood.ts'
import type { Log } from '../../core/log.ts'
import type { PlatformMeasures } from '../../core/measures.ts'
import { minute, type Instant } from '../../core/time.ts'
import { filesOf, notSent, withWords } from '../../screens/files.ts'
import { imagesOf, picturesOf } from '../../screens/pictures/blocks.ts'
import type { DrawPicture } from '../../screens/pictures/picture.ts'
import type { Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import type { DirectScreens } from '../direct-screens.ts'
import type { Handler } from '../platform.ts'
import { hasCode, loggable } from './connection/errors.ts'
import { displayName } from './display-name.ts'
import { accountId, directMessages, groupId, personId, placeId } from './ids.ts'
import { readMessage, type Written } from './incoming/read-message.ts'
import type { AttachedNames, DiscordMessage } from './outgoing/message.ts'
import { drawAll } from './outgoing/pictures.ts'

export type MessageAnswerer = {
  readonly handler: Handler
  readonly commands: Commands
  readonly direct: DirectScreens
  readonly rest: REST
  /** @param attached the names of the files that are sent with it */
  readonly draw: (screen: Screen, attached?: AttachedNames) => DiscordMessage
  /** Absent: no pictures. */
  readonly drawPicture?: DrawPicture | undefined
  readonly measures?: PlatformMeasures | undefined
  readonly log: Log
  readonly now: () => Instant
}

/** Answers to everybody in one channel, and to one person in direct messages. */
const [channelLimit, directLimit] = [{ most: 5, within: minute }, { most: 20, within: minute }]
/** A message that comes later, after an outage, is about something that is over. */
const tooOld = 5 * minute
const mostRemembered = 1_000

/** The returned function never throws. */
export function createMessageAnswerer(tools: MessageAnswerer): (message: Message) => Promise<void> {
  const { log, now } = tools
  const gates = { channel: createFloodGate(channelLimit), direct: createFloodGate(directLimit) }
  const answered = new Set<string>()

  return async (message) => {
    const arrived = performance.now()
    try {
      const written = readMessage(message, message.client.user.id)
      // The gateway repeats events after a reconnection.
      if (written === undefined || answered.has(written.id) || now() - message.createdTimestamp > tooOld) return
      answered.add(written.id)
      const [oldest] = answered
      if (answered.size > mostRemembered && oldest !== undefined) answered.delete(oldest)
      const allowed = written.guild === null ? gates.direct(message.author.id, now()) : gates.channel(written.channel, now())
      if (allowed !== 'allowed') log.info({ channel: written.channel }, 'too many messages to the bot here; not answering')
      // In a channel, everybody would see it.
      if (allowed === 'just-over' && written.guild === null) return await send(tools, written, tooFast(directLimit.most))
      if (allowed !== 'allowed') return
      const answer = async () => {
        for (const screen of await screensFor(tools, message, written)) await send(tools, written, screen)
      }
      await (tools.measures?.handled?.('written', arrived, answer) ?? answer())
    } catch (error) {
      log.info({ channel: message.channelId, ...loggable(error) }, 'could not answer a message to the bot')
    }
  }
}

async function screensFor(tools: MessageAnswerer, message: Message, written: Written): Promise<readonly Screen[]> {
  if (written.guild === null) return screensInDirect(tools, message, written)
  const { handler, commands } = tools
  const line = readWrittenWords(written.words, 'channel', { commands, isTerm: handler.isTerm, spokenOf: handler.spokenOf })
  // A mention in the words would be an id when the button is pressed.
  const offer = line === undefined || line.includes('<') ? null : line
  return (await handler.answer({ ...sender(message, written), kind: 'hello', offer })).map(({ screen }) => screen)
}

async function screensInDirect({ handler, commands, direct }: MessageAnswerer, message: Message, written: Written): Promise<readonly Screen[]> {
  const from = sender(message, written)
  const asked = async (request: Request) => (await handler.answer(request)).map(({ screen }) => screen)
  // A reply to an earlier message is about that one.
  const meant = <Shown extends { readonly message: string | null }>(shown: Shown | undefined) => (written.repliesTo === null || written.repliesTo === shown?.message ? shown : undefined)
  const read = readDirectWords(written.words, meant(direct.of(written.channel)), { commands, isTerm: handler.isTerm, spokenOf: handler.spokenOf }, meant(direct.lastOf(written.channel))?.screen)
  switch (read.kind) {
    case 'press':
      return asked({ ...from, kind: 'press', control: read.control, chosen: read.chosen })
    case 'unclear':
      return asked({ ...from, kind: 'unclear', of: read.of, otherwise: read.line === null ? null : commands.parse(read.line) })
    case 'command':
      return asked({ ...from, kind: 'command', command: commands.parse(read.line) })
    case 'hello':
      return asked({ ...from, kind: 'hello', offer: null })
    case 'screen':
      return [read.screen]
  }
}

/** Nobody's rights count here: what needs them is behind a button. */
function sender(message: Message, { id, guild, channel }: Written): Omit<Extract<Request, { kind: 'home' }>, 'kind'> {
  const { author, member, createdTimestamp } = message
  const name = displayName({ nick: member?.nickname, globalName: author.globalName, username: author.username })
  const group = guild ?? directMessages
  return {
    event: `discord:${id}`,
    at: createdTimestamp,
    group: groupId(group),
    ...(guild === null ? { outside: true } : {}),
    place: guild === null ? null : placeId(guild, channel),
    asker: { id: personId(group, author.id), account: accountId(author.id), ...(name === undefined ? { name: 'Somebody', standIn: true } : { name }), zone: null, admin: false, maySetUp: false },
  }
}

/** Without Read Message History, a message cannot be replied to: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const mayNotReply = 160002

/** The nonce makes it safe that discord.js repeats a request that broke off. */
async function send(tools: MessageAnswerer, { id, guild, channel }: Written, screen: Screen): Promise<void> {
  const { rest, draw } = tools
  const body = { ...draw(screen), allowed_mentions: { parse: [], replied_user: false }, nonce: `to-${id}`, enforce_nonce: true }
  const reply = guild === null ? {} : { message_reference: { message_id: id, fail_if_not_exists: false } }
  const noted = guild === null ? tools.direct.posted(channel, screen, null, tools.now()) : undefined
  try {
    const sent = (await rest.post(Routes.channelMessages(channel), { body: { ...body, ...reply } })) as APIMessage
    noted?.named(sent.id)
    if (guild === null) await addPictures(tools, channel, sent.id, screen)
  } catch (error) {
    noted?.dropped()
    if (guild === null || !hasCode(error, mayNotReply)) throw error
    await rest.post(Routes.channelMessages(channel), { body })
  }
}

/** In direct messages; what is said in a channel has none. Never fails: the text stands, and says so where a file is missing. */
async function addPictures({ rest, draw, drawPicture, log }: MessageAnswerer, channel: string, message: string, screen: Screen): Promise<void> {
  if (filesOf(screen).length === 0 && (drawPicture === undefined || picturesOf(screen).length + imagesOf(screen).length === 0)) return
  const { names, files } = await drawAll(screen, drawPicture)
  if (files.length === 0) return
  const attachments = files.map(({ name, description }, id) => ({ id: String(id), filename: name, description }))
  try {
    await rest.patch(Routes.channelMessage(channel, message), { body: { ...draw(screen, names), attachments }, files: files.map(({ name, data }) => ({ name, data, contentType: { png: 'image/png', jpg: 'image/jpeg', gif: 'image/gif' }[name.slice(-3)] ?? 'application/octet-stream' })) })
  } catch (error) {
    log.warn({ channel, ...loggable(error) }, 'could not add a file to a reply; the text stands without it')
    if (filesOf(screen).length > 0) await rest.patch(Routes.channelMessage(channel, message), { body: draw(withWords(screen, notSent)) }).catch(() => undefined)
  }
}
