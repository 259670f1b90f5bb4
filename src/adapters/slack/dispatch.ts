// One table for all that Slack sends. Everything is acknowledged: after the answer is committed, and never later than 2 s.
import type { Door, Reply } from '../../bot/platform.ts'
import type { Instant } from '../../core/time.ts'
import { faultName } from './errors.ts'
import { formOptions } from './form.ts'
import { groupId, type TeamId, type UserId } from './ids.ts'
import { readIncoming, type Incoming } from './incoming.ts'
import type { Log } from './log.ts'
import type { Known, People } from './people.ts'
import type { Ack, Replier } from './reply.ts'
import { needsRights, toRequest, type Asking } from './to-request.ts'

export type Acknowledge = (response?: Ack) => Promise<void>

export type Workplace = {
  readonly door: Door
  readonly people: People
  readonly replier: Replier
  readonly team: TeamId
  readonly bot: UserId
  readonly now: () => Instant
  readonly log: Log
}

/** Slack gives up after 3 s: https://docs.slack.dev/interactivity/handling-user-interaction/#acknowledgment_response */
const acknowledgeBy = 2_000
/** How long a request waits for Slack to say who is asking. Rights are worth more patience than a name. */
const patience = { name: 1_500, rights: 8_000 }
const suggestions = 100

type Handlers = { readonly [K in Incoming['kind']]: (incoming: Extract<Incoming, { kind: K }>, ack: Acknowledge) => Promise<void> | void }

/** @returns handles one delivery; fulfilled when all its replies are out. Never fails. */
export function createDispatch(at: Workplace): (payload: unknown, ack: Acknowledge) => Promise<void> {
  const { door, people, replier, team, bot, now, log } = at
  const repeats = createRepeats(now)

  const answer = (incoming: Asking, asker: Known) => door.answer(toRequest(incoming, asker.asker, team, now()))

  function ask(incoming: Asking): Promise<readonly Reply[]> {
    const { user, shownAs } = incoming.from
    const asker = people.who(user, shownAs, needsRights(incoming) ? patience.rights : patience.name)
    return asker instanceof Promise ? asker.then((known) => answer(incoming, known)) : answer(incoming, asker)
  }

  async function reply(incoming: Extract<Incoming, { kind: 'press' | 'command' }>, ack: Acknowledge): Promise<void> {
    await repeats.once(incoming.from.event, ack, async () => {
      const replies = await inTime(ask(incoming), ack, () => undefined)
      await replier.send(replies, incoming.from, incoming.on)
      if (incoming.on.kind === 'home') await home(incoming)
    })
  }

  async function home(incoming: Pick<Asking, 'from'>): Promise<void> {
    const opened: Asking = { kind: 'home', from: { ...incoming.from, channel: null, event: `${incoming.from.event}:home` } }
    await replier.publishHome(incoming.from.user, await ask(opened))
  }

  const handlers: Handlers = {
    press: reply,
    command: reply,
    form: async (incoming, ack) => {
      await repeats.once(incoming.from.event, ack, async () => {
        let shown = false
        const replies = await inTime(ask(incoming), ack, (found, late) => {
          shown = !late
          return late ? undefined : replier.inForm(found, incoming.values)
        })
        // The modal closed with the early acknowledgement.
        if (!shown) await replier.send(replies, incoming.from, { kind: 'chat', url: incoming.on.kind === 'modal' ? incoming.on.url : null, trigger: null, own: false })
      })
    },
    tick: (_, ack) => ack(),
    suggest: ({ option, typed }, ack) => ack({ options: formOptions(door.suggest(option, typed, suggestions)) }),
    home: async (incoming, ack) => {
      await ack()
      await home(incoming)
    },
    user: ({ user }, ack) => {
      people.heard(user)
      return ack()
    },
    removed: async (_, ack) => {
      await ack()
      log.warn({ group: groupId(team) }, 'the app was taken out of the workspace')
      await door.removed(groupId(team), now())
    },
    other: (_, ack) => ack(),
  }

  return async (payload, ack) => {
    const once = onlyOnce(ack)
    try {
      const incoming = readIncoming(payload, bot)
      await (handlers[incoming.kind] as (incoming: Incoming, ack: Acknowledge) => Promise<void> | void)(incoming, once)
    } catch (error) {
      log.error({ fault: faultName(error), kind: typeof payload }, 'a delivery from Slack was not handled')
      await once().catch(() => undefined)
    }
  }
}

/** The second acknowledgement of the same delivery does nothing. */
function onlyOnce(ack: Acknowledge): Acknowledge {
  let done = false
  return async (response) => {
    if (done) return
    done = true
    await ack(response)
  }
}

/** Acknowledges with what `response` makes of the answer; without it where that takes too long. */
async function inTime<T>(work: Promise<T>, ack: Acknowledge, response: (answer: T, late: boolean) => Ack): Promise<T> {
  let late = false
  const timer = setTimeout(() => {
    late = true
    // The socket may be gone; then Slack delivers again.
    ack().catch(() => undefined)
  }, acknowledgeBy)
  try {
    const answer = await work
    clearTimeout(timer)
    await ack(response(answer, late)).catch(() => undefined)
    return answer
  } finally {
    clearTimeout(timer)
  }
}

/** Slack delivers again after 1 and 5 minutes. */
const remembered = 10 * 60_000

/**
 * A delivery that comes again while or after it was handled is acknowledged and changes nothing; one that failed is handled
 * again. After a restart the ledger knows what was done.
 */
function createRepeats(now: () => Instant) {
  const seen = new Map<string, { readonly at: Instant; readonly work: Promise<void> }>()
  const forget = (before: Instant): void => {
    for (const [event, { at }] of seen) {
      if (at > before) return
      seen.delete(event)
    }
  }
  return {
    once: async (event: string, ack: Acknowledge, handle: () => Promise<void>): Promise<void> => {
      const earlier = seen.get(event)
      if (earlier !== undefined) {
        await ack()
        return earlier.work.catch(() => undefined)
      }
      const at = now()
      forget(at - remembered)
      const work = handle()
      seen.set(event, { at, work })
      try {
        await work
      } catch (error) {
        seen.delete(event)
        throw error
      }
    },
  }
}
