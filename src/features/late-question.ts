// What a manager hears of today's question after a change that leaves no question for today, or takes that back.
import type { Quiz } from '../core/quiz.ts'
import { isExtra, type Round } from '../core/round.ts'
import { hour, minute } from '../core/time.ts'
import type { Request } from '../screens/request.ts'
import { command, type Text } from '../screens/text.ts'
import type { Services } from './services.ts'

/** Among these is the latest daily round, whatever was asked for besides. */
const roundsLookedAt = 20

/**
 * The daily question that may still be on people's minds: the latest one, as long as it could be posted and for an hour after that.
 * Undefined if there is none.
 */
export async function lateQuestion(quiz: Quiz, { at }: Pick<Request, 'at'>, { ledger }: Pick<Services, 'ledger'>): Promise<Round | undefined> {
  const latest = (await ledger.rounds.latest(quiz.place, roundsLookedAt)).find((round) => !isExtra(round))
  return latest !== undefined && at - latest.dueAt <= quiz.catchUpMinutes * minute + hour ? latest : undefined
}

/** What becomes of it after it was skipped, paused or taken off; nothing where it is out, or nobody waits for it. */
export function fateOf(round: Round | undefined): Text {
  switch (round?.state) {
    case 'skipped':
      // One that was skipped before it was due was never drawn, and one with a post was out.
      return round.question === '' || round.message !== null ? [] : ['The latest question was still waiting to be posted, so it won’t come. To post one anyway: ', command('now')]
    case 'sending':
      return ['The latest question may be out already, because the connection broke while the bot was posting it. If it’s out, it stays. If not, it won’t come.']
    default:
      return []
  }
}

/** After a change that brings questions back. */
export function staysAway(round: Round | undefined): Text {
  return round?.state === 'skipped' && round.question !== '' && round.message === null ? ['The latest question was taken back before it was posted, and doesn’t come anymore. To post one: ', command('now')] : []
}
