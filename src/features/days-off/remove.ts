// Takes days off back: one entry, some dates, or all that are to come.
import { readKnownDates } from '../../commands/values/dates.ts'
import { withoutQuotes } from '../../commands/values/read.ts'
import { datesWithin, isIn, overlap, type DateRange } from '../../core/date-range.ts'
import type { DayOff } from '../../core/days-off.ts'
import { datesTakenBack, datesBack, ownDaysOff, takeAllBack, takeBack, takeBackDates } from '../../core/manage-days-off.ts'
import type { Quiz } from '../../core/quiz.ts'
import { isExtra } from '../../core/round.ts'
import { localDate } from '../../core/time.ts'
import { rangeLine, shortDate } from '../../screens/dates.ts'
import type { Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import { command, type Text } from '../../screens/text.ts'
import { lateQuestion, staysAway } from '../late-question.ts'
import { refused } from '../refused.ts'
import type { Means } from '../services.ts'
import { askAllScreen } from './days-off-screen.ts'
import { managed, show, type Managed } from './show.ts'
import { listed, stillOff, whyNotOff } from './still-off.ts'
import { noSuchDayOff } from './unreadable.ts'

export async function remove(typed: string | undefined, request: Request, means: Means): Promise<Screen> {
  const found = await managed(request, means)
  if ('no' in found) return found.no
  const { quiz, today } = found
  const own = ownDaysOff(quiz, today)
  const coming = own.filter(({ to }) => to >= today)
  const [only] = own
  if (typed === undefined) return own.length === 1 && only !== undefined ? end(only, 0, request, means) : show(0, request, means, own.length === 0 ? [] : ['Which ones? Press a button, or write their dates: ', command('off remove 24 Dec')])
  if (/^(all|everything)$/iu.test(typed.trim())) return coming.length === 0 ? show(0, request, means) : askAllScreen(coming, today)
  const name = withoutQuotes(typed).trim().toLowerCase()
  const [match, another] = own.filter((each) => each.name !== '' && each.name.toLowerCase() === name)
  if (another !== undefined) return show(0, request, means, ['That fits several. Press the button of the ones you mean.'])
  if (match !== undefined) return end(match, 0, request, means)
  const read = readKnownDates(typed, today, (dates) => quiz.off.some((each) => overlap(each, dates)))
  return 'problem' in read ? noSuchDayOff(typed, read.problem, found, means.commands.find('off')) : endDates(read.value, own, found, request, means)
}

/** The dates, whatever days off they are in; what a longer one has beside them stays. */
async function endDates(dates: DateRange, own: readonly DayOff[], { quiz, today }: Managed, request: Request, means: Means): Promise<Screen> {
  const cut = datesBack(dates, today) ?? dates
  const removed = datesWithin(own, cut)
  const longer = own.filter((each) => overlap(each, cut) && (each.from < cut.from || each.to > cut.to))
  const changed = await means.ledger.quizzes.change(quiz.place, request.event, request.at, (known) => takeBackDates(known, request.asker, dates, request.at))
  if (changed.kind === 'refused' && changed.refusal.kind !== 'already-so') return refused(changed.refusal)
  if (changed.kind === 'refused') return show(0, request, means, whyNotOff(quiz, dates, today))
  const others = longer.length === 0 ? '' : ` The other days of ${listed(longer.map((each) => (each.name === '' ? rangeLine(each) : each.name)))} stay off.`
  // Sent again, it finds nothing left to remove.
  const line = `Removed: ${listed((removed.length === 0 ? [cut] : removed).map(rangeLine))}.${others}`
  return show(0, request, means, await removedNote({ line, removed, asked: [cut] }, changed.quiz ?? quiz, request, means))
}

export async function endAll(count: number, request: Request, means: Means): Promise<Screen> {
  const found = await managed(request, means)
  if ('no' in found) return found.no
  const { quiz, today } = found
  const coming = ownDaysOff(quiz, today).filter(({ to }) => to >= today)
  if (coming.length === 0) return show(0, request, means, ['They’re all removed already.'])
  // Somebody added or removed some since.
  if (coming.length !== count) return askAllScreen(coming, today)
  const removed = coming.map((each) => datesTakenBack(each, today))
  const changed = await means.ledger.quizzes.change(quiz.place, request.event, request.at, (known) => takeAllBack(known, request.asker, request.at))
  if (changed.kind === 'refused' && changed.refusal.kind !== 'already-so') return refused(changed.refusal)
  return show(0, request, means, await removedNote({ line: 'Removed all coming days off.', removed }, changed.kind === 'refused' ? quiz : (changed.quiz ?? quiz), request, means))
}

export async function end(range: DateRange, page: number, request: Request, means: Means): Promise<Screen> {
  const found = await managed(request, means)
  if ('no' in found) return found.no
  const { quiz, today } = found
  const changed = await means.ledger.quizzes.change(quiz.place, request.event, request.at, (known) => takeBack(known, request.asker, range, request.at))
  if (changed.kind === 'refused' && changed.refusal.kind !== 'already-so') return refused(changed.refusal)
  const removed = datesTakenBack(range, today)
  if (changed.kind === 'refused') return show(page, request, means, [`Already removed: ${rangeLine(removed)}.`])
  const begun = range.from < removed.from ? ` The days before ${removed.from === today ? 'today' : shortDate(removed.from)} stay off.` : ''
  return show(page, request, means, await removedNote({ line: `Removed: ${rangeLine(removed)}.${begun}`, removed: [removed] }, changed.quiz ?? quiz, request, means))
}

/** `asked`: what was to be removed, if that is more. */
type Done = { readonly line: string; readonly removed: readonly DateRange[]; readonly asked?: readonly DateRange[] }

/** With what is off all the same, which questions count again, and that one that was taken back for a day off does not come after all. */
async function removedNote({ line, removed, asked = removed }: Done, quiz: Quiz, request: Request, means: Means): Promise<Text> {
  const late = isIn(removed, localDate(request.at, quiz.zone)) ? staysAway(await lateQuestion(quiz, request, means)) : []
  const sentences = [line, stillOff(quiz, asked), await countedAgain(removed, quiz, means)].filter((sentence) => sentence !== '')
  return [sentences.join(' '), ...(late.length === 0 ? [] : [' ', ...late])]
}

/** More than can be out on days that are taken back late. */
const roundsLookedAt = 20

async function countedAgain(removed: readonly DateRange[], { place, off }: Quiz, { ledger }: Means): Promise<string> {
  const out = (await ledger.rounds.latest(place, roundsLookedAt)).filter((round) => !isExtra(round) && (round.state === 'open' || round.state === 'closed'))
  const dates = out.map(({ occasion }) => occasion).filter((date) => isIn(removed, date) && !isIn(off, date)).toSorted()
  if (dates.length === 0) return ''
  return dates.length === 1 ? `The question of ${listed(dates.map(shortDate))} counts for streaks again.` : `The questions of ${listed(dates.map(shortDate))} count for streaks again.`
}
