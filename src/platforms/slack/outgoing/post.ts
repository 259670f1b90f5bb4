// What the bot says unasked: posts, their redraws, private messages.
import type { Log } from '../../../core/log.ts'
import type { PersonId, PlaceId } from '../../../core/quiz.ts'
import type { DrawPicture } from '../../../screens/pictures/picture.ts'
import type { Screen } from '../../../screens/screen.ts'
import { PostError, type MessageRef, type Platform, type Shows } from '../../platform.ts'
import { faultName } from '../connection/fault.ts'
import { postError, redrawError } from '../connection/post-errors.ts'
import type { TokenWatch } from '../connection/token-watch.ts'
import type { WebClients } from '../connection/web-clients.ts'
import { channelOf, messageRef, readMessageRef, userOf, type FileId, type TeamId, type UserId } from '../ids.ts'
import { addPicture, deletePicture } from './channel-pictures.ts'
import { find, shows, type Searcher } from './find.ts'
import type { SparingSearch } from './find-sparingly.ts'
import type { Images } from './images.ts'
import { render } from './render.ts'
import { roundMetadata } from './round-metadata.ts'
import { plainerIfRefused } from './show.ts'

type PostTools = WebClients & {
  /** The bot's own user; undefined before the start. */
  readonly botUser: () => UserId | undefined
  /** In the names of messages, where one app serves many workspaces. */
  readonly team?: TeamId | undefined
  readonly token: TokenWatch
  readonly images: Images
  /** Where Slack lets the app read little. */
  readonly sparing?: ((searcher: () => Searcher, shows: (message: MessageRef) => Promise<Shows | undefined>) => SparingSearch) | undefined
  readonly log: Log
  /** Absent: no pictures. */
  readonly drawPicture?: DrawPicture | undefined
}

export function createPoster(tools: PostTools): Pick<Platform, 'post' | 'announce' | 'find' | 'redraw' | 'reply' | 'tell'> & Required<Pick<Platform, 'shows' | 'discuss'>> {
  const { images } = tools
  const deleted = new Set<FileId>()
  return {
    post: async (place, screen, round) => post(tools, place, await images.ready(screen), { metadata: roundMetadata(round) }),
    announce: (place, screen) => announce(tools, place, screen),
    ...searchOf(tools),
    redraw: async (message, screen) => redraw(tools, deleted, message, await images.ready(screen)),
    reply: (message, screen) => reply(tools, message, screen),
    // A thread is there as soon as somebody replies.
    discuss: async (message, { invitation }) => (invitation === null ? undefined : reply(tools, message, invitation)),
    tell: (person, screen) => tell(tools, person, screen),
  }
}

function searchOf({ web, botUser, team, sparing, log }: PostTools): SparingSearch {
  const searcher = () => ({ web, botUser: botUser(), team, log })
  const shown = (message: MessageRef) => shows(web, message)
  return sparing?.(searcher, shown) ?? { find: (...wanted) => find(searcher(), ...wanted), shows: shown }
}

const withoutMarkup = { mrkdwn: false, unfurl_links: false, unfurl_media: false } as const

type Mark = { readonly metadata?: ReturnType<typeof roundMetadata> }

/** @param mark by which the post of a round is found again */
async function post(tools: PostTools, place: PlaceId, screen: Screen, mark: Mark): Promise<MessageRef> {
  const channel = channelOf(place)
  if (channel === undefined) throw new PostError('refused', "This channel isn’t on Slack. A manager can set up the daily question again in its channel.")
  const { once, token, team } = tools
  const { postMessage } = once.chat
  try {
    const posted = await plainerIfRefused(tools, screen, (shown, tables) => token.watch(postMessage({ channel, ...render(shown, tables), ...mark, ...withoutMarkup })))
    if (posted.ts === undefined) throw new Error('Slack did not say which message it is')
    return messageRef(posted.channel ?? channel, posted.ts, undefined, team)
  } catch (error) {
    throw postError(error)
  }
}

/** The picture follows in its thread, so that the text never waits for it. */
async function announce(tools: PostTools, place: PlaceId, screen: Screen): Promise<MessageRef> {
  const message = await post(tools, place, screen, {})
  const ref = readMessageRef(message)
  return ref === undefined ? message : messageRef(ref.channel, ref.ts, await addPicture(tools, ref, screen), ref.team)
}

/** @param deleted pictures that are gone. One that stays would go on showing what the text no longer does, also below a text that somebody has deleted. */
async function redraw(tools: PostTools, deleted: Set<FileId>, message: MessageRef, screen: Screen): Promise<void> {
  const ref = readMessageRef(message)
  try {
    await redrawText(tools, message, screen)
  } finally {
    if (ref?.file !== undefined && !deleted.has(ref.file) && (await deletePicture(tools, ref.file))) deleted.add(ref.file)
  }
}

async function redrawText(tools: PostTools, message: MessageRef, screen: Screen): Promise<void> {
  const { web, token } = tools
  const ref = readMessageRef(message)
  if (ref === undefined) throw new PostError('refused', "This message isn’t on Slack.")
  try {
    await plainerIfRefused(tools, screen, (shown, tables) => token.watch(web.chat.update({ channel: ref.channel, ts: ref.ts, ...render(shown, tables) })))
  } catch (error) {
    throw redrawError(error)
  }
}

/** In the thread of the post: https://docs.slack.dev/messaging/#threading */
async function reply({ once, token }: PostTools, message: MessageRef, screen: Screen): Promise<void> {
  const ref = readMessageRef(message)
  if (ref === undefined) throw new PostError('refused', "This message isn’t on Slack.")
  const { postMessage } = once.chat
  try {
    await token.watch(postMessage({ channel: ref.channel, thread_ts: ref.ts, ...render(screen), ...withoutMarkup }))
  } catch (error) {
    throw postError(error)
  }
}

async function tell({ once, token, log }: PostTools, person: PersonId, screen: Screen): Promise<boolean> {
  const user = userOf(person)
  if (user === undefined) return false
  const { postMessage } = once.chat
  try {
    await token.watch(postMessage({ channel: user, ...render(screen), ...withoutMarkup }))
    return true
  } catch (error) {
    log.warn({ person, fault: faultName(error) }, 'could not send a direct message')
    return false
  }
}
