// What happens at one keyboard: a line is read, asked, and answered before the next one is read.
import type { CommandRole } from '../../commands/command.ts'
import type { Reply, Request } from '../../screens/request.ts'
import type { Handler } from '../platform.ts'
import type { Screen } from '../../screens/screen.ts'
import { personId, readName, terminalGroup, terminalPlace } from './ids.ts'
import { limits } from './limits.ts'
import type { Names } from './outgoing/names.ts'
import { asGuess, formAsLine, withKeys } from './outgoing/adapt-screens.ts'
import type { TerminalConfig } from './config.ts'
import type { Posts } from './post-counter.ts'
import type { Prompt } from './connection/prompt.ts'
import type { Stage } from './outgoing/display.ts'
import { span, type Line } from './outgoing/styled.ts'
import { readLine, type Asked } from './incoming/read-line.ts'

export type Around = {
  readonly config: TerminalConfig
  readonly stage: Stage
  readonly prompt: Prompt
  readonly handler: Handler
  readonly posts: Posts
  readonly names: Names
  /** Nobody reads, or the bot stops: what is left to read is not asked any more. */
  readonly over: () => boolean
}

type Session = Around & {
  /** Who types. */
  name: string
  readonly nextEvent: () => string
}

/** Reads until the input is over, somebody quits, or nobody reads the output. */
export async function runLines(around: Around): Promise<void> {
  const { config, stage, prompt } = around
  const start = `${config.now()}-${process.pid}`
  let events = 0
  const session: Session = { ...around, name: firstName(config), nextEvent: () => `terminal:${start}:${++events}` }
  session.names.own(session.name)
  if (config.interactive) await showToday(session)
  for (;;) {
    prompt.show(stage.mark(session.name))
    const line = await prompt.lines.next()
    if (line.done === true || around.over()) break
    if (line.value.trim() === '') continue
    stage.typed(session.name, line.value)
    if ((await handle(session, line.value)) === 'end' || around.over()) break
  }
  prompt.close()
  await stage.flush()
}

export function firstName(config: TerminalConfig): string {
  return readName(config.personName) ?? 'you'
}

/** Whoever sits down finds today's question, unless it was posted just now. */
async function showToday(session: Session): Promise<void> {
  if (!session.stage.questionIsLast()) await ask(session, withRole('start', session), (screen) => screen)
}

function withRole(role: CommandRole, { config: { commands } }: Session): Asked {
  return { kind: 'command', command: commands.parse(commands.nameOf(role)) }
}

async function handle(session: Session, line: string): Promise<'on' | 'end'> {
  const { stage, handler, config } = session
  const reading = readLine(line, { commands: config.commands, question: stage.question(), buttons: stage.buttons(), isTerm: handler.isTerm })
  switch (reading.kind) {
    case 'nothing':
      break
    case 'ask':
      if (reading.called !== undefined) session.names.called(reading.called)
      await ask(session, reading.asked, reading.guessed ? asGuess : (screen) => screen)
      break
    case 'help':
      await ask(session, withRole('help', session), withKeys)
      break
    case 'show-question':
      await showQuestion(session)
      break
    case 'person':
      session.name = reading.name ?? session.name
      session.names.own(session.name)
      await stage.say(whoIs(session.name))
      break
    case 'hint':
      await stage.say([span(reading.text, 'warning')])
      break
    case 'end':
      return 'end'
  }
  return 'on'
}

async function ask(session: Session, asked: Asked, dress: (screen: Screen) => Screen): Promise<void> {
  const seen = session.posts.count()
  for (const screen of await screens(session, asked)) {
    await session.stage.answer(dress(screen))
    // The question that was asked for comes by another way; the next line may be meant for it.
    if (postsNow(asked, session) && screen.name !== 'refusal') await session.posts.after(seen, limits.postWait)
  }
}

function postsNow(asked: Asked, { config }: Session): boolean {
  return asked.kind === 'command' && asked.command.kind === 'known' && config.commands.find(asked.command.name)?.posts === 'now'
}

/** A letter came before any question could be read: the order of the options is not known to anybody yet. */
async function showQuestion(session: Session): Promise<void> {
  await showToday(session)
  if (session.stage.questionIsLast()) await session.stage.say([span('This is the question. Type your letter again.', 'warning')])
}

async function screens(session: Session, asked: Asked): Promise<readonly Screen[]> {
  const { config, name } = session
  const asker = { id: personId(name), name, zone: config.zone, admin: true, maySetUp: true }
  const request: Request = { ...asked, event: session.nextEvent(), at: config.now(), group: terminalGroup, place: terminalPlace, asker }
  const replies = await session.handler.answer(request)
  return Promise.all(replies.map((reply) => session.names.on(screenOf(reply))))
}

function screenOf(reply: Reply): Screen {
  switch (reply.to) {
    case 'asker':
    case 'form-errors':
      return reply.screen
    case 'form':
      return formAsLine(reply)
  }
}

export function whoIs(name: string): Line {
  return [span('You are '), span(name, 'strong'), span('.')]
}
