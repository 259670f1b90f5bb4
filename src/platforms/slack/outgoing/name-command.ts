// The slash command by the name that it has in these workspaces: where another app has taken /study, the manifest gives it another one. Screens
// say /study, here and there in the middle of a sentence; they're changed as they leave.
import type { Reply } from '../../../screens/request.ts'
import type { Screen } from '../../../screens/screen.ts'
import type { Platform } from '../../platform.ts'
import type { Replier } from './reply.ts'

export const usualCommand = '/study'

type Posts = Pick<Platform, 'post' | 'announce' | 'find' | 'redraw' | 'reply' | 'tell'> & Required<Pick<Platform, 'shows' | 'discuss'>>

export type NameCommand = {
  readonly command: string
  readonly replier: (replier: Replier) => Replier
  readonly poster: (poster: Posts) => Posts
  /** What somebody wrote, as if the command had its usual name. */
  readonly read: (words: string) => string
}

/** @param command with its slash */
export function nameCommand(command: string = usualCommand): NameCommand {
  if (command === usualCommand) return { command, replier: (replier) => replier, poster: (poster) => poster, read: (words) => words }
  const known = new WeakMap<object, unknown>()
  // The same screen stays one object, so that it's drawn once.
  const named = <Shown extends object>(shown: Shown): Shown => {
    const found = (known.get(shown) ?? renamed(shown, command)) as Shown
    known.set(shown, found)
    return found
  }
  const screen = (given: Screen) => named(given)
  const replies = (given: readonly Reply[]) => given.map((reply) => named(reply))
  return {
    command,
    replier: ({ send, inForm, publishHome }) => ({
      send: (given, origin) => send(replies(given), origin),
      inForm: (given, asked, origin) => inForm(replies(given), asked, origin),
      publishHome: (user, given) => publishHome(user, replies(given)),
    }),
    poster: (poster) => ({
      ...poster,
      post: (place, shown, round) => poster.post(place, screen(shown), round),
      announce: (place, shown, event) => poster.announce(place, screen(shown), event),
      redraw: (message, shown) => poster.redraw(message, screen(shown)),
      reply: (message, shown, round) => poster.reply(message, screen(shown), round),
      discuss: (message, thread) => poster.discuss(message, { ...thread, invitation: thread.invitation === null ? null : screen(thread.invitation) }),
      tell: (person, shown, event) => poster.tell(person, screen(shown), event),
    }),
    read: (words) => (words.toLowerCase() === command || words.toLowerCase().startsWith(`${command} `) ? usualCommand + words.slice(command.length) : words),
  }
}

/** Neither shown nor written by people: what comes back with a press. */
const unseen = new Set(['control', 'id', 'url', 'value', 'values', 'data', 'name', 'place', 'event'])

/** Discord's /study-admin stays. */
const typed = /\/study(?![\w/-])/gu

function renamed(value: unknown, command: string, key = ''): unknown {
  if (typeof value === 'string') return unseen.has(key) ? value : value.replace(typed, command)
  if (Array.isArray(value)) return value.map((each) => renamed(each, command))
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || unseen.has(key)) return value
  const { kind, line } = value as { readonly kind?: unknown; readonly line?: unknown }
  if (kind === 'command' && typeof line === 'string') return { kind: 'code', text: `${command} ${line}` }
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, renamed(each, command, name)]))
}
