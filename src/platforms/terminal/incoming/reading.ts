// What a typed line can mean, and what its meaning depends on.
import type { Commands } from '../../../commands/commands.ts'
import type { Vocabulary } from '../../../commands/written-words.ts'
import type { Request } from '../../../screens/request.ts'
import type { Button, Choices } from '../../../screens/screen.ts'

/** What a typed line can refer to. */
export type Context = {
  readonly commands: Commands
  /** The question that was shown last. */
  readonly question: Choices | undefined
  /** The buttons of the latest answer to the person. */
  readonly buttons: readonly Button[]
  /** That answer is a screen of a private session. */
  readonly inSession: boolean
  /** One was shown earlier. */
  readonly sawSession: boolean
  /** Whether a term of the course contains this word. */
  readonly isTerm: (word: string) => boolean
  readonly spokenOf: Vocabulary['spokenOf']
}

type RequestOf<Kind extends Request['kind']> = Extract<Request, { readonly kind: Kind }>

/** The part of a request that follows from the line. */
export type Asked =
  | Pick<RequestOf<'command'>, 'kind' | 'command'>
  | Pick<RequestOf<'press'>, 'kind' | 'control' | 'chosen'>

export type Reading =
  | { readonly kind: 'nothing' }
  /** `guessed`: the words were neither a command nor an answer. `called`: another person's name, as it was typed. */
  | { readonly kind: 'ask'; readonly asked: Asked; readonly guessed: boolean; readonly called?: string }
  /** An answer, but no question has been shown yet. */
  | { readonly kind: 'show-question' }
  | { readonly kind: 'help' }
  /** `name`: who types from now on; null to show who types now. */
  | { readonly kind: 'person'; readonly name: string | null }
  | { readonly kind: 'end' }
  /** The line was not understood; `text` says what can be typed. */
  | { readonly kind: 'hint'; readonly text: string }

export const whatCanBeTyped = 'Type a letter to answer, words to look up, or ? for everything.'

export const hint = (text: string): Reading => ({ kind: 'hint', text })

export const ask = (asked: Asked, guessed = false): Extract<Reading, { readonly kind: 'ask' }> => ({ kind: 'ask', asked, guessed })
