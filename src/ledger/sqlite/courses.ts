// The part for courses, in SQLite.
import type { LedgerCourses } from '../courses.ts'
import type { CommitQueue } from './file/commit-queue.ts'
import type { Tables } from './tables/tables.ts'

export function openCourses({ read, write }: CommitQueue, { accounts, courses }: Tables): LedgerCourses {
  return {
    known: () => read(() => courses.all()),
    takeUp: (rule) =>
      write(() => {
        const known = courses.all()
        const taken = rule(known, courses.latestQuestion())
        if (taken.join() !== known.join()) courses.save(taken)
        return taken
      }),
    chosenBy: (account) =>
      read(() => {
        const found = accounts.find(account)
        return found === undefined ? undefined : courses.chosenBy(found.learnerId)
      }),
    saveChosen: (account, course) => write(() => courses.saveChosen(accounts.findOrAdd(account).learnerId, course)),
  }
}
