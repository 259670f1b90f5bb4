// Routes everything that Slack sends to its handler. Every delivery is acknowledged: once its answer is committed, and after 2 s at the latest.
import type { Commands } from '../../commands/commands.ts'
import { readWrittenWords } from '../../commands/written-words.ts'
import { createFloodGate, type FloodGate } from '../../core/flood.ts'
import type { Log } from '../../core/log.ts'
import type { PlatformMeasures, RequestKind } from '../../core/measures.ts'
import { minute, type Instant } from '../../core/time.ts'
import type { Reply } from '../../screens/request.ts'
import type { DirectScreens } from '../direct-screens.ts'
import type { Handler } from '../platform.ts'
import { passOnChannelNews } from './channel-news.ts'
import { acknowledgeInTime, onlyOnce, type Acknowledge } from './connection/acknowledge.ts'
import type { HandleDelivery } from './connection/bolt-app.ts'
import type { ChannelState } from './connection/channel-state.ts'
import { faultName } from './connection/fault.ts'
import { createHandleOnce, type HandleOnce } from './connection/handle-once.ts'
import { groupId, personId, type ChannelId, type TeamId, type UserId } from './ids.ts'
import type { Asking, Incoming, SentFile } from './incoming/incoming.ts'
import type { People } from './incoming/people.ts'
import { readIncoming } from './incoming/read-payload.ts'
import { presenceIn, readUser, type Known } from './incoming/read-user.ts'
import { commandForFiles, type ReadSentFiles } from './incoming/sent-files.ts'
import { needsRights, toRequest } from './incoming/to-request.ts'
import type { Origin } from './origin.ts'
import { formOptions } from './outgoing/form.ts'
import type { NameCommand } from './outgoing/name-command.ts'
import type { Replier } from './outgoing/reply.ts'
import { readDirectWords, type DirectWords } from '../../screens/direct-words.ts'
import { tooFast } from '../../screens/too-fast.ts'

type Dispatch = {
  readonly handler: Handler
  readonly commands: Commands
  readonly nameCommand: Pick<NameCommand, 'command' | 'read'>
  readonly people: People
  readonly replier: Replier
  readonly readFiles: ReadSentFiles
  /** What people's direct messages show. */
  readonly direct: Pick<DirectScreens, 'of' | 'lastOf'>
  readonly team: TeamId
  readonly bot: UserId
  /** The workspace in the names of messages, where one app serves many. */
  readonly messagesName?: TeamId | undefined
  /** Whether Slack accepts the bot's token right now; undefined if Slack does not say. */
  readonly tokenWorks: () => Promise<boolean | undefined>
  /** Whether a channel is archived. */
  readonly stateOf: (channel: ChannelId) => Promise<ChannelState>
  readonly measures?: PlatformMeasures | undefined
  readonly now: () => Instant
  readonly log: Log
}

const mostSuggestions = 100

type Route<K extends Incoming['kind']> = (incoming: Extract<Incoming, { kind: K }>, ack: Acknowledge) => Promise<void> | void
type Routes = { readonly [K in Incoming['kind']]: Route<K> }

export function createDispatch(dispatch: Dispatch): HandleDelivery {
  const routes = createRoutes(dispatch, createHandleOnce(dispatch.now))
  return async (payload, ack, arrived = performance.now()) => {
    let kind: Incoming['kind'] | undefined
    const acknowledge = dispatch.measures === undefined ? ack : timed(ack, arrived, () => kind, dispatch.measures)
    const once = onlyOnce(acknowledge)
    try {
      const incoming = readIncoming(payload, dispatch.bot)
      kind = incoming.kind
      // The route is chosen by this incoming's own kind; TypeScript does not follow that.
      const route = routes[kind] as Route<Incoming['kind']>
      const handled = dispatch.measures?.handled
      if (handled === undefined || !isOfSomebody(kind)) await route(incoming, once)
      else await handled(kind, arrived, async () => route(incoming, once))
    } catch (error) {
      dispatch.log.error({ fault: faultName(error), kind }, 'could not handle a delivery from Slack')
      await once().catch(() => undefined)
    }
  }
}

