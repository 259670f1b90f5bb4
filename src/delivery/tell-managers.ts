// Word to whoever set a quiz up, when a round was not held. No flood: one message for all channels of a person, and of a series with
// one cause the first is told.
import type { PersonId } from '../core/quiz.ts'
import type { RoundId } from '../core/round.ts'
import { hour, minute } from '../core/time.ts'
import type { Claim } from '../ledger/delivery.ts'
import { refusal } from '../screens/notice.ts'
import type { Screen } from '../screens/screen.ts'
import { whenNext } from '../screens/when-next.ts'
import { command, moment, type Inline } from '../screens/text.ts'
import type { Work } from './work.ts'
import { reachManagers } from './reach-managers.ts'

const atOnce = 500
const firstPause = 10 * minute
const longestPause = 4 * hour
/** Half a day. After that, whoever asks for the status reads it there. */
const mostTries = 8

/**
 * @returns tells all of whom the ledger says that nobody told them yet. What was told is kept only afterwards: after a crash in
 * between it is rather told twice than not at all.
 */
export function createTeller(work: Work): () => Promise<void> {
  const { ledger, log, now } = work
  const tries = new Map<RoundId, number>()
  let telling: Promise<void> = Promise.resolve()

  async function tellAll(): Promise<void> {
    for (;;) {
      const claims = await ledger.news.toTell(now(), atOnce)
      if (claims.length === 0) return
      await nobodyTold(await reachManagers(claims, tell))
    }
  }

  async function tell(manager: PersonId, news: readonly Claim[]): Promise<boolean> {
    const told = (await work.platform(manager)?.tell(manager, notHeld(news)).catch(() => false)) ?? false
    if (!told) return false
    await ledger.news.markTold(news.map(({ round }) => round.id), null)
    for (const { round } of news) {
      tries.delete(round.id)
      log.warn({ round: round.id, place: round.place, reason: round.reason, told }, 'a round was not held')
    }
    return true
  }

  async function nobodyTold(news: readonly Claim[]): Promise<void> {
    for (const { round, quiz } of news) {
      const tried = (tries.get(round.id) ?? 0) + 1
      const useless = quiz.managers.length === 0 || tried >= mostTries
      tries.set(round.id, tried)
      if (useless) tries.delete(round.id)
      log[useless ? 'error' : 'warn']({ round: round.id, place: round.place, reason: round.reason, tried }, useless ? 'a round was not held, and nobody could be told' : 'a round was not held, and no manager can be reached right now')
      await ledger.news.markTold([round.id], useless ? null : now() + Math.min(firstPause * 2 ** (tried - 1), longestPause))
    }
  }

  return () => (telling = telling.catch(() => undefined).then(tellAll))
}

function notHeld(news: readonly Claim[]): Screen {
  const [first] = news
  if (first === undefined || news.length > 1) return severalNotHeld(news)
  const { round, quiz } = first
  return refusal('A daily question was not posted', [
    [channel(round.place), ', due ', moment(round.dueAt, round.zone), '.'],
    [round.reason ?? ''],
    [...whenNext(quiz), ' More in the channel with ', command('status'), '.'],
  ])
}

/** Channels with one cause stand together, so that what is to be done is read once. */
function severalNotHeld(news: readonly Claim[]): Screen {
  const screen = refusal('Daily questions were not posted', [])
  const blocks = [...Map.groupBy(news, ({ round }) => round.reason ?? '')].flatMap(([reason, those]): Screen['blocks'] => [
    { kind: 'paragraph', text: [reason] },
    { kind: 'list', items: those.map(({ round }) => [channel(round.place), ', due ', moment(round.dueAt, round.zone)]) },
  ])
  return { ...screen, blocks: [...blocks, { kind: 'paragraph', text: ['The next ones come at their times. More in each channel with ', command('status'), '.'] }] }
}

const channel = (id: string): Inline => ({ kind: 'place', id })
