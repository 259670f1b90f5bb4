// The screens of a review: a question or a card, what it was, and what came out at the end.
import type { CardWords } from '../../core/card.ts'
import type { FindingWords } from '../../core/case.ts'
import type { DrillWords } from '../../core/drill.ts'
import type { QuestionWords, Source } from '../../core/question.ts'
import { countAnswered, countRight, isAnswered, type Session, type Step, type Task } from '../../core/session.ts'
import type { LocalDate } from '../../core/time.ts'
import { backBlocks, changedCard, frontBlocks } from '../../screens/card.ts'
import { runControl } from '../../screens/control.ts'
import { dutyExplained, dutyText, dutyTitle, labelButtons } from '../../screens/duty.ts'
import { findingBlocks, findingExplained, inShort } from '../../screens/finding.ts'
import { notice } from '../../screens/notice.ts'
import { passageButtons, passagesInSession } from '../../screens/passage.ts'
import type { Block, Button, Screen } from '../../screens/screen.ts'
import { sessionScreen } from '../../screens/session-screen.ts'
import { goButton } from '../../screens/session-controls.ts'
import { askedBlocks, changedTask, heldBackTask, explainedBlocks, verdictOf } from '../../screens/task.ts'
import { strong } from '../../screens/text.ts'
import { toReadBlocks, type ToRead } from '../../screens/to-read.ts'
import { reviewControls } from './face.ts'
import { emphasized, written } from '../../screens/written.ts'

/** What a task is about, as it was drawn; null if it was changed since. */
export type Shown =
  | { readonly kind: 'question'; readonly words: QuestionWords | null }
  | { readonly kind: 'card'; readonly words: CardWords | null }
  | { readonly kind: 'duty'; readonly words: DrillWords | null }
  | { readonly kind: 'finding'; readonly words: FindingWords | null }

/** What it is about, in a few words. */
export function aboutOf(shown: Shown): string {
  if (shown.words === null) return ''
  switch (shown.kind) {
    case 'question':
    case 'card':
      return shown.words.topicTitle
    case 'duty':
      return shown.words.what
    case 'finding':
      return shown.words.caseTitle
  }
}

/** Of an item that was forgotten again and again. `aside`: it is set aside now. */
export type Leech = { readonly lapses: number; readonly aside: boolean }

/** @param side of a card */
export function reviewScreen(session: Session, shown: Shown, side: 'front' | 'back', leech: Leech | null): Screen {
  if (shown.words === null) return sessionScreen('review', 'Review', [shown.kind === 'card' ? changedCard : changedTask, { kind: 'buttons', buttons: [next(session), stop(session)] }])
  if (shown.kind !== 'card') return isAnswered(session, session.position) ? explained(session, shown, leech) : asked(session, shown)
  if (isAnswered(session, session.position)) return gradedCard(session, shown.words, leech)
  const footnotes = placeOf(session, shown.words.topicTitle)
  if (side === 'front') return sessionScreen('review-card', 'Review', [...frontBlocks(reviewControls.flip, session, shown.words, [skip(session), stop(session)]), ...footnotes])
  const more = [...passageButtons(shown.words.sources, passagesInSession), stop(session)]
  return sessionScreen('review-card-back', 'Review', [...backBlocks(reviewControls, session, shown.words), { kind: 'buttons', buttons: more }, ...footnotes])
}

/** A channel has been asked this question since it was picked. */
export const heldBackScreen = (session: Session): Screen => sessionScreen('review', 'Review', [heldBackTask, { kind: 'buttons', buttons: [next(session), stop(session)] }])

type Answerable = Exclude<Shown, { readonly kind: 'card' }>

function asked(session: Session, shown: Answerable): Screen {
  const isQuestion = shown.kind === 'question'
  return sessionScreen('review', shown.kind === 'duty' && shown.words !== null ? dutyTitle(shown.words) : 'Review', [
    ...askedBlocksOf(session, shown),
    ...placeOf(session, placeNameOf(shown)),
    { kind: 'buttons', buttons: [...(isQuestion ? [guess(session)] : []), skip(session), stop(session)] },
  ])
}

/** A duty stands on the screen in full. */
const placeNameOf = (shown: Answerable): string => (shown.kind === 'duty' ? 'Review' : aboutOf(shown))

const guess = ({ id, position, steps }: Session): Button => ({
  label: 'I’m guessing',
  control: reviewControls.mark.text({ session: id, position, mark: 'guess' }),
  primary: false,
  ...(steps.get(position)?.guess === true ? { state: 'current' as const } : {}),
})

function askedBlocksOf(session: Session, { kind, words }: Answerable): readonly Block[] {
  const task = session.tasks[session.position]
  if (task === undefined || words === null) return []
  switch (kind) {
    case 'question':
      return askedBlocks(reviewControls, session, task, words)
    case 'duty':
      return [{ kind: 'paragraph', text: dutyText(words) }, labelButtons(reviewControls, session, words)]
    case 'finding':
      return [{ kind: 'paragraph', text: inShort(words.situation) }, ...findingBlocks('Finding', words), labelButtons(reviewControls, session, words)]
  }
}

