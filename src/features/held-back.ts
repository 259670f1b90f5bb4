// Questions whose answer must not be told to somebody alone: a channel around them is asking right now.
import type { QuestionId } from '../core/quiz.ts'
import type { Task } from '../core/session.ts'
import { readItem } from '../core/study-item.ts'
import type { Request } from '../screens/request.ts'
import { accountOf } from './learner.ts'
import type { Means } from './services.ts'

export const askedNow = (request: Request, { ledger }: Pick<Means, 'ledger'>): Promise<ReadonlySet<QuestionId>> => ledger.rounds.askedNow(accountOf(request), request.group)

/** It was drawn before, and posted since. @param asked from {@link askedNow} */
export function isHeldBack({ item }: Pick<Task, 'item'>, asked: ReadonlySet<QuestionId>): boolean {
  const { kind, id } = readItem(item)
  return kind === 'question' && asked.has(id)
}
