// What the bot works with. Made once at the start, handed to every answer.
import type { Commands } from '../commands/commands.ts'
import type { QuestionBank } from '../core/due.ts'
import type { Log } from '../core/log.ts'
import type { PersonId } from '../core/quiz.ts'
import type { Round } from '../core/round.ts'
import type { Course } from '../course/course.ts'
import type { Lookup } from '../course/lookup/lookup.ts'
import type { Ledger } from '../ledger/ledger.ts'

export type Services = {
  readonly ledger: Ledger
  readonly course: Course
  readonly bank: QuestionBank
  readonly lookup: Lookup
  readonly log: Log
}

/** What an answer works with: the services, all commands, and what it can set off in the background. */
export type Means = Services & {
  readonly commands: Commands
  /** Sends what was claimed. */
  readonly send: () => void
  /** Somebody's first answer to this round counts. */
  readonly counted: (round: Round) => void
  /** What the platform says of people in the group. Leaves out those of whom it says nothing. */
  readonly presence: (people: readonly PersonId[]) => Promise<ReadonlyMap<PersonId, { readonly gone: boolean; readonly bot?: boolean }>>
}
