// Word to whoever set a quiz up, when a round was not held. No flood: one message for all channels of a person, and of a series with
// one cause the first is told.
import type { PersonId } from '../core/quiz.ts'
import type { Claim } from '../ledger/ledger.ts'
import { refusal } from '../screens/notice.ts'
import type { Screen } from '../screens/screen.ts'
import { command, moment, type Inline } from '../screens/text.ts'
import type { Work } from './delivery.ts'

/** After an absence of years the rounds of a channel that were missed are told as one series all the same. */
const roundsLookedAt = 2_000

/** A round that was not held, and who may still be told of it: first whoever set the quiz up, then those whom they named. */
type News = Claim & { readonly managers: readonly PersonId[] }

/** @param claims rounds that were not held, each with its reason */
export async function tellManagers(work: Work, claims: readonly Claim[]): Promise<void> {
  const isNew = await Promise.all(claims.map((claim) => beginsSeries(work, claim)))
  let news: readonly News[] = claims.filter((_, index) => isNew[index]).map((claim) => ({ ...claim, managers: claim.quiz.managers }))
  while (news.length > 0) {
    const untold = await Promise.all([...Map.groupBy(news, ({ managers }) => managers[0])].map(([manager, those]) => tell(work, manager, those)))
    news = untold.flat()
  }
}

async function beginsSeries(work: Work, { round }: Claim): Promise<boolean> {
  if (round.state === 'skipped' || round.reason === null) return false
  const before = (await work.desk.ledger.rounds(round.place, roundsLookedAt)).find(({ dueAt }) => dueAt < round.dueAt)
  return before?.state !== round.state || (round.state !== 'missed' && before.reason !== round.reason)
}

/** What could not be told to this one, for the next. */
async function tell({ desk, platform }: Work, manager: PersonId | undefined, news: readonly News[]): Promise<readonly News[]> {
  const told = manager !== undefined && ((await platform(manager)?.tell(manager, notHeld(news)).catch(() => false)) ?? false)
  const isLast = manager === undefined
  if (told || isLast) {
    for (const { round } of news) desk.log.warn({ round: round.id, place: round.place, reason: round.reason, told }, 'a round was not held')
  }
  return told || isLast ? [] : news.map((each) => ({ ...each, managers: each.managers.slice(1) }))
}

function notHeld(news: readonly News[]): Screen {
  const [first] = news
  if (first === undefined || news.length > 1) return severalNotHeld(news)
  const { round, quiz } = first
  return refusal('A daily question was not posted', [
    [channel(round.place), ', due ', moment(round.dueAt, round.zone), '.'],
    [round.reason ?? ''],
    ['The next one comes ', moment(quiz.nextAt, quiz.zone), '. More in the channel with ', command('status'), '.'],
  ])
}

/** Channels with one cause stand together, so that what is to be done is read once. */
function severalNotHeld(news: readonly News[]): Screen {
  const screen = refusal('Daily questions were not posted', [])
  const blocks = [...Map.groupBy(news, ({ round }) => round.reason ?? '')].flatMap(([reason, those]): Screen['blocks'] => [
    { kind: 'paragraph', text: [reason] },
    { kind: 'list', items: those.map(({ round }) => [channel(round.place), ', due ', moment(round.dueAt, round.zone)]) },
  ])
  return { ...screen, blocks: [...blocks, { kind: 'paragraph', text: ['The next ones come at their times. More in each channel with ', command('status'), '.'] }] }
}

const channel = (id: string): Inline => ({ kind: 'place', id })
