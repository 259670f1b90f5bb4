// One platform of the crash test as its people see it: channels, posts, presses, replies.
import type { Call, Doorkeeper } from '../fakes/doorkeeper.ts'

/** What a request of the program is for. `other`: connecting, registering, asking who somebody is. */
export type Step = 'post' | 'redraw' | 'find' | 'reply' | 'tell' | 'other'

/** What becomes of a post that the platform does not answer properly. */
export type Trouble = {
  readonly kind: 'error' | 'reset' | 'hang' | 'busy'
  /** The post is made all the same. */
  readonly stored: boolean
}

/**
 * `down`: the platform answers with an HTTP error. `failing`: it answers that something went wrong there. `cut`: it breaks connections.
 * `token`: it no longer takes the bot's token. Presses and commands still arrive.
 */
export type Absence = 'down' | 'failing' | 'cut' | 'token'

/** Of the program, by its clock. `whole`: nothing was to go wrong in it, and the program outlived it. */
export type Beat = { readonly at: number; readonly whole: boolean }

export type Place = {
  readonly side: Side
  /** As the platform names it. */
  readonly id: string
  /** As the ledger names it. */
  readonly name: string
  readonly people: readonly string[]
  readonly manager: string
}

/** A post of a round as somebody saw it at one moment; old clients press what is no longer there. */
export type Seen = {
  readonly round: string
  /** When it was posted, by the platform's clock. */
  readonly at: number
  /** Everything that it says. */
  readonly text: string
  readonly shows: 'question' | 'answer'
  /** Where several are to be chosen there is no button for one. */
  readonly options: readonly string[]
  readonly pick: number
  /** @param hear is called with what the person is shown, if anything is, at whatever time */
  readonly press: (person: string, chosen: readonly string[], hear: (text: string) => void) => Promise<void>
}

/** What somebody was shown in private. */
export type Shown = {
  readonly text: string
  /** What its buttons say when they are pressed. */
  readonly controls: readonly string[]
  readonly press: (control: string, hear?: Hear) => Promise<Shown | undefined>
}

/** Is called with what the person is shown, at whatever time: also after the program is dead. */
export type Hear = (shown: Shown) => void

export type Side = {
  readonly name: 'slack' | 'discord'
  /** How the program finds this platform. */
  readonly environment: Readonly<Record<string, string>>
  /** How one of several programs does, each of which gets requests over HTTP. */
  readonly environmentOf: (by: string) => Readonly<Record<string, string>>
  /** From now on requests go to this address. Somebody must be there who answers. */
  readonly useHttp: (origin: string) => Promise<void>
  readonly stepOf: (call: Call) => Step
  /** Must be called after each request that was carried out. */
  readonly carriedOut: (call: Call) => void
  readonly openPlace: (number: number, people: number) => Place
  /** Everything that was posted for a round, oldest first. */
  readonly posts: (place: Place) => readonly Seen[]
  /** The recaps of weeks that were posted, by their titles. */
  readonly weekly: (place: Place) => readonly string[]
  /** The posts that a thread was begun under, once for each beginning. */
  readonly threads: (place: Place) => readonly string[]
  /** The final boards that were posted, by their titles. */
  readonly finals: (place: Place) => readonly string[]
  readonly type: (place: Place, person: string, line: string) => Promise<string | undefined>
  /** As {@link Side.type}, for whoever goes on with what they are shown. Undefined where the program died before that. */
  readonly ask: (place: Place, person: string, line: string) => Promise<Shown | undefined>
  /** Everything that the bot wrote to somebody in private, as text. */
  readonly told: (place: Place) => readonly string[]
  /** Everything that the bot wrote to a person in private, with what its buttons say. */
  readonly letters: (person: string) => readonly string[]
  /** For what is posted in the place next. */
  readonly trouble: (place: Place, trouble: Trouble) => void
  /** Nothing can be posted, changed, or read until it is null again. */
  readonly away: (how: Absence | null) => void
  /** Whether the bot may read what was posted before. */
  readonly mayLook: (may: boolean) => void
  /** What the platform would have refused as malformed. */
  readonly complaints: () => readonly string[]
  readonly close: () => Promise<void>
}

export const weeklyTitle = /The week of [\w –]+/u
export const finalTitle = /Final leaderboard: [\w –,]+/u

export type Opening = {
  readonly now: () => number
  readonly doorkeeper: Doorkeeper
  /** Fulfilled when the program that people speak to is dead. @param request what only this request has in it */
  readonly death: (request: string) => Promise<void>
}

/** A reply of a living program takes milliseconds; this only ends a run that would never end. */
const longestWait = 10 * 60_000

/** Waits for a reply, as long as there is somebody who could give one. */
export async function replyOrDeath(reply: Promise<string>, death: Promise<void>): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined
  const never = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), longestWait)
  })
  return Promise.race([reply, death.then(() => undefined), never]).finally(() => clearTimeout(timer))
}
