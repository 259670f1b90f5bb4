// The introduction of a new daily question in its channel: posted once, with a button for the first question. It shows at once whether
// the bot may post there.
import type { PlaceId, Quiz } from '../../core/quiz.ts'
import type { Round } from '../../core/round.ts'
import type { Instant } from '../../core/time.ts'
import { introducedAs } from '../../ledger/quizzes.ts'
import { notice } from '../../screens/notice.ts'
import type { Press, Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import { moment } from '../../screens/text.ts'
import { whenNext } from '../../screens/when-next.ts'
import type { Announced, Means } from '../services.ts'
import { introductionScreen } from './introduction-screen.ts'
import { firstQuestion, postExtra } from './now.ts'
import { notAllowed } from '../rights.ts'
import { refused } from '../refused.ts'

type Needs = Pick<Means, 'ledger' | 'announce'>

/** On record as a change of the quiz that changes nothing. */
const introduced = 'introduced'

/** Enough to see whether a question was ever posted. */
const roundsLookedAt = 20

/** Introduces the quiz, unless that was done or its questions are known already. @returns undefined if there was nothing to do */
export async function introduce(quiz: Quiz, request: Request, { ledger, announce }: Needs): Promise<Announced | undefined> {
  if ((await isIntroduced(quiz.place, request.at, ledger)) || (await latestPosted(quiz.place, ledger)) !== undefined) return undefined
  // Without a name the platform mentions the person in its own way.
  const by = { kind: 'person', id: request.asker.id, name: '' } as const
  const result = await announce(quiz.place, introductionScreen(quiz, by, 'new'), request.event)
  // What may be out is not posted again.
  if (result.kind !== 'refused') await ledger.quizzes.change(quiz.place, introduced, request.at, keep)
  if (result.kind === 'posted') await ledger.quizzes.change(quiz.place, `${introducedAs}${result.message}`, request.at, keep)
  return result
}

const keep = (quiz: Quiz | undefined) => (quiz === undefined ? { refusal: undefined } : { quiz })

async function isIntroduced(place: PlaceId, at: Instant, ledger: Needs['ledger']): Promise<boolean> {
  return (await ledger.quizzes.change(place, introduced, at, () => ({ refusal: undefined }))).kind === 'repeated'
}

async function latestPosted(place: PlaceId, ledger: Needs['ledger']): Promise<Round | undefined> {
  const rounds = await ledger.rounds.latest(place, roundsLookedAt)
  return rounds.find(isPosted)
}

const isPosted = ({ state }: Round): boolean => state === 'open' || state === 'closed'

/** After the first question was posted in whatever way: the introduction no longer announces it, and loses its button. */
export async function redrawIntroduction(place: PlaceId, { ledger, redraw }: Pick<Means, 'ledger' | 'redraw'>): Promise<void> {
  const message = await ledger.quizzes.introduction(place)
  if (message === undefined) return
  const [quiz, rounds] = await Promise.all([ledger.quizzes.at(place), ledger.rounds.latest(place, roundsLookedAt)])
  if (quiz !== undefined && rounds.filter(isPosted).length === 1) await redraw(place, message, introductionScreen(quiz, setUpBy(quiz), 'begun'))
}

/** Whoever set the quiz up has been forgotten. */
export async function withoutName(place: PlaceId, { ledger, redraw }: Pick<Means, 'ledger' | 'redraw'>): Promise<void> {
  const [message, quiz] = await Promise.all([ledger.quizzes.introduction(place), ledger.quizzes.at(place)])
  if (message === undefined || quiz === undefined) return
  const posted = await latestPosted(place, ledger)
  await redraw(place, message, introductionScreen(quiz, null, posted === undefined ? 'new' : 'begun'))
}

/** The button of the introduction. */
export async function postFirst(press: Press, means: Means): Promise<Screen> {
  const no = await notAllowed(press, means)
  if (no !== undefined) return no
  const quiz = press.place === null ? undefined : await means.ledger.quizzes.at(press.place)
  if (quiz === undefined) return refused({ kind: 'no-quiz' })
  const posted = await latestPosted(quiz.place, means.ledger)
  if (posted === undefined && quiz.follows !== undefined) return refused({ kind: 'follows' })
  const screen = posted === undefined ? await postExtra(quiz, firstQuestion, press, means) : alreadyPosted(quiz, posted, press.at)
  const begun = posted !== undefined || (await latestPosted(quiz.place, means.ledger)) !== undefined
  if (begun && press.message !== undefined) await means.redraw(quiz.place, press.message, introductionScreen(quiz, setUpBy(quiz), 'begun'))
  return screen
}

/** Whoever set a quiz up is the first of its managers, as long as nobody removes them. */
const setUpBy = ({ managers: [first] }: Quiz) => (first === undefined ? null : ({ kind: 'person', id: first, name: '' } as const))

function alreadyPosted(quiz: Quiz, { state, closesAt, zone }: Round, now: Instant): Screen {
  const open = state === 'open' ? [['It’s open until ', moment(closesAt, zone), '.'] as const] : []
  return notice('The first question was already posted', [...open, whenNext(quiz, now)])
}