function explained(session: Session, shown: Answerable, leech: Leech | null): Screen {
  const [task, step] = [session.tasks[session.position], session.steps.get(session.position)]
  if (task === undefined || step === undefined || shown.words === null) return asked(session, shown)
  // What to remember gives way to the advice about it.
  const blocks = explainedBlocksOf(task, step, leech !== null && shown.kind === 'question' ? { kind: 'question', words: { ...shown.words, keyPoint: '' } } : shown)
  return {
    name: 'review-explained',
    session: true,
    ...verdictOf(task, step),
    blocks: [...blocks, ...leechBlocks(leech), { kind: 'buttons', buttons: after(session, shown.words.sources, leech) }],
  }
}

function explainedBlocksOf(task: Task, step: Step, { kind, words }: Answerable): readonly Block[] {
  if (words === null) return []
  switch (kind) {
    case 'question':
      return explainedBlocks(task, words, step)
    case 'duty':
      return dutyExplained(task, step, words)
    case 'finding':
      return findingExplained(task, step, words)
  }
}

/** Only of one that was forgotten again and again: after any other card the next one comes at once. */
function gradedCard(session: Session, { front, back, topicTitle, sources }: CardWords, leech: Leech | null): Screen {
  return sessionScreen('review-graded', 'Review', [
    { kind: 'paragraph', text: emphasized(written(front)) },
    { kind: 'paragraph', text: written(back) },
    ...leechBlocks(leech),
    ...placeOf(session, topicTitle),
    { kind: 'buttons', buttons: after(session, sources, leech) },
  ])
}

function leechBlocks(leech: Leech | null): readonly Block[] {
  if (leech === null) return []
  if (leech.aside) return [{ kind: 'paragraph', text: [strong('Set aside.'), ' It won’t come up until you take it back.'] }]
  return [{ kind: 'paragraph', text: [strong(`You’ve forgotten this ${leech.lapses} times.`), ' Read up on it, or set this one aside for now.'] }]
}

function after(session: Session, sources: readonly Source[], leech: Leech | null): readonly Button[] {
  const onward = { ...next(session), primary: leech === null || leech.aside }
  if (leech === null) return [onward, ...passageButtons(sources, passagesInSession), ...(isLast(session) ? [] : [stop(session)])]
  const put = (label: string, aside: 'yes' | 'no'): Button => ({ label, control: reviewControls.aside.text({ session: session.id, position: session.position, aside }), primary: false })
  const read = passageButtons(sources, passagesInSession).map((button, at) => (at === 0 ? { ...button, primary: !leech.aside } : button))
  return [...read, leech.aside ? put('Take it back', 'no') : put('Set this one aside', 'yes'), onward]
}

const isLast = ({ position, tasks }: Session) => position + 1 === tasks.length

const next = (session: Session): Button => goButton(reviewControls, session, session.position + 1, isLast(session) ? 'See how it went' : 'Next')

const skip = (session: Session): Button => ({ ...goButton(reviewControls, session, session.position + 1, 'Skip'), primary: false })

const stop = ({ id }: Session): Button => ({ label: 'Stop', control: reviewControls.end.text({ session: id, how: 'end' }), primary: false })

/** `1 of 10, from 63 that are due`: said once, because nobody has to catch up. */
function placeOf({ position, tasks, about, steps }: Session, topic: string): readonly Block[] {
  const due = Number(about ?? 0) || 0
  const from = position === 0 && steps.size === 0 && due > tasks.length ? `, from ${due} that are due. The others can wait` : ''
  return [{ kind: 'footnote', text: [`${topic} · ${position + 1} of ${tasks.length}${from}`] }]
}

/** @param more whether anything else is due */
export function reviewSummary(session: Session, toRead: readonly ToRead[], more: boolean): Screen {
  const answered = countAnswered(session)
  const line = answered === 0 ? ['No answers, so there’s nothing to save.'] : [strong(`You knew ${countRight(session)} of ${answered}.`)]
  const again: Button = { label: 'Review more', control: runControl.text({ line: 'review' }), primary: false }
  return sessionScreen('review-summary', 'Review finished', [
    { kind: 'paragraph', text: line },
    ...toReadBlocks(toRead),
    ...(answered === 0 ? [] : ([{ kind: 'footnote', text: ['Each one comes back when you’re about to forget it. Reviews earn no points.'] }] as const)),
    { kind: 'buttons', buttons: [...(more ? [again] : []), practiceButton()] },
  ])
}

const practiceButton = (): Button => ({ label: 'Practice', control: runControl.text({ line: 'practice' }), primary: false })

/** @param next the day on which something is due; null if nothing was answered yet */
export function nothingDue(next: LocalDate | null): Screen {
  const when = next === null ? 'What you answer comes back here when you’re about to forget it.' : `The next one is due on ${inWords(next)}.`
  return { ...notice('Nothing to review', [[when]], [practiceButton()]), name: 'review-nothing' }
}

/** `Tue, Mar 3`. */
const inWords = (date: LocalDate): string => Temporal.PlainDate.from(date).toLocaleString('en-US', { weekday: 'short', month: 'short', day: 'numeric' })

/** After an exam without misses, or when all of them were gone over. */
export const noMisses = (): Screen => ({ ...notice('Nothing left of your last exam', [['You’ve gone over everything you missed in it.']], [practiceButton()]), name: 'review-nothing' })

/** For a list of mistakes that are all put right since. */
export const noMistakes = (): Screen => ({ ...notice('No mistakes to review', [['You got everything right when you were last asked.']], [practiceButton()]), name: 'review-nothing' })
