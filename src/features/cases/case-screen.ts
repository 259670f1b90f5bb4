// The screens of a running case: a finding, the model answer, the whole situation, and what came out at the end.
import type { FindingWords } from '../../core/case.ts'
import { countAnswered, countRight, type Session } from '../../core/session.ts'
import { labelButtons } from '../../screens/duty.ts'
import { findingBlocks, findingExplained, inShort } from '../../screens/finding.ts'
import { passageButtons, passagesInSession } from '../../screens/passage.ts'
import type { Block, Button, Screen } from '../../screens/screen.ts'
import { goButton } from '../../screens/session-controls.ts'
import { verdictOf } from '../../screens/task.ts'
import { strong, type Text } from '../../screens/text.ts'
import { caseControls } from './face.ts'
import { written, writtenLine } from '../../screens/written.ts'

/** @param words null: changed since the case began */
export function caseScreen(session: Session, words: FindingWords | null): Screen {
  const task = session.tasks[session.position]
  const step = session.steps.get(session.position)
  if (task === undefined || words === null) {
    const changed: Text = ['This finding has changed since you started, so it no longer counts. Go on to the next one.']
    return { name: 'case', title: 'Guided case', tone: 'plain', session: true, blocks: [{ kind: 'paragraph', text: changed }, nextButtons(session, null)] }
  }
  if (step === undefined || step.chosen.length === 0) return findingScreen(session, words)
  return {
    name: 'case-explained',
    session: true,
    ...verdictOf(task, step),
    blocks: [...findingExplained(task, step, words), nextButtons(session, words)],
  }
}

/** Only the first finding comes with the whole situation, so that the others fit on a phone. */
function findingScreen(session: Session, words: FindingWords): Screen {
  const { id, position } = session
  const isFirst = position === 0
  const whole: Button = { label: 'The situation', control: caseControls.situation.text({ session: id, position }), primary: false }
  return {
    name: 'case',
    session: true,
    title: words.caseTitle,
    tone: 'plain',
    blocks: [
      ...(isFirst ? situationBlocks(words) : ([{ kind: 'paragraph', text: inShort(words.situation) }] as const)),
      ...findingBlocks(`Finding ${position + 1} of ${session.tasks.length}`, words),
      labelButtons(caseControls, session, words),
      { kind: 'buttons', buttons: [...(isFirst ? [] : [whole]), allCases, stop(session)] },
    ],
  }
}

function situationBlocks({ situation, architecture }: FindingWords): readonly Block[] {
  const parts: Block = { kind: 'list', items: architecture.map(writtenLine) }
  return [{ kind: 'paragraph', text: written(situation) }, ...(architecture.length === 0 ? [] : [parts])]
}

/** The whole situation again, beside a finding that shows it in short. */
export function situationScreen(session: Session, words: FindingWords): Screen {
  const back: Button = { label: 'Back to the finding', control: caseControls.show.text({ session: session.id }), primary: true }
  return { name: 'case-situation', title: words.caseTitle, tone: 'plain', session: true, blocks: [...situationBlocks(words), { kind: 'buttons', buttons: [back] }] }
}

const allCases: Button = { label: 'All cases', control: caseControls.list.text({ page: 0 }), primary: false }


const stop = ({ id }: Session): Button => ({ label: 'Stop', control: caseControls.end.text({ session: id, how: 'end' }), primary: false })

function nextButtons(session: Session, words: FindingWords | null): Block {
  const isLast = session.position + 1 === session.tasks.length
  const next = goButton(caseControls, session, session.position + 1, isLast ? 'Close the case' : 'Next finding')
  return { kind: 'buttons', buttons: [next, ...passageButtons(words?.sources ?? [], passagesInSession), ...(isLast ? [] : [stop(session)])] }
}

export type CaseEnd = {
  readonly title: string
  /** What to take away from the whole case. */
  readonly closing: string | null
  /** The findings that were labeled wrong: whose job they are, and the smallest right change. */
  readonly missed: readonly { readonly owner: string; readonly change: string }[]
  /** The id of the case to do next; null if there is no other. */
  readonly next: string | null
  /** The case itself, to do it again; null if the course no longer has it. */
  readonly again: string | null
}

export function caseSummary(session: Session, { title, closing, missed, next, again }: CaseEnd): Screen {
  const answered = countAnswered(session)
  const isDone = session.position === session.tasks.length
  const begin = (label: string, id: string | null, primary: boolean): readonly Button[] =>
    id === null ? [] : [{ label, control: caseControls.begin.text({ how: 'ask', id }), primary }]
  return {
    name: 'case-summary',
    title: isDone ? 'Case closed' : 'Case stopped',
    tone: 'plain',
    blocks: [
      { kind: 'paragraph', text: [strong(title), `\n${summaryLine(answered, countRight(session), session.tasks.length)}`] },
      ...(missed.length === 0 ? [] : missedBlocks(missed)),
      ...(isDone && closing !== null ? ([{ kind: 'paragraph', text: [strong('Take away: '), ...written(closing)] }] as const) : []),
      { kind: 'buttons', buttons: [...begin('Next case', next, true), ...begin(isDone ? 'Do it again' : 'Start over', again, false), allCases] },
    ],
  }
}

const missedBlocks = (missed: CaseEnd['missed']): readonly Block[] => [
  { kind: 'heading', text: 'What you missed' },
  { kind: 'list', items: missed.map(({ owner, change }): Text => [strong(owner), ': ', ...written(change)]) },
]

function summaryLine(answered: number, right: number, tasks: number): string {
  if (answered === 0) return 'No answers, so there’s nothing to save.'
  return `${right} of ${answered} right.${answered < tasks ? ` You answered ${answered} of ${tasks}.` : ''}`
}
