// The terminal as a platform: one channel on one screen, where people take turns at the keyboard.
import { isDeepStrictEqual } from 'node:util'
import { PostError, type Handler, type MessageRef, type Platform } from '../platform.ts'
import type { PersonId } from '../../core/quiz.ts'
import type { RoundId } from '../../core/round.ts'
import type { Screen } from '../../screens/screen.ts'
import { cleanLine } from './clean.ts'
import { complete } from './incoming/complete.ts'
import type { TerminalConfig } from './config.ts'
import { runLines, firstName, whoIs } from './session.ts'
import { isMessage, messageOf, nameIn, terminalPlace } from './ids.ts'
import { createNames, type Names } from './outgoing/names.ts'
import { createOutput, type Output } from './connection/output.ts'
import { createPosts, type Posts } from './post-counter.ts'
import { createPrompt, type Prompt } from './connection/prompt.ts'
import { createStage, type Stage } from './outgoing/display.ts'
import { span } from './outgoing/styled.ts'
import { whatCanBeTyped } from './incoming/read-line.ts'

const everyone = 'for everyone'

/** What is posted before the start is printed with it, above the first prompt. */
export function createTerminalPlatform(config: TerminalConfig): Platform {
  const terminal = openTerminal(config)
  const { out, stage, posts } = terminal
  let session: Promise<void> = Promise.resolve()

  return {
    name: 'terminal',
    editsQuietly: false,
    start: async (handler) => {
      const { input, output, interactive } = config
      terminal.state = 'started'
      terminal.handler = handler
      terminal.prompt = createPrompt({ input, output, interactive, complete: (line) => complete(line, config.commands, handler.suggest) })
      session = runSession(config, terminal, terminal.prompt, handler)
    },
    post: (place, screen, round) => (place === terminalPlace ? post(terminal, screen, round) : Promise.reject(notHere('a channel'))),
    // What an earlier process printed is gone: after a crash in between, printing the question again is what people want.
    find: async (_place, round) => (terminal.shown.has(messageOf(round)) ? messageOf(round) : undefined),
    redraw: (message, screen) => (isMessage(message) ? redraw(terminal, message, screen) : Promise.reject(notHere('a message'))),
    tell: (person, screen) => tell(terminal, person, screen),
    presence: async (people) => new Map(people.filter((id) => nameIn(id) !== undefined).map((id) => [id, 'here'])),
    healthy: () => terminal.state === 'started' && !out.gone(),
    stop: async () => {
      terminal.state = 'stopped'
      terminal.prompt?.close()
      if (!out.gone()) void stage.flush()
      posts.release()
      out.release()
      await session
    },
  }
}

/** All that is open: the screen to write on, the prompt to type at. */
type Terminal = {
  state: 'new' | 'started' | 'stopped'
  prompt: Prompt | undefined
  handler: Handler | undefined
  readonly out: Output
  readonly stage: Stage
  readonly posts: Posts
  readonly names: Names
  /** What each message showed last. */
  readonly shown: Map<MessageRef, Screen>
}

function openTerminal(config: TerminalConfig): Terminal {
  const out = createOutput(config.output, (fault) => {
    config.log.debug({ fault }, 'nobody reads the terminal any more')
    terminal.prompt?.close()
  })
  const stage = createStage(config, out, (write) => (terminal.prompt === undefined ? write() : terminal.prompt.aside(write)))
  const terminal: Terminal = { state: 'new', prompt: undefined, handler: undefined, out, stage, posts: createPosts(), names: createNames(() => terminal.handler), shown: new Map() }
  return terminal
}

function notHere(what: string): PostError {
  return new PostError('refused', `The terminal has one channel, and this is ${what} from elsewhere.`)
}

async function show({ state, stage, out }: Terminal, screen: Screen, label: string): Promise<void> {
  if (state === 'new') stage.noticeLater(screen, label)
  else await stage.notice(screen, label)
  if (out.gone()) throw new PostError('busy', 'The terminal is closed. What is due is shown at the next start.', { retryAfter: 60_000 })
}

async function post(terminal: Terminal, screen: Screen, round: RoundId): Promise<MessageRef> {
  const message = messageOf(round)
  await show(terminal, screen, everyone)
  terminal.shown.set(message, screen)
  terminal.posts.add()
  return message
}

/** What is printed cannot be erased: the message is printed anew, unless it shows the same already. */
async function redraw(terminal: Terminal, message: MessageRef, screen: Screen): Promise<void> {
  if (isDeepStrictEqual(terminal.shown.get(message), screen)) return
  await show(terminal, screen, everyone)
  terminal.shown.set(message, screen)
}

async function tell(terminal: Terminal, person: PersonId, screen: Screen): Promise<boolean> {
  if (nameIn(person) === undefined || terminal.out.gone()) return false
  const name = (await terminal.names.of(person)) ?? ''
  return show(terminal, screen, `for ${cleanLine(name)} alone`).then(
    () => true,
    () => false,
  )
}

async function runSession(config: TerminalConfig, terminal: Terminal, prompt: Prompt, handler: Handler): Promise<void> {
  const { stage, posts, names, out } = terminal
  try {
    if (config.interactive) {
      await stage.greet([span('Studyhall', 'accent'), span(' · '), ...whoIs(firstName(config)), span(` ${whatCanBeTyped} /quit ends.`, 'dim')])
      await stage.flush()
    }
    await runLines({ config, stage, prompt, handler, posts, names, over: () => terminal.state === 'stopped' || out.gone() })
  } catch (fault) {
    config.log.error({ fault }, 'the terminal failed')
    prompt.close()
  }
  if (terminal.state !== 'stopped') config.onEnd()
}
