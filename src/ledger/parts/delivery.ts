// The part for delivery: a round from its claim to its post. Each step is saved before the next one is taken, so after a
// restart it is known where every round was.
import type { Asked } from '../../core/asked.ts'
import { correctedBank, correctedTeam } from '../../core/corrected-bank.ts'
import { decideClaims, decideExtra, isNews, setBack, type Draw, type QuestionBank } from '../../core/due.ts'
import type { ChannelLoss, EventId, PlaceId, Quiz } from '../../core/quiz.ts'
import { isNewsToManagers, retire, shouldRetire } from '../../core/retire.ts'
import { isExtra, isPosted, type RoundId } from '../../core/round.ts'
import { opensThread } from '../../core/thread.ts'
import type { Instant } from '../../core/time.ts'
import { whyWithdrawn } from '../../core/withdraw.ts'
import type { Claim, Delivery } from '../delivery.ts'
import type { Jobs } from '../jobs.ts'
import type { Unsure } from '../upkeep.ts'
import { handOver } from './share-lead.ts'
import { countAnsweredBefore } from './shared-streaks.ts'
import { recountClosed } from './recount-rounds.ts'
import { claimOf, claimsOf } from '../tables/claims.ts'
import type { StoredRound } from '../tables/round-row.ts'
import type { Tables } from '../tables/tables.ts'
import { saveWaiting } from '../tables/waiting-answers.ts'

/** Missed rounds that one call takes back; the rest follow in the next call. */
const takenBackAtOnce = 1_000

/** What the ledger is; see {@link Draw}. */
type Nature = { readonly salt: string; readonly away: { readonly unsure: Unsure } }

export function openDelivery({ read, write, writeSoon }: Jobs, tables: Tables, { salt, away }: Nature): Delivery {
  const { rounds, roundLists, askedRounds, corrections, places, quizzes, teamQuestions } = tables

  function drawFor({ place, courses }: Quiz, bank: QuestionBank, now: Instant): Draw {
    const shared = givenTo(tables, place)
    const lead = shared.lead ?? place
    const [placeId, standing] = [places.find(lead), corrections.standing(lead)]
    // What a team wrote for its own channel is asked nowhere else.
    const team = placeId === undefined || shared.given !== undefined ? {} : { team: correctedTeam(teamQuestions.bank(placeId), standing) }
    return { bank: correctedBank(bank.of?.(courses) ?? bank, standing), ...team, history: askedRounds.of(place), now, salt, putBackAt: away.unsure.putBackAt, ...shared }
  }

  function withRound(name: RoundId, save: (stored: StoredRound) => unknown): void {
    const stored = rounds.find(name)
    if (stored !== undefined) save(stored)
  }

  function claimDue(now: Instant, bank: QuestionBank, limit: number): readonly Claim[] {
    takeBackMissed(tables, now)
    const claims: Claim[] = []
    for (const quiz of quizzes.due(now, limit)) {
      if (claims.length >= limit) break
      claims.push(...claimQuiz(tables, quiz, drawFor(quiz, bank, now), limit - claims.length))
    }
    return claims
  }

  return {
    claimDue: (now, bank, limit) => write(() => claimDue(now, bank, limit)),
    waiting: (except) => read(() => roundLists.waiting(except)),
    isDue: (now) => read(() => quizzes.due(now, 1).length > 0),
    claimExtra: (place, event, now, bank) => write(() => claimExtra(tables, place, event, (each) => drawFor(each, bank, now))),
    unsent: (now, limit) => read(() => claimsOf(roundLists.unsent(now, limit), quizzes)),
    markSending: (name, at, before) =>
      write(() => {
        const stored = rounds.find(name)
        const quiz = stored && quizzes.at(stored.round.place)
        const isWithdrawn = stored !== undefined && quiz !== undefined && whyWithdrawn(stored.round, quiz, at) !== undefined
        return stored !== undefined && !isWithdrawn && rounds.step(stored, 'send', { at, before })
      }),
    defer: (name, retryAt, why) =>
      write(() =>
        withRound(name, (stored) => {
          if (rounds.step(stored, 'defer', { retryAt, reason: why })) rounds.note(stored.id, 'waited', why, retryAt)
        }),
      ),
    skip: (name, reason, tell, message) =>
      write(() =>
        withRound(name, (stored) => {
          if (!rounds.step(stored, 'skip', { reason, message: message ?? null }) || tell === null) return
          rounds.step({ ...stored, round: { ...stored.round, state: 'skipped' } }, 'tell', { at: tell })
        }),
      ),
    confirmPosted: (name, message, at, asked) => writeSoon(() => withRound(name, (stored) => confirmPosted(tables, stored, { message, asked }, at))),
    fail: (name, reason, at, lost) => write(() => withRound(name, (stored) => fail(tables, stored, { reason, lost }, at))),
  }
}

/** What the channels have been asked that share the question with this one. */
function givenTo({ places, sharedChannels, occurrences }: Tables, place: PlaceId): Pick<Draw, 'given' | 'lead'> {
  const sharedId = sharedOf({ places, sharedChannels }, place)
  if (sharedId === undefined) return {}
  return { given: (occasion) => occurrences.given(sharedId, occasion), lead: sharedChannels.channels(sharedId).find(({ leads }) => leads)?.place }
}

const sharedOf = ({ places, sharedChannels }: Pick<Tables, 'places' | 'sharedChannels'>, place: PlaceId): number | undefined => {
  const placeId = places.find(place)
  return placeId === undefined ? undefined : sharedChannels.of(placeId)
}

