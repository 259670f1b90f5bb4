// What each person's direct messages with the bot show: a letter or a word that is typed there is for the screen that was shown last, if no
// other one can be meant. It's kept in memory alone: after a restart nothing is sure, and people see their question again.
import { minute, type Instant } from '../core/time.ts'
import { isAnswerable, type DirectlyShown } from '../screens/direct-words.ts'
import type { Screen } from '../screens/screen.ts'

type Sent = {
  /** Null where the platform doesn't say. */
  message: string | null
  readonly at: Instant
  /** Null for one that nothing can be answered on. */
  screen: Screen | null
}

type Shown = {
  /** The oldest first. */
  sent: readonly Sent[]
  /** The one with the latest screen that can be answered; undefined if that isn't sure. */
  latest: Sent | undefined
  /** Nothing was shown after it. */
  isLast: boolean
  /** What was shown last, whether it can be answered or not. */
  last: { readonly screen: Screen; readonly sent: Pick<Sent, 'message'> } | undefined
}

export type Posted = {
  named(message: string): void
  /** It could not be sent. */
  dropped(): void
}

export type DirectScreens = {
  /**
   * A new message, below all others. Told before it is sent: an answer can come before the platform says that it's there.
   *
   * @param message null if the platform doesn't say, or not yet
   */
  posted(person: string, screen: Screen, message: string | null, at: Instant): Posted
  /** A new screen in an earlier message. @param sentAt when that message was sent */
  replaced(person: string, screen: Screen, message: { readonly id: string; readonly sentAt: Instant } | null): void
  /** Undefined if nothing can be answered there, or more than one screen could be meant. */
  of(person: string): (DirectlyShown & { readonly message: string | null }) | undefined
  /** The screen that was shown last, of whatever kind. */
  lastOf(person: string): { readonly screen: Screen; readonly message: string | null } | undefined
}

/** What stands further up is too far away to be meant. */
const mostSent = 5

/** A few megabytes of screens. Who wrote longest ago sees their question again instead. */
const mostPeople = 1_000

/** Between this machine's clock and the platform's, on top of the way there. */
const clocksDiffer = minute / 2

export function createDirectScreens(): DirectScreens {
  const people = new Map<string, Shown>()

  function shownTo(person: string): Shown {
    const shown = people.get(person) ?? { sent: [], latest: undefined, isLast: false, last: undefined }
    // The person who wrote longest ago is first.
    people.delete(person)
    people.set(person, shown)
    const [oldest] = people.keys()
    if (people.size > mostPeople && oldest !== undefined) people.delete(oldest)
    return shown
  }

  return {
    posted: (person, screen, message, at) => {
      const shown = shownTo(person)
      const sent: Sent = { message, at, screen: answerable(screen) }
      shown.sent = [...shown.sent, sent].slice(-mostSent)
      note(shown, sent)
      shown.last = { screen, sent }
      return {
        named: (id) => void (sent.message = id),
        dropped: () => {
          shown.sent = shown.sent.filter((each) => each !== sent)
          if (shown.latest === sent) shown.latest = undefined
          if (shown.last?.sent === sent) shown.last = undefined
        },
      }
    },
    replaced: (person, screen, message) => {
      const shown = shownTo(person)
      const sent = message === null ? undefined : sentAs(message, shown)
      shown.last = { screen, sent: sent ?? { message: message?.id ?? null } }
      // It may stand anywhere: of before the start, or too far up.
      if (sent === undefined) shown.latest = undefined
      else {
        sent.screen = answerable(screen)
        note(shown, sent)
      }
    },
    of: (person) => {
      const { sent, latest, isLast } = people.get(person) ?? { sent: [], latest: undefined, isLast: false }
      const screen = latest?.screen ?? null
      if (latest === undefined || screen === null) return undefined
      const isAlone = sent.slice(sent.indexOf(latest) + 1).every((below) => below.screen === null)
      return isAlone ? { screen, isLast, message: latest.message } : undefined
    },
    lastOf: (person) => {
      const last = people.get(person)?.last
      return last === undefined ? undefined : { screen: last.screen, message: last.sent.message }
    },
  }
}

const answerable = (screen: Screen): Screen | null => (isAnswerable(screen) ? screen : null)

function note(shown: Shown, sent: Sent): void {
  if (sent.screen !== null) {
    shown.latest = sent
    shown.isLast = true
  } else {
    shown.isLast = false
    // The question is no longer there.
    if (shown.latest === sent) shown.latest = undefined
  }
}

/** By its id, or by its time the only one that has none yet. */
function sentAs({ id, sentAt }: { readonly id: string; readonly sentAt: Instant }, { sent }: Shown): Sent | undefined {
  const known = sent.find(({ message }) => message === id)
  if (known !== undefined) return known
  const [only, ...others] = sent.filter(({ message, at }) => message === null && Math.abs(sentAt - at) < clocksDiffer)
  if (only === undefined || others.length > 0) return undefined
  only.message = id
  return only
}
