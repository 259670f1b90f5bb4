// Shows the quarterly review of duties to managers, switches it, and posts it.
import { nextReview } from '../../core/quarterly.ts'
import { minute } from '../../core/time.ts'
import type { Quiz } from '../../core/quiz.ts'
import type { ReviewAdvice } from '../../course/course.ts'
import { matrixServices } from '../../course/matrix-services.ts'
import { notice, refusal } from '../../screens/notice.ts'
import type { Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import { command } from '../../screens/text.ts'
import type { Answers } from '../feature.ts'
import { refused } from '../refused.ts'
import { notAllowed } from '../rights.ts'
import type { Means } from '../services.ts'
import { dutiesPost, shownServices } from './duties-post.ts'
import { dutiesScreen, noReviews } from './duties-screen.ts'
import type { duties } from './face.ts'

export const commands: Answers<typeof duties>['commands'] = {
  duties: async ({ change }, request, means) => {
    const no = await notAllowed(request, means)
    if (no !== undefined) return no
    const quiz = request.place === null ? undefined : await means.ledger.quizzes.at(request.place)
    if (quiz === undefined) return refused({ kind: 'no-quiz' })
    const { reviews } = means.course
    if (reviews === undefined) return noReviews(matrixServices(means.course).length > 0)
    if (change === 'now') return postNow(quiz, reviews, request, means)
    if (change !== undefined) await means.ledger.duties.switch(quiz.place, change, request.at)
    return show(quiz, reviews, request, means)
  },
}

export const controls: Answers<typeof duties>['controls'] = {}

/** Asked before a complaint about what was typed. */
export const rights: Answers<typeof duties>['rights'] = { duties: notAllowed }

async function show(quiz: Quiz, advice: ReviewAdvice, { at }: Request, { ledger, course }: Means): Promise<Screen> {
  const review = await ledger.duties.of(quiz.place)
  const nextAt = review?.on === true ? nextReview(review, quiz, at).at : null
  const view = { on: review?.on ?? false, nextAt, zone: quiz.zone, paused: quiz.paused, problem: review?.problem ?? null, now: at }
  return dutiesScreen(view, advice, shownServices(matrixServices(course)))
}

/** Nobody wants it twice so soon: a button that is pressed twice, or by two managers. */
const onceIn = 5 * minute

/** In addition to the quarterly one. On record as a change that changes nothing, so that it is posted once, whoever else asks for it. */
async function postNow(quiz: Quiz, advice: ReviewAdvice, { event, at }: Request, { ledger, course, announce }: Means): Promise<Screen> {
  const claim = await ledger.quizzes.change(quiz.place, `duties ${Math.floor(at / onceIn)}`, at, (known) => (known === undefined ? { refusal: undefined } : { quiz: known }))
  if (claim.kind === 'refused') return refused({ kind: 'no-quiz' })
  if (claim.kind === 'repeated') return notice('Already posted', [['Somebody posted the review here a moment ago.']])
  const result = await announce(quiz.place, dutiesPost(advice, matrixServices(course)), event)
  switch (result.kind) {
    case 'posted':
      return notice('Posted', [['The review is in this channel. The quarterly one still comes as planned: ', command('duties')]])
    case 'refused':
      return refusal('The review wasn’t posted', [[result.reason], ['Once that’s fixed, try ', command('duties now'), ' again.']])
    case 'unsure':
      return refusal('The review may not be posted', [[result.reason], ['Check the channel before you try ', command('duties now'), ' again.']])
  }
}
