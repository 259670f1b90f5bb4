// The part for installations.
import { checked, type Installation, type InstallationId } from '../../core/installation.ts'
import type { Instant } from '../../core/time.ts'
import type { Installations } from '../installations.ts'
import type { Jobs } from '../jobs.ts'
import { openInstallationsTable } from '../tables/installations.ts'
import type { Statements } from '../tables/statements.ts'

export function openInstallations(db: Statements, { read, write }: Jobs): Installations {
  const installations = openInstallationsTable(db)
  /** Undefined if the app was installed again since, or removed. */
  const same = (id: InstallationId, installedAt: Instant): Installation | undefined => {
    const found = installations.find(id)
    return found?.installedAt === installedAt && found.removedAt === null ? found : undefined
  }
  return {
    save: (app, sealed, served, at) =>
      write(() => {
        installations.install(app, sealed, at)
        for (const each of served) installations.serve(app.id, each)
      }),
    find: (id) => read(() => installations.find(id)),
    serving: (group) => read(() => installations.serving(group)),
    noteServed: (id, served) => write(() => void (installations.find(id) !== undefined && installations.serve(id, served))),
    servedBy: (id) => read(() => installations.servedBy(id)),
    names: () => read(() => installations.names()),
    homeAmong: (places) => read(() => installations.homeAmong(places)),
    noteCheck: (id, installedAt, works, at) =>
      write(() => {
        const found = same(id, installedAt)
        if (found === undefined) return undefined
        const next = checked(found, works, at)
        installations.save(next)
        return next
      }),
    toCheck: (before, limit) => read(() => installations.toCheck(before, limit)),
    remove: (id, installedAt, at) =>
      write(() => {
        const found = same(id, installedAt)
        if (found === undefined) return undefined
        installations.save({ ...found, sealed: null, removedAt: at })
        return installations.servedBy(id).filter((group) => installations.serving(group) === undefined)
      }),
    left: () => read(() => installations.left()),
    removedBefore: (at) => read(() => installations.removedBefore(at)),
    drop: (id) => write(() => installations.drop(id)),
    sealed: () => read(() => installations.sealed()),
    reseal: (before, sealed) =>
      write(() => {
        const found = installations.find(before.id)
        if (found === undefined || found.sealed === null || Buffer.compare(found.sealed, before.sealed) !== 0) return false
        installations.save({ ...found, sealed })
        return true
      }),
  }
}
