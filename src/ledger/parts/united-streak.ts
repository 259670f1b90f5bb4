// The one streak of somebody with linked accounts: over the days on which they answered anywhere, in whichever of their channels it stands
// best. Worked out when somebody looks: what is kept of each channel stays that channel's own, so a link can be taken apart.
import { bestStreak, foldStreak, standing, type Streak } from '../../core/streak.ts'
import { standingIn } from './calendar.ts'
import type { Tables } from '../tables/tables.ts'

type Needs = Pick<Tables, 'links' | 'traces' | 'members' | 'heldDays' | 'away'>

/** `after`: after the last answer; `now`: as it stands. */
export type United = { readonly after: Streak; readonly now: Streak }

/** Undefined where nothing is linked. */
export function unitedStreak(tables: Needs, accountId: number): United | undefined {
  const { links, traces, members, heldDays, away } = tables
  const accounts = links.accountsWith(accountId)
  if (accounts.length === 0) return undefined
  const people = accounts.flatMap((id) => traces.peopleOf(id))
  const answered = [...new Set(people.flatMap(({ personId }) => members.daysOf(personId)))].toSorted()
  const absences = people.flatMap(({ personId }) => away.of(personId))
  const all = people.flatMap(({ personId }) =>
    members.streaks(personId).flatMap(({ placeId, streak }) => {
      const held = heldDays.all(placeId)
      const latest = held.at(-1) ?? ''
      // Days after a question that can still be answered may have to wait for that.
      const counted = foldStreak(members.start(personId, placeId), { answered: answered.filter((day) => day < latest), held, away: absences })
      const calendar = { held: { days: held.toReversed(), latestEnded: heldDays.latest(placeId).latestEnded }, away: absences, waiting: answered.filter((day) => day >= latest) }
      const after = foldStreak(counted, { answered: calendar.waiting, held, away: absences })
      return [{ after: streak, now: standingIn(tables, personId, placeId, streak) }, { after, now: standing(counted, calendar) }]
    }),
  )
  return { after: bestStreak(all.map(({ after }) => after)), now: bestStreak(all.map(({ now }) => now)) }
}

/** Where somebody goes by an alias, an equal streak in two groups would tell who they are: each channel shows its own then. */
export function unitedForOthers(tables: Needs & Pick<Tables, 'people'>, personId: number): United | undefined {
  const accountId = tables.links.isAny() ? tables.people.accountIdOf(personId) : undefined
  if (accountId === undefined || tables.people.isAnyAliased(tables.links.accountsWith(accountId))) return undefined
  return unitedStreak(tables, accountId)
}
