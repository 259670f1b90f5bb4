// A round as it stands for one person: the question, their result, or the answer.
import { isRight, type RoundId } from '../../core/round.ts'
import type { Instant } from '../../core/time.ts'
import type { Course } from '../../course/course.ts'
import { contentOf } from '../../course/question-content.ts'
import type { RoundView } from '../../ledger/rounds.ts'
import { noLongerActive } from '../../screens/notice.ts'
import { questionScreen, unanswered } from '../../screens/question.ts'
import type { Request } from '../../screens/request.ts'
import { revealScreen } from '../../screens/reveal.ts'
import type { Screen } from '../../screens/screen.ts'
import type { Services } from '../services.ts'
import { resultScreen } from './result-screen.ts'

export async function showRound(id: RoundId, request: Request, { ledger, course }: Pick<Services, 'ledger' | 'course'>): Promise<Screen> {
  const view = await ledger.rounds.view(id, request.group, request.asker.id)
  return view === undefined ? noLongerActive() : roundScreen(course, view, request.at)
}

export function roundScreen(course: Course, view: RoundView, at: Instant): Screen {
  const { round, mine } = view
  const content = contentOf(course, round)
  if (round.state === 'closed' || at >= round.closesAt) {
    return revealScreen(round, content, { ...view, mine: mine?.chosen ?? null })
  }
  if (mine === null || round.feedback === 'at-close') {
    return questionScreen(round, content, { ...unanswered, chosen: mine?.chosen ?? [] })
  }
  const remark = 'You answered this one already.'
  return resultScreen(round, content, { chosen: mine.chosen, right: isRight(round.key, mine.chosen), remark, streak: null, withQuestion: true })
}
