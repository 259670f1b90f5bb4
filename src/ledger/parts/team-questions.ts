// The part for the questions that a channel's team wrote for itself.
import { whyNotManage, type Asker, type EventId, type PlaceId } from '../../core/quiz.ts'
import { newTeamQuestion, sortOutKnown, teamQuestionId, whyNotAdd, type TeamText } from '../../core/team-question.ts'
import type { Instant } from '../../core/time.ts'
import type { Jobs } from '../jobs.ts'
import type { TeamAdded, TeamChanged, TeamQuestions } from '../team-questions.ts'
import type { Tables } from '../tables/tables.ts'

export function openTeamQuestions({ read, write }: Jobs, { places, quizzes, teamQuestions }: Tables): TeamQuestions {
  function add(place: PlaceId, asker: Asker, texts: readonly TeamText[], event: EventId, at: Instant): TeamAdded {
    const placeId = places.find(place)
    const there = placeId === undefined ? [] : teamQuestions.all(placeId)
    const ids = new Set(texts.map((_, nth) => teamQuestionId(place, event, nth)))
    const before = there.filter(({ id }) => ids.has(id))
    const { fresh, already } = sortOutKnown(there.filter(({ id }) => !ids.has(id)), texts)
    if (before.length > 0) return { kind: 'added', questions: before, already }
    const refusal = whyNotAdd(quizzes.at(place), asker, there.length, fresh.length)
    if (refusal !== undefined || placeId === undefined) return { kind: 'refused', refusal: refusal ?? { kind: 'no-quiz' } }
    const made = fresh.map(({ text, nth }) => newTeamQuestion(teamQuestionId(place, event, nth), text, asker.id, at))
    for (const question of made) teamQuestions.save(placeId, question)
    return { kind: 'added', questions: made, already }
  }

  function change(...[place, asker, id, rule]: Parameters<TeamQuestions['change']>): TeamChanged {
    const placeId = places.find(place)
    const no = whyNotManage(quizzes.at(place), asker)
    if (no !== undefined || placeId === undefined) return { kind: 'refused', refusal: no ?? { kind: 'no-quiz' } }
    const decided = rule(teamQuestions.find(placeId, id), () => teamQuestions.all(placeId))
    if ('refusal' in decided) return { kind: 'refused', refusal: decided.refusal }
    if ('remove' in decided) {
      teamQuestions.remove(placeId, id)
      return { kind: 'removed' }
    }
    teamQuestions.save(placeId, decided.question)
    return { kind: 'saved', question: decided.question }
  }

  return {
    of: (place) =>
      read(() => {
        const placeId = places.find(place)
        return placeId === undefined ? [] : teamQuestions.all(placeId)
      }),
    find: (place, question) =>
      read(() => {
        const placeId = places.find(place)
        return placeId === undefined ? undefined : teamQuestions.find(placeId, question)
      }),
    around: (account, group, place) => read(() => teamQuestions.around(account, group, place)),
    add: (place, asker, texts, event, at) => write(() => add(place, asker, texts, event, at)),
    change: (place, asker, question, rule) => write(() => change(place, asker, question, rule)),
  }
}
