// The part for groups.
import type { Groups } from '../groups.ts'
import type { Jobs } from '../jobs.ts'
import type { Tables } from '../tables/tables.ts'

export function openGroups({ read, write }: Jobs, { groups, quizzes, removals }: Tables): Groups {
  return {
    noteRemoval: (group, at) =>
      write(() => {
        const id = groups.findOrAdd(group)
        if (at === null) removals.remove(id)
        else removals.save(id, at)
      }),
    removalOf: (group) =>
      read(() => {
        const id = groups.find(group)
        return id === undefined ? null : (removals.find(id) ?? null)
      }),
    kept: () => read(() => ({ running: quizzes.runningIn(), removed: removals.all() })),
  }
}
