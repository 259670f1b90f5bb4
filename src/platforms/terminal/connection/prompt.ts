// Lines from a person or a pipe, with the prompt that stays below whatever is printed in between.
import { clearScreenDown, createInterface, cursorTo, moveCursor, type AsyncCompleter, type CompleterResult } from 'node:readline'

export type Prompt = {
  /** Holds lines from the beginning, also those that nobody waits for yet. */
  readonly lines: AsyncIterator<string>
  /** Shows the mark and waits for typing; does nothing in a pipe. */
  show(mark: string): void
  /** Takes the prompt and what is typed so far off the screen while `write` writes. */
  aside(write: () => void): void
  close(): void
}

export type PromptOptions = {
  readonly input: NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream
  readonly interactive: boolean
  readonly complete: (line: string) => Promise<CompleterResult>
}

const remembered = 500

/** Whoever types goes on without completions where they cannot be found. */
function completer(complete: PromptOptions['complete']): AsyncCompleter {
  return async (line, done) => done(null, await complete(line).catch((): CompleterResult => [[], line]))
}

export function createPrompt({ input, output, interactive, complete }: PromptOptions): Prompt {
  const lines = interactive
    ? createInterface({ input, output, terminal: true, completer: completer(complete), historySize: remembered, removeHistoryDuplicates: true })
    : createInterface({ input, terminal: false, crlfDelay: Infinity })
  let waiting = false
  const close = () => lines.close()
  input.on('error', close)
  lines.on('line', () => (waiting = false))
  // As in a shell: Ctrl-C takes back what is typed, and ends where nothing is.
  lines.on('SIGINT', () => {
    if (!waiting || lines.line === '') return close()
    lines.write(null, { ctrl: true, name: 'e' })
    lines.write(null, { ctrl: true, name: 'u' })
  })
  lines.once('close', () => {
    if (waiting) output.write('\n')
    waiting = false
  })
  return {
    lines: lines[Symbol.asyncIterator](),
    show: (mark) => {
      if (!interactive) return
      waiting = true
      lines.setPrompt(mark)
      lines.prompt()
    },
    aside: (write) => {
      if (!waiting) return write()
      const { rows } = lines.getCursorPos()
      moveCursor(output, 0, -rows)
      cursorTo(output, 0)
      clearScreenDown(output)
      write()
      // The prompt is drawn again from as many rows above as the cursor stood below its first one.
      output.write('\n'.repeat(rows))
      lines.prompt(true)
    },
    close,
  }
}
