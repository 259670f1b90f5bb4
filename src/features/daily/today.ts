// Showing a round to one person, and taking what they answer.
import type { OptionId } from '../../core/quiz.ts'
import { isRight, type Round } from '../../core/round.ts'
import type { RoundView } from '../../ledger/rounds.ts'
import { notice, refusal } from '../../screens/notice.ts'
import { countInWords, questionScreen } from '../../screens/question.ts'
import { notedScreen, resultScreen } from './result-screen.ts'
import { revealScreen } from '../../screens/reveal.ts'
import type { Screen } from '../../screens/screen.ts'
import { whenNext } from '../manage/status-screen.ts'
import { command } from '../../screens/text.ts'
import { contentOf, type Desk } from '../services.ts'
import type { Request } from '../../platforms/platform.ts'
import type { Results } from './results.ts'

/** The open round of the channel, or when the next one comes. */
export async function today(desk: Desk, request: Request): Promise<Screen> {
  if (request.place === null) return refusal('Ask in a channel', [['Each channel has its own question. Type ', command('today'), ' in a channel.']])
  const round = await desk.ledger.rounds.open(request.place, request.at)
  if (round !== undefined) return showRound(desk, request, round.id)
  const quiz = await desk.ledger.quizzes.at(request.place)
  if (quiz === undefined) {
    return notice('No daily question here yet', [['Set it up with ', command('setup 09:00 Europe/Berlin mon-fri'), ' (your own time and zone).']])
  }
  return notice('No question is open right now', [whenNext(quiz), ['A manager can post one at once with ', command('now'), '.']])
}

/** A round as it stands for the asker: the question, their result, or the answer. */
export async function showRound(desk: Desk, request: Request, roundId: string): Promise<Screen> {
  const view = await desk.ledger.rounds.view(roundId, request.group, request.asker.id)
  return view === undefined ? noLongerActive() : roundScreen(desk, view, request.at)
}

export function roundScreen(desk: Desk, view: RoundView, at: number): Screen {
  const { round, mine } = view
  const content = contentOf(desk.course, round)
  if (round.state === 'closed' || at >= round.closesAt) {
    return revealScreen(round, content, { ...view, mine: mine?.chosen ?? null })
  }
  if (mine === null || round.feedback === 'at-close') return questionScreen(round, content, mine?.chosen ?? [])
  const remark = 'You answered this one already.'
  return resultScreen(round, content, { chosen: mine.chosen, right: isRight(round.key, mine.chosen), remark, streak: null, withQuestion: true })
}

type Means = { readonly counted: (round: Round) => void; readonly result: Results }

/** @param means `counted` is told of a first answer that counts */
export async function takeAnswer(desk: Desk, request: Request, roundId: string, chosen: readonly OptionId[], means: Means): Promise<Screen> {
  const person = { id: request.asker.id, group: request.group, name: request.asker.name }
  const outcome = await desk.ledger.answers.take(roundId, person, chosen, request.at)
  if (outcome === undefined) return noLongerActive()
  const { round, verdict, streak } = outcome
  switch (verdict.kind) {
    case 'counted':
      if (!verdict.changed) means.counted(round)
      if (verdict.right === null) return notedScreen(round, contentOf(desk.course, round), outcome.chosen ?? chosen, verdict.changed)
      return means.result(round, { chosen, right: verdict.right, streak })
    case 'stands':
      return resultScreen(round, contentOf(desk.course, round), {
        chosen: verdict.earlier,
        right: verdict.right,
        remark: 'Your first answer counts, so nothing has changed.',
        streak: null,
      })
    case 'closed':
      return tooLate(desk, request, roundId)
    case 'not-open':
      return noLongerActive()
    case 'bad-choice':
      return refusal('Choose again', [[`This question takes ${verdict.pick === 1 ? 'one option' : `exactly ${countInWords(verdict.pick)} options`}.`]])
  }
}

async function tooLate(desk: Desk, request: Request, roundId: string): Promise<Screen> {
  const view = await desk.ledger.rounds.view(roundId, request.group, request.asker.id)
  if (view === undefined) return noLongerActive()
  const screen = roundScreen(desk, view, Infinity)
  const note = view.mine === null ? 'This round is closed, so the answer does not count. Here is what was right.' : 'This round is closed. Your answer is in.'
  return { ...screen, blocks: [{ kind: 'paragraph', text: [note] }, ...screen.blocks] }
}

/** For a button of another time or another place. */
export function noLongerActive(): Screen {
  return refusal('This is no longer active', [['The round or the button is from another time. ', command('today'), ' shows what is open now.']])
}


