// The part for reports.
import { longestReport, mostReports, reportsCountedFor, tellReportsAt } from '../../core/report.ts'
import type { Instant } from '../../core/time.ts'
import type { Jobs } from '../jobs.ts'
import type { PersonSeen } from '../people.ts'
import type { NewReport, Reports } from '../reports.ts'
import { accountIdOf } from './one-user.ts'
import { accountOf } from '../tables/people.ts'
import type { Tables } from '../tables/tables.ts'

export function openReports({ read, write }: Jobs, tables: Tables): Reports {
  const { reports, places, quizzes } = tables
  return {
    add: (person, report, at) => write(() => add(tables, person, report, at)),
    latest: (person, since) =>
      read(() => {
        const accountId = accountIdOf(tables, person)
        return accountId === undefined ? undefined : reports.latest(accountId, since)
      }),
    open: (place) =>
      read(() => {
        const placeId = places.find(place)
        return placeId === undefined ? [] : reports.open(placeId)
      }),
    settle: (place, question, as, at) =>
      write(() => {
        const placeId = places.find(place)
        return placeId === undefined ? 0 : reports.settle(placeId, question, as, at)
      }),
    toTell: (now, limit) =>
      read(() =>
        reports.toTell(now, limit).flatMap(({ place, ...counts }) => {
          const quiz = quizzes.at(place)
          return quiz === undefined ? [] : [{ quiz, ...counts }]
        }),
      ),
    markTold: (names, again, now) =>
      write(() => {
        for (const name of names) {
          const placeId = places.find(name)
          if (placeId !== undefined) reports.markTold(placeId, again, now)
        }
      }),
  }
}

/**
 * The managers of the team that wrote the question hear of it; or those of the channel, or, outside of all channels, of the first one of the
 * group. Where another channel leads, those of that one: only they can correct it.
 */
function add({ accounts, groups, places, people, quizzes, reports, teamQuestions }: Tables, person: PersonSeen, { question, kind, words, group, place }: NewReport, at: Instant): Awaited<ReturnType<Reports['add']>> {
  const accountId = people.find(person.group, person.id)?.accountId ?? accounts.findOrAdd(accountOf(person)).id
  const own = reports.own(accountId, question)
  if (own.length === 0 && reports.since(accountId, at - reportsCountedFor) >= mostReports) return { kind: 'too-many' }
  const wroteIt = teamQuestions.placeOf(question)
  const near = wroteIt ?? place
  const here = (near === null ? undefined : quizzes.at(near)) ?? quizzes.of(group)[0]
  const quiz = wroteIt === undefined && here?.follows !== undefined ? quizzes.at(here.follows.place) : here
  const placeId = quiz === undefined ? undefined : places.find(quiz.place)
  const tellAt = placeId === undefined ? null : tellReportsAt(at, reports.lastTold(placeId))
  const saved = reports.add({ accountId, groupId: groups.find(group) ?? null, placeId: placeId ?? null, question, kind, words: words.slice(0, longestReport), at, tellAt })
  return { kind: 'saved', words: saved, again: own.length > 0, others: own.filter((each) => each.kind !== kind), heard: placeId !== undefined }
}
