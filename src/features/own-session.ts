// Starting a private session where one of its kind may be running.
import { askedFor } from '../core/asked-for.ts'
import type { AccountId } from '../core/quiz.ts'
import { countAnswered, type Session } from '../core/session.ts'
import type { NewSession } from '../ledger/sessions.ts'
import type { Means } from './services.ts'

/** Ends the one of its kind that is running, where what was answered is saved. The same command delivered twice starts one session. */
export async function startInstead(account: AccountId, session: NewSession, { ledger }: Pick<Means, 'ledger'>): Promise<Session> {
  const running = await ledger.sessions.running(account, session.kind)
  if (running !== undefined && running.id !== session.id) await ledger.sessions.act(account, running.id, { kind: 'end' }, session.startedAt)
  return (await ledger.sessions.start(account, session)).session
}

/** Whether a running session is what somebody asks for: one with everything answered is not asked for by number. @param wish undefined: they don't say */
export function isWanted(session: Session, wish: { readonly count: number | undefined; readonly about: string | null | undefined }): boolean {
  if (wish.count === undefined && wish.about === undefined) return true
  const { subject, count } = askedFor(session)
  const isSame = (wish.count === undefined || wish.count === count) && (wish.about === undefined || wish.about === subject)
  return isSame && countAnswered(session) < session.tasks.length
}
