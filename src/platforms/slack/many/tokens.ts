// Each workspace's token, looked up in the ledger and kept for a few minutes: another process may have got a newer one.
import type { Installation, InstallationId, InstalledApp, Served } from '../../../core/installation.ts'
import { keepLatest } from '../../../core/keep-latest.ts'
import type { GroupId, PlaceId } from '../../../core/quiz.ts'
import { isWithin, minute, type Instant, type Span } from '../../../core/time.ts'

/** What is kept of installations; see the port of the ledger. */
export type KeptInstallations = {
  save(app: InstalledApp, sealed: Uint8Array, served: readonly Served[], at: Instant): Promise<void>
  find(id: InstallationId): Promise<Installation | undefined>
  serving(group: GroupId): Promise<Installation | undefined>
  noteServed(id: InstallationId, served: Served): Promise<void>
  servedBy(id: InstallationId): Promise<readonly GroupId[]>
  names(): Promise<readonly { readonly group: GroupId; readonly name: string }[]>
  homeAmong(places: readonly PlaceId[]): Promise<PlaceId | undefined>
  noteCheck(id: InstallationId, installedAt: Instant, works: boolean | undefined, at: Instant): Promise<Installation | undefined>
  toCheck(before: { readonly refused: Instant; readonly others: Instant }, limit: number): Promise<readonly Installation[]>
  remove(id: InstallationId, installedAt: Instant, at: Instant): Promise<readonly GroupId[] | undefined>
  left(): Promise<readonly GroupId[]>
}

/** An installation with its token opened. */
export type Held = { readonly installation: Installation; readonly token: string }

export type Tokens = {
  /** Of the workspace, or of its organization. Undefined if the app isn't installed there, or no key opens its token. Fails where the ledger does. */
  of(group: GroupId): Promise<Held | undefined>
  /** The next time the ledger is asked again. @param group absent: of all */
  forget(group?: GroupId): void
}

const freshFor = 5 * minute
/** About 500 bytes each. */
const mostHeld = 20_000

type Entry = Span & { readonly held: Promise<Held | undefined> }

/** Undefined if it has no token any more, or none that opens. */
export type OpenToken = (installation: Installation) => Held | undefined

export function createTokens(kept: Pick<KeptInstallations, 'serving'>, open: OpenToken, now: () => Instant): Tokens {
  const entries = new Map<GroupId, Entry>()

  async function look(group: GroupId): Promise<Held | undefined> {
    const installation = await kept.serving(group)
    return installation === undefined ? undefined : open(installation)
  }

  return {
    of(group) {
      const known = entries.get(group)
      if (known !== undefined && isWithin(known, now())) return known.held
      const held = look(group)
      const entry = { held, since: now(), until: now() + freshFor }
      keepLatest(entries, group, entry, mostHeld)
      const drop = () => void (entries.get(group) === entry && entries.delete(group))
      // Where there is none, one may come at any moment.
      held.then((found) => (found === undefined ? drop() : undefined), drop)
      return held
    },
    forget(group) {
      if (group === undefined) entries.clear()
      else entries.delete(group)
    },
  }
}
