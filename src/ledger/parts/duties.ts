// The part for the quarterly reviews of duties.
import type { PlaceId } from '../../core/quiz.ts'
import { givenBack, look, switchedOff, switchedOn, type DutyReview } from '../../core/quarterly.ts'
import type { Instant } from '../../core/time.ts'
import type { ClaimedReview, Duties } from '../duties.ts'
import type { Jobs } from '../jobs.ts'
import type { Tables } from '../tables/tables.ts'

export function openDuties({ read, write }: Jobs, { places, quizzes, dutyReviews }: Tables): Duties {
  function switchTo(place: PlaceId, to: 'on' | 'off', now: Instant): void {
    const [quiz, placeId] = [quizzes.at(place), places.find(place)]
    if (quiz === undefined || placeId === undefined) return
    const review = dutyReviews.of(placeId)
    if (to === 'on') dutyReviews.save(placeId, switchedOn(review, quiz, now))
    else if (review !== undefined) dutyReviews.save(placeId, switchedOff(review))
  }

  function claimDue(now: Instant, limit: number): readonly ClaimedReview[] {
    return dutyReviews.due(now, limit).flatMap(({ placeId, place, review }) => {
      const quiz = quizzes.at(place)
      const looked = quiz === undefined ? undefined : look(review, quiz, now)
      dutyReviews.save(placeId, looked?.review ?? switchedOff(review))
      return looked?.kind === 'post' ? [{ place, quarter: review.quarter, dueAt: looked.dueAt }] : []
    })
  }

  /** Nothing happens where the channel or its review has moved on. */
  function change(place: PlaceId, rule: (review: DutyReview) => DutyReview | undefined): void {
    const placeId = places.find(place)
    const review = placeId === undefined ? undefined : dutyReviews.of(placeId)
    const changed = review === undefined ? undefined : rule(review)
    if (placeId !== undefined && changed !== undefined) dutyReviews.save(placeId, changed)
  }

  const saveProblem = ({ place, quarter }: ClaimedReview, problem: string | null) => change(place, (review) => (review.posted === quarter ? { ...review, problem } : undefined))

  return {
    of: (place) =>
      read(() => {
        const placeId = places.find(place)
        return placeId === undefined ? undefined : dutyReviews.of(placeId)
      }),
    switch: (place, to, now) => write(() => switchTo(place, to, now)),
    claimDue: async (now, limit) => ((await read(() => dutyReviews.due(now, 1).length)) === 0 ? [] : write(() => claimDue(now, limit))),
    giveBack: ({ place, quarter }, retryAt, problem) => write(() => change(place, (review) => givenBack(review, quarter, { problem, retryAt }))),
    noteProblem: (claimed, problem) => write(() => saveProblem(claimed, problem)),
    notePosted: (claimed) => write(() => saveProblem(claimed, null)),
  }
}
