// Showing a round to one person, and taking what they answer.
import type { OptionId, PlaceId } from '../../core/quiz.ts'
import { isOverLately, type RoundId } from '../../core/round.ts'
import { courseOfRound } from '../../course/courses.ts'
import { contentIn, markOfRound } from '../../course/round-content.ts'
import { chooseAgain } from '../../screens/choose-again.ts'
import { noLongerActive, refusal } from '../../screens/notice.ts'
import { isMarkOf } from '../../screens/question.ts'
import { command, type Text } from '../../screens/text.ts'
import { personSeen, type Reply, type Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import type { Answers } from '../feature.ts'
import type { Means } from '../services.ts'
import type { daily } from './face.ts'
import { askInChannel, noneClosedYet, noQuizYet, nothingOpen } from './no-question.ts'
import { nudge } from './nudge.ts'
import { answerScreen } from './answer-screen.ts'
import { notedScreen, resultScreen } from './result-screen.ts'
import { resultsOf } from './results.ts'
import { moreOf, showClosed, showOpen, showRound } from './round-screen.ts'

export const commands: Answers<typeof daily>['commands'] = {
  today: ({ nudge: to }, request, means) => (to === undefined ? today(request, means) : nudge(to, request, means)),
  last: (_, request, means) => last(request, means),
}

export const controls: Answers<typeof daily>['controls'] = {
  answer: async ({ round, option, asked = null }, press, means) =>
    (await isOfAnother(round, asked, means)) ? otherQuestion() : takeAnswer(round, option === null ? press.chosen : [option], press, means),
  showRound: ({ round }, press, means) => showRound(round, press, means),
  more: ({ round, form }, press, means) => moreOf(round, form, press, means),
  nudge: ({ to }, press, means) => nudge(to, press, means),
}

/** A post that asks another question than its round: of a database that was put back to an earlier time, or of a copy of it. */
async function isOfAnother(id: RoundId, asked: string | null, { ledger }: Means): Promise<boolean> {
  const round = asked === null ? undefined : await ledger.rounds.find(id)
  return round !== undefined && asked !== null && !isMarkOf(asked, round)
}

const otherQuestion = () => refusal('This question can’t take answers', [['The bot’s database was put back to an earlier time and doesn’t know this post. ', command('today'), ' shows what’s open now.']])

/** The open question of the channel, or when the next one comes, with the last one below if it closed recently. */
async function today(request: Request, means: Means): Promise<Screen> {
  const { rounds, quizzes } = means.ledger
  if (request.place === null) return askInChannel('today')
  const open = await showOpen(request.place, request, means)
  if (open !== undefined) return open
  const quiz = await quizzes.at(request.place)
  if (quiz === undefined) return noQuizYet()
  const over = await rounds.over(request.place, request.at)
  return nothingOpen(quiz, request.at, over !== undefined && isOverLately(over, request.at) ? await lastAnswer(over.id, request, means) : null)
}

/** Without what was asked, which is a press away. */
async function lastAnswer(id: RoundId, request: Request, { ledger, courses }: Means): Promise<Screen | null> {
  const view = await ledger.rounds.view(id, request.group, request.asker.id, request.asker.account)
  return view === undefined ? null : answerScreen(view.round, contentIn(courses, view.round), { ...view, mine: view.mine?.chosen ?? null, withQuestion: false })
}

/** The last closed question of the channel, however long ago: its post may be gone. */
async function last(request: Request, means: Means): Promise<Screen> {
  const { quizzes } = means.ledger
  if (request.place === null) return askInChannel('last')
  const closed = await showClosed(request.place, request, means)
  if (closed !== undefined) return closed
  const quiz = await quizzes.at(request.place)
  if (quiz === undefined) return noQuizYet()
  return noneClosedYet()
}

async function takeAnswer(id: RoundId, chosen: readonly OptionId[], request: Request, means: Means): Promise<Screen | Reply> {
  const outcome = await means.ledger.answers.take(id, personSeen(request), chosen, request.at, means.now())
  if (outcome === undefined) return noLongerActive()
  const { round, verdict, streak } = outcome
  switch (verdict.kind) {
    case 'counted':
      if (outcome.first) for (const each of [round, ...(outcome.others ?? [])]) means.counted(each)
      if (verdict.right === null) return notedScreen(round, contentIn(means.courses, round), outcome.chosen ?? chosen, verdict.changed, await elsewhere(outcome.standsIn, request, means))
      return resultsOf(courseOfRound(means.courses, round), markOfRound(means.courses, round))(round, { chosen, right: verdict.right, streak })
    case 'stands':
      return resultScreen(round, contentIn(means.courses, round), {
        chosen: verdict.earlier,
        right: verdict.right,
        streak: null,
        again: true,
        where: await elsewhere(outcome.standsIn, request, means),
      })
    case 'closed':
      return tooLate(id, request, means)
    case 'not-open':
      return noLongerActive()
    case 'bad-choice':
      return chooseAgain(verdict.pick)
  }
}

/** Another channel that shares the question, in which their answer stands. */
export async function elsewhere(place: PlaceId | undefined, { group }: Request, { ledger, whereIs }: Pick<Means, 'ledger' | 'whereIs'>): Promise<Text | null> {
  const quiz = place === undefined ? undefined : await ledger.quizzes.at(place)
  if (quiz === undefined) return null
  return quiz.group === group ? ['in ', { kind: 'place', id: quiz.place }] : [whereIs(quiz.group)]
}

async function tooLate(id: RoundId, request: Request, { ledger, courses }: Means): Promise<Screen> {
  const view = await ledger.rounds.view(id, request.group, request.asker.id, request.asker.account)
  if (view === undefined) return noLongerActive()
  return answerScreen(view.round, contentIn(courses, view.round), { ...view, mine: view.mine?.chosen ?? null, late: true })
}
