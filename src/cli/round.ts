// A round's whole story for operators, in plain words or as JSON.
import { numberOf } from '../core/number-of.ts'
import { isExtra, type Round } from '../core/round.ts'
import { canBeRead, type Instant } from '../core/time.ts'
import { readRound, type Candidate, type WantedRound } from '../ledger/sqlite/file/read-round.ts'
import type { RoundHappening, RoundStory, ToldCorrection } from '../ledger/round-story.ts'

type Asked = { readonly round: string; readonly channel: string | undefined; readonly json: boolean }

/** What to print, or what is wrong and what to write instead. */
export function round(databaseFile: string, { round: named, channel, json }: Asked): { readonly text: string } | { readonly problem: string } {
  const wanted = wantedOf(named, channel)
  if (wanted === undefined) return { problem: `“${named}” is neither a round’s id nor a date. ${howToName}` }
  const found = readRound(databaseFile, wanted)
  if ('candidates' in found) return { problem: found.candidates.length === 0 ? noneFound(named, channel) : severalFound(named, found.candidates) }
  return { text: json ? JSON.stringify(asJson(found), undefined, 1) : inWords(found).join('\n') }
}

function wantedOf(named: string, channel: string | undefined): WantedRound | undefined {
  const text = named.trim().toLowerCase()
  if (/^\d{4}-\d{2}-\d{2}$/u.test(text)) return { date: text, channel }
  return /^[0-9a-f]{1,16}$/u.test(text) ? { id: text, channel } : undefined
}

const howToName = 'Write the id from the log (“round”) or the beginning of it, or a date and a channel: npm run -s study -- round 2026-11-30 C0123456789'

function noneFound(named: string, channel: string | undefined): string {
  return `There is no round “${named}”${channel === undefined ? '' : ` in a channel that ends in “${channel}”`}. ${howToName}`
}

function severalFound(named: string, candidates: readonly Candidate[]): string {
  const lines = candidates.map(({ id, place, occasion, state }) => `${id}  ${place}  ${dateOf({ occasion })}${isExtra({ occasion }) ? '  extra' : ''}  ${state}`)
  return [`Several rounds fit “${named}”. Write the id of one:`, ...lines].join('\n')
}

/** Without the event that asked for an extra one. */
const dateOf = ({ occasion }: Pick<Round, 'occasion'>): string => occasion.slice(0, 10)

type Line = { readonly at: Instant; readonly what: string }

function inWords(story: RoundStory): readonly string[] {
  const { round } = story
  const lines = timeline(story).toSorted((one, other) => one.at - other.at)
  return [
    `Round ${round.id}`,
    `${isExtra(round) ? 'An extra question' : 'The daily question'} of ${dateOf(round)} in ${round.place}`,
    ...(round.question === '' ? [] : [`Question ${round.question}${round.words === null ? '' : `: ${round.words.stem}`}`]),
    '',
    ...lines.map(({ at, what }) => `${written(at)}  ${what}`),
    '',
    ...outcome(story),
  ]
}

function timeline(story: RoundStory): readonly Line[] {
  const { round, claimedAt, sendingSince, happenings, corrections } = story
  const at = (moment: Instant | null, what: string): readonly Line[] => (moment === null ? [] : [{ at: moment, what }])
  return [
    ...at(round.dueAt, canBeRead(round.zone) ? `due (${localTime(round.dueAt, round.zone)} in ${round.zone})` : 'due'),
    ...at(claimedAt, 'claimed'),
    ...at(sendingSince, 'sending began'),
    ...happenings.map((each): Line => ({ at: each.firstAt, what: happened(each) })),
    ...at(round.openedAt, `posted${late(round)}${round.message === null ? '' : ` as ${round.message}`}`),
    ...at(round.closedAt, 'closed'),
    ...corrections.flatMap((each): readonly Line[] => [{ at: each.at, what: corrected(each) }, ...at(each.undoneAt, 'the correction was taken back')]),
  ]
}

function late({ openedAt, dueAt }: Round): string {
  const seconds = Math.round(((openedAt ?? dueAt) - dueAt) / 1_000)
  return seconds < 60 ? '' : `, ${numberOf(Math.round(seconds / 60), 'minute')} late,`
}

