// Starting a private session where one of its kind may be running.
import { askedFor } from '../core/asked-for.ts'
import type { AccountId } from '../core/quiz.ts'
import { countAnswered, type Session } from '../core/session.ts'
import type { NewSession } from '../ledger/sessions.ts'
import type { Screen } from '../screens/screen.ts'
import type { Means } from './services.ts'

/** `replaced`: the earlier one of its kind, which ended for it after some of its tasks. */
export type Started = { readonly session: Session; readonly replaced: Session | undefined }

/** Ends those of its kind that are running, where what was answered is saved. The same command delivered twice starts one session. */
export async function startInstead(account: AccountId, session: NewSession, { ledger }: Pick<Means, 'ledger'>): Promise<Started> {
  let replaced: Session | undefined
  // Accounts that were linked can each have one.
  for (let running = await next(); running !== undefined; running = await next()) {
    replaced ??= running
    await ledger.sessions.act(account, running.id, { kind: 'end' }, session.startedAt)
  }
  const { session: started } = await ledger.sessions.start(account, session)
  return { session: started, replaced: replaced !== undefined && isUnderWay(replaced) ? replaced : undefined }

  async function next(): Promise<Session | undefined> {
    const running = await ledger.sessions.running(account, session.kind)
    return running?.id === session.id ? undefined : running
  }
}

function isUnderWay(session: Session): boolean {
  const answered = countAnswered(session)
  return answered > 0 && answered < session.tasks.length
}

/** Says on the first screen of a session that an earlier one ended for it. */
export function withReplaced(screen: Screen, { replaced }: Pick<Started, 'replaced'>): Screen {
  if (replaced === undefined) return screen
  const text = [`Your earlier session ended with ${countAnswered(replaced)} of ${replaced.tasks.length} done. Your answers in it are saved.`]
  return { ...screen, blocks: [...screen.blocks, { kind: 'footnote', text }] }
}

/** Whether a running session is what somebody asks for: one with everything answered is not asked for by number. @param wish undefined: they don't say */
export function isWanted(session: Session, wish: { readonly count: number | undefined; readonly about: string | null | undefined }): boolean {
  if (wish.count === undefined && wish.about === undefined) return true
  const { subject, count } = askedFor(session)
  const isSame = (wish.count === undefined || wish.count === count) && (wish.about === undefined || wish.about === subject)
  return isSame && countAnswered(session) < session.tasks.length
}
