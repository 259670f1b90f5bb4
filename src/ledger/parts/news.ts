// The part for news.
import type { RoundId } from '../../core/round.ts'
import type { Jobs } from '../jobs.ts'
import type { Heard, News, OldKey } from '../news.ts'
import type { HappeningStep } from '../round-story.ts'
import { claimsOf } from '../tables/claims.ts'
import type { Tables } from '../tables/tables.ts'
import { withQuiz } from './threads.ts'

export function openNews({ read, write }: Jobs, tables: Tables): News {
  const { rounds, roundLists, roundChanges, oldKeys, untold, quizzes, threads } = tables
  const keysWithQuiz = (found: ReturnType<typeof oldKeys.of>): readonly OldKey[] =>
    found.flatMap(({ round, courseKey }) => {
      const quiz = quizzes.at(round.place)
      return quiz === undefined ? [] : [{ round, quiz, courseKey }]
    })

  function note(names: readonly RoundId[], step: HappeningStep, heard: Heard | undefined): void {
    if (heard === undefined) return
    for (const name of names) {
      const stored = rounds.find(name)
      if (stored !== undefined) rounds.note(stored.id, step, heard.who, heard.at)
    }
  }

  return {
    toTell: (now, limit) => read(() => claimsOf(roundLists.toTell(now, limit), quizzes)),
    noteChanges: (bank, now) => write(() => roundChanges.note(bank, now)),
    changed: (now, limit) => read(() => claimsOf(roundChanges.toTell(now, limit), quizzes)),
    markChangeTold: (names, again, heard) =>
      write(() => {
        note(names, 'told-changed', heard)
        for (const name of names) roundChanges.save(name, again)
      }),
    noteOldKeys: (bank, now) => write(() => oldKeys.note(bank, now)),
    oldKeys: (now, limit) => read(() => keysWithQuiz(oldKeys.toTell(now, limit))),
    oldKeysOf: (place) => read(() => keysWithQuiz(oldKeys.of(place))),
    markOldKeysTold: (names, again, heard) =>
      write(() => {
        note(names, 'told-old-key', heard)
        for (const name of names) oldKeys.save(name, again)
      }),
    retired: (now, limit) => read(() => quizzes.toTell(now, limit)),
    unheard: (group) =>
      read(() => ({
        rounds: claimsOf(untold.rounds(group), quizzes),
        stopped: quizzes.untold(group).filter(({ retired }) => retired !== null),
        threadless: withQuiz(threads.untold(group), tables),
      })),
    markRetiredTold: (places, again) =>
      write(() => {
        for (const place of places) quizzes.saveTell(place, again)
      }),
    markTold: (names, again, heard) =>
      write(() => {
        note(names, 'told', heard)
        for (const name of names) {
          const stored = rounds.find(name)
          if (stored !== undefined) rounds.step(stored, 'tell', { at: again })
        }
      }),
  }
}
