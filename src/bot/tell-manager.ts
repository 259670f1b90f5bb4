// One message to whoever set a quiz up, when a round was not held. No flood: the same reason twice in a row is told once.
import type { Claim } from '../ledger/ledger.ts'
import { refusal } from '../screens/notice.ts'
import { command, moment } from '../screens/text.ts'
import type { Work } from './delivery.ts'

export async function tellManager(work: Work, claim: Claim): Promise<void> {
  const { round, quiz } = claim
  if (round.state === 'skipped' || round.reason === null) return
  const before = (await work.desk.ledger.rounds(round.place, 2)).find(({ id }) => id !== round.id)
  if (before?.reason === round.reason) return
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