function happened({ step, detail, times, lastAt }: RoundHappening): string {
  const again = times > 1 ? ` (${times} times, the last at ${written(lastAt)})` : ''
  if (step === 'waited') return `to be tried again${again}: ${detail}`
  return `${whoTold[detail] ?? detail} told ${whatTold[step]}${again}`
}

const whoTold: Readonly<Record<string, string>> = { manager: 'a manager was', owner: 'an owner or admin was', channel: 'the channel was' }
const whatTold = { told: 'that it wasn’t posted', 'told-changed': 'that its question has changed in the course', 'told-old-key': 'that the course has another answer by now' }

function corrected({ voided, key, before, why, byOperator }: ToldCorrection): string {
  const what = voided ? 'it doesn’t count' : `the answer is ${key.join(', ')}${before.voided ? '' : `, not ${before.key.join(', ')}`}`
  return `corrected by ${byOperator ? 'the operator' : 'a manager'}: ${what}${why === '' ? '' : ` (${why})`}`
}

function outcome({ round, retryAt, answered, right, redrawn, tellAt }: RoundStory): readonly string[] {
  const reason = round.reason === null ? '' : ` ${round.reason}`
  const untold = tellAt === null ? [] : [`Nobody could be told yet; the next try is at ${written(tellAt)}.`]
  switch (round.state) {
    case 'claimed':
      return [`It isn’t posted yet.${reason}${retryAt === null ? '' : ` The next try is at ${written(retryAt)}.`}`]
    case 'sending':
      return [`It may be out: the connection broke, or the bot was stopped, while it was posted. The bot looks for the post and doesn’t post twice.${reason}`]
    case 'open':
      return [`It’s open until ${written(round.closesAt)}. ${people(answered)} answered so far.`]
    case 'closed':
      return [`${people(answered)} answered${rightOf(round, answered, right)}`, shown(round, redrawn, reason)]
    case 'failed':
      return [`It wasn’t posted.${reason}`, ...untold]
    case 'missed':
      return [`It was missed.${reason}`, ...untold]
    case 'skipped':
      return [`It was skipped.${reason}`, ...untold]
  }
}

function rightOf({ voided }: Round, answered: number, right: number | null): string {
  if (voided === true) return '. The question doesn’t count.'
  if (answered === 0) return '.'
  return right === null ? '. How many were right isn’t shown, so that nobody learns what a hidden person chose.' : `, ${right} of them right.`
}

function shown({ message }: Round, redrawn: boolean, reason: string): string {
  if (!redrawn) return 'Its post doesn’t show the answer yet.'
  return reason === '' && message !== null ? 'Its post shows the answer.' : `Its post can’t show the answer.${reason}`
}

const people = (count: number): string => (count === 0 ? 'Nobody has' : count === 1 ? '1 person has' : `${count} people have`)

/** In UTC, as in the log. */
const written = (at: Instant): string => `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`
const localTime = (at: Instant, zone: string): string => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' })

function asJson(story: RoundStory): unknown {
  const { round, ...rest } = story
  const { id, group, place, state, question, feedback, dueAt, openedAt, closesAt, closedAt, message, reason, missedUntil, voided = false } = round
  const times = { dueAt, claimedAt: rest.claimedAt, sendingSince: rest.sendingSince, openedAt, closesAt, closedAt, retryAt: rest.retryAt, missedUntil, tellAt: rest.tellAt }
  const iso = (at: Instant | null) => (at === null ? null : new Date(at).toISOString())
  return {
    id, group, place, date: dateOf(round), extra: isExtra(round), state, question, feedback, voided, message, reason,
    ...Object.fromEntries(Object.entries(times).map(([name, at]) => [name, iso(at)])),
    answered: rest.answered, right: rest.right, redrawn: rest.redrawn,
    happenings: rest.happenings.map((each) => ({ ...each, firstAt: iso(each.firstAt), lastAt: iso(each.lastAt) })),
    corrections: rest.corrections.map((each) => ({ ...each, at: iso(each.at), undoneAt: iso(each.undoneAt) })),
  }
}
