// The rules for streaks on one screen, below the asker's own.
import { latestNotice } from '../../core/date-range.ts'
import type { PlaceId } from '../../core/quiz.ts'
import { graceEvery, mostGrace, type Streak } from '../../core/streak.ts'
import type { Block, Screen } from '../../screens/screen.ts'
import { graceFact, streakFact } from '../../screens/streak-lines.ts'
import { command, type Text } from '../../screens/text.ts'

export type StreakView = {
  /** Null for somebody who has not answered a daily question yet. */
  readonly streak: (Streak & { readonly alive: number }) | null
  /** When a study day begins; null where there is no channel to ask about. */
  readonly rolloverHour: number | null
  /** The channel that it is about; null where the asker is in it. */
  readonly place: PlaceId | null
}

const inWords = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const word = (count: number): string => inWords[count] ?? String(count)

const rules = (rolloverHour: number | null): readonly Text[] => [
  ['Each study day you answer makes your streak a day longer, right or wrong.'],
  ['Days without a question cost nothing: weekends, days off, public holidays, pauses.'],
  ['If you miss a study day, a grace day keeps your streak. It’s used by itself.'],
  [`You earn a grace day with ${word(graceEvery)} study days. You can hold ${word(mostGrace)}.`],
  ['Two missed study days in a row end a streak.'],
  ['Each channel has its own streak. With linked accounts, you have one for all, wherever you answer.'],
  ['Days away cost nothing: ', command('away 24 Dec - 2 Jan'), `, at most ${word(latestNotice)} days late.`],
  ...(rolloverHour === null ? [] : [[`A study day begins at ${String(rolloverHour).padStart(2, '0')}:00.`] as const]),
]

export function streakScreen({ streak, rolloverHour, place }: StreakView): Screen {
  const own: Block[] = streak === null
    ? [{ kind: 'paragraph', text: ['Your streak starts with your first answer: ', command('today')] }]
    : [{ kind: 'facts', facts: [streakFact({ streak }), graceFact({ streak }), ...(place === null ? [] : [{ label: 'Channel', value: [{ kind: 'place', id: place } as const] }])] }]
  return { name: 'streak', title: 'How streaks work', tone: 'plain', blocks: [...own, { kind: 'list', items: rules(rolloverHour) }] }
}
