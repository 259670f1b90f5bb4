// All daily questions of the workspace or server that the asker manages, so that those of other channels can be paused too, and those
// of channels that are gone.
import { pause, resume, whyNotRemove, type Refusal } from '../../core/manage.ts'
import { mayManage, type PlaceId, type Quiz } from '../../core/quiz.ts'
import { channelName } from '../../screens/lost-channel.ts'
import { noSuchPage } from '../../screens/no-such-page.ts'
import { cannotTell, managesNothingAnywhere } from '../../screens/outside.ts'
import type { Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import type { Text } from '../../screens/text.ts'
import { inGroup, membersOf, type MemberMeans } from '../members.ts'
import { quizzesScreen } from './quizzes-screen.ts'
import { refused } from '../refused.ts'

type Step = 'pause' | 'resume' | 'remove'

const pageSize = 10

/** A page that somebody asked for, from 0. Past either end, the nearest page is shown, and says so. */
export const quizzesPage = (page: number, request: Request, means: MemberMeans): Promise<Screen> =>
  listQuizzes(page, request, means, (shown, pages) => (shown === page ? [] : [noSuchPage(page, shown, pages, 'list')]))

/** @param note what stands above the list, by the page that is shown */
async function listQuizzes(page: number, request: Request, means: MemberMeans, note: (shown: number, pages: number) => Text): Promise<Screen> {
  const { members, unsure } = await membersOf(request, means)
  const managed = (await Promise.all(members.map(async ({ group, asker }) => (await means.ledger.quizzes.of(group)).filter((quiz) => mayManage(quiz, asker))))).flat()
  if (managed.length === 0 && request.outside === true) return unsure ? cannotTell() : managesNothingAnywhere()
  // Nobody looks for a deleted channel first.
  const inOrder = [...managed.filter(({ retired }) => retired !== 'deleted'), ...managed.filter(({ retired }) => retired === 'deleted')]
  const pages = Math.max(1, Math.ceil(inOrder.length / pageSize))
  const shown = Math.max(0, Math.min(page, pages - 1))
  const quizzes = inOrder.slice(shown * pageSize, (shown + 1) * pageSize).map((quiz) => (request.outside === true ? { ...quiz, groupName: means.groupName(quiz.group) } : quiz))
  return quizzesScreen({ quizzes, page: shown, pages, total: inOrder.length, note: note(shown, pages) })
}

type Pressed = { readonly change: Step; readonly page: number; readonly place: PlaceId }

/** The rights are checked again: the button may be old. */
export async function changeListed({ change, page, place }: Pressed, request: Request, means: MemberMeans): Promise<Screen> {
  const quiz = await means.ledger.quizzes.at(place)
  const there = quiz === undefined || request.outside !== true ? { request } : await inGroup(quiz.group, request, means)
  if ('screen' in there) return there.screen
  const list = (note: Text) => listQuizzes(page, request, means, () => note)
  return change === 'remove' ? removeListed(place, there.request, means, list) : pauseOrResume(change, place, there.request, means, list)
}

type List = (note: Text) => Promise<Screen>

async function pauseOrResume(change: 'pause' | 'resume', place: PlaceId, { asker, group, event, at }: Request, { ledger }: Pick<MemberMeans, 'ledger'>, list: List): Promise<Screen> {
  const changed = await ledger.quizzes.change<Refusal>(place, event, at, (quiz) => {
    if (quiz?.group !== group) return { refusal: { kind: 'no-quiz' } }
    return change === 'pause' ? pause(quiz, asker) : resume(quiz, asker, at)
  })
  if (changed.kind === 'refused' && changed.refusal.kind !== 'already-so') return refused(changed.refusal)
  const quiz = changed.kind === 'refused' ? quizOf(changed.refusal) : changed.quiz
  return list(quiz === undefined ? [] : noteOf(quiz))
}

async function removeListed(place: PlaceId, { asker, group }: Request, { ledger }: Pick<MemberMeans, 'ledger'>, list: List): Promise<Screen> {
  const no = await ledger.quizzes.remove<Refusal>(place, (quiz) => (quiz?.group === group ? whyNotRemove(quiz, asker) : { kind: 'no-quiz' }))
  if (no?.kind === 'not-a-manager') return refused(no)
  return list(no === undefined ? ['Removed. Answers from there still count on the leaderboard for all channels.'] : [])
}

const quizOf = (refusal: Refusal): Quiz | undefined => (refusal.kind === 'already-so' ? refusal.quiz : undefined)

const noteOf = (quiz: Quiz): Text => [quiz.paused ? 'Paused: ' : 'Questions are on again: ', channelName(quiz), '.']
