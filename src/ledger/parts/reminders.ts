// The part for reminders.
import type { Jobs } from '../jobs.ts'
import type { Reminders } from '../reminders.ts'
import type { Tables } from '../tables/tables.ts'

export function openReminders({ read, write }: Jobs, { accounts, reminders }: Tables): Reminders {
  return {
    set: (account, reminder) =>
      write(() => {
        const { id } = accounts.findOrAdd(account)
        if (reminder === null) reminders.remove(id)
        else reminders.save(id, reminder)
      }),
    of: (account) =>
      read(() => {
        const known = accounts.find(account)
        return known === undefined ? undefined : reminders.of(known.id)
      }),
    due: (now, limit) => read(() => reminders.due(now, limit)),
    putOff: ({ account, nextAt }, until) =>
      write(() => {
        const known = accounts.find(account)
        if (known !== undefined) reminders.putOff(known.id, nextAt, until)
      }),
  }
}
