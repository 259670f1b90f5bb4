// The session at one keyboard: reads a line, asks the bot, and shows the answer before it reads the next line.
import type { CommandRole } from '../../commands/command.ts'
import type { Reply, Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import type { Handler } from '../platform.ts'
import type { TerminalConfig } from './config.ts'
import { attachedFile } from './attached-file.ts'
import type { Prompt } from './connection/prompt.ts'
import { personId, readName, terminalGroup, terminalPlace } from './ids.ts'
import { readLine } from './incoming/read-line.ts'
import { whatCanBeTyped, type Asked } from './incoming/reading.ts'
import { saveFiles } from './saved-files.ts'
import { asGuess, formAsLine, withKeys } from './outgoing/adapt-screens.ts'
import type { Display } from './outgoing/display.ts'
import type { Names } from './outgoing/names.ts'
import { span, type Line } from './outgoing/styled.ts'

type SessionParts = {
  readonly config: TerminalConfig
  readonly display: Display
  readonly prompt: Prompt
  readonly handler: Handler
  readonly names: Names
  /** True once the reader has gone away or the bot stops: further lines are not read. */
  readonly over: () => boolean
}

type Session = SessionParts & {
  /** The name of the person who types. */
  name: string
  readonly nextEvent: () => string
}

/** Greets the person, then reads lines until the input ends, somebody quits, or the session is over. */
export async function runSession(parts: SessionParts): Promise<void> {
  const { config, display, prompt } = parts
  const start = `${config.now()}-${process.pid}`
  let events = 0
  const session: Session = { ...parts, name: firstName(config), nextEvent: () => `terminal:${start}:${++events}` }
  session.names.own(session.name)
  if (config.interactive) await greet(session)
  for (;;) {
    prompt.show(display.promptFor(session.name))
    const line = await prompt.lines.next()
    if (line.done === true || parts.over()) break
    if (line.value.trim() === '') continue
    display.lineTyped(session.name, line.value)
    if ((await handle(session, line.value)) === 'end' || parts.over()) break
  }
  prompt.close()
  await display.flush()
}

function firstName(config: TerminalConfig): string {
  return readName(config.personName) ?? 'you'
}

async function greet(session: Session): Promise<void> {
  const { display, name } = session
  await display.printFirst([span('Studyhall', 'accent'), span(' · '), ...whoTypes(name), span(` ${whatCanBeTyped} /quit ends.`, 'dim')])
  await display.flush()
  await showToday(session)
}

function whoTypes(name: string): Line {
  return [span('You are '), span(name, 'strong'), span('.')]
}

/** Shows today's question, unless it is already the last thing on the display. */
async function showToday(session: Session): Promise<void> {
  if (!session.display.questionIsLast()) await ask(session, commandFor('start', session))
}

function commandFor(role: CommandRole, { config: { commands } }: Session): Asked {
  return { kind: 'command', command: commands.parse(commands.nameOf(role)) }
}

async function handle(session: Session, line: string): Promise<'on' | 'end'> {
  const { display, handler, config } = session
  const reading = readLine(line, { commands: config.commands, question: display.lastQuestion(), buttons: display.buttons(), inSession: display.inSession(), sawSession: display.sawSession(), isTerm: handler.isTerm, spokenOf: handler.spokenOf })
  switch (reading.kind) {
    case 'nothing':
      break
    case 'ask':
      if (reading.called !== undefined) session.names.called(reading.called)
      await ask(session, reading.asked, reading.guessed ? asGuess : undefined)
      break
    case 'help':
      await ask(session, commandFor('help', session), withKeys)
      break
    case 'show-question':
      await showQuestion(session)
      break
    case 'person':
      session.name = reading.name ?? session.name
      session.names.own(session.name)
      await display.print(whoTypes(session.name))
      break
    case 'hint':
      await display.print([span(reading.text, 'warning')])
      break
    case 'end':
      return 'end'
  }
  return 'on'
}

async function ask(session: Session, asked: Asked, adapt: (screen: Screen) => Screen = (screen) => screen): Promise<void> {
  const show = async () => {
    for (const screen of await answer(session, asked)) await session.display.showAnswer(adapt(screen))
  }
  await (session.config.measures?.handled?.(asked.kind, performance.now(), show) ?? show())
}

/** For a letter that was typed before a question was shown: nobody could know yet which option has which letter. */
async function showQuestion(session: Session): Promise<void> {
  await showToday(session)
  if (session.display.questionIsLast()) await session.display.print([span('Here’s the question. Type your letter again.', 'warning')])
}

async function answer(session: Session, asked: Asked): Promise<readonly Screen[]> {
  const { config, name } = session
  const asker = { id: personId(name), name, zone: config.zone, admin: true, maySetUp: true }
  const file = asked.kind === 'command' ? await attachedFile(asked.command, config.commands) : undefined
  const request: Request = { ...asked, ...(file === undefined ? {} : { file }), event: session.nextEvent(), at: config.now(), group: terminalGroup, place: terminalPlace, asker }
  const replies = await session.handler.answer(request)
  return Promise.all(replies.map(async (reply) => session.names.on(await saveFiles(screenOf(reply), config.filesFolder))))
}

function screenOf(reply: Reply): Screen {
  switch (reply.to) {
    case 'asker':
    case 'direct':
    case 'form-errors':
      return reply.screen
    case 'form':
      return formAsLine(reply)
  }
}
