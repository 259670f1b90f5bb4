// The part for private sessions: loads one, lets the rules decide, and saves what follows, in one transaction.
import { firstCourse } from '../../core/course-number.ts'
import type { AccountId } from '../../core/quiz.ts'
import { decideAct, endByTime, type Act, type ActDecision } from '../../core/session.ts'
import type { Instant } from '../../core/time.ts'
import type { Jobs } from '../jobs.ts'
import type { Acted, EndedSession, NewSession, Sessions } from '../sessions.ts'
import type { StoredSession } from '../tables/session-row.ts'
import type { Tables } from '../tables/tables.ts'

export function openSessions({ read, write }: Jobs, tables: Tables): Sessions {
  const { accounts, sessions } = tables

  function own(account: AccountId, id: string): StoredSession | undefined {
    const stored = sessions.find(id)
    return stored !== undefined && accounts.byId(stored.accountId).learnerId === accounts.find(account)?.learnerId ? stored : undefined
  }

  function start(account: AccountId, session: NewSession) {
    const { id: accountId, learnerId } = accounts.findOrAdd(account)
    const running = own(account, session.id) ?? sessions.running(learnerId, session.kind, session.course ?? firstCourse)
    if (running !== undefined) return { session: running.session, started: false }
    return { session: sessions.add(accountId, session).session, started: true }
  }

  function act(account: AccountId, id: string, what: Act, at: Instant): Acted | undefined {
    const stored = own(account, id)
    if (stored === undefined) return undefined
    const decision = decideAct(stored.session, what, at)
    save(tables, stored, decision)
    return { session: decision.session, verdict: decision.verdict }
  }

  const learnerOf = (account: AccountId) => accounts.find(account)?.learnerId ?? null

  return {
    start: (account, session) => write(() => start(account, session)),
    running: (account, kind, course = firstCourse) =>
      read(() => {
        const learner = learnerOf(account)
        return learner === null ? undefined : sessions.running(learner, kind, course)?.session
      }),
    find: (account, id) => read(() => own(account, id)?.session),
    act: (account, id, what, at) => write(() => act(account, id, what, at)),
    past: (account, kind, limit, course = firstCourse) =>
      read(() => {
        const learner = learnerOf(account)
        return learner === null ? [] : sessions.past(learner, kind, limit, course).map(({ session }) => session)
      }),
    endDue: (before, limit) => write(() => endDue(tables, before, limit)),
    giveBack: (from, to) => write(() => giveBack(tables, from, to)),
  }
}

function save({ sessions, studyLog }: Tables, stored: StoredSession, { session, entries }: ActDecision): void {
  if (session !== stored.session) sessions.save(stored, session)
  for (const entry of entries) studyLog.add(stored.accountId, entry, null)
}

/** What was given back up to is kept with it: a start that was cut short does not give it again. */
function giveBack({ sessions }: Tables, from: Instant, to: Instant): number {
  const since = Math.max(from, sessions.givenBackUntil())
  if (to <= since) return 0
  sessions.saveGivenBackUntil(to)
  return sessions.giveBack(since, to - since)
}

function endDue(tables: Tables, before: Instant, limit: number): readonly EndedSession[] {
  return tables.sessions.overdue(before, limit).map((stored) => {
    save(tables, stored, endByTime(stored.session))
    return { account: tables.accounts.byId(stored.accountId).name, id: stored.session.id, kind: stored.session.kind, ...(stored.session.course === undefined ? {} : { course: stored.session.course }) }
  })
}
