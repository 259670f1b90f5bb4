// The talk at one keyboard: a line is read, asked, and answered before the next one is read.
import type { Door, Reply, Request } from '../platform.ts'
import { parseCommand } from '../../commands/parse.ts'
import type { Screen } from '../../screens/screen.ts'
import { personId, readName, terminalGroup, terminalPlace } from './ids.ts'
import { limits } from './limits.ts'
import type { Names } from './names.ts'
import { asGuess, formAsLine, withKeys } from './own-screens.ts'
import type { TerminalConfig } from './platform.ts'
import type { Posts } from './posts.ts'
import type { Prompt } from './prompt.ts'
import type { Stage } from './stage.ts'
import { span, type Line } from './styled.ts'
import { readLine, type Asked } from './to-request.ts'

export type Around = {
  readonly config: TerminalConfig
  readonly stage: Stage
  readonly prompt: Prompt
  readonly door: Door
  readonly posts: Posts
  readonly names: Names
  /** Nobody reads, or the bot stops: what is left to read is not asked any more. */
  readonly over: () => boolean
}

type Talk = Around & {
  /** Who types. */
  name: string
  readonly nextEvent: () => string
}

/** Reads until the input is over, somebody quits, or nobody reads the output. */
export async function converse(around: Around): Promise<void> {
  const { config, stage, prompt } = around
  const session = `${config.now()}-${process.pid}`
  let events = 0
  const talk: Talk = { ...around, name: firstName(config), nextEvent: () => `terminal:${session}:${++events}` }
  talk.names.own(talk.name)
  if (config.interactive) await showToday(talk)
  for (;;) {
    prompt.show(stage.mark(talk.name))
    const line = await prompt.lines.next()
    if (line.done === true || around.over()) break
    if (line.value.trim() === '') continue
    stage.typed(talk.name, line.value)
    if ((await handle(talk, line.value)) === 'end' || around.over()) break
  }
  prompt.close()
  await stage.flush()
}

export function firstName(config: TerminalConfig): string {
  return readName(config.personName) ?? 'you'
}

/** Whoever sits down finds today's question, unless it was posted just now. */
async function showToday(talk: Talk): Promise<void> {
  if (!talk.stage.questionIsLast()) await ask(talk, { kind: 'command', command: parseCommand('today') }, (screen) => screen)
}

async function handle(talk: Talk, line: string): Promise<'on' | 'end'> {
  const { stage, door } = talk
  const isTerm = (word: string) => door.suggest('words', word, limits.suggestions).some(({ value }) => wordsIn(value).includes(word.toLowerCase()))
  const reading = readLine(line, { question: stage.question(), buttons: stage.buttons(), isTerm })
  switch (reading.kind) {
    case 'nothing':
      break
    case 'ask':
      if (reading.called !== undefined) talk.names.called(reading.called)
      await ask(talk, reading.asked, reading.guessed ? asGuess : (screen) => screen)
      break
    case 'help':
      await ask(talk, { kind: 'command', command: parseCommand('help') }, withKeys)
      break
    case 'show-question':
      await showQuestion(talk)
      break
    case 'person':
      talk.name = reading.name ?? talk.name
      talk.names.own(talk.name)
      await stage.say(whoIs(talk.name))
      break
    case 'hint':
      await stage.say([span(reading.text, 'warning')])
      break
    case 'end':
      return 'end'
  }
  return 'on'
}

const wordsIn = (term: string) => term.toLowerCase().split(/[^\p{L}\p{N}]+/u)

async function ask(talk: Talk, asked: Asked, dress: (screen: Screen) => Screen): Promise<void> {
  const seen = talk.posts.count()
  for (const screen of await screens(talk, asked)) {
    await talk.stage.answer(dress(screen))
    // The question that was asked for comes by another way; the next line may be meant for it.
    const awaited = asked.kind === 'command' && asked.command.kind === 'known' && asked.command.name === 'now' && screen.name !== 'refusal'
    if (awaited) await talk.posts.after(seen, limits.postWait)
  }
}

/** A letter came before any question could be read: the order of the options is not known to anybody yet. */
async function showQuestion(talk: Talk): Promise<void> {
  await showToday(talk)
  if (talk.stage.questionIsLast()) await talk.stage.say([span('This is the question. Type your letter again.', 'warning')])
}

async function screens(talk: Talk, asked: Asked): Promise<readonly Screen[]> {
  const { config, name } = talk
  const asker = { id: personId(name), name, zone: config.zone, admin: true, maySetUp: true }
  const request: Request = { ...asked, event: talk.nextEvent(), at: config.now(), group: terminalGroup, place: terminalPlace, asker }
  const replies = await talk.door.answer(request)
  return Promise.all(replies.map((reply) => talk.names.on(screenOf(reply))))
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
