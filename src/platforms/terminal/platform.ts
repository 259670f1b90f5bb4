// The terminal as a platform: one channel on one screen, where people take turns at the keyboard.
import { isDeepStrictEqual } from 'node:util'
import { PostError, type Door, type MessageRef, type Platform } from '../platform.ts'
import type { PersonId } from '../../core/quiz.ts'
import type { RoundId } from '../../core/round.ts'
import type { Instant, Zone } from '../../core/time.ts'
import type { Screen } from '../../screens/screen.ts'
import { cleanLine } from './clean.ts'
import { complete } from './complete.ts'
import { converse, firstName, whoIs } from './session.ts'
import { isMessage, messageOf, nameIn, terminalPlace } from './ids.ts'
import { createNames, type Names } from './names.ts'
import { createPaper, type Paper } from './output.ts'
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
  let talk: Promise<void> = Promise.resolve()

  return {
    name: 'terminal',
    editsQuietly: false,
    start: async (door) => {
      const { input, output, interactive } = config
      table.state = 'started'
      table.door = door
      table.prompt = createPrompt({ input, output, interactive, complete: (line) => complete(line, door.suggest) })
      talk = talkUntilTheEnd(config, table, table.prompt, door)
    },
    post: (place, screen, round) => (place === terminalPlace ? post(table, screen, round) : Promise.reject(notHere('a channel'))),
    // What an earlier process printed is gone: after a crash in between, printing the question again is what people want.
    find: async (_place, round) => (table.shown.has(messageOf(round)) ? messageOf(round) : undefined),
    redraw: (message, screen) => (isMessage(message) ? redraw(table, message, screen) : Promise.reject(notHere('a message'))),
    tell: (person, screen) => tell(table, person, screen),
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
  door: Door | undefined
  readonly paper: Paper
  readonly stage: Stage
  readonly posts: Posts
  readonly names: Names
  /** What each message showed last. */
  readonly shown: Map<MessageRef, Screen>
}

function createTable(config: TerminalConfig): Table {
  const paper = createPaper(config.output, (fault) => {
    config.log.debug({ fault }, 'nobody reads the terminal any more')
    table.prompt?.close()
  })
  const stage = createStage(config, paper, (write) => (table.prompt === undefined ? write() : table.prompt.aside(write)))
  const table: Table = { state: 'new', prompt: undefined, door: undefined, paper, stage, posts: createPosts(), names: createNames(() => table.door), shown: new Map() }
  return table
}

function notHere(what: string): PostError {
  return new PostError('refused', `The terminal has one channel, and this is ${what} from elsewhere.`)
}

async function show({ state, stage, paper }: Table, screen: Screen, label: string): Promise<void> {
  if (state === 'new') stage.noticeLater(screen, label)
  else await stage.notice(screen, label)
  if (paper.gone()) throw new PostError('busy', 'The terminal is closed. What is due is shown at the next start.', { retryAfter: 60_000 })
}

async function post(table: Table, screen: Screen, round: RoundId): Promise<MessageRef> {
  const message = messageOf(round)
  await show(table, screen, everyone)
  table.shown.set(message, screen)
  table.posts.add()
  return message
}

/** Paper cannot be rubbed out: the message is printed anew, unless it shows the same already. */
async function redraw(table: Table, message: MessageRef, screen: Screen): Promise<void> {
  if (isDeepStrictEqual(table.shown.get(message), screen)) return
  await show(table, screen, everyone)
  table.shown.set(message, screen)
}

async function tell(table: Table, person: PersonId, screen: Screen): Promise<boolean> {
  if (nameIn(person) === undefined || table.paper.gone()) return false
  const name = (await table.names.of(person)) ?? ''
  return show(table, screen, `for ${cleanLine(name)} alone`).then(
    () => true,
    () => false,
  )
}

async function talkUntilTheEnd(config: TerminalConfig, table: Table, prompt: Prompt, door: Door): Promise<void> {
  const { stage, posts, names, paper } = table
  try {
    if (config.interactive) {
      await stage.greet([span('Studyhall', 'accent'), span(' · '), ...whoIs(firstName(config)), span(` ${whatCanBeTyped} /quit ends.`, 'dim')])
      await stage.flush()
    }
    await converse({ config, stage, prompt, door, posts, names, over: () => table.state === 'stopped' || paper.gone() })
  } catch (fault) {
    config.log.error({ fault }, 'the terminal failed')
    prompt.close()
  }
  if (table.state !== 'stopped') config.onEnd()
}
