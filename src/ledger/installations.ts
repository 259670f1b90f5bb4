// The part of the ledger that knows where the app is installed, for a bot that serves many groups.
import type { InstallationId, InstalledApp, Installation, Served } from '../core/installation.ts'
import type { GroupId, PlaceId } from '../core/quiz.ts'
import type { Instant } from '../core/time.ts'

/** A token that was sealed by another key than the one in use. */
export type SealedToken = { readonly id: InstallationId; readonly sealed: Uint8Array }

export type Installations = {
  /** The app was installed, perhaps again: from now on its token counts, and no earlier one. @param served what it serves for certain */
  save(app: InstalledApp, sealed: Uint8Array, served: readonly Served[], at: Instant): Promise<void>
  find(id: InstallationId): Promise<Installation | undefined>
  /** The installation that serves a group: its own one, or that of its organization. Undefined if there is none, or it was removed. */
  serving(group: GroupId): Promise<Installation | undefined>
  /** An organization's installation serves a group, as a request from there shows. */
  noteServed(id: InstallationId, served: Served): Promise<void>
  /** The groups that an installation serves. */
  servedBy(id: InstallationId): Promise<readonly GroupId[]>
  /** What people call all groups that are served. */
  names(): Promise<readonly { readonly group: GroupId; readonly name: string }[]>
  /** Of these channels, the one that has a daily question already. */
  homeAmong(places: readonly PlaceId[]): Promise<PlaceId | undefined>
  /** The platform said whether it takes the token. Nothing changes if the app was installed again since. @param works undefined: it didn't say */
  noteCheck(id: InstallationId, installedAt: Instant, works: boolean | undefined, at: Instant): Promise<Installation | undefined>
  /** Those to look at: refused ones last checked before `refused`, others before `others`. */
  toCheck(before: { readonly refused: Instant; readonly others: Instant }, limit: number): Promise<readonly Installation[]>
  /**
   * The app was removed: its token is deleted. Nothing changes if it was installed again since.
   *
   * @returns the groups that are served no longer; undefined if nothing changed
   */
  remove(id: InstallationId, installedAt: Instant, at: Instant): Promise<readonly GroupId[] | undefined>
  /** Groups that no installation serves any more. */
  left(): Promise<readonly GroupId[]>
  /** Installations that were removed before that moment. */
  removedBefore(at: Instant): Promise<readonly InstallationId[]>
  /** Deletes what is kept of the installation; the data of its groups has to be gone. */
  drop(id: InstallationId): Promise<void>
  /** All tokens. */
  sealed(): Promise<readonly SealedToken[]>
  /** Seals a token anew, if it's still the same one. */
  reseal(before: SealedToken, sealed: Uint8Array): Promise<boolean>
}
