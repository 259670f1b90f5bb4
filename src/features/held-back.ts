// Questions whose answer must not be told to somebody alone: a channel around them is asking right now.
import type { Task } from '../core/session.ts'
import { readItem } from '../core/study-item.ts'
import type { Request } from '../screens/request.ts'
import { accountOf } from './learner.ts'
import type { Means } from './services.ts'

/** It was drawn before, and posted since. */
export async function isHeldBack({ item }: Pick<Task, 'item'>, request: Request, { ledger }: Pick<Means, 'ledger'>): Promise<boolean> {
  const { kind, id } = readItem(item)
  return kind === 'question' && (await ledger.rounds.askedNow(accountOf(request), request.group)).has(id)
}
