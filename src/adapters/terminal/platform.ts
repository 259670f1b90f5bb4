// The terminal as a platform: one channel on one screen, where people take turns at the keyboard.
import { PostError, type Door, type Platform } from '../../bot/platform.ts'
import type { Instant, Zone } from '../../core/time.ts'
import type { Screen } from '../../screens/screen.ts'
import { cleanLine } from './clean.ts'
import { complete } from './complete.ts'
import { converse, firstName, whoIs } from './conversation.ts'
import { messageOf, nameIn } from './ids.ts'
import { createPaper, type Paper } from './paper.ts'
import { createPosts, type Posts } from './posts.ts'
import { createPrompt, type Prompt } from './prompt.ts'
import { createStage, type Stage } from './stage.ts'
import { span } from './styled.ts'
import { whatCanBeTyped } from './to-request.ts'

export type TerminalConfig = {
  readonly input: NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream
  /** Whether colour may be used: a terminal, and nobody asked for none. */
  readonly colour: boolean
  /** How wide it is; by default what the output says. */
  readonly columns?: number
  /** Somebody sits at it: there is a prompt. Otherwise lines come from a pipe or a file. */
  readonly interactive: boolean
  /** Who types at first. */
  readonly personName: string
  readonly zone: Zone
  readonly now: () => Instant
  readonly log: { readonly [Level in 'debug' | 'info' | 'warn' | 'error']: (fields: object, message: string) => void }
  /** Called once when the input is over and all is written, or when nobody reads the output any more. */
  readonly onEnd: () => void
}

const everyone = 'for everyone'

/** What is posted before the start is printed with it, above the first prompt. */
export function createTerminalPlatform(config: TerminalConfig): Platform {
  const table = createTable(config)
  const { paper, stage, posts } = table
  const show = (screen: Screen, label: string) => showUnasked(table, screen, label)
  let talk: Promise<void> = Promise.resolve()

  return {
    name: 'terminal',
    editsQuietly: false,
    start: async (door) => {
      const { input, output, interactive } = config
      table.state = 'started'
      table.prompt = createPrompt({ input, output, interactive, complete: (line) => complete(line, door.suggest) })
      talk = talkUntilTheEnd(config, table, table.prompt, door)
    },
    post: async (_place, screen, round) => {
      await show(screen, everyone)
      posts.add()
      return messageOf(round)
    },
    // A screen keeps nothing. After a crash between print and confirmation, printing the question again is what people want.
    find: async () => undefined,
    redraw: (_message, screen) => show(screen, everyone),
    tell: (person, screen) =>
      show(screen, `for ${cleanLine(nameIn(person) ?? 'one person')} alone`).then(
        () => true,
        () => false,
      ),
    presence: async (people) => new Map(people.filter((id) => nameIn(id) !== undefined).map((id) => [id, 'here'])),
    healthy: () => table.state === 'started' && !paper.gone(),
    stop: async () => {
      table.state = 'stopped'
      table.prompt?.close()
      if (!paper.gone()) void stage.flush()
      posts.release()
      paper.release()
      await talk
    },
  }
}

/** What stands on the table: paper to write on, a prompt to type at. */
type Table = {
  state: 'new' | 'started' | 'stopped'
  prompt: Prompt | undefined
  readonly paper: Paper
  readonly stage: Stage
  readonly posts: Posts
}

function createTable(config: TerminalConfig): Table {
  const paper = createPaper(config.output, (fault) => {
    config.log.debug({ fault }, 'nobody reads the terminal any more')
    table.prompt?.close()
  })
  const stage = createStage(config, paper, (write) => (table.prompt === undefined ? write() : table.prompt.aside(write)))
  const table: Table = { state: 'new', prompt: undefined, paper, stage, posts: createPosts() }
  return table
}

async function showUnasked({ state, stage, paper }: Table, screen: Screen, label: string): Promise<void> {
  if (state === 'new') stage.noticeLater(screen, label)
  else await stage.notice(screen, label)
  if (paper.gone()) throw new PostError('busy', 'The terminal is closed. What is due is shown at the next start.', { retryAfter: 60_000 })
}

async function talkUntilTheEnd(config: TerminalConfig, table: Table, prompt: Prompt, door: Door): Promise<void> {
  const { stage, posts, paper } = table
  try {
    if (config.interactive) {
      await stage.greet([span('Studyhall', 'accent'), span(' · '), ...whoIs(firstName(config)), span(` ${whatCanBeTyped} /quit ends.`, 'dim')])
      await stage.flush()
    }
    await converse({ config, stage, prompt, door, posts, over: () => table.state === 'stopped' || paper.gone() })
  } catch (fault) {
    config.log.error({ fault }, 'the terminal failed')
    prompt.close()
  }
  if (table.state !== 'stopped') config.onEnd()
}
