// Today’s question on one's own page: its stem, whether it is answered, and how the last ones went.
import type { PlaceId } from '../../core/quiz.ts'
import { isRight } from '../../core/round.ts'
import { contentIn } from '../../course/round-content.ts'
import type { RoundView } from '../../ledger/rounds.ts'
import { runControl } from '../../screens/control.ts'
import { personSeen, type Request } from '../../screens/request.ts'
import type { Block, Button } from '../../screens/screen.ts'
import { moment, strong, type Text } from '../../screens/text.ts'
import { whenNext } from '../../screens/when-next.ts'
import type { HomePart } from '../feature.ts'
import { leadInWords, offButton } from './nudge-screen.ts'
import type { Means } from '../services.ts'
import { excerpt } from '../../screens/written.ts'

export const home: HomePart = {
  ofChannel: async (request, place, means) => {
    const { rounds, quizzes } = means.ledger
    const [[round], quiz] = await Promise.all([rounds.openTo(place, personSeen(request), request.at), quizzes.at(place)])
    const view = round === undefined ? undefined : await rounds.view(round.id, request.group, request.asker.id, request.asker.account)
    const lead = await means.ledger.nudges.of(personSeen(request), place)
    const before: Before = { marks: await recentMarks(place, request, means), closed: (await rounds.over(place, request.at)) !== undefined, lead: lead === null ? null : leadInWords(quiz?.openMinutes ?? null, lead) }
    if (view !== undefined) return openQuestion(view, contentIn(means.courses, view.round).stem, before)
    return nothingOpenAtHome(quiz === undefined ? [] : whenNext(quiz, request.at), before)
  },
}

const run = (label: string, line: string, primary = false): Button => ({ label, control: runControl.text({ line }), primary })
const lastAnswer = run('Last answer', 'last')

/** Of the channel's earlier questions: how the person answered them, and whether any has closed. `lead`: how long before the close a reminder comes. */
type Before = { readonly marks: string; readonly closed: boolean; readonly lead: string | null }

export function openQuestion({ round, mine }: Pick<RoundView, 'round' | 'mine'>, stem: string, { marks, closed, lead }: Before): readonly Block[] {
  const until = moment(round.closesAt, round.zone)
  const state = (): { readonly text: Text; readonly button: Button } => {
    if (mine === null) return { text: ['Open until ', until, ". You haven’t answered yet."], button: run('Answer', 'today', true) }
    if (round.voided === true) return { text: ['Your answer is in. This question doesn’t count, so it earns no points.'], button: run('See the question', 'today') }
    if (round.feedback === 'at-close') return { text: ['Your answer is in. The result comes ', until, '.'], button: run('Change my answer', 'today') }
    return { text: [isRight(round.key, mine.chosen) ? '✅ You were right.' : '❌ Not this time.'], button: run('See the explanation', 'today') }
  }
  const { text, button } = state()
  return [
    { kind: 'heading', text: "Today’s question" },
    { kind: 'paragraph', text: excerpt(stem, longestStem) },
    { kind: 'paragraph', text: marks === '' ? [...text, ...reminder(lead)] : [...text, ...reminder(lead), '\n', ...marksText(marks)] },
    { kind: 'buttons', buttons: [button, ...(closed ? [lastAnswer] : []), ...noReminder(lead)] },
  ]
}

/** Two lines: the whole question is a press away. */
const longestStem = 80

export function nothingOpenAtHome(next: Text, { marks, closed, lead }: Before): readonly Block[] {
  return [
    { kind: 'paragraph', text: ['No question is open right now. ', ...next, ...reminder(lead)] },
    ...marksLine(marks),
    ...buttonsOf([...(closed ? [lastAnswer] : []), ...noReminder(lead)]),
  ]
}

const reminder = (lead: string | null): Text => (lead === null ? [] : [` You get a reminder ${lead} before the close.`])
const noReminder = (lead: string | null): readonly Button[] => (lead === null ? [] : [offButton('No reminder')])
const buttonsOf = (buttons: readonly Button[]): readonly Block[] => (buttons.length === 0 ? [] : [{ kind: 'buttons', buttons }])

const marksText = (marks: string): Text => [strong('Your recent answers: '), marks]

const marksLine = (marks: string): readonly Block[] =>
  marks === '' ? [] : [{ kind: 'paragraph', text: marksText(marks) }]

const roundsLookedAt = 8
const marksShown = 5

/** `✅ ❌ – ✅`, the newest last; empty if none of the last questions was answered. */
async function recentMarks(place: PlaceId, request: Request, { ledger }: Means): Promise<string> {
  const closed = (await ledger.rounds.latest(place, roundsLookedAt)).filter(({ state }) => state === 'closed').slice(0, marksShown)
  const views = await Promise.all(closed.map(({ id }) => ledger.rounds.view(id, request.group, request.asker.id, request.asker.account)))
  const mine = views.flatMap((view) => (view === undefined ? [] : [view.mine === null || view.round.voided === true ? '–' : isRight(view.round.key, view.mine.chosen) ? '✅' : '❌']))
  return mine.every((mark) => mark === '–') ? '' : mine.toReversed().join(' ')
}
