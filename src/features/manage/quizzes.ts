// All daily questions of the workspace or server that the asker manages, so that those of other channels can be paused too, and those
// of channels that are gone.
import { pause, resume, whyNotRemove, type Refusal } from '../../core/manage.ts'
import { mayManage, type PlaceId, type Quiz } from '../../core/quiz.ts'
import { channelName } from '../../screens/lost-channel.ts'
import { noSuchPage } from '../../screens/no-such-page.ts'
import type { Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import type { Text } from '../../screens/text.ts'
import type { Services } from '../services.ts'
import { quizzesScreen } from './quizzes-screen.ts'
import { refused } from '../refused.ts'

type Needs = Pick<Services, 'ledger'>
type Step = 'pause' | 'resume' | 'remove'

const pageSize = 4

/** A page that somebody asked for, from 0. Past either end, the nearest page is shown, and says so. */
export const quizzesPage = (page: number, request: Request, means: Needs): Promise<Screen> =>
  listQuizzes(page, request, means, (shown, pages) => (shown === page ? [] : [noSuchPage(page, shown, pages, 'list')]))

/** @param note what stands above the list, by the page that is shown */
async function listQuizzes(page: number, request: Request, { ledger }: Needs, note: (shown: number, pages: number) => Text): Promise<Screen> {
  const managed = (await ledger.quizzes.of(request.group)).filter((quiz) => mayManage(quiz, request.asker))
  // Nobody looks for a deleted channel first.
  const inOrder = [...managed.filter(({ retired }) => retired !== 'deleted'), ...managed.filter(({ retired }) => retired === 'deleted')]
  const pages = Math.max(1, Math.ceil(inOrder.length / pageSize))
  const shown = Math.max(0, Math.min(page, pages - 1))
  return quizzesScreen({ quizzes: inOrder.slice(shown * pageSize, (shown + 1) * pageSize), page: shown, pages, total: inOrder.length, note: note(shown, pages) })
}

type Pressed = { readonly change: Step; readonly page: number; readonly place: PlaceId }

/** The rights are checked again: the button may be old. */
export async function changeListed({ change, page, place }: Pressed, request: Request, means: Needs): Promise<Screen> {
  const { asker, group, event, at } = request
  if (change === 'remove') return removeListed(page, place, request, means)
  const changed = await means.ledger.quizzes.change<Refusal>(place, event, at, (quiz) => {
    if (quiz?.group !== group) return { refusal: { kind: 'no-quiz' } }
    return change === 'pause' ? pause(quiz, asker) : resume(quiz, asker, at)
  })
  if (changed.kind === 'refused' && changed.refusal.kind !== 'already-so') return refused(changed.refusal)
  const quiz = changed.kind === 'refused' ? quizOf(changed.refusal) : changed.quiz
  return listQuizzes(page, request, means, () => (quiz === undefined ? [] : noteOf(quiz)))
}

async function removeListed(page: number, place: PlaceId, request: Request, means: Needs): Promise<Screen> {
  const { asker, group } = request
  const no = await means.ledger.quizzes.remove<Refusal>(place, (quiz) => (quiz?.group === group ? whyNotRemove(quiz, asker) : { kind: 'no-quiz' }))
  if (no?.kind === 'not-a-manager') return refused(no)
  return listQuizzes(page, request, means, () => (no === undefined ? ['Removed. Answers from there still count on the leaderboard for all channels.'] : []))
}

const quizOf = (refusal: Refusal): Quiz | undefined => (refusal.kind === 'already-so' ? refusal.quiz : undefined)

const noteOf = (quiz: Quiz): Text => [quiz.paused ? 'Paused: ' : 'Questions are on again: ', channelName(quiz), '.']
