// A round now, beside the daily one. It is claimed here and sent by the delivery.
import { mayAskForRound } from '../../core/manage.ts'
import { notice, refusal } from '../../screens/notice.ts'
import type { Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import { command, moment } from '../../screens/text.ts'
import type { Means } from '../services.ts'
import { refused } from './refused.ts'

export async function roundNow(request: Request, { ledger, bank, send }: Pick<Means, 'ledger' | 'bank' | 'send'>): Promise<Screen> {
  const quiz = request.place === null ? undefined : await ledger.quizzes.at(request.place)
  const no = mayAskForRound(quiz, request.asker)
  if (no !== undefined || request.place === null) return refused(no ?? { kind: 'no-quiz' })
  const claim = await ledger.delivery.claimExtra(request.place, request.event, request.at, bank)
  if (claim === undefined) return refused({ kind: 'no-quiz' })
  if (claim.round.state === 'failed') return refusal('No question could be posted', [[claim.round.reason ?? 'No reason is on record.']])
  send()
  return notice('A question is on its way', [
    ['It stays open until ', moment(claim.round.closesAt, claim.round.zone), '. If it does not appear, ', command('status'), ' says why.'],
  ])
}
