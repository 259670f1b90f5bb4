// What stands on the screen: prints screens and lines, and remembers what a typed letter or number refers to.
import type { Button, Choices, Screen } from '../../../screens/screen.ts'
import { cleanLine } from '../clean.ts'
import type { TerminalConfig } from '../config.ts'
import type { Output } from '../connection/output.ts'
import { render, usedWidth } from './render.ts'
import { paint, span, wrap, type Line, type Look } from './styled.ts'

export type Stage = {
  /** An answer to whoever types: its buttons can be pressed by number. */
  answer(screen: Screen): Promise<void>
  /** Something that nobody typed for; `label` says for whom it is. Buttons keep their numbers. */
  notice(screen: Screen, label: string): Promise<void>
  /**
   * As notice, but just before whatever is answered next: questions below the rest, and not at all where the same question is
   * the answer.
   */
  noticeLater(screen: Screen, label: string): void
  /** Prints what waits for its turn. */
  flush(): Promise<void>
  /** Above all that waits for its turn. */
  greet(text: Line): Promise<void>
  /** A line or two of the terminal's own. */
  say(text: Line): Promise<void>
  /** What is written before typed words: who types. */
  mark(name: string): string
  /** A line was typed; in a pipe it is written down, so that the transcript can be read. */
  typed(name: string, line: string): void
  /** The question that was shown last, wherever it was. */
  question(): Choices | undefined
  buttons(): readonly Button[]
  /** Nothing was printed since the question. */
  questionIsLast(): boolean
}

type State = {
  question: Choices | undefined
  buttons: readonly Button[]
  questionIsLast: boolean
  /** Printed before whatever comes next. */
  later: readonly { readonly screen: Screen; readonly text: string }[]
  /** The line that was typed, to be written down. */
  echo: string
}

/** @param aside moves the prompt out of the way while something is written */
export function createStage(config: TerminalConfig, out: Output, aside: (write: () => void) => void): Stage {
  const state: State = { question: undefined, buttons: [], questionIsLast: false, later: [], echo: '' }

  async function write(text: string): Promise<void> {
    let written: Promise<void> = Promise.resolve()
    aside(() => (written = out.write(takeWaiting(state, text))))
    await written
  }

  async function show(screen: Screen, label?: string): Promise<void> {
    remember(state, screen)
    state.later = state.later.filter((one) => !state.questionIsLast || questionOf(one.screen)?.id !== state.question?.id)
    await write(drawn(screen, config, label))
  }

  return {
    answer: (screen) => {
      state.buttons = screen.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
      return show(screen)
    },
    notice: show,
    noticeLater: (screen, label) => keepForLater(state, screen, drawn(screen, config, label)),
    flush: () => (state.later.length === 0 && state.echo === '' ? Promise.resolve() : write('')),
    greet: (text) => out.write(lines(text, config)),
    say: (text) => {
      state.questionIsLast = false
      return write(lines(text, config))
    },
    mark: (name) => `${paint([span(cleanLine(name), 'strong'), span(' ›', 'dim')], config)} `,
    typed: (name, line) => (state.echo += config.interactive ? '\n' : `${writtenDown(name, line, config)}\n\n`),
    question: () => state.question,
    buttons: () => state.buttons,
    questionIsLast: () => state.questionIsLast,
  }
}

function remember(state: State, screen: Screen): void {
  const choices = questionOf(screen)
  state.question = choices ?? state.question
  state.questionIsLast = choices !== undefined
}

function keepForLater(state: State, screen: Screen, text: string): void {
  const isQuestion = (one: State['later'][number]) => Number(questionOf(one.screen) !== undefined)
  state.later = [...state.later, { screen, text }].sort((one, other) => isQuestion(one) - isQuestion(other))
  for (const one of state.later) remember(state, one.screen)
}

/** `text` behind all that has waited to be written before it. */
function takeWaiting(state: State, text: string): string {
  const whole = `${state.later.map((one) => one.text).join('')}${state.echo}${text}`
  state.later = []
  state.echo = ''
  return whole
}

function drawn(screen: Screen, config: TerminalConfig, label?: string): string {
  return `${render(screen, lookOf(config), label)}\n`
}

function writtenDown(name: string, line: string, config: TerminalConfig): string {
  return paint([span(`${cleanLine(name)} › `, 'dim'), span(cleanLine(line), 'strong')], config)
}

function lines(text: Line, config: TerminalConfig): string {
  const wrapped = wrap(text, usedWidth(lookOf(config).columns) - 2)
  return `${wrapped.map((line) => `${paint([span('  '), ...line], config)}\n`).join('')}\n`
}

function questionOf(screen: Screen): Choices | undefined {
  return screen.blocks.find((block) => block.kind === 'choices')
}

function lookOf({ output, columns, colour, zone }: TerminalConfig): Look {
  const own = 'columns' in output && typeof output.columns === 'number' && output.columns > 0 ? output.columns : undefined
  return { columns: columns ?? own, colour, zone }
}
