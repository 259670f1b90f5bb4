// A round as it stands for one person: the question, their result, or the answer.
import type { PlaceId } from '../../core/quiz.ts'
import { isExtra, isRight, type Round, type RoundId } from '../../core/round.ts'
import { day, wallClock, type Instant } from '../../core/time.ts'
import { contentIn } from '../../course/round-content.ts'
import type { RoundView } from '../../ledger/rounds.ts'
import { noLongerActive } from '../../screens/notice.ts'
import { shortLabel } from '../../screens/short-labels.ts'
import { questionScreen, unanswered } from '../../screens/question.ts'
import { personSeen, type Request } from '../../screens/request.ts'
import { showRoundButton, type ResultPage } from '../../screens/round-controls.ts'
import type { Screen } from '../../screens/screen.ts'
import type { Services } from '../services.ts'
import { answerScreen, askedScreen } from './answer-screen.ts'
import { moreScreen, notedScreen, resultScreen } from './result-screen.ts'

export async function showRound(id: RoundId, request: Request, { ledger, courses }: Pick<Services, 'ledger' | 'courses'>): Promise<Screen> {
  const view = await ledger.rounds.view(id, request.group, request.asker.id, request.asker.account)
  return view === undefined ? noLongerActive() : roundScreen(courses, view, request.at)
}

/** What is open in a channel: a question that the person has yet to answer before one that they have, with a button for each other one. */
export async function showOpen(place: PlaceId, request: Request, means: Pick<Services, 'ledger' | 'courses'>): Promise<Screen | undefined> {
  const [first, ...others] = await means.ledger.rounds.openTo(place, personSeen(request), request.at)
  if (first === undefined) return undefined
  const screen = await showRound(first.id, request, means)
  if (others.length === 0) return screen
  return withButtonsFor(others.slice(0, othersShown), screen, request.at)
}

/** The latest closed question of a channel, with a button for the latest of the other kind if that closed at about the same time. */
export async function showClosed(place: PlaceId, request: Request, means: Pick<Services, 'ledger' | 'courses'>): Promise<Screen | undefined> {
  const { rounds } = means.ledger
  const over = await rounds.over(place, request.at)
  if (over === undefined) return undefined
  const latest = await rounds.latest(place, roundsLookedAt)
  const other = latest.find((round) => isExtra(round) !== isExtra(over) && isOverAt(round, request.at))
  const screen = await showRound(over.id, request, means)
  return other !== undefined && Math.abs(endOf(over) - endOf(other)) <= day ? withButtonsFor([other], screen, request.at) : screen
}

function withButtonsFor(rounds: readonly Round[], screen: Screen, now: Instant): Screen {
  const buttons = namesOf(rounds, now).map(({ round, name }) => showRoundButton(round.id, name))
  return { ...screen, blocks: [...screen.blocks, { kind: 'buttons', buttons }] }
}

/** Questions of one kind are told apart by when they were posted, and those of one minute by their topics. */
function namesOf(rounds: readonly Round[], now: Instant): readonly { readonly round: Round; readonly name: string }[] {
  const kind = (round: Round) => (isExtra(round) ? 'Extra question' : 'Daily question')
  const timed = (round: Round) => `${kind(round)}, ${postedAt(round, now)}`
  const isOnlyOne = (round: Round, name: (round: Round) => string) => rounds.filter((other) => name(other) === name(round)).length === 1
  return rounds.map((round) => ({ round, name: isOnlyOne(round, kind) ? kind(round) : isOnlyOne(round, timed) ? timed(round) : shortLabel(`${timed(round)}: ${round.words?.topicTitle ?? ''}`) }))
}

/** `09:15` on the same day, otherwise `Mar 2, 09:15`, where the question was posted. */
function postedAt({ openedAt, dueAt, zone }: Round, now: Instant): string {
  const local = wallClock(openedAt ?? dueAt, zone)
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' })
  const isToday = local.toPlainDate().equals(wallClock(now, zone).toPlainDate())
  return isToday ? time : `${local.toLocaleString('en-US', { month: 'short', day: 'numeric' })}, ${time}`
}

const endOf = ({ closedAt, closesAt }: Round): Instant => closedAt ?? closesAt
const isOverAt = ({ state, closesAt }: Round, at: Instant): boolean => state === 'closed' || (state === 'open' && at >= closesAt)
const roundsLookedAt = 20

/** More open at once is a mistake of somebody's. */
const othersShown = 3

export function roundScreen(courses: Services['courses'], view: RoundView, at: Instant): Screen {
  const { round, mine } = view
  const content = contentIn(courses, round)
  if (isOver(view, at)) return answerScreen(round, content, { ...view, mine: mine?.chosen ?? null })
  if (mine !== null && round.voided === true) return notedScreen(round, content, mine.chosen, false)
  if (mine === null || round.feedback === 'at-close') return questionScreen(round, content, { ...unanswered, chosen: mine?.chosen ?? [] })
  return resultScreen(round, content, { chosen: mine.chosen, right: isRight(round.key, mine.chosen), streak: null, again: true, withQuestion: true })
}

/** A page of a result; the question for somebody who may not know the answer yet. */
export async function moreOf(id: RoundId, page: ResultPage, request: Request, { ledger, courses }: Pick<Services, 'ledger' | 'courses'>): Promise<Screen> {
  const view = await ledger.rounds.view(id, request.group, request.asker.id, request.asker.account)
  if (view === undefined) return noLongerActive()
  const { round, mine } = view
  const content = contentIn(courses, round)
  const over = isOver(view, request.at)
  if (over && page === 'question') return askedScreen(round, content, { ...view, mine: mine?.chosen ?? null })
  if (round.voided === true || (!over && (mine === null || round.feedback === 'at-close'))) return roundScreen(courses, view, request.at)
  if (page === 'long') return moreScreen(round, content)
  if (over || mine === null) return roundScreen(courses, view, request.at)
  return resultScreen(round, content, { chosen: mine.chosen, right: isRight(round.key, mine.chosen), streak: null })
}

export const isOver = ({ round }: RoundView, at: Instant): boolean => round.state === 'closed' || at >= round.closesAt
