// Somebody's streak and grace days as lines.
import { graceEvery, mostGrace, type Streak } from '../core/streak.ts'
import { shortDate } from './dates.ts'
import { command, strong, type Text } from './text.ts'

type Fact = { readonly label: string; readonly value: Text }
/** `alive`: the streak as it stands now. */
type Standing = { readonly streak: Streak & { readonly alive: number } }

const days = (count: number) => (count === 1 ? '1 study day' : `${count} study days`)

export const streakFact = ({ streak }: Standing): Fact => ({ label: 'Streak', value: [strong(days(streak.alive)), ` (longest: ${streak.longest})`] })

/** Grace days in a sentence, with the way to the rules. */
export function graceLine({ streak: { alive, grace, graceDay } }: Standing): Text {
  const kept = graceDay !== null && alive > 0 ? ` One kept your streak on ${shortDate(graceDay)}.` : ''
  return [`Grace days: ${grace} of ${mostGrace}.${kept} More: `, command('me streak')]
}

/** How many are held, when the next one is earned, and where one was spent on the streak as it stands. */
export function graceFact({ streak: { grace, toward, graceDay, alive } }: Standing): Fact {
  const kept = graceDay !== null && alive > 0 ? [`. A grace day kept your streak on ${shortDate(graceDay)}.`] : []
  const next = grace >= mostGrace ? '' : `, next after ${days(graceEvery - toward)}`
  return { label: 'Grace days', value: [`${grace} of ${mostGrace}${next}`, ...kept] }
}
