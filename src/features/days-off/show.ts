// The days off of the asker's channel, as they may see and change them.
import { ownDaysOff } from '../../core/manage-days-off.ts'
import { mayManage, type Quiz } from '../../core/quiz.ts'
import { localDate, type LocalDate } from '../../core/time.ts'
import type { Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import type { Text } from '../../screens/text.ts'
import { leadNamed } from '../channel-named.ts'
import { refused } from '../refused.ts'
import { notAllowed } from '../rights.ts'
import type { Means } from '../services.ts'
import { daysOffScreen, mostShown } from './days-off-screen.ts'

export async function show(page: number, request: Request, means: Means, note: Text = []): Promise<Screen> {
  const quiz = request.place === null ? undefined : await means.ledger.quizzes.at(request.place)
  if (quiz === undefined) return refused({ kind: 'no-quiz' })
  const today = localDate(request.at, quiz.zone)
  const pages = Math.max(1, Math.ceil(ownDaysOff(quiz, today).length / mostShown))
  return daysOffScreen({ quiz, now: request.at, page: Math.min(page, pages - 1), mayManage: mayManage(quiz, request.asker), lead: await leadNamed(quiz, means), note })
}

export type Managed = { readonly quiz: Quiz; readonly today: LocalDate }

/** The quiz whose days off the asker may change, or why not. */
export async function managed(request: Request, means: Means): Promise<Managed | { readonly no: Screen }> {
  const no = await notAllowed(request, means)
  if (no !== undefined) return { no }
  const quiz = request.place === null ? undefined : await means.ledger.quizzes.at(request.place)
  if (quiz === undefined) return { no: refused({ kind: 'no-quiz' }) }
  return quiz.follows === undefined ? { quiz, today: localDate(request.at, quiz.zone) } : { no: refused({ kind: 'follows' }) }
}
