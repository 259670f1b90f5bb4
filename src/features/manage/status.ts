// How the quiz of a channel stands.
import { mayManage, type Quiz } from '../../core/quiz.ts'
import type { Round } from '../../core/round.ts'
import type { Instant } from '../../core/time.ts'
import { courseOfRound, type Courses } from '../../course/courses.ts'
import { changeSince } from '../../course/question-content.ts'
import type { Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import { channelNamed } from '../channel-named.ts'
import type { Means } from '../services.ts'
import { refused } from '../refused.ts'
import type { NewsOf } from './course-facts.ts'
import { settingsView, statusScreen, type Missing, type SinceAsked } from './status-screen.ts'
import { unheardNews } from './unheard.ts'

/** Enough for a quarter of lost dates, which are shown as one. */
const roundsLookedAt = 70

export async function status(request: Request, means: Pick<Means, 'ledger' | 'courses' | 'log' | 'whereIs'>): Promise<Screen> {
  const { ledger, courses } = means
  const quiz = request.place === null ? undefined : await ledger.quizzes.at(request.place)
  if (quiz === undefined) return refused({ kind: 'no-quiz' })
  const rounds = await ledger.rounds.latest(quiz.place, roundsLookedAt)
  const changes = new Map(await Promise.all(rounds.filter(({ state }) => state === 'open').map(async (round) => [round.id, await whatChanged(round, means)] as const)))
  const isManager = mayManage(quiz, request.asker)
  const oldKeys = isManager ? (await ledger.news.oldKeysOf(quiz.place)).map(({ round }) => round) : []
  const unheard = await unheardNews(request, quiz.place, means)
  // A thread that was refused may be told on top already.
  const missing = isManager ? (await missingHere(quiz, request.at, means)).filter(({ what }) => what !== 'thread' || unheard.length === 0) : []
  const together = await ledger.sharing.of(quiz.place)
  const others = together?.channels.filter(({ place }) => place !== quiz.place).map((each) => channelNamed(each, quiz.group, means)) ?? []
  return statusScreen({ ...settingsView(quiz, courses, request.at), others, rounds, changes, mayManage: isManager, oldKeys, missing, unheard, courseNews: newsHere(quiz, courses) })
}

/** Of all courses of the channel. */
function newsHere(quiz: Quiz, courses: Pick<Courses, 'at' | 'newsOf'>): readonly NewsOf[] {
  return quiz.courses.flatMap((number) => {
    const news = courses.newsOf(number)
    return news === undefined ? [] : [{ course: quiz.courses.length > 1 ? courses.at(number).course.id : undefined, news }]
  })
}

/** A standing correction is why a round differs from the course, and its post is no longer as it was. */
async function whatChanged(round: Round, { ledger, courses }: Pick<Means, 'ledger' | 'courses'>): Promise<SinceAsked> {
  const record = round.otherKeys === undefined && round.voided !== true ? [] : ((await ledger.corrections.find(round.id))?.record ?? [])
  if (record.every(({ undone }) => undone !== null)) return changeSince(courseOfRound(courses, round), round)
  return round.voided === true ? 'voided' : 'regraded'
}

/** What is wanted here besides the questions, and could not be posted the last time. */
async function missingHere({ place, weekly, thread }: Quiz, at: Instant, { ledger }: Pick<Means, 'ledger'>): Promise<readonly Missing[]> {
  const [recap, board, review, opened] = await Promise.all([ledger.weekly.state(place, at), ledger.finalBoards.of(place), ledger.duties.of(place), ledger.threads.problem(place)])
  const all: readonly (readonly [what: Missing['what'], isWanted: boolean, why: string | null | undefined])[] = [
    ['recap', weekly, recap?.problem],
    ['board', board.week || board.season, board.problem],
    ['review', review?.on === true, review?.problem],
    ['thread', thread, opened],
  ]
  return all.flatMap(([what, isWanted, why]) => (isWanted && typeof why === 'string' ? [{ what, why }] : []))
}
