// What stands on the screen: prints screens and lines, and remembers what a typed letter or number refers to.
import type { Button, Choices, Screen } from '../../screens/screen.ts'
import { cleanLine } from './clean.ts'
import type { Paper } from './paper.ts'
import type { TerminalConfig } from './platform.ts'
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

/** @param aside moves the prompt out of the way while something is written */
export function createStage(config: TerminalConfig, paper: Paper, aside: (write: () => void) => void): Stage {
  let question: Choices | undefined
  let buttons: readonly Button[] = []
  let questionIsLast = false
  /** Printed before whatever comes next. */
  let later: { readonly screen: Screen; readonly text: string }[] = []
  /** The line that was typed, to be written down. */
  let echo = ''

  async function write(text: string): Promise<void> {
    let written: Promise<void> = Promise.resolve()
    const before = later.map(({ text }) => text).join('')
    later = []
    aside(() => {
      written = paper.write(`${before}${echo}${text}`)
      echo = ''
    })
    await written
  }

  async function show(screen: Screen, label?: string): Promise<void> {
    remember(screen)
    later = later.filter((one) => questionOf(one.screen)?.round !== question?.round || !questionIsLast)
    await write(`${render(screen, lookOf(config), label)}\n`)
  }

  function remember(screen: Screen): void {
    const choices = questionOf(screen)
    if (choices !== undefined) question = choices
    questionIsLast = choices !== undefined
  }

  return {
    answer: (screen) => {
      buttons = screen.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
      return show(screen)
    },
    notice: show,
    noticeLater: (screen, label) => {
      const text = `${render(screen, lookOf(config), label)}\n`
      later = [...later, { screen, text }].sort((one, other) => Number(isQuestion(one.screen)) - Number(isQuestion(other.screen)))
      for (const one of later) remember(one.screen)
    },
    flush: () => (later.length === 0 && echo === '' ? Promise.resolve() : write('')),
    greet: (text) => paper.write(lines(text, config)),
    say: (text) => {
      questionIsLast = false
      return write(lines(text, config))
    },
    mark: (name) => `${paint([span(cleanLine(name), 'strong'), span(' ›', 'dim')], config)} `,
    typed: (name, line) => {
      const words = config.interactive ? '' : `${paint([span(`${cleanLine(name)} › `, 'dim'), span(cleanLine(line), 'strong')], config)}\n`
      echo += `${words}\n`
    },
    question: () => question,
    buttons: () => buttons,
    questionIsLast: () => questionIsLast,
  }
}

function lines(text: Line, config: TerminalConfig): string {
  const wrapped = wrap(text, usedWidth(lookOf(config).columns) - 2)
  return `${wrapped.map((line) => `${paint([span('  '), ...line], config)}\n`).join('')}\n`
}

function questionOf(screen: Screen): Choices | undefined {
  return screen.blocks.find((block) => block.kind === 'choices')
}

const isQuestion = (screen: Screen) => questionOf(screen) !== undefined

function lookOf({ output, columns, colour, zone }: TerminalConfig): Look {
  const own = 'columns' in output && typeof output.columns === 'number' && output.columns > 0 ? output.columns : undefined
  return { columns: columns ?? own, colour, zone }
}
