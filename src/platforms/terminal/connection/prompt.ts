// Reads lines from a person or a pipe. For a person there is a prompt, which stays below whatever is printed meanwhile.
import { clearScreenDown, createInterface, cursorTo, moveCursor, type AsyncCompleter, type CompleterResult } from 'node:readline'

export type Prompt = {
  /** All lines from the beginning, including those typed before anybody asks for them. */
  readonly lines: AsyncIterator<string>
  /** Shows `text` as the prompt and waits for typing; does nothing in a pipe. */
  show(text: string): void
  /** Clears the prompt and the text typed so far, calls `write`, and draws both again. */
  printAbove(write: () => void): void
  close(): void
}

type PromptOptions = {
  readonly input: NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream
  readonly interactive: boolean
  readonly complete: (line: string) => Promise<CompleterResult>
}

/** Lines that ↑ brings back. */
const historySize = 500

/** If the suggestions fail, there are none. */
function completer(complete: PromptOptions['complete']): AsyncCompleter {
  return async (line, done) => done(null, await complete(line).catch((): CompleterResult => [[], line]))
}

export function createPrompt({ input, output, interactive, complete }: PromptOptions): Prompt {
  const lines = interactive
    ? createInterface({ input, output, terminal: true, completer: completer(complete), historySize, removeHistoryDuplicates: true })
    : createInterface({ input, terminal: false, crlfDelay: Infinity })
  let waiting = false
  const close = () => lines.close()
  input.on('error', close)
  lines.on('line', () => (waiting = false))
  // As in a shell: Ctrl-C deletes the typed text, and ends the program if there is none.
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
    show: (text) => {
      if (!interactive) return
      waiting = true
      lines.setPrompt(text)
      lines.prompt()
    },
    printAbove: (write) => {
      if (!waiting) return write()
      const { rows } = lines.getCursorPos()
      moveCursor(output, 0, -rows)
      cursorTo(output, 0)
      clearScreenDown(output)
      write()
      // readline draws the prompt as many rows higher as the cursor was below the prompt's first row.
      output.write('\n'.repeat(rows))
      lines.prompt(true)
    },
    close,
  }
}