const isOfSomebody = (kind: Incoming['kind']): kind is RequestKind & Incoming['kind'] => kind === 'press' || kind === 'command' || kind === 'form' || kind === 'written' || kind === 'home' || kind === 'suggest'

/** Until Slack has the acknowledgement. Of events, Bolt's own comes first. */
function timed(ack: Acknowledge, arrived: number, kindOf: () => Incoming['kind'] | undefined, { acknowledged }: PlatformMeasures): Acknowledge {
  return async (response) => {
    await ack(response)
    const kind = kindOf()
    if (kind === 'press' || kind === 'command' || kind === 'form') acknowledged(kind, performance.now() - arrived)
  }
}

function createRoutes(dispatch: Dispatch, once: HandleOnce): Routes {
  const { handler, people, team } = dispatch
  const mayAnswer = createFloodGate(writtenLimit)
  const channelNews = async (incoming: Parameters<typeof passOnChannelNews>[1], ack: Acknowledge) => {
    await ack()
    await passOnChannelNews(dispatch, incoming)
  }
  return {
    press: (incoming, ack) => once(incoming.from.event, ack, (first) => reply(dispatch, incoming, first)),
    command: (incoming, ack) => once(incoming.from.event, ack, (first) => reply(dispatch, incoming, first)),
    form: (incoming, ack) => once(incoming.from.event, ack, (first) => replyToForm(dispatch, incoming, first)),
    written: (incoming, ack) => once(incoming.from.event, ack, () => replyToWords(dispatch, incoming, mayAnswer)),
    checkbox: (_, ack) => ack(),
    suggest: async ({ form, field, typed }, ack) => ack({ options: formOptions(await handler.suggest(form, field, typed, mostSuggestions)) }),
    home: async (incoming, ack) => {
      await ack()
      await showHome(dispatch, incoming)
    },
    'user-changed': async ({ user, data }, ack) => {
      people.changed(user)
      await ack()
      await handler.changed(groupId(team), personId(team, user), presenceIn(readUser(team, user, data)))
    },
    removed: async (_, ack) => {
      await ack()
      await pauseIfRemoved(dispatch)
    },
    'channel-moved': channelNews,
    'channel-deleted': channelNews,
    'channel-archived': channelNews,
    'channel-unarchived': channelNews,
    other: (_, ack) => ack(),
  }
}

/**
 * Events come in no order, so this one may date from before the app was added again; the token decides. If Slack cannot be asked,
 * nothing pauses: should the app be gone after all, the next post is refused and recorded, but nobody would notice a quiz that was
 * paused by mistake.
 */
async function pauseIfRemoved({ handler, team, nameCommand, tokenWorks, now, log }: Dispatch): Promise<void> {
  const group = groupId(team)
  const works = await tokenWorks()
  if (works !== false) {
    log.warn({ group, works }, 'Slack said that the app was removed from the workspace, but still accepts its token; nothing was paused')
    return
  }
  const remedy = `install it again, set the new SLACK_BOT_TOKEN, and type ${nameCommand.command} resume in each channel`
  log.warn({ group }, `the app was removed from the workspace, so its daily questions are paused: ${remedy}`)
  await handler.removed(group, now())
}

/** Asks the bot. For a known asker it does so without a turn of the event loop in between. */
function ask({ handler, commands, people, team, messagesName, now }: Dispatch, incoming: Asking): Promise<readonly Reply[]> {
  const { user, shownAs } = incoming.from
  const known = people.who(user, shownAs, needsRights(incoming, commands, handler) ? 'rights' : 'name')
  const answer = ({ asker }: Known) => handler.answer(toRequest(incoming, { asker, team, messagesName, commands, arrived: now() }))
  return known instanceof Promise ? known.then(answer) : answer(known)
}

async function reply(dispatch: Dispatch, incoming: Extract<Asking, { kind: 'press' | 'command' | 'hello' | 'unclear' }>, ack: Acknowledge): Promise<void> {
  const replies = await acknowledgeInTime(ask(dispatch, incoming), ack, () => undefined)
  await dispatch.replier.send(replies, incoming)
  // A modal was opened from there, and what is pressed in it may change the page.
  if (incoming.on.kind !== 'chat') await showHome(dispatch, incoming)
}

/** Answers of one person in one channel; each is for that person alone. */
const writtenLimit = { most: 20, within: minute }

