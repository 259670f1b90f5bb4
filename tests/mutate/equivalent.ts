// Mutants that no test can notice, each with the reason. Told by the file, the text that changes, and what it becomes; a line number would
// not last.
import { equivalentInBot } from './equivalent-bot.ts'
import { equivalentInDelivery } from './equivalent-delivery.ts'
import { equivalentInIncoming } from './equivalent-incoming.ts'
import { equivalentInLedger } from './equivalent-ledger.ts'

export interface Equivalent {
  readonly file: string
  readonly because: string
  /** What stands there, and what it becomes. */
  readonly changes: readonly (readonly [before: string, after: string])[]
}

export const equivalents: readonly Equivalent[] = [
  {
    file: 'src/core/answer.ts',
    because: 'A day with a scheduled round: the one before it has ended, so `afterAnswer` waits for nothing.',
    changes: [
      ['isExtra(round) && day === round.day', 'true'],
      ['isExtra(round) && day === round.day', 'isExtra(round) || day === round.day'],
      ['day === round.day', 'true'],
    ],
  },
  {
    file: 'src/core/answer.ts',
    because: 'Only what is looked up again changes, not what is found.',
    changes: [
      ['at / minute', 'at * minute'],
      ['known !== undefined', 'false'],
      ['knownDays.size >= mostKnownDays', 'true'],
      ['knownDays.size >= mostKnownDays', 'false'],
      ['knownDays.size >= mostKnownDays', 'knownDays.size > mostKnownDays'],
      ['knownDays.size >= mostKnownDays', 'knownDays.size < mostKnownDays'],
      ['knownDays.set(key, day)', ';'],
    ],
  },
  {
    file: 'src/core/due.ts',
    because: 'Null is after no date.',
    changes: [
      ['quiz.skipDate !== null', 'true'],
    ],
  },
  {
    file: 'src/core/due.ts',
    because: 'The first date itself is not among these: that is the line above.',
    changes: [
      ['date > first', 'date >= first'],
    ],
  },
  {
    file: 'src/core/due.ts',
    because: 'A quiz has at least one day of the week, so a year before has a date; the type cannot say so.',
    changes: [
      ['latest === undefined', 'false'],
      ['last === undefined', 'false'],
    ],
  },
  {
    file: 'src/core/due.ts',
    because: 'The next due date from now on is then the one that is due now.',
    changes: [
      ['quiz.nextAt > now', 'quiz.nextAt >= now'],
    ],
  },
  {
    file: 'src/core/due.ts',
    because: 'No question has no content either.',
    changes: [
      ['question === undefined', 'false'],
    ],
  },
  {
    file: 'src/core/flood.ts',
    because: 'A text is not a moment within any span, so it is left out at once.',
    changes: [
      ['[]', '["Stryker was here"]'],
    ],
  },
  {
    file: 'src/core/flood.ts',
    because: 'Nobody is counted under undefined.',
    changes: [
      ['oldest !== undefined', 'true'],
    ],
  },
  {
    file: 'src/core/next-question.ts',
    because: 'The drawn topic has a candidate, and every candidate was asked before; the types cannot say so.',
    changes: [
      ['candidates[Math.floor(random() * candidates.length)]?.id', 'candidates[Math.floor(random() * candidates.length)].id'],
      ['entry === undefined', 'false'],
    ],
  },
  {
    file: 'src/core/next-question.ts',
    because: 'The drawn number is never exactly a border, as far as anybody can tell.',
    changes: [
      ['left < 0', 'left <= 0'],
    ],
  },
  {
    file: 'src/core/retire.ts',
    because: 'Of two equal dates it does not matter which is taken.',
    changes: [
      ['(one ?? \'\') > (other ?? \'\')', '(one ?? \'\') >= (other ?? \'\')'],
    ],
  },
  {
    file: 'src/core/schedule.ts',
    because: 'Undefined is not after any date, and from an earlier day on the same date is found, a few steps later.',
    changes: [
      ['lastDate !== undefined && lastDate >= date', 'lastDate !== undefined || lastDate >= date'],
      ['lastDate !== undefined', 'true'],
      ['lastDate >= date', 'true'],
      ['before !== undefined', 'true'],
    ],
  },
  {
    file: 'src/core/schedule.ts',
    because: 'Every day of the week comes many times a year.',
    changes: [
      ['looked < 366', 'looked <= 366'],
    ],
  },
  {
    file: 'src/core/schedule.ts',
    because: 'Temporal counts days where nothing else is asked for.',
    changes: [
      ['{ largestUnit: \'days\' }', '{}'],
    ],
  },
  {
    file: 'src/core/study-day.ts',
    because: 'Of two equal dates it does not matter which is taken.',
    changes: [
      ['today < lastRoundDay', 'today <= lastRoundDay'],
      ['day > roundDay', 'day >= roundDay'],
    ],
  },
  {
    file: 'src/core/streak.ts',
    because: 'No date is before null or after it, and a streak without a last day is 0.',
    changes: [
      ['streak.lastDay !== null', 'true'],
      ['streak.lastDay === null', 'false'],
      ['lastDay === null', 'false'],
    ],
  },
  {
    file: 'src/core/time.ts',
    because: 'A function that returns nothing returns undefined, which is neither a zone nor true.',
    changes: [
      ['{ return undefined }', '{}'],
      ['{ return false }', '{}'],
    ],
  },
  {
    file: 'src/core/time.ts',
    because: 'In UTC the same fault is thrown again.',
    changes: [
      ['canBeRead(zone)', 'false'],
    ],
  },
  ...equivalentInBot,
  ...equivalentInDelivery,
  ...equivalentInLedger,
  ...equivalentInIncoming,
]
