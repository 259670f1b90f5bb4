// The workspaces that something was asked of, or said in, lately: each with its people, and its way out with its own token.
import type { Commands } from '../../../commands/commands.ts'
import { keepLatest } from '../../../core/keep-latest.ts'
import type { Log } from '../../../core/log.ts'
import type { GroupId } from '../../../core/quiz.ts'
import type { PlatformMeasures } from '../../../core/measures.ts'
import type { Instant } from '../../../core/time.ts'
import type { DrawPicture } from '../../../screens/pictures/picture.ts'
import { PostError, type Handler } from '../../platform.ts'
import { isTokenRefused } from '../connection/post-errors.ts'
import type { ResponseUrlClient } from '../connection/response-url.ts'
import type { TokenWatch } from '../connection/token-watch.ts'
import type { WebClients } from '../connection/web-clients.ts'
import { teamOf } from '../ids.ts'
import type { PeopleCache } from '../incoming/people.ts'
import { createSparingSearch } from '../outgoing/find-sparingly.ts'
import { createImages, type ImageTiming } from '../outgoing/images.ts'
import type { NameCommand } from '../outgoing/name-command.ts'
import { createPoster } from '../outgoing/post.ts'
import { createWorkspace, type Workspace } from '../workspace.ts'
import { installUrlAt } from './paths.ts'
import type { SharedClients } from './shared-clients.ts'
import type { Tokens } from './tokens.ts'
import { callsWith } from './workspace-calls.ts'

/** `poster`: says what nobody asked for. */
export type Opened = { readonly workspace: Workspace; readonly poster: ReturnType<NameCommand['poster']> }

export type Workspaces = {
  /** Undefined if the app isn't installed there, or no key opens its token. Fails where the token can't be looked up. */
  of(group: GroupId): Promise<Opened | undefined>
  forget(group: GroupId): void
}

type Needs = {
  readonly clients: SharedClients
  readonly responseUrls: ResponseUrlClient
  readonly tokens: Tokens
  readonly naming: NameCommand
  readonly commands: Commands
  readonly handler: () => Handler | undefined
  /** Slack refused a call because of the token. */
  readonly refused: (group: GroupId) => void
  readonly drawPicture?: DrawPicture
  readonly pictures?: ImageTiming
  readonly apiUrl?: string
  readonly publicUrl: string
  readonly measures?: PlatformMeasures
  readonly log: Log
  readonly now: () => Instant
}

/** Of all workspaces together; about 400 bytes each. */
const mostPeople = 200_000
const mostWorkspaces = 5_000
const homesKept = 20

/** `since`: when the app was installed, which a new installation changes. */
type Entry = Opened & { readonly id: string; readonly since: Instant }

export function createWorkspaces(needs: Needs): Workspaces {
  const { tokens, handler } = needs
  const people: PeopleCache = { entries: new Map(), most: mostPeople }
  const opened = new Map<GroupId, Entry>()
  return {
    async of(group) {
      const [held, bot, team] = [await tokens.of(group), handler(), teamOf(group)]
      if (held === undefined || bot === undefined || team === undefined) return undefined
      const { id, installedAt: since } = held.installation
      const before = opened.get(group)
      const entry = before?.id === id && before.since === since ? before : { ...open(needs, people, { group, team, bot, held }), id, since }
      keepLatest(opened, group, entry, mostWorkspaces)
      return entry
    },
    forget: (group) => void opened.delete(group),
  }
}

type Of = { readonly group: GroupId; readonly team: string; readonly bot: Handler; readonly held: NonNullable<Awaited<ReturnType<Tokens['of']>>> }

function open(needs: Needs, people: PeopleCache, { group, team, bot, held: { installation } }: Of): Opened {
  const { clients, tokens, naming, drawPicture, apiUrl, now, log } = needs
  const readToken = async (): Promise<string> => {
    const held = await tokens.of(group)
    // As Slack itself would say it.
    if (held === undefined) throw Object.assign(new Error('not installed'), { code: 'slack_webapi_platform_error', data: { error: 'account_inactive' } })
    return held.token
  }
  const organization = installation.id === group ? null : (/^slack:(\w+)$/u.exec(installation.id)?.[1] ?? null)
  const calls = (client: SharedClients['web']) => callsWith(client, readToken, organization === null ? null : team, () => needs.refused(group))
  const speaking: WebClients = { once: calls(clients.once), web: calls(clients.web) }
  const token = unwatched(() => speaking.web.auth.test())
  const images = createImages({ ...speaking, drawPicture, timing: needs.pictures, now, log })
  const { bot: botUser, botId, url, name } = installation
  const tools = { ...speaking, token, images, drawPicture, log }
  const poster = createPoster({ ...tools, botUser: () => botUser, team, sparing: (searcher, shows) => createSparingSearch(searcher, shows, now) })
  const workspace = createWorkspace({
    ...tools, identity: { team, name, bot: botUser, botId, workspace: url }, handler: bot, commands: needs.commands, nameCommand: naming, responseUrls: needs.responseUrls, readToken, apiUrl, measures: needs.measures, now,
    among: { people, homesKept, organization },
  })
  return { workspace, poster: naming.poster(inTheirWords(poster, installUrlAt(needs.publicUrl))) }
}

/** Whether the app is still installed is found out elsewhere. */
const unwatched = (ask: () => Promise<unknown>): TokenWatch => ({
  watch: (call) => call,
  works: () => ask().then(() => true, (error: unknown) => (isTokenRefused(error) ? false : undefined)),
  refused: () => false,
})

type Poster = Opened['poster']

/** Where one bot has one workspace, a refused token is for its operator to mend. Here it's for somebody in the workspace. */
function inTheirWords(poster: Poster, installUrl: string): Poster {
  const reworded = async <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      if (!(error instanceof PostError) || !isTokenRefused(error.cause)) throw error
      throw new PostError(error.code, `Slack no longer takes the app’s token for this workspace. Somebody there can install it again: ${installUrl}`, error)
    })
  return {
    ...poster,
    post: (...what) => reworded(poster.post(...what)),
    announce: (...what) => reworded(poster.announce(...what)),
    find: (...what) => reworded(poster.find(...what)),
    redraw: (...what) => reworded(poster.redraw(...what)),
    reply: (...what) => reworded(poster.reply(...what)),
    discuss: (...what) => reworded(poster.discuss(...what)),
  }
}
