// After the month: the ledger against what was due, what stands in the rooms, and what people were told.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { verifyLedger } from '../../src/ledger/sqlite/file/verify.ts'
import { isIn, type Due, type Quiz, type Span } from './calendar.ts'
import type { Changes } from './changes.ts'
import { checkAnswers, judgedBy } from './check-answers.ts'
import { checkCorrections, checkLinks, checkToldOfCorrections } from './check-changes.ts'
import { checkFinals } from './check-finals.ts'
import type { Notes } from './people.ts'
import { readRecord, type Recorded, type RecordedRound } from './record.ts'
import { readChanges } from './recorded-changes.ts'
import type { Beat, Side } from './side.ts'

export type Evidence = {
  readonly dues: ReadonlyMap<Quiz, readonly Due[]>
  readonly notes: Notes
  readonly changes: Changes
  readonly beats: readonly Beat[]
  /** The ledger, which nobody has open any more. */
  readonly file: string
  readonly backups: string
  readonly kills: ReadonlyMap<string, number>
  readonly faults: readonly string[]
  readonly log: readonly string[]
  readonly sides: readonly Side[]
  /** What the ledger knows nothing of, because a backup of before was restored after it. */
  readonly forgotten: readonly Span[]
  /** What else went wrong. */
  readonly others: readonly string[]
}

/** What may not happen, by name; each list is empty after a good month. */
export type Wrongs = {
  readonly postedTwice: readonly string[]
  readonly recapsTwice: readonly string[]
  readonly threadsTwice: readonly string[]
  /** Otherwise than managers were told, or not as before after an undo. */
  readonly corrections: readonly string[]
  readonly correctionsTold: readonly string[]
  readonly links: readonly string[]
  readonly finals: readonly string[]
  readonly missing: readonly string[]
  /** The ledger and the rooms do not agree. */
  readonly disagree: readonly string[]
  readonly notTold: readonly string[]
  readonly stale: readonly string[]
  readonly lost: readonly string[]
  readonly invented: readonly string[]
  readonly boards: readonly string[]
  readonly faults: readonly string[]
  readonly refused: readonly string[]
  readonly others: readonly string[]
}

export type Figures = {
  readonly kills: ReadonlyMap<string, number>
  readonly due: number
  readonly posted: number
  /** Rounds that managers asked for beside the daily ones. */
  readonly extra: number
  /** Due, not posted, with the reason on record. */
  readonly withReason: number
  readonly reasons: ReadonlyMap<string, number>
  readonly managersTold: number
  /** Of weeks. */
  readonly recaps: number
  readonly threads: number
  /** Of weeks. */
  readonly finals: number
  /** On record, and how many of them were undone. */
  readonly corrections: number
  readonly undone: number
  /** That people were told are made or taken apart. */
  readonly links: number
  readonly unlinks: number
  /** Corrections and links whose end nobody saw. */
  readonly cutOff: number
  /** People who heard that their points changed, or that their code was used. */
  readonly told: number
  readonly confirmed: number
  readonly unanswered: number
  readonly backups: number
  readonly wrongs: Wrongs
  readonly log: readonly string[]
}

export function audit({ dues, notes, changes, beats, file, backups, kills, faults, log, sides, forgotten, others }: Evidence): Figures {
  const record = readRecord(file)
  const recorded = readChanges(file)
  const seen = { dues, changes, beats, recorded }
  const [corrected, linked] = [checkToldOfCorrections(seen), checkLinks(seen)]
  const doneLinks = changes.links.filter(({ outcome }) => outcome === 'done')
  const rooms = [...dues].map(([quiz, list]) => checkRoom(quiz, list, record, forgotten))
  const saved = existsSync(backups) ? readdirSync(backups).filter((name) => name.endsWith('.sqlite')) : []
  const inBackups = saved.flatMap((name) => verifyLedger(join(backups, name)).problems.map((problem) => `${name}: ${problem}`))
  const all = (of: (room: Room) => readonly string[]) => rooms.flatMap(of)
  const sum = (of: (room: Room) => number) => rooms.reduce((total, room) => total + of(room), 0)
  return {
    kills, log,
    due: sum((room) => room.due),
    posted: sum((room) => room.posted),
    extra: sum((room) => room.extra),
    withReason: sum((room) => room.withReason),
    reasons: countReasons(record.rounds),
    managersTold: [...dues.keys()].reduce((total, quiz) => total + quiz.side.told(quiz).length, 0),
    confirmed: notes.confirmations(),
    unanswered: notes.unanswered(),
    recaps: sum((room) => room.recaps),
    threads: sum((room) => room.threads),
    finals: [...dues.keys()].reduce((total, quiz) => total + quiz.side.finals(quiz).length, 0),
    corrections: recorded.corrections.length,
    undone: recorded.corrections.filter(({ undoneAt }) => undoneAt !== null).length,
    links: doneLinks.filter(({ links }) => links).length,
    unlinks: doneLinks.filter(({ links }) => !links).length,
    cutOff: [...changes.corrections, ...changes.links].filter(({ outcome }) => outcome === 'unknown').length,
    told: corrected.told + linked.told,
    backups: saved.length,
    wrongs: {
      postedTwice: all((room) => room.twice),
      recapsTwice: all((room) => room.recapsTwice),
      threadsTwice: all((room) => room.threadsTwice),
      missing: all((room) => room.missing),
      disagree: all((room) => room.disagree),
      notTold: all((room) => room.notTold),
      stale: all((room) => room.stale),
      corrections: checkCorrections(changes.corrections, recorded.corrections),
      correctionsTold: corrected.wrongs,
      links: linked.wrongs,
      finals: checkFinals(seen),
      ...checkAnswers(notes, record, forgotten, judgedBy(changes.corrections, recorded.corrections)),
      boards: [...verifyLedger(file).problems, ...inBackups],
      faults,
      refused: sides.flatMap((side) => side.complaints()),
      others,
    },
  }
}

