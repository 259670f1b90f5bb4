// What the bot can't do although it tries, in sentences for an operator: looked at in each beat, said by /readyz for as long as it lasts.
import { dayOffOn } from '../core/days-off.ts'
import type { Log } from '../core/log.ts'
import type { GroupId, Quiz } from '../core/quiz.ts'
import { canBeRead, localDate, minute, type Instant } from '../core/time.ts'
import type { Ledger } from '../ledger/ledger.ts'

type Watched = {
  readonly ledger: Pick<Ledger, 'delivery' | 'news'>
  /** Those that run. `away`: groups that refuse the bot, in which nothing can be done. `unanswered`: calls the platform once, and says what goes wrong if it does not answer. */
  readonly platforms: () => readonly { readonly name: string; readonly unanswered?: () => Promise<string | undefined>; readonly away?: () => readonly GroupId[] }[]
  /** Answers of closed questions that could not be shown in their posts so far. */
  readonly unshown: () => readonly { readonly group: GroupId; readonly since: Instant; readonly why: string }[]
  readonly now: () => Instant
  readonly log: Log
}

export type Lasting = {
  /** Never fails. */
  readonly look: () => Promise<void>
  /** No question has been waiting for minutes to be posted. */
  readonly posting: () => boolean
  readonly problems: () => readonly string[]
}

/** What fails for longer than this is worth an operator's look. */
const longEnough = 10 * minute

export function watchLasting(watched: Watched): Lasting {
  const { ledger, log, now } = watched
  /** By name of the platform. */
  const silentSince = new Map<string, Instant>()
  const state: Record<'waiting' | 'news' | 'others', readonly string[]> = { waiting: [], news: [], others: [] }

  const away = () => watched.platforms().flatMap((platform) => platform.away?.() ?? [])

  async function waiting(): Promise<readonly string[]> {
    const oldest = await ledger.delivery.waiting(away())
    if (oldest === null || now() - oldest.since < longEnough) return []
    const why = oldest.why ?? 'The connection broke while it was being posted, and the bot can’t see yet whether it’s out.'
    return [`A question has been waiting to be posted since ${written(oldest.since)}. ${why}`]
  }

  async function unheard(): Promise<readonly string[]> {
    const running = new Set(watched.platforms().map(({ name }) => name))
    const gone = new Set(away())
    const isTold = ({ quiz }: { readonly quiz: Quiz }) => !gone.has(quiz.group) && running.has(quiz.place.slice(0, quiz.place.indexOf(':'))) && !isOff(quiz, now())
    const { rounds, stopped, threadless } = await ledger.news.unheard(null)
    const lost = rounds.filter(isTold)
    const ended = stopped.filter((quiz) => isTold({ quiz })).length
    const closed = threadless.filter(isTold)
    return [
      ...(lost.length === 0 ? [] : [`${counted(lost.length, 'question wasn’t', 'questions weren’t')} posted, and nobody could be told yet. ${lost.at(-1)?.round.reason ?? ''}`.trimEnd()]),
      ...(ended === 0 ? [] : [`${counted(ended, 'daily question was', 'daily questions were')} stopped, because the channel was lost, and nobody could be told yet.`]),
      ...(closed.length === 0 ? [] : [`No thread could be opened in ${counted(closed.length, 'channel', 'channels')}, and nobody could be told yet. ${closed.at(-1)?.reason ?? ''}`.trimEnd()]),
    ]
  }

  function unshown(): readonly string[] {
    const gone = new Set(away())
    const lasting = watched.unshown().filter(({ group, since }) => !gone.has(group) && now() - since >= longEnough)
    const [first] = lasting
    return first === undefined ? [] : [`${counted(lasting.length, 'closed question doesn’t', 'closed questions don’t')} show the answer yet. ${first.why}`]
  }

  async function silent(): Promise<readonly string[]> {
    const found = await Promise.all(watched.platforms().map(async ({ name, unanswered }) => ({ name, why: await unanswered?.() })))
    return found.flatMap(({ name, why }) => {
      if (why === undefined) silentSince.delete(name)
      const since = silentSince.get(name) ?? now()
      if (why !== undefined) silentSince.set(name, since)
      return why === undefined || now() - since < longEnough ? [] : [`${titled(name)} hasn’t answered the bot since ${written(since)} (${why}).`]
    })
  }

  return {
    async look() {
      // What cannot be looked at now is as it was: the database says so itself.
      const earlier = new Set([...state.waiting, ...state.others])
      state.waiting = await waiting().catch(() => state.waiting)
      const [news, calls] = await Promise.all([unheard().catch(() => state.news), silent()])
      state.news = news
      state.others = [...news, ...unshown(), ...calls]
      for (const problem of [...state.waiting, ...state.others]) if (!earlier.has(problem)) log.error({ problem }, 'something keeps failing; /readyz says so until it works again')
    },
    posting: () => state.waiting.length === 0,
    problems: () => [...state.waiting, ...state.others],
  }
}

/** On a channel's days off its news waits on purpose. */
const isOff = (quiz: Quiz, now: Instant): boolean => canBeRead(quiz.zone) && dayOffOn(quiz, localDate(now, quiz.zone)) !== undefined

const written = (at: Instant): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`
const counted = (count: number, one: string, several: string): string => `${count} ${count === 1 ? one : several}`
const titled = (name: string): string => `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`
