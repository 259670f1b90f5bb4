// What a manager reads of rounds that were not posted.
import { mayHaveBeenPosted } from '../core/due.ts'
import type { Quiz } from '../core/quiz.ts'
import type { Round } from '../core/round.ts'
import { countDates } from '../core/schedule.ts'
import { localDate, type Instant } from '../core/time.ts'
import { refusal } from './notice.ts'
import type { Block, Screen } from './screen.ts'
import { command, moment, type Inline, type Text } from './text.ts'
import { whenNext } from './when-next.ts'

export type NotPosted = { readonly round: Round; readonly quiz: Quiz }

export function notHeldScreen(news: readonly NotPosted[]): Screen {
  const [first] = news
  if (first === undefined || news.length > 1) return severalNotHeld(news)
  const { round, quiz } = first
  return refusal(titleOf(news), [
    which(first),
    [round.reason ?? ''],
    [...whenNext(quiz, lastDue(round)), ' For details, type ', command('status'), ' in the channel.'],
  ])
}

function severalNotHeld(news: readonly NotPosted[]): Screen {
  const screen = refusal(titleOf(news), [])
  const [first] = news
  const isOneChannel = first !== undefined && news.every(({ round }) => round.place === first.round.place)
  const [when, where]: [Text, string] = isOneChannel ? [whenNext(first.quiz, Math.max(...news.map(({ round }) => lastDue(round)))), 'the channel'] : [['The bot tries again on the next due date.'], 'each channel']
  const next: Text = [...when, ' For details, type ', command('status'), ` in ${where}.`]
  return { ...screen, blocks: [...byReason(news), { kind: 'paragraph', text: next }] }
}

/** On top of another screen, which says what comes next. */
export function notHeldBlocks(news: readonly NotPosted[]): readonly Block[] {
  return news.length === 0 ? [] : [{ kind: 'heading', text: titleOf(news) }, ...byReason(news)]
}

function titleOf(news: readonly NotPosted[]): string {
  if (news.every(({ round }) => round.reason === mayHaveBeenPosted)) return 'The database was restored'
  return news.length === 1 ? 'A daily question wasn’t posted' : 'Daily questions weren’t posted'
}

/** Channels with one cause stand together, so that what to do is read once; of each channel all dates are one line. */
function byReason(news: readonly NotPosted[]): readonly Block[] {
  return [...Map.groupBy(news, ({ round }) => round.reason ?? '')].flatMap(([reason, those]): readonly Block[] => [
    { kind: 'paragraph', text: [reason] },
    { kind: 'list', items: [...Map.groupBy(those, ({ round }) => round.place).values()].map(ofChannel) },
  ])
}

function ofChannel(news: readonly NotPosted[]): Text {
  const [first, ...more] = news.toSorted((one, other) => one.round.dueAt - other.round.dueAt)
  const last = more.at(-1)
  if (first === undefined) return []
  if (last === undefined) return which(first)
  const count = news.reduce((sum, { round, quiz }) => sum + datesOf(round, quiz), 0)
  return [channel(first.round.place), `, ${count} questions, due `, moment(first.round.dueAt, first.round.zone, 'date'), ' to ', moment(lastDue(last.round), last.round.zone, 'date')]
}

const which = ({ round }: NotPosted): Text => [channel(round.place), ', due ', moment(round.dueAt, round.zone)]

const lastDue = ({ dueAt, missedUntil }: Round): Instant => missedUntil ?? dueAt

/** Missed dates in a row are one round. */
const datesOf = (round: Round, quiz: Quiz): number => countDates(quiz, localDate(round.dueAt, round.zone), localDate(lastDue(round), round.zone)) || 1

const channel = (id: string): Inline => ({ kind: 'place', id })
