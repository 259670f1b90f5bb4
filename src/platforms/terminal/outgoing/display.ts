// The display: prints screens and lines, and remembers what a typed letter or number refers to.
import type { Button, Choices, Screen } from '../../../screens/screen.ts'
import { picturesOf } from '../../../screens/pictures/blocks.ts'
import { cleanLine } from '../clean.ts'
import type { TerminalConfig } from '../config.ts'
import type { Output } from '../connection/output.ts'
import { render, usedWidth } from './render.ts'
import { paint, span, type Line, type Look } from './styled.ts'
import { wrap } from './wrap.ts'

export type Display = {
  /** For an answer to the person who types. From now on, numbers press its buttons; a refusal without any leaves the earlier ones. */
  showAnswer(screen: Screen): Promise<void>
  /** For a screen that nobody typed for; `label` says who sees it. Its buttons are numbered on from those of the latest answer, which keep theirs. */
  showNotice(screen: Screen, label: string): Promise<void>
  /**
   * Like showNotice, but printed just before the next output. Questions come after all other queued notices. A question is dropped if the
   * next output shows the same one.
   */
  queueNotice(screen: Screen, label: string): void
  /** Prints the queued notices. */
  flush(): Promise<void>
  /** Prints a line before everything that is queued. */
  printFirst(text: Line): Promise<void>
  /** Prints a line or two of the terminal's own. */
  print(text: Line): Promise<void>
  /** The prompt for a person of this name. */
  promptFor(name: string): string
  /** Call when a line was typed. In a pipe the next output repeats it, so that the transcript is readable. */
  lineTyped(name: string, line: string): void
  /** The question that was shown last, in an answer or a notice. */
  lastQuestion(): Choices | undefined
  /** The buttons of the latest answer, and of the notices since then: the first is number 1. */
  buttons(): readonly Button[]
  /** Whether the latest answer is a screen of a private session. */
  inSession(): boolean
  /** Whether there was such a screen, so that a word may be meant for it though something else was shown since. */
  sawSession(): boolean
  /** Whether nothing was printed after the question. */
  questionIsLast(): boolean
}

type Queued = { readonly screen: Screen; readonly label: string }

type State = {
  question: Choices | undefined
  buttons: readonly Button[]
  inSession: boolean
  sawSession: boolean
  questionIsLast: boolean
  queue: readonly Queued[]
  /** What the next output repeats of the typed line. */
  echo: string
  /** Pictures of the latest answer, each as text. */
  pictures: readonly string[]
}

/** @param printAbove calls its argument while the prompt is cleared */
export function createDisplay(config: TerminalConfig, out: Output, printAbove: (write: () => void) => void): Display {
  const state: State = { question: undefined, buttons: [], inSession: false, sawSession: false, questionIsLast: false, queue: [], echo: '', pictures: [] }

  async function write(text: string): Promise<void> {
    let written: Promise<void> = Promise.resolve()
    printAbove(() => (written = out.write(takeQueued(state, config) + text)))
    await written
  }

  async function show(screen: Screen, label?: string): Promise<void> {
    remember(state, screen)
    state.queue = state.queue.filter((one) => !state.questionIsLast || questionOf(one.screen)?.id !== state.question?.id)
    await write(numbered(state, screen, config, label))
  }

  return {
    showAnswer: (screen) => {
      if (!isBareRefusal(screen)) {
        state.buttons = []
        state.inSession = screen.session === true
        state.sawSession ||= state.inSession
      }
      return show(withoutRepeated(state, screen))
    },
    showNotice: show,
    queueNotice: (screen, label) => enqueue(state, { screen, label }),
    flush: () => (state.queue.length === 0 && state.echo === '' ? Promise.resolve() : write('')),
    printFirst: (text) => out.write(lines(text, config)),
    print: (text) => {
      state.questionIsLast = false
      return write(lines(text, config))
    },
    promptFor: (name) => `${paint([span(cleanLine(name), 'strong'), span(' ›', 'dim')], config)} `,
    lineTyped: (name, line) => (state.echo += config.interactive ? '\n' : `${transcriptLine(name, line, config)}\n\n`),
    lastQuestion: () => state.question,
    buttons: () => state.buttons,
    inSession: () => state.inSession,
    sawSession: () => state.sawSession,
    questionIsLast: () => state.questionIsLast,
  }
}

const buttonsOf = ({ above = [], blocks }: Screen): readonly Button[] => [...above, ...blocks].flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))

/** After a slip of the keyboard, the numbers on the screen above still work. */
const isBareRefusal = (screen: Screen): boolean => screen.name === 'refusal' && buttonsOf(screen).length === 0

function remember(state: State, screen: Screen): void {
  const choices = questionOf(screen)
  // A letter must not answer a question that stands above another session's screen.
  state.question = choices ?? (screen.session === true ? undefined : state.question)
  state.questionIsLast = choices !== undefined
}

/** A second press on “Show as a picture” brings the words again, and not the picture that stands right above. */
function withoutRepeated(state: State, screen: Screen): Screen {
  const before = state.pictures
  state.pictures = picturesOf(screen).map(({ picture }) => JSON.stringify(picture))
  return { ...screen, blocks: screen.blocks.filter((block) => block.kind !== 'picture' || !before.includes(JSON.stringify(block.picture))) }
}

function enqueue(state: State, notice: Queued): void {
  const isQuestion = ({ screen }: Queued) => Number(questionOf(screen) !== undefined)
  state.queue = [...state.queue, notice].sort((one, other) => isQuestion(one) - isQuestion(other))
  for (const { screen } of state.queue) remember(state, screen)
}

function takeQueued(state: State, config: TerminalConfig): string {
  const text = `${state.queue.map(({ screen, label }) => numbered(state, screen, config, label)).join('')}${state.echo}`
  state.queue = []
  state.echo = ''
  return text
}

/** Draws the screen, with its buttons numbered on from those that can be pressed already. */
function numbered(state: State, screen: Screen, config: TerminalConfig, label?: string): string {
  const first = state.buttons.length + 1
  state.buttons = [...state.buttons, ...buttonsOf(screen)]
  return `${render(screen, lookOf(config), label, first)}\n`
}

function transcriptLine(name: string, line: string, config: TerminalConfig): string {
  return paint([span(`${cleanLine(name)} › `, 'dim'), span(cleanLine(line), 'strong')], config)
}

function lines(text: Line, config: TerminalConfig): string {
  const wrapped = wrap(text, usedWidth(lookOf(config).columns) - 2)
  return `${wrapped.map((line) => `${paint([span('  '), ...line], config)}\n`).join('')}\n`
}

function questionOf(screen: Screen): Choices | undefined {
  return screen.blocks.find((block) => block.kind === 'choices')
}

function lookOf({ output, columns, color, zone, now }: TerminalConfig): Look {
  const ofOutput = 'columns' in output && typeof output.columns === 'number' && output.columns > 0 ? output.columns : undefined
  return { columns: columns ?? ofOutput, color, zone, now: now() }
}
