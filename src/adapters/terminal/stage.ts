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
  /** As notice, but only before whatever comes next, and not at all where that shows the same question. */
  noticeLater(screen: Screen, label: string): void
  /** Prints what waits for its turn. */
  flush(): Promise<void>
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
    const before = later.map((one) => one.text).join('')
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
      remember(screen)
      later.push({ screen, text: `${render(screen, lookOf(config), label)}\n` })
    },
    flush: () => (later.length === 0 ? Promise.resolve() : write('')),
    say: (text) => {
      questionIsLast = false
      const look = lookOf(config)
      return write(wrap(text, usedWidth(look.columns) - 2).map((line) => `${paint([span('  '), ...line], look)}\n`).join('').concat('\n'))
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

function questionOf(screen: Screen): Choices | undefined {
  return screen.blocks.find((block) => block.kind === 'choices')
}

function lookOf({ output, columns, colour, zone }: TerminalConfig): Look {
  const own = 'columns' in output && typeof output.columns === 'number' && output.columns > 0 ? output.columns : undefined
  return { columns: columns ?? own, colour, zone }
}
