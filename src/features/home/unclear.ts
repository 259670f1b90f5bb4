// Letters or a button's words, written where it isn't sure what they are for: shows the one thing that can be meant, with its buttons, or asks.
import type { PlaceId } from '../../core/quiz.ts'
import { isAnswered, type Session, type SessionKind } from '../../core/session.ts'
import { readItem } from '../../core/study-item.ts'
import { runControl } from '../../screens/control.ts'
import { notice } from '../../screens/notice.ts'
import { personSeen, type Reply, type Request } from '../../screens/request.ts'
import type { Block, Button, Screen } from '../../screens/screen.ts'
import { strong } from '../../screens/text.ts'
import { accountOf } from '../learner.ts'
import type { Means } from '../services.ts'

type Unclear = Extract<Request, { readonly kind: 'unclear' }>
type Answered = Screen | Reply
type InChannel = Request & { readonly place: PlaceId }

export type UnclearTools = {
  /** Runs a command without values. */
  readonly run: (command: string) => Promise<Answered>
  /** The request as if it were made in the one channel whose question can be meant. */
  readonly today: () => Promise<InChannel | undefined>
  readonly showToday: () => Promise<Answered>
  /** What the words mean outside of a session. */
  readonly otherwise: () => Promise<Answered>
}

/** Each kind of session with the command that shows where one is, and what people call it. */
const kinds: Readonly<Record<SessionKind, { readonly command: string; readonly name: string }>> = {
  practice: { command: 'practice', name: 'Practice' },
  review: { command: 'review', name: 'Review' },
  exam: { command: 'exam', name: 'Exam' },
  cards: { command: 'cards', name: 'Flashcards' },
  drill: { command: 'drill', name: 'Drill' },
  case: { command: 'case', name: 'Case' },
}

export async function answerUnclear(request: Unclear, means: Means, tools: UnclearTools): Promise<Answered> {
  const running = await runningOf(request, means)
  return request.of === 'letters' ? byLetter(running, request, means, tools) : byWord(running, tools)
}

async function runningOf(request: Unclear, { ledger }: Means): Promise<readonly Session[]> {
  const found = await Promise.all(Object.keys(kinds).map((kind) => ledger.sessions.running(accountOf(request), kind as SessionKind)))
  return found.filter((session) => session !== undefined)
}

async function byWord(running: readonly Session[], { run, otherwise }: UnclearTools): Promise<Answered> {
  const [only, ...others] = running
  if (only === undefined) return otherwise()
  return others.length > 0 ? whichScreen(running, false) : withWord(await run(kinds[only.kind].command), 'Here’s where you are. Press a button, or type its words again.')
}

async function byLetter(running: readonly Session[], request: Unclear, means: Means, tools: UnclearTools): Promise<Answered> {
  const asking = running.filter(isAsking)
  const there = await tools.today()
  const isTodayOpen = there !== undefined && (await isUnanswered(there, means))
  const [only, ...others] = asking
  if (others.length > 0 || (only !== undefined && isTodayOpen)) return whichScreen(asking, isTodayOpen)
  if (only !== undefined) return withWord(await tools.run(kinds[only.kind].command), pressLine)
  if (isTodayOpen) return withWord(await tools.showToday(), pressLine)
  return there === undefined ? nothingToAnswer(running, (name) => means.commands.list.some((command) => command.name === name)) : tools.showToday()
}

const pressLine = 'Here’s your question. Press a button under it, or type your letter again.'

/** A question with letters, and no answer yet. */
function isAsking(session: Session): boolean {
  const task = session.tasks[session.position]
  return task !== undefined && readItem(task.item).kind === 'question' && (session.kind === 'exam' || !isAnswered(session, session.position))
}

async function isUnanswered(request: InChannel, { ledger }: Means): Promise<boolean> {
  const [round] = await ledger.rounds.openTo(request.place, personSeen(request), request.at)
  const view = round === undefined ? undefined : await ledger.rounds.view(round.id, request.group, request.asker.id, request.asker.account)
  return view !== undefined && view.mine === null
}

function withWord(answered: Answered, line: string): Answered {
  const word: Block = { kind: 'paragraph', text: [strong(line)] }
  const above = (screen: Screen): Screen => ({ ...screen, above: [word, ...(screen.above ?? [])] })
  return 'to' in answered ? { ...answered, screen: above(answered.screen) } : above(answered)
}

const runButton = (label: string, line: string): Button => ({ label, control: runControl.text({ line }), primary: false })

const buttonsOf = (sessions: readonly Session[]): readonly Button[] => sessions.map(({ kind }) => runButton(kinds[kind].name, kinds[kind].command))

export function whichScreen(sessions: readonly Session[], today: boolean): Screen {
  const buttons = [...buttonsOf(sessions), ...(today ? [runButton('Today’s question', 'today')] : [])]
  return { ...notice('Which one do you mean?', [['More than one is open. Choose one, then press a button under it or type again.']], buttons), name: 'which-session' }
}

const begin = [{ label: 'Practice', line: 'practice' }, { label: 'Exam', line: 'exam' }] as const

/** @param running without a question to answer by a letter @param has whether the course has something for a command */
export function nothingToAnswer(running: readonly Session[], has: (command: string) => boolean): Screen {
  const line = running.length === 0 ? 'No question of yours is open here. To get one:' : 'No question of yours is open here. This is under way:'
  return { ...notice('Nothing to answer with a letter', [[line]], running.length === 0 ? begin.filter(({ line }) => has(line)).map(({ label, line }) => runButton(label, line)) : buttonsOf(running)), name: 'nothing-to-answer' }
}
