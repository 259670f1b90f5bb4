// One message to whoever set a quiz up, when a round was not held. No flood: of a series with one cause the first is told.
import type { Claim } from '../ledger/ledger.ts'
import { refusal } from '../screens/notice.ts'
import { command, moment } from '../screens/text.ts'
import type { Work } from './delivery.ts'

/** After an absence of years the rounds of a channel that were missed are told as one series all the same. */
const roundsLookedAt = 2_000

export async function tellManager(work: Work, claim: Claim): Promise<void> {
  const { round, quiz } = claim
  if (round.state === 'skipped' || round.reason === null) return
  const before = (await work.desk.ledger.rounds(round.place, roundsLookedAt)).find(({ dueAt }) => dueAt < round.dueAt)
  if (before?.state === round.state && (round.state === 'missed' || before.reason === round.reason)) return
  const [manager] = quiz.managers
  const platform = work.platform(round.place)
  if (manager === undefined || platform === undefined) return
  const screen = refusal('A daily question was not posted', [
    ['It was due ', moment(round.dueAt, round.zone), '.'],
    [round.reason],
    ['The next one comes ', moment(quiz.nextAt, quiz.zone), '. More in the channel with ', command('status'), '.'],
  ])
  const told = await platform.tell(manager, screen).catch(() => false)
  work.desk.log.warn({ round: round.id, place: round.place, reason: round.reason, told }, 'a round was not held')
}