function claimQuiz(tables: Tables, due: Quiz, draw: Draw, limit: number): readonly Claim[] {
  const { rounds, quizzes } = tables
  const sharedId = sharedOf(tables, due.place) ?? null
  const { claimed, quiz } = decideClaims(due, draw, rounds.occasionsFrom(due.place, due.nextDate), limit)
  const claims = claimed.map((decision) => {
    const stored = rounds.add(decision.quiz, decision.round, sharedId, draw.now)
    tellIfNews(rounds, stored, draw.now)
    return claimOf(stored, decision.quiz)
  })
  quizzes.save(quiz)
  return claims
}

/** In the channel that leads others, it is asked in all of them. */
function claimExtra(tables: Tables, place: PlaceId, event: EventId, draw: (quiz: Quiz) => Draw): Claim | undefined {
  const { rounds, quizzes, events, sharedChannels } = tables
  const quiz = quizzes.at(place)
  if (quiz === undefined) return undefined
  const madeBefore = events.roundOf(place, event)
  const repeated = madeBefore === undefined ? undefined : rounds.byId(madeBefore)
  if (repeated !== undefined) return claimOf(repeated, quiz)
  const sharedId = quiz.follows === undefined ? sharedOf(tables, place) : undefined
  const others = sharedId === undefined ? [] : sharedChannels.channels(sharedId).flatMap((other) => (other.place === place ? [] : (quizzes.at(other.place) ?? [])))
  // Not where the question has stopped by itself.
  const asked = [quiz, ...others.filter(({ paused, retired }) => retired === null && (!paused || quiz.paused))]
  const [first] = asked.map((each) => {
    const drawn = draw(each)
    const stored = rounds.add(each, decideExtra(each, event, drawn), sharedId ?? null, drawn.now)
    events.add(each.place, { kind: 'extra', id: event, at: drawn.now, roundId: stored.id })
    return stored
  })
  return first === undefined ? undefined : claimOf(first, quiz)
}

/** Rounds recorded as missed that are not due yet: the clock ran ahead. They are removed, and held when they are due. */
function takeBackMissed({ rounds, roundLists, quizzes }: Tables, now: Instant): void {
  for (const missed of roundLists.missedAhead(now, takenBackAtOnce)) {
    rounds.remove(missed, missed.name)
    const quiz = quizzes.at(missed.place)
    if (quiz !== undefined) quizzes.save(setBack(quiz, missed.occasion, missed.dueAt, now))
  }
}

type Posted = { readonly message: string; readonly asked: Asked | undefined }

/** The channel takes messages again: what nobody could be told of it so far can be told there. */
function confirmPosted(tables: Tables, stored: StoredRound, { message, asked }: Posted, at: Instant): void {
  const { rounds, quizzes, untold, nudges, threads } = tables
  if (asked !== undefined) askInstead(tables, stored, asked)
  if (!rounds.step(stored, 'post', { message, at })) return
  countAnsweredBefore(tables, stored)
  const quiz = quizzes.at(stored.round.place)
  if (quiz !== undefined && opensThread(quiz, stored.round, 'post')) threads.want(stored.id, at)
  if (!isExtra(stored.round)) nudges.opened(stored.placeId, { openedAt: at, closesAt: stored.round.closesAt })
  quizzes.saveUnreachable(stored.placeId, 0)
  untold.hurry(stored.placeId, at)
}

/** Other channels that share the question get the one that is out, too; where they have the other one already, this one counts by itself. */
function askInstead({ rounds, occurrences }: Tables, stored: StoredRound, asked: Asked): void {
  const others = occurrences.others(stored)
  const isOther = others.some((other) => isPosted(other.round) && (other.round.question !== asked.question || other.round.order.join() !== asked.order.join()))
  rounds.ask(stored, asked)
  if (isOther) rounds.separate(stored)
  else for (const other of others) rounds.ask(other, asked)
}

type Failure = { readonly reason: string; readonly lost: ChannelLoss | undefined }

function fail(tables: Tables, stored: StoredRound, failure: Failure, at: Instant): void {
  const { reason } = failure
  if (!tables.rounds.step(stored, 'fail', { reason })) return
  // One message is enough: that the quiz is retired also says why this round was not posted.
  if (!retireIfLost(tables, stored, failure, at)) tellIfNews(tables.rounds, { ...stored, round: { ...stored.round, state: 'failed', reason } }, at)
  saveWaiting(tables, stored)
  recountClosed(tables, stored)
}

/** @returns whether the quiz is retired, now or before */
function retireIfLost(tables: Tables, { placeId, round }: StoredRound, { lost }: Failure, at: Instant): boolean {
  const { quizzes } = tables
  const refused = lost === undefined ? 0 : quizzes.unreachable(placeId) + (isExtra(round) ? 0 : 1)
  quizzes.saveUnreachable(placeId, refused)
  const quiz = quizzes.at(round.place)
  if (quiz !== undefined && quiz.retired !== null) return true
  const decided = lost !== undefined && shouldRetire(lost, refused) ? retire(quiz, lost) : undefined
  if (decided === undefined || 'refusal' in decided) return false
  quizzes.save(decided.quiz)
  handOver(tables, placeId)
  if (isNewsToManagers(quiz, decided.quiz)) quizzes.saveTell(round.place, at)
  return true
}

function tellIfNews(rounds: Tables['rounds'], stored: StoredRound, at: Instant): void {
  if (isNews(stored.round, rounds.before(stored.placeId, stored.round.dueAt))) rounds.step(stored, 'tell', { at })
}
