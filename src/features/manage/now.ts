// A question now, in addition to the daily one. It is claimed here and sent by the delivery; the answer waits for the result.
import type { EventId, Quiz } from '../../core/quiz.ts'
import { isExtra, type Round } from '../../core/round.ts'
import { notice, refusal } from '../../screens/notice.ts'
import type { Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import { command, moment, type Text } from '../../screens/text.ts'
import type { Means } from '../services.ts'
import { manage } from './face.ts'
import { refused } from '../refused.ts'
import { notAllowed } from '../rights.ts'

type Needs = Pick<Means, 'ledger' | 'courses' | 'send'>

/** All presses of the introduction's button are one event, so two people who press at the same time get one question. */
export const firstQuestion = 'first question'
/** Extra rounds that nobody asked for with `now`: the first question of a channel, and of the terminal. */
const firstQuestions = [firstQuestion, 'first start']

/** More open questions than this at the same time are more than anybody answers. */
const mostOpen = 3
const roundsLookedAt = 20

/** @param anyway also if an extra question is open already */
export async function questionNow(request: Request, means: Needs, anyway = false): Promise<Screen> {
  const no = await notAllowed(request, means)
  if (no !== undefined) return no
  const quiz = request.place === null ? undefined : await means.ledger.quizzes.at(request.place)
  if (quiz === undefined) return refused({ kind: 'no-quiz' })
  if (quiz.follows !== undefined) return refused({ kind: 'follows' })
  const open = await openExtras(quiz, request, means)
  if (open.length >= mostOpen) return tooManyOpen(open)
  const [newest] = open
  return newest === undefined || anyway ? postExtra(quiz, request.event, request, means) : alreadyOpen(newest)
}

/** Those asked for with `now`, the newest first, without the one that this very request made. */
async function openExtras({ place }: Quiz, { at, event }: Request, { ledger }: Needs): Promise<readonly Round[]> {
  const rounds = await ledger.rounds.latest(place, roundsLookedAt)
  const isOpen = ({ state, closesAt }: Round) => (state === 'open' || state === 'claimed' || state === 'sending') && closesAt > at
  const others = [event, ...firstQuestions].map((each) => `+${each}`)
  return rounds.filter((round) => isExtra(round) && isOpen(round) && !others.some((other) => round.occasion.endsWith(other)))
}

/** @param event asked twice, it makes one question; after a failure it may be asked again */
export async function postExtra(quiz: Quiz, event: EventId, request: Request, { ledger, courses, send }: Needs): Promise<Screen> {
  const claim = async (by: EventId) => (await ledger.delivery.claimExtra(quiz.place, by, request.at, courses.bank))?.round
  const first = await claim(event)
  const round = first?.state === 'failed' && event !== request.event ? await claim(request.event) : first
  if (round === undefined) return refused({ kind: 'no-quiz' })
  if (round.state === 'claimed' || round.state === 'sending') await send()
  return outcomeScreen((await ledger.rounds.view(round.id, round.group, null))?.round ?? round)
}

function outcomeScreen({ state, reason, closesAt, zone }: Round): Screen {
  switch (state) {
    case 'open':
      return notice('Posted', [['The question is open until ', moment(closesAt, zone), '.']])
    case 'closed':
      return notice('Posted', [['The question has already closed. ', command('last'), ' shows its answer.']])
    case 'claimed':
    case 'sending':
      return notice('On its way', [['The question will be posted as soon as the bot gets through. ', command('status'), ' shows how it went.']])
    case 'failed':
    case 'missed':
    case 'skipped':
      return refusal('The question wasn’t posted', [[reason ?? 'No reason was recorded.'], ['Once that’s fixed, try ', command('now'), ' again.']])
  }
}

function alreadyOpen({ closesAt, zone }: Round): Screen {
  const until: Text = ['An extra question is open until ', moment(closesAt, zone), '.']
  const another = { label: 'Post another one', control: manage.controls.nowAnyway.text({}), primary: false }
  return notice('An extra question is already open', [until, ['Do you want to post another one?']], [another])
}

function tooManyOpen(open: readonly Round[]): Screen {
  const soonest = open.reduce((one, other) => (other.closesAt < one.closesAt ? other : one))
  const line: Text = [`${open.length} extra questions are open in this channel. Try again when the first one closes: `, moment(soonest.closesAt, soonest.zone), '.']
  return refusal('Enough questions are open', [line])
}
