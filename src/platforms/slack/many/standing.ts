// Whether the app is still installed, by Slack's own word: news of a removal comes twice, in any order, late, or never.
import { isOldNews, isRemoved, type Installation, type InstallationId } from '../../../core/installation.ts'
import type { Log } from '../../../core/log.ts'
import type { GroupId } from '../../../core/quiz.ts'
import { day, minute, type Instant } from '../../../core/time.ts'
import type { Handler } from '../../platform.ts'
import { faultName } from '../connection/fault.ts'
import { isTokenRefused } from '../connection/post-errors.ts'
import type { Held, KeptInstallations, OpenToken, Tokens } from './tokens.ts'

export type Standing = {
  /** Slack says that the app was removed. @param at by Slack's clock; null if it does not say. Never fails. */
  removed(held: Held, at: Instant | null): Promise<void>
  /** Slack refused a call because of the token: looks whether the app is gone. Never fails. */
  refused(group: GroupId): void
  /** The app was installed, perhaps again. */
  installed(groups: readonly GroupId[]): void
  /** Workspaces that refuse the bot. The others go on. */
  away(): readonly GroupId[]
  /** At each beat: looks at what is doubtful, and now and then at all others. Never fails. */
  tend(): Promise<void>
}

type Needs = {
  readonly kept: KeptInstallations
  readonly tokens: Tokens
  readonly handler: Handler
  /** Asks Slack who the token belongs to. */
  readonly ask: (token: string) => Promise<unknown>
  readonly open: OpenToken
  readonly now: () => Instant
  readonly log: Log
}

/** A refused token is tried again this often, any other once a week: news of a removal may have been lost. */
const [askAgain, askAnyway] = [10 * minute, 7 * day]
/** At one beat. Slack allows hundreds a minute, but nobody waits for it. */
const atOnce = 10

/** @param left workspaces that the app was removed from */
export function createStanding({ kept, tokens, handler, ask, open, now, log }: Needs, left: readonly GroupId[]): Standing {
  const away = new Set(left)
  /** News that Slack's own word is missing for. */
  const doubtful = new Set<InstallationId>()
  const looking = new Map<GroupId, Promise<void>>()
  /** Installations whose token no key opens, until the app is installed there again. */
  const sealedUp = new Map<InstallationId, Instant>()

  /** Undefined: Slack doesn't say. */
  async function works({ token }: Held): Promise<boolean | undefined> {
    return ask(token).then(() => true, (error: unknown) => (isTokenRefused(error) ? false : undefined))
  }

  async function remove({ id, installedAt }: Installation, at: Instant, why: string): Promise<void> {
    const groups = await kept.remove(id, installedAt, at)
    if (groups === undefined) return
    doubtful.delete(id)
    for (const group of await kept.servedBy(id)) tokens.forget(group)
    for (const group of groups) away.add(group)
    log.warn({ installation: id, groups: groups.length }, `${why}: its token is deleted, and its daily questions are paused`)
    for (const group of groups) await handler.removed(group, at)
  }

  /** @returns whether Slack takes the token */
  async function check(held: Held): Promise<boolean | undefined> {
    const answer = await works(held)
    const { id, installedAt } = held.installation
    const checked = await kept.noteCheck(id, installedAt, answer, now())
    if (answer === undefined || checked === undefined) return answer
    for (const group of await kept.servedBy(id)) {
      // One that has an installation of its own doesn't depend on that of its organization.
      if ((await kept.serving(group))?.id === id) away[answer ? 'delete' : 'add'](group)
    }
    if (answer) doubtful.delete(id)
    else if (doubtful.has(id)) await remove(checked, now(), 'the app was removed from a workspace')
    else if (isRemoved(checked)) await remove(checked, now(), 'Slack has refused a workspace’s token for a day, so the app was removed there')
    return answer
  }

  async function removed(held: Held, at: Instant | null): Promise<void> {
    const { installation } = held
    if (at !== null && isOldNews(at, installation)) return log.info({ installation: installation.id }, 'Slack reported a removal of the app that is older than its installation; nothing was paused')
    doubtful.add(installation.id)
    const answer = await check(held)
    if (answer === true) log.warn({ installation: installation.id }, 'Slack said that the app was removed, but still accepts its token; nothing was paused')
    if (answer === undefined) log.warn({ installation: installation.id }, 'Slack said that the app was removed, but can’t be asked; asking again in a minute')
  }

  async function look(group: GroupId): Promise<void> {
    tokens.forget(group)
    const held = await tokens.of(group)
    if (held !== undefined) await check(held)
  }

  /** Fails at most for one. */
  const each = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => log.warn({ fault: faultName(error) }, 'could not look whether the app is still installed in a workspace; trying again'))

  return {
    removed: async (held, at) => void (await each(removed(held, at))),
    refused(group) {
      if (looking.has(group)) return
      looking.set(group, each(look(group)).then(() => void looking.delete(group)))
    },
    installed(groups) {
      for (const group of groups) away.delete(group)
    },
    away: () => [...away],
    async tend() {
      // Those that don't open stay the first in line, so as many more are asked for.
      const line = await kept.toCheck({ refused: now() - askAgain, others: now() - askAnyway }, atOnce + sealedUp.size).catch(() => [])
      const due = line.filter(({ id, installedAt }) => sealedUp.get(id) !== installedAt).slice(0, atOnce)
      const news = await Promise.all([...doubtful].map((id) => kept.find(id).catch(() => undefined)))
      const all = new Map([...news, ...due].flatMap((installation) => (installation === undefined ? [] : [[installation.id, installation] as const])))
      for (const id of doubtful) if (!all.has(id)) doubtful.delete(id)
      await Promise.all([...all.values()].map((installation) => {
        const held = open(installation)
        if (held !== undefined) return each(check(held))
        sealedUp.set(installation.id, installation.installedAt)
        return undefined
      }))
    },
  }
}
