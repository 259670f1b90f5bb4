// One table for all that Slack sends. Everything is acknowledged: after the answer is committed, and never later than 2 s.
import type { Handler } from '../platform.ts'
import type { Commands } from '../../commands/commands.ts'
import type { Reply } from '../../screens/request.ts'
import type { Instant } from '../../core/time.ts'
import { faultName } from './connection/post-errors.ts'
import { formOptions } from './outgoing/form.ts'
import { groupId, type TeamId, type UserId } from './ids.ts'
import { readIncoming, type Incoming } from './incoming/read-payload.ts'
import type { Log } from '../../core/log.ts'
import type { Known, People } from './incoming/people.ts'
import { createRepeats, type Acknowledge, type Repeats } from './connection/handle-once.ts'
import type { Ack, Replier } from './outgoing/reply.ts'
import { needsRights, toRequest, type Asking } from './incoming/to-request.ts'

export type Workplace = {
  readonly handler: Handler
  readonly commands: Commands
  readonly people: People
  readonly replier: Replier
  readonly team: TeamId
  readonly bot: UserId
  /** Whether Slack takes the bot's token at this moment; undefined where it does not say. */
  readonly tokenWorks: () => Promise<boolean | undefined>
  readonly now: () => Instant
  readonly log: Log
}

/** Slack gives up after 3 s: https://docs.slack.dev/interactivity/handling-user-interaction/#acknowledgment_response */
const acknowledgeBy = 2_000
const suggestions = 100

type Take<K extends Incoming['kind']> = (incoming: Extract<Incoming, { kind: K }>, ack: Acknowledge) => Promise<void> | void
type Table = { readonly [K in Incoming['kind']]: Take<K> }

/** @returns handles one delivery; fulfilled when all its replies are out. Never fails. */
export function createDispatch(at: Workplace): (payload: unknown, ack: Acknowledge) => Promise<void> {
  const table = createTable(at, createRepeats(at.now))
  return async (payload, ack) => {
    const once = onlyOnce(ack)
    let kind: Incoming['kind'] | undefined
    try {
      const incoming = readIncoming(payload, at.bot)
      kind = incoming.kind
      // The table is by kind, so the handler is the one for this incoming; TypeScript does not follow that.
      await (table[kind] as Take<Incoming['kind']>)(incoming, once)
    } catch (error) {
      at.log.error({ fault: faultName(error), kind }, 'a delivery from Slack was not handled')
      await once().catch(() => undefined)
    }
  }
}

function createTable(at: Workplace, repeats: Repeats): Table {
  const { handler, people } = at
  return {
    press: (incoming, ack) => repeats.once(incoming.from.event, ack, (first) => reply(at, incoming, first)),
    command: (incoming, ack) => repeats.once(incoming.from.event, ack, (first) => reply(at, incoming, first)),
    form: (incoming, ack) => repeats.once(incoming.from.event, ack, (first) => takeForm(at, incoming, first)),
    tick: (_, ack) => ack(),
    suggest: async ({ form, field, typed }, ack) => ack({ options: formOptions(await handler.suggest(form, field, typed, suggestions)) }),
    home: async (incoming, ack) => {
      await ack()
      await showHome(at, incoming)
    },
    user: ({ user }, ack) => {
      people.changed(user)
      return ack()
    },
    removed: async (_, ack) => {
      await ack()
      await takeRemoval(at)
    },
    other: (_, ack) => ack(),
  }
}

/**
 * Slack has no order of events, so the news may be of a time before the app was added again. Where Slack cannot be asked, the next
 * post shows what is true: a round that is refused is on record, and a quiz that stands still for nothing is not.
 */
async function takeRemoval({ handler, team, tokenWorks, now, log }: Workplace): Promise<void> {
  const works = await tokenWorks()
  if (works !== false) {
    log.warn({ group: groupId(team), works }, 'Slack said that the app was taken out of the workspace, but does not refuse its token: nothing pauses')
    return
  }
  log.warn({ group: groupId(team) }, 'the app was taken out of the workspace, and its quizzes pause: install it again, set the new SLACK_BOT_TOKEN, and go on with /study resume in each channel')
  await handler.removed(groupId(team), now())
}

/** Somebody who is known is answered without a turn of the event loop in between. */
function ask({ handler, commands, people, team, now }: Workplace, incoming: Asking): Promise<readonly Reply[]> {
  const { user, shownAs } = incoming.from
  const known = people.who(user, shownAs, needsRights(incoming, commands, handler) ? 'rights' : 'name')
  const answer = ({ asker }: Known) => handler.answer(toRequest(incoming, asker, team, commands, now()))
  return known instanceof Promise ? known.then(answer) : answer(known)
}

async function reply(at: Workplace, incoming: Extract<Incoming, { kind: 'press' | 'command' }>, ack: Acknowledge): Promise<void> {
  const replies = await inTime(ask(at, incoming), ack, () => undefined)
  await at.replier.send(replies, incoming.from, incoming.on)
  if (incoming.on.kind === 'home') await showHome(at, incoming)
}

async function takeForm(at: Workplace, incoming: Extract<Incoming, { kind: 'form' }>, ack: Acknowledge): Promise<void> {
  const { from, on, values } = incoming
  let inModal = false
  const replies = await inTime(ask(at, incoming), ack, (found, late) => {
    inModal = !late
    return late ? undefined : at.replier.inForm(found, values)
  })
  if (inModal) return
  // The early acknowledgement has closed the modal.
  await at.replier.send(replies, from, { kind: 'chat', url: on.kind === 'modal' ? on.url : null, trigger: null, own: false })
}

async function showHome(at: Workplace, { from }: Pick<Asking, 'from'>): Promise<void> {
  const replies = await ask(at, { kind: 'home', from: { ...from, channel: null, event: `${from.event}:home` } })
  await at.replier.publishHome(from.user, replies)
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
