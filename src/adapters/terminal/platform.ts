// The terminal as a platform: one channel on one screen, where people take turns at the keyboard.
import { PostError, type Door, type Platform } from '../../bot/platform.ts'
import type { Instant, Zone } from '../../core/time.ts'
import type { Screen } from '../../screens/screen.ts'
import { cleanLine } from './clean.ts'
import { complete } from './complete.ts'
import { converse, firstName, whoIs } from './conversation.ts'
import { messageOf, nameIn } from './ids.ts'
import { createPaper } from './paper.ts'
import { createPosts } from './posts.ts'
import { createPrompt, type Prompt } from './prompt.ts'
import { createStage } from './stage.ts'
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
  const posts = createPosts()
  let prompt: Prompt | undefined
  let state: 'new' | 'started' | 'stopped' = 'new'
  let talk: Promise<void> = Promise.resolve()
  const paper = createPaper(config.output, (fault) => {
    config.log.debug({ fault }, 'nobody reads the terminal any more')
    prompt?.close()
  })
  const stage = createStage(config, paper, (write) => (prompt === undefined ? write() : prompt.aside(write)))

  async function show(screen: Screen, label: string): Promise<void> {
    if (state === 'new') stage.noticeLater(screen, label)
    else await stage.notice(screen, label)
    if (paper.gone()) throw new PostError('busy', 'The terminal is closed. What is due is shown at the next start.', { retryAfter: 60_000 })
  }

  async function talkUntilTheEnd(prompt: Prompt, door: Door): Promise<void> {
    const over = () => state === 'stopped' || paper.gone()
    try {
      if (config.interactive) {
        await stage.greet([span('Studyhall', 'accent'), span(' · '), ...whoIs(firstName(config)), span(` ${whatCanBeTyped} /quit ends.`, 'dim')])
        await stage.flush()
      }
      await converse({ config, stage, prompt, door, posts, over })
    } catch (fault) {
      config.log.error({ fault }, 'the terminal failed')
      prompt.close()
    }
    if (state !== 'stopped') config.onEnd()
  }

  return {
    name: 'terminal',
    start: async (door) => {
      state = 'started'
      const { input, output, interactive } = config
      prompt = createPrompt({ input, output, interactive, complete: (line) => complete(line, door.suggest) })
      talk = talkUntilTheEnd(prompt, door)
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
    healthy: () => state === 'started' && !paper.gone(),
    stop: async () => {
      state = 'stopped'
      prompt?.close()
      if (!paper.gone()) void stage.flush()
      posts.release()
      paper.release()
      await talk
    },
  }
}
