// The bot as platforms see it: nothing that goes wrong inside comes out as anything but a sentence.
import { lost, moveIfPressedElsewhere, moved, unarchived } from './channels.ts'
import { removed, returned } from './membership.ts'
import type { Catalog } from '../features/catalog.ts'
import type { BotMeans } from '../features/services.ts'
import type { GroupId } from '../core/quiz.ts'
import type { Instant } from '../core/time.ts'
import type { MaybeOut } from '../delivery/delivery.ts'
import type { Work } from '../delivery/work.ts'
import { LedgerError } from '../ledger/ledger-error.ts'
import { platformOf, type Handler, type Platform } from '../platforms/platform.ts'
import { refusal } from '../screens/notice.ts'
import { personSeen, type Press, type Reply, type Request } from '../screens/request.ts'
import type { Screen } from '../screens/screen.ts'
import { createCourseDoor } from './course-door.ts'

/** Terms that are looked at to tell whether a word is one of them. */
const termsLookedAt = 12

type Around = Partial<Pick<Work, 'measures' | 'trace' | 'posted'>> & {
  /** The platform of a group, a place or a person; undefined if it does not run. */
  readonly platform: (id: string) => Platform | undefined
  readonly now: () => Instant
  /** Asks the platform soon about people who have changed. */
  readonly lookSoon: () => void
  /** Rounds whose posts may be out, and nobody knows yet. */
  readonly maybeOut?: MaybeOut
}

export function createHandler(catalog: Catalog, means: BotMeans, { platform, now, lookSoon, maybeOut, measures, trace, posted }: Around): Handler {
  const { ledger, courses, log } = means
  const door = createCourseDoor(catalog, means)
  const channels = { ...means, platform }

  /** Nobody waits for it: the ledger keeps the order, so what the answer reads already knows. */
  function noteSeen(request: Request): void {
    ledger.people.noteSeen(personSeen(request)).catch((fault: unknown) => warn(fault, 'could not save that a person is here'))
  }

  /** The answer depends on it. */
  async function noteFound(press: Press, among: MaybeOut): Promise<void> {
    const { foundByPress } = await import('./found-by-press.ts')
    await foundByPress({ ledger, log, measures, posted, maybeOut: among }, press, now()).catch((fault: unknown) => warn(fault, 'could not save that a post is out'))
  }

  /** The answer does not depend on it: a round is answered by its own id. */
  function noteMove(request: Request): void {
    moveIfPressedElsewhere(channels, request).catch((fault: unknown) => warn(fault, 'could not move the data of a channel with a new id'))
  }

  /** @param replies absent: it failed */
  async function noteAnswered(request: Request, replies?: readonly Reply[]): Promise<void> {
    if (trace === undefined) return
    const { actionOf, outcomeOf } = await import('./action-of.ts')
    trace.answered(() => ({ action: actionOf(request, catalog), outcome: replies === undefined ? 'failed' : outcomeOf(replies) }))
  }

  /** Every beat says at length what is wrong with the database; whatever else fails by that would only repeat it. */
  function warn(fault: unknown, message: string): void {
    if (!isDatabaseGone(fault)) log.warn({ fault }, message)
  }

  return {
    answer: async (request) => {
      noteSeen(request)
      noteMove(request)
      try {
        if (request.kind === 'press' && maybeOut !== undefined && maybeOut.size > 0) await noteFound(request, maybeOut)
        const replies = await door.answer(request)
        await noteAnswered(request, replies)
        return replies
      } catch (fault) {
        const why = isDatabaseGone(fault) ? { code: fault.code, why: fault.message } : { fault }
        await noteAnswered(request)
        log.error({ ...why, kind: request.kind, event: request.event }, 'a request failed')
        return [{ to: 'asker', screen: somethingBroke(fault), update: false }]
      }
    },
    traitsOf: door.traitsOf,
    suggest: async (command, option, typed, limit, where) => {
      try {
        const [{ suggest }, room] = await Promise.all([import('./suggest.ts'), door.roomIn(where)])
        return await suggest({ command, option, typed, limit, ...(where === undefined ? { asked: 'any' } : {}) }, room.router, room.means)
      } catch (fault) {
        log.warn({ fault, command, option }, 'could not find completions')
        return []
      }
    },
    isTerm: (word) => courses.all.some(({ lookup }) => lookup.suggest(word, termsLookedAt).some((term) => wordsIn(term).includes(word.toLowerCase()))),
    spokenOf: (words) => courses.all.flatMap(({ lookup }) => lookup.spokenOf(words) ?? []).toSorted()[0],
    names: async (group, people) => {
      try {
        return await ledger.people.namesOf(group, people)
      } catch (fault) {
        warn(fault, 'could not read the names of people')
        return new Map()
      }
    },
    changed: async (group, id, { gone, name }) => {
      try {
        await ledger.people.noteChange({ id, group, name: name ?? '', standIn: name === null }, gone)
        lookSoon()
      } catch (fault) {
        warn(fault, 'could not save a change to a person')
      }
    },
    removed: (group, at) => removed(means, group, at),
    joined: (group) => returned(channels, group),
    kept: async (name) => {
      const { running, removed: gone } = await ledger.groups.kept()
      const isThere = (group: GroupId) => platformOf(group) === name
      return { running: running.filter(isThere), removed: gone.filter(isThere) }
    },
    moved: (from, to) => moved(channels, { from, to, at: now() }),
    lost: async (place, how) => {
      await lost(means, place, how, now())
      means.send()
    },
    unarchived: (place) => unarchived(channels, place, now()),
  }
}

const wordsIn = (term: string) => term.toLowerCase().split(/[^\p{L}\p{N}]+/u)

function somethingBroke(fault: unknown): Screen {
  if (isDatabaseGone(fault)) {
    return refusal("The bot can't work right now", [["Something happened to its database. It can't save anything until that is fixed, and your latest answers may be lost. Please tell the people who run the bot: its log says what to do."]])
  }
  return refusal('Something went wrong', [['Please try again in a moment. Everything you did before is saved. The people who run the bot can see what happened in its log.']])
}

/** Removed, replaced or damaged under the running bot, or used by a second one. */
const isDatabaseGone = (fault: unknown): fault is LedgerError => fault instanceof LedgerError && (fault.code === 'missing' || fault.code === 'damaged' || fault.code === 'in-use')