type Room = ReturnType<typeof checkRoom>

const mayBeThere = /may have been posted/

function checkRoom(quiz: Quiz, dues: readonly Due[], record: Recorded, forgotten: readonly Span[]) {
  const rounds = record.rounds.filter(({ place }) => place === quiz.name)
  const posts = Map.groupBy(quiz.side.posts(quiz), ({ round }) => round)
  /** The ledger never heard of the post. */
  const isForgotten = (name: string) => posts.get(name)?.every(({ at }) => isIn(forgotten, at)) === true
  const byDate = new Map(rounds.map((round) => [round.occasion, round]))
  const extra = rounds.filter(({ occasion }) => occasion.includes('+'))
  const named = (round: RecordedRound, what: string) => `${quiz.name} ${round.occasion} (${round.name}, ${round.state}): ${what}`
  const isPosted = ({ name }: RecordedRound) => (posts.get(name)?.length ?? 0) > 0
  const roundOf = ({ date, at }: Due) => byDate.get(date) ?? rounds.find(({ dueAt, missedUntil }) => missedUntil !== null && dueAt <= at && at <= missedUntil)
  const dated = dues.map(roundOf)
  return {
    due: dues.length,
    extra: extra.length,
    posted: dated.filter((round) => round !== undefined && isPosted(round)).length,
    withReason: dated.filter((round) => round !== undefined && !isPosted(round) && round.reason !== null).length,
    twice: [...posts].filter(([, shown]) => shown.length > 1).map(([round, shown]) => `${quiz.name} ${round}: ${shown.length} posts`),
    recaps: quiz.side.weekly(quiz).length,
    threads: quiz.side.threads(quiz).length,
    threadsTwice: quiz.side.threads(quiz).filter((post, index, all) => all.indexOf(post) < index).map((post) => `${quiz.name}: ${post}`),
    recapsTwice: quiz.side.weekly(quiz).filter((title, index, titles) => titles.indexOf(title) < index).map((title) => `${quiz.name}: ${title}`),
    missing: dues.flatMap((due) => missing(quiz, due.date, roundOf(due), isPosted)),
    disagree: [
      ...rounds.flatMap((round) => (isForgotten(round.name) ? [] : disagreement(round, isPosted(round))).map((what) => named(round, what))),
      ...[...posts.keys()].filter((name) => !isForgotten(name) && !rounds.some((round) => round.name === name)).map((name) => `${quiz.name}: a post of ${name}, which no ledger knows`),
      ...rounds.filter(({ occasion }) => !occasion.includes('+') && !dues.some(({ date }) => date === occasion)).map((round) => named(round, 'was not due')),
    ],
    stale: rounds.filter(({ name, state }) => state === 'closed' && posts.get(name)?.some(({ shows }) => shows === 'question') === true).map((round) => named(round, 'its post still shows the question')),
    notTold: notTold(quiz, rounds).map((round) => named(round, `no manager knows: ${round.reason ?? ''}`)),
  }
}

function missing(quiz: Quiz, date: string, round: RecordedRound | undefined, isPosted: (round: RecordedRound) => boolean): string[] {
  if (round === undefined) return [`${quiz.name} ${date}: there is no round`]
  return isPosted(round) || round.reason !== null ? [] : [`${quiz.name} ${date} (${round.name}, ${round.state}): neither a post nor a reason`]
}

function disagreement(round: RecordedRound, isPosted: boolean): string[] {
  switch (round.state) {
    case 'claimed':
    case 'sending':
      return ['still not settled at the end']
    case 'open':
      return ['still open at the end']
    case 'closed':
      return isPosted ? [] : ['on record as posted, and there is no post']
    default:
      return isPosted && !mayBeThere.test(round.reason ?? '') ? [`on record as not posted (${round.reason ?? ''}), and there is a post`] : []
  }
}

/** Of rounds that were missed in a row, or failed for one reason, the first is told. Of an extra round the person hears who asked for it. */
function notTold(quiz: Quiz, rounds: readonly RecordedRound[]): RecordedRound[] {
  const told = quiz.side.told(quiz)
  const daily = rounds.filter(({ occasion }) => !occasion.includes('+'))
  return daily.filter((round, index) => {
    if (round.state !== 'failed' && round.state !== 'missed') return false
    const before = daily.slice(0, index).findLast(({ dueAt }) => dueAt < round.dueAt)
    if (before?.state === round.state && (round.state === 'missed' || before.reason === round.reason)) return false
    return !told.some((text) => text.includes(String(round.dueAt / 1000)))
  })
}

function countReasons(rounds: readonly RecordedRound[]): ReadonlyMap<string, number> {
  const reasons = new Map<string, number>()
  for (const { reason } of rounds) {
    if (reason === null) continue
    const kind = reason.replaceAll(/\d+/gu, 'n')
    reasons.set(kind, (reasons.get(kind) ?? 0) + 1)
  }
  return reasons
}