async function replyToWords(dispatch: Dispatch, incoming: Extract<Incoming, { kind: 'written' }>, mayAnswer: FloodGate): Promise<void> {
  const { handler, commands, now, log, direct } = dispatch
  const { from, on, files = [] } = incoming
  const words = dispatch.nameCommand.read(incoming.words)
  const allowed = mayAnswer(`${from.channel} ${from.user}`, now())
  if (allowed !== 'allowed') log.info({ user: from.user, channel: from.channel }, 'too many messages to the bot from one person; not answering')
  if (allowed === 'just-over') return dispatch.replier.send([{ to: 'asker', screen: tooFast(writtenLimit.most), update: false }], incoming)
  if (allowed === 'over') return
  const vocabulary = { commands, isTerm: handler.isTerm, spokenOf: handler.spokenOf }
  if (from.channel === null) {
    const read = words === '' && files.length > 0 ? null : readDirectWords(words, meantOf(direct.of(from.user), on), vocabulary, meantOf(direct.lastOf(from.user), on)?.screen)
    const line = commandForFiles(files, read, commands)
    if (line !== undefined) return replyToFiles(dispatch, { from, on, line, files })
    return read === null ? undefined : replyToDirectWords(dispatch, incoming, read)
  }
  const line = readWrittenWords(words, 'channel', vocabulary)
  return reply(dispatch, line === undefined ? { kind: 'hello', from, on } : { kind: 'command', from, on, line }, async () => undefined)
}

async function replyToFiles(dispatch: Dispatch, { from, on, line, files }: Origin & { readonly line: string; readonly files: readonly SentFile[] }): Promise<void> {
  const file = await dispatch.readFiles(files, dispatch.commands.find(line)?.takesFile?.mostBytes ?? 0)
  return reply(dispatch, { kind: 'command', from, on, line, file }, async () => undefined)
}

/** In a thread, only its own message can be meant. */
function meantOf<Shown extends { readonly message: string | null }>(shown: Shown | undefined, on: Extract<Incoming, { kind: 'written' }>['on']): Shown | undefined {
  const thread = on.kind === 'chat' ? (on.thread ?? null) : null
  return thread === null || thread === shown?.message ? shown : undefined
}

function replyToDirectWords(dispatch: Dispatch, { from, on, at }: Extract<Incoming, { kind: 'written' }>, read: DirectWords): Promise<void> {
  const ack = async () => undefined
  switch (read.kind) {
    case 'press':
      return reply(dispatch, { kind: 'press', from, on, control: read.control, chosen: read.chosen, at, filled: null, message: null }, ack)
    case 'command':
      return reply(dispatch, { kind: 'command', from, on, line: read.line }, ack)
    case 'unclear':
      return reply(dispatch, { kind: 'unclear', from, on, of: read.of, line: read.line }, ack)
    case 'hello':
      return reply(dispatch, { kind: 'hello', from, on }, ack)
    case 'screen':
      return dispatch.replier.send([{ to: 'asker', screen: read.screen, update: false }], { from, on })
  }
}

async function replyToForm(dispatch: Dispatch, incoming: Extract<Incoming, { kind: 'form' }>, ack: Acknowledge): Promise<void> {
  const { from, on, values, team } = incoming
  const own = team === null || team === dispatch.team ? incoming : { ...incoming, form: '' }
  let inModal = false
  const replies = await acknowledgeInTime(ask(dispatch, own), ack, (found, late) => {
    inModal = !late
    return late ? undefined : dispatch.replier.inForm(found, values, { from, on })
  })
  // The modal shows the pointer; the session itself goes to the direct messages.
  if (inModal) return dispatch.replier.send(replies.filter(({ to }) => to === 'direct'), { from, on })
  // The early acknowledgement has closed the modal.
  await dispatch.replier.send(replies, { from, on: { kind: 'chat', url: on.kind === 'modal' ? on.url : null, trigger: null, own: null } })
}

async function showHome(dispatch: Dispatch, { from }: Pick<Asking, 'from'>): Promise<void> {
  const replies = await ask(dispatch, { kind: 'home', from: { ...from, channel: null, event: `${from.event}:home` } })
  await dispatch.replier.publishHome(from.user, replies)
}
