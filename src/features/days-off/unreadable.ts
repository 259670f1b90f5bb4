// Words where dates were expected: they may name a public holiday, or a day off that isn't there.
import type { Command } from '../../commands/command.ts'
import { fold } from '../../commands/fold.ts'
import { quoted, withoutQuotes } from '../../commands/values/read.ts'
import type { DayOff } from '../../core/days-off.ts'
import { dayOffLine, regionLine } from '../../screens/dates.ts'
import { misunderstood } from '../../screens/misunderstood.ts'
import { notice } from '../../screens/notice.ts'
import type { Screen } from '../../screens/screen.ts'
import { command, type Text } from '../../screens/text.ts'
import type { Managed } from './show.ts'
import { whyNotHoliday } from './still-off.ts'

/** What can't be added. @param problem why it is no date */
export function unreadable(typed: string, problem: string, { quiz, today }: Managed, help: Command | undefined): Screen {
  const holiday = holidayNamed(typed, quiz.off, today)
  if (holiday !== undefined) return notice('That’s a day off already', [[`${dayOffLine(holiday)} is a public holiday in ${regionLine(quiz.holidays ?? '')}. No question comes then.`]])
  const screen = misunderstood(problem, help)
  if (!isName(typed)) return screen
  const hint: Text = quiz.holidays === null ? ['If it’s a public holiday, choose a country, and all of its holidays are off: ', command('settings holidays=US')] : [`It’s no public holiday in ${regionLine(quiz.holidays)}, so write its date.`]
  return { ...screen, blocks: screen.blocks.toSpliced(1, 0, { kind: 'paragraph', text: hint }) }
}

/** What can't be removed. */
export function noSuchDayOff(typed: string, problem: string, { quiz, today }: Managed, help: Command | undefined): Screen {
  const holiday = holidayNamed(typed, quiz.off, today)
  if (holiday !== undefined) return notice('That’s a public holiday', [whyNotHoliday(holiday)])
  return misunderstood(isName(typed) ? `No day off here is called ${quoted(withoutQuotes(typed))}, and it’s not a date I understand.` : problem, help)
}

/** Without a digit it's hardly a date that was typed wrong. */
const isName = (typed: string): boolean => !/\d/u.test(typed)

/** `Christmas` is Christmas Day. */
function holidayNamed(typed: string, off: readonly DayOff[], today: string): DayOff | undefined {
  const wanted = fold(withoutQuotes(typed).trim())
  const coming = off.filter(({ kind, to }) => kind === 'holiday' && to >= today)
  const has = (name: string) => ` ${name} `.includes(` ${wanted} `)
  return wanted === '' ? undefined : (coming.find(({ name }) => fold(name) === wanted) ?? coming.find(({ name }) => has(fold(name))))
}
