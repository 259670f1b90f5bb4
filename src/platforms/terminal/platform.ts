// The terminal as a platform: one channel on one screen, where people take turns at the keyboard.
import { isDeepStrictEqual } from 'node:util'
import type { EventId, PersonId } from '../../core/quiz.ts'
import type { RoundId } from '../../core/round.ts'
import type { Screen } from '../../screens/screen.ts'
import { PostError, type Handler, type MessageRef, type Platform, type Presence } from '../platform.ts'
import { cleanLine } from './clean.ts'
import type { TerminalConfig } from './config.ts'
import { createOutput, type Output } from './connection/output.ts'
import { createPrompt, type Prompt } from './connection/prompt.ts'
import { isMessage, messageOf, nameIn, terminalPlace } from './ids.ts'
import { complete } from './incoming/complete.ts'
import { createDisplay, type Display } from './outgoing/display.ts'
import { createNames, type Names } from './outgoing/names.ts'
import { runSession } from './session.ts'

const everyone = 'for everyone'

/** Posts made before `start` are printed with it, above the first prompt. */
export function createTerminalPlatform(config: TerminalConfig): Platform {
  const terminal = openTerminal(config)
  const { out, display } = terminal
  let session: Promise<void> = Promise.resolve()

  return {
    name: 'terminal',
    editsQuietly: false,
    start: async (handler) => {
      const { input, output, interactive, commands } = config
      terminal.state = 'started'
      terminal.handler = handler
      terminal.prompt = createPrompt({ input, output, interactive, complete: (line) => complete(line, commands, (command, option, typed, limit) => handler.suggest(command, option, typed, limit, { place: terminalPlace })) })
      session = superviseSession(config, terminal, terminal.prompt, handler)
    },
    post: (place, screen, round) => (place === terminalPlace ? announce(terminal, screen, round) : Promise.reject(notHere('a channel'))),
    announce: (place, screen, event) => (place === terminalPlace ? announce(terminal, screen, event) : Promise.reject(notHere('a channel'))),
    // Only what this process printed. After a crash the earlier screen is gone, and people want the question printed again.
    find: async (_place, round) => (terminal.shown.has(messageOf(round)) ? messageOf(round) : undefined),
    redraw: (message, screen) => (isMessage(message) ? redraw(terminal, message, screen) : Promise.reject(notHere('a message'))),
    reply: (message, screen) => (isMessage(message) ? show(terminal, screen, everyone) : Promise.reject(notHere('a message'))),
    tell: (person, screen) => tell(terminal, person, screen),
    // An id has its name in lower case alone; what people call themselves comes with what they type.
    presence: async (people) => new Map(people.flatMap((id) => presenceOf(id, nameIn(id)))),
    havingRole: async () => ({ kind: 'cannot-tell', reason: 'There are no roles or user groups in a terminal. Name people, for example @ada.' }),
    owners: async () => [],
    healthy: () => terminal.state === 'started' && !out.gone(),
    stop: async () => {
      terminal.state = 'stopped'
      terminal.prompt?.close()
      if (!out.gone()) void display.flush()
      out.release()
      await session
    },
  }
}

const presenceOf = (id: PersonId, alike: string | undefined): readonly (readonly [PersonId, Presence])[] => (alike === undefined ? [] : [[id, { gone: false, name: null, alike }]])

type Terminal = {
  state: 'new' | 'started' | 'stopped'
  prompt: Prompt | undefined
  handler: Handler | undefined
  readonly out: Output
  readonly display: Display
  readonly names: Names
  /** The screen that each message showed last. */
  readonly shown: Map<MessageRef, Screen>
}

function openTerminal(config: TerminalConfig): Terminal {
  const out = createOutput(config.output, (fault) => {
    config.log.debug({ fault }, 'nobody is reading the terminal anymore')
    terminal.prompt?.close()
  })
  const display = createDisplay(config, out, (write) => (terminal.prompt === undefined ? write() : terminal.prompt.printAbove(write)))
  const names = createNames(() => terminal.handler)
  const terminal: Terminal = { state: 'new', prompt: undefined, handler: undefined, out, display, names, shown: new Map() }
  return terminal
}

function notHere(what: string): PostError {
  return new PostError('refused', `The terminal has only one channel, and this ${what} isn’t from it.`)
}

async function show({ state, display, out }: Terminal, screen: Screen, label: string): Promise<void> {
  if (state === 'new') display.queueNotice(screen, label)
  else await display.showNotice(screen, label)
  if (out.gone()) throw new PostError('busy', 'The terminal is closed. The question shows up at the next start.', { retryAfter: 60_000 })
}

async function announce(terminal: Terminal, screen: Screen, name: RoundId | EventId): Promise<MessageRef> {
  const message = messageOf(name)
  await show(terminal, screen, everyone)
  terminal.shown.set(message, screen)
  return message
}

/** Printed text cannot be changed, so the message is printed again, unless it already shows the same. */
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

/** Runs the session and reports its end. Never fails. */
async function superviseSession(config: TerminalConfig, terminal: Terminal, prompt: Prompt, handler: Handler): Promise<void> {
  const { display, names, out } = terminal
  try {
    await runSession({ config, display, prompt, handler, names, over: () => terminal.state === 'stopped' || out.gone() })
  } catch (fault) {
    config.log.error({ fault }, 'the terminal failed')
    prompt.close()
  }
  if (terminal.state !== 'stopped') config.onEnd()
}
