// Everything about one workspace, once it's known which one a token belongs to: its people, its requests, and the replies to them.
import type { Commands } from '../../commands/commands.ts'
import type { Log } from '../../core/log.ts'
import type { PlatformMeasures } from '../../core/measures.ts'
import type { PersonId } from '../../core/quiz.ts'
import type { Instant } from '../../core/time.ts'
import type { DrawPicture } from '../../screens/pictures/picture.ts'
import { createDirectScreens } from '../direct-screens.ts'
import type { Handler, Platform, Presence } from '../platform.ts'
import type { HandleDelivery } from './connection/bolt-app.ts'
import { channelState } from './connection/channel-state.ts'
import { groupMembers } from './connection/group-members.ts'
import type { Identity } from './connection/identity.ts'
import { createOwners } from './connection/owners.ts'
import { presenceOf } from './connection/presence.ts'
import type { ResponseUrlClient } from './connection/response-url.ts'
import type { TokenWatch } from './connection/token-watch.ts'
import type { WebClients } from './connection/web-clients.ts'
import { createDispatch } from './dispatch.ts'
import { channelOf, personId } from './ids.ts'
import { createPeople, type PeopleCache } from './incoming/people.ts'
import { createFileReader } from './incoming/sent-files.ts'
import { createFileSender } from './outgoing/files.ts'
import type { Images } from './outgoing/images.ts'
import type { NameCommand } from './outgoing/name-command.ts'
import { createPictureSender } from './outgoing/pictures.ts'
import { createReplier } from './outgoing/reply.ts'

export type WorkspaceTools = WebClients & {
  readonly identity: Identity
  readonly handler: Handler
  readonly commands: Commands
  readonly nameCommand: NameCommand
  readonly responseUrls: ResponseUrlClient
  readonly token: TokenWatch
  /** The bot's token, for files. */
  readonly readToken: () => Promise<string>
  readonly images: Images
  /** Absent: no pictures. */
  readonly drawPicture?: DrawPicture | undefined
  /** Another address of the Web API. */
  readonly apiUrl?: string | undefined
  readonly measures?: PlatformMeasures | undefined
  readonly log: Log
  readonly now: () => Instant
  /** Where one app serves many workspaces: what they all keep in one place, and what is kept less of. */
  readonly among?: { readonly people: PeopleCache; readonly homesKept: number; readonly organization: string | null }
}

export type Workspace = Pick<Platform, 'presence' | 'havingRole' | 'owners'> & {
  readonly dispatch: HandleDelivery
  readonly exists: NonNullable<Platform['exists']>
}

/** Slack need not be asked. */
const itself: Presence = { gone: false, name: null, bot: true }

export function createWorkspace(tools: WorkspaceTools): Workspace {
  const { identity, handler, commands, nameCommand, token, web, log, now, among } = tools
  const { team, bot } = identity
  const people = createPeople({ web, team, organization: among?.organization ?? null, log, now, cache: among?.people })
  const owners = createOwners(web, now, log)
  const direct = createDirectScreens()
  const showing = { ...tools, workspace: identity.workspace, direct, homesKept: among?.homesKept }
  const [sendPictures, sendFiles] = [createPictureSender(tools), createFileSender(showing)]
  const replier = createReplier(showing, async (screen, user) => {
    await sendPictures(screen, user)
    await sendFiles(screen, user)
  })
  const stateOf = (channel: string) => channelState(web, channel)
  const messagesName = among === undefined ? undefined : team
  const dispatch = createDispatch({
    handler, commands, nameCommand, people, replier: nameCommand.replier(replier), readFiles: createFileReader(tools), direct, team, bot, messagesName, tokenWorks: token.works, stateOf, measures: tools.measures, now, log,
  })
  return {
    dispatch,
    presence: (asked) => presenceOf(async (user) => (user === bot ? itself : people.presence(user)), asked),
    havingRole: (role, asked) => groupMembers(web, role, asked, log),
    owners: async () => (await owners(team)).map((user): PersonId => personId(team, user)),
    exists: async (place) => {
      const channel = channelOf(place)
      const state = channel === undefined ? undefined : await stateOf(channel)
      return state === undefined ? undefined : state !== 'hidden'
    },
  }
}
