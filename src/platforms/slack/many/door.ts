// Lets each delivery in to the workspace that it's from. Where there is none to answer, people are told why.
import { keepLatest } from '../../../core/keep-latest.ts'
import type { Log } from '../../../core/log.ts'
import type { GroupId } from '../../../core/quiz.ts'
import type { Acknowledge } from '../connection/acknowledge.ts'
import type { HandleDelivery } from '../connection/bolt-app.ts'
import { faultName } from '../connection/fault.ts'
import type { ResponseUrlClient } from '../connection/response-url.ts'
import { groupId, placeId, teamIn, type TeamId } from '../ids.ts'
import { notInstalled, sayInstead, tryAgain } from './no-answer.ts'
import { channelIn, removalIn, sourceOf, type Source } from './source.ts'
import type { Standing } from './standing.ts'
import type { Held, KeptInstallations, OpenToken, Tokens } from './tokens.ts'
import type { Workspaces } from './workspaces.ts'

type Needs = {
  readonly kept: KeptInstallations
  readonly tokens: Tokens
  readonly standing: Standing
  readonly open: OpenToken
  readonly workspaces: Workspaces
  /** What people call each workspace. */
  readonly names: Map<GroupId, string>
  readonly responseUrls: ResponseUrlClient
  readonly installUrl: string
  readonly log: Log
}

type From = Source & { readonly team: TeamId }

/** Channels of organizations, each with the workspace that its daily question is in. */
const mostHomes = 20_000

export type Door = {
  readonly handle: HandleDelivery
  /** Nothing is known of the workspace any more; what comes from it makes it known again. @param group absent: of all */
  readonly forget: (group?: GroupId) => void
}

export function createDoor(needs: Needs): Door {
  const { kept, tokens, standing, open, workspaces, names, responseUrls, installUrl, log } = needs
  const homes = new Map<string, TeamId>()
  const noted = new Set<string>()

  /** A workspace of an organization is known by what comes from it. */
  async function note({ team, organization, name }: From): Promise<void> {
    const [group, known] = [groupId(team), `${organization} ${team}`]
    if (organization === null || noted.has(known)) return
    await kept.noteServed(groupId(organization), { group, name })
    noted.add(known)
    if (name !== null && !names.has(group)) names.set(group, name)
  }

  /** A channel may be in several workspaces of an organization: it has one daily question, in the workspace where it was set up. */
  async function homeOf({ team, organization }: From, payload: unknown): Promise<TeamId> {
    const channel = organization === null ? null : channelIn(payload)
    if (organization === null || channel === null) return team
    // Another organization may be in the channel, too, with a workspace and a daily question of its own.
    const key = `${organization} ${channel}`
    const known = homes.get(key)
    if (known !== undefined) return known
    const teams = [team, ...(await kept.servedBy(groupId(organization))).flatMap((group) => teamIn(`${group}/`) ?? [])]
    const home = teamIn((await kept.homeAmong(teams.map((each) => placeId(each, channel)))) ?? '')
    if (home !== undefined) keepLatest(homes, key, home, mostHomes)
    return home ?? team
  }

  async function ofOrganization(organization: string): Promise<Held | undefined> {
    const installation = await kept.find(groupId(organization))
    return installation === undefined ? undefined : open(installation)
  }

  async function takeRemoval(source: Source, { bots, at }: NonNullable<ReturnType<typeof removalIn>>): Promise<void> {
    const held = await (source.organization === null ? tokens.of(groupId(source.team ?? '')) : ofOrganization(source.organization))
    if (held === undefined || (bots !== null && !bots.includes(held.installation.bot))) return
    await standing.removed(held, at)
  }

  async function answer(payload: unknown, ack: Acknowledge, arrived: number): Promise<void> {
    const source = sourceOf(payload)
    const removal = removalIn(payload)
    if (removal !== undefined) {
      await ack()
      return takeRemoval(source, removal)
    }
    const { team } = source
    if (team === null) return ack()
    const from = { ...source, team }
    await note(from)
    const opened = await workspaces.of(groupId(await homeOf(from, payload)))
    if (opened !== undefined) return opened.workspace.dispatch(payload, ack, arrived)
    log.info({ team: source.team }, 'a request from a workspace where the app isn’t installed')
    return sayInstead(payload, ack, responseUrls, notInstalled(installUrl))
  }

  // Looking up the workspace takes a part of the time that Slack waits.
  return {
    handle: async (payload, ack, arrived = performance.now()) => {
      try {
        await answer(payload, ack, arrived)
      } catch (error) {
        log.error({ fault: faultName(error) }, 'could not find out which workspace a delivery from Slack belongs to')
        await sayInstead(payload, ack, responseUrls, tryAgain)
      }
    },
    forget(group) {
      for (const known of noted) if (group === undefined || group === groupId(known.split(' ')[1] ?? '')) noted.delete(known)
      for (const [channel, home] of homes) if (group === undefined || group === groupId(home)) homes.delete(channel)
    },
  }
}
