// The part for corrections. The decision, its record and the first answers are one transaction. A round with thousands of answers
// would hold up everybody for seconds, so its other answers follow a few at a time, each with its points and its entry in the log.
import { correctedWords, decideChange, pointsMoved, shiftOf, standardOf, toldAfter, verdictOn, wouldTell, type JudgedUntil, type Standard } from '../../core/correction.ts'
import { tally } from '../../core/close.ts'
import { mayManage, type PersonId } from '../../core/quiz.ts'
import { isPosted, isSecret, type RoundId } from '../../core/round.ts'
import { mayShowResult } from '../../core/small-groups.ts'
import type { Instant } from '../../core/time.ts'
import { weekOf } from '../../core/weekly.ts'
import type { Correctable, Corrected, Correction, CorrectionId, Corrections, Corrector, Foreseen, Step, ToCorrect, Touched } from '../corrections.ts'
import type { Jobs } from '../jobs.ts'
import type { Shown } from '../tables/corrections.ts'
import { saveRejudged } from '../tables/judged-answer.ts'
import { saveWaiting } from '../tables/waiting-answers.ts'
import type { StoredRound } from '../tables/round-row.ts'
import type { Tables } from '../tables/tables.ts'

/** In the transaction of the correction itself; about 200 µs each. */
const rejudgedAtOnce = 250

export function openCorrections({ read, write }: Jobs, tables: Tables): Corrections {
  const { rounds, roundLists, corrections } = tables
  return {
    asked: (place, limit) => read(() => roundLists.posted(place, limit)),
    otherwise: (place) => read(() => corrections.otherwise(place)),
    find: (name) =>
      read(() => {
        const stored = rounds.find(name)
        return stored === undefined ? undefined : correctable(tables, stored)
      }),
    foresee: (name, step) => read(() => foresee(tables, name, step)),
    correct: (name, what, by, at) => write(() => correct(tables, name, what, by, at)),
    undo: (name, version, by, at) => write(() => undo(tables, name, version, by, at)),
    rejudge: (limit) =>
      write(() => {
        const stored = corrections.unfinished().map((id) => rounds.byId(id))[0]
        return stored === undefined ? 0 : rejudge(tables, stored, limit)
      }),
    takeTouched: (now, limit) => write(() => takeTouched(tables, now, limit)),
  }
}

function correctable(tables: Tables, stored: StoredRound): Correctable {
  const { occurrences, corrections } = tables
  const record = corrections.of(stored.id)
  const { answered } = tally(stored.round.key, occurrences.votes(stored))
  return { round: stored.round, answered, record, version: versionOf(record), ledElsewhere: isLedElsewhere(tables, stored, elsewhere(tables, stored)) }
}

const versionOf = (record: readonly Correction[]): number => record.length + record.filter(({ undone }) => undone !== null).length

function foresee(tables: Tables, name: RoundId, step: Step): Foreseen | Exclude<Corrected['kind'], 'done' | 'stale' | 'not-yours'> {
  const stored = tables.rounds.find(name)
  if (stored === undefined) return 'unknown'
  if (step.kind === 'regrade' && isSecret(stored.round)) return 'not-yet'
  const after = step.kind === 'undo' ? (standing(tables, stored)?.before ?? 'no-change') : decideChange(stored.round, step)
  if (typeof after === 'string') return after
  const all = [stored, ...elsewhere(tables, stored)]
  if (step.kind === 'undo' ? tellsUndone(tables, all) : tells(tables, all, after)) return 'would-tell'
  return { ...correctable(tables, stored), after, ...effectOf(tables, stored, after) }
}

/** What judging by this does, as far as it may be said. */
function effectOf({ occurrences }: Tables, stored: StoredRound, after: Standard): Pick<Foreseen, 'shift' | 'keptBack'> {
  const { round } = stored
  const { key, otherKeys = [] } = round
  const [votes, hidden] = [occurrences.votes(stored), occurrences.hiddenVotes(stored)]
  const keptBack = !after.voided && mayShowResult(after.key, votes, hidden) && !mayShowResult(after.key, votes, hidden, [key, ...otherKeys])
  // Nobody has a point for it yet.
  if (isSecret(round)) return { shift: { gain: 0, lose: 0 }, keptBack }
  const may = mayShowResult(key, votes, hidden, [after.key, ...otherKeys])
  return { shift: may ? shiftOf(standardOf(round), after, votes) : null, keptBack }
}

const nameOf = (by: Corrector): PersonId | 'operator' => (by === 'operator' ? 'operator' : by.id)

/** The round, and those that are corrected with it, or why nothing is done. @param version that the corrector knows */
function toCorrect(tables: Tables, name: RoundId, version: number, by: Corrector): { readonly stored: StoredRound; readonly others: readonly StoredRound[] } | { readonly kind: 'unknown' | 'not-yours' | 'stale' } {
  const stored = tables.rounds.find(name)
  if (stored === undefined) return { kind: 'unknown' }
  const others = elsewhere(tables, stored)
  if (!mayCorrect(tables, stored, others, by)) return { kind: 'not-yours' }
  return versionOf(tables.corrections.of(stored.id)) === version ? { stored, others } : { kind: 'stale' }
}

function mayCorrect(tables: Tables, stored: StoredRound, together: readonly StoredRound[], by: Corrector): boolean {
  if (by === 'operator') return true
  const quiz = tables.quizzes.at(stored.round.place)
  return quiz !== undefined && mayManage(quiz, by) && !isLedElsewhere(tables, stored, together)
}

/** What channels were asked together is corrected in the one that leads. */
const isLedElsewhere = ({ quizzes }: Tables, { round }: StoredRound, together: readonly StoredRound[]): boolean => together.length > 0 && quizzes.at(round.place)?.follows !== undefined

/** The same question in the channels that share it still: it’s corrected in all of them. */
function elsewhere({ occurrences, sharedChannels }: Tables, stored: StoredRound): readonly StoredRound[] {
  const sharedId = sharedChannels.of(stored.placeId)
  return sharedId === undefined ? [] : occurrences.others(stored).filter(({ placeId, round }) => sharedChannels.of(placeId) === sharedId && isPosted(round))
}

/** The people of one group may be unknown in another: there, the record names nobody. */
function inAll(stored: StoredRound, others: readonly StoredRound[], by: Corrector, step: (each: StoredRound, by: PersonId | 'operator' | null) => Corrected): Corrected {
  const done = step(stored, nameOf(by))
  if (done.kind !== 'done' || others.length === 0) return done
  const also = others.map((each) => step(each, by === 'operator' || each.groupId === stored.groupId ? nameOf(by) : null))
  return { ...done, others: also.flatMap((each) => (each.kind === 'done' ? [each.now.round] : [])) }
}

function correct(tables: Tables, name: RoundId, { version, ...what }: ToCorrect, by: Corrector, at: Instant): Corrected {
  const found = toCorrect(tables, name, version, by)
  if ('kind' in found) return found
  const { stored, others } = found
  if (by !== 'operator' && what.change.kind === 'regrade' && isSecret(stored.round)) return { kind: 'not-yet' }
  const after = decideChange(stored.round, what.change)
  if (by !== 'operator' && typeof after !== 'string' && tells(tables, [stored, ...others], after)) return { kind: 'would-tell' }
  return inAll(stored, others, by, (each, as) => correctStored(tables, each, what, as, at))
}

/** See {@link wouldTell}. */
export const tells = ({ occurrences, corrections }: Tables, rounds: readonly StoredRound[], after: Standard): boolean =>
  rounds.some((stored) => wouldTell(standardOf(stored.round), after, occurrences.lastHidden(stored), judgedUntil(corrections.of(stored.id))))

const tellsUndone = (tables: Tables, rounds: readonly StoredRound[]): boolean =>
  rounds.some((stored) => {
    const latest = standing(tables, stored)
    return latest !== undefined && tells(tables, [stored], latest.before)
  })

const judgedUntil = (record: readonly Correction[]): readonly JudgedUntil[] =>
  record.flatMap(({ at, voided, key, before, undone }) => [
    ...(before.voided ? [] : [{ key: before.key, until: at }]),
    ...(voided || undone === null ? [] : [{ key, until: undone.at }]),
  ])

/** The latest correction that stands, and what held before it; undefined if none does. */
function standing({ corrections }: Tables, { id }: StoredRound): { readonly id: CorrectionId; readonly before: Shown } | undefined {
  const latest = corrections.of(id).find(({ undone }) => undone === null)
  return latest === undefined ? undefined : { id: latest.id, before: corrections.before(latest.id) }
}

/** Whoever may. */
export function correctStored(tables: Tables, stored: StoredRound, { change, why, words }: Omit<ToCorrect, 'version'>, by: PersonId | 'operator' | null, at: Instant): Corrected {
  const { rounds, corrections, contents } = tables
  const after = decideChange(stored.round, change)
  if (typeof after === 'string') return { kind: after }
  const effect = effectOf(tables, stored, after)
  const asked = corrections.asked(stored)
  const content = contents.findOrAdd(correctedWords(contents.find(asked.content) ?? words, asked.key, after, why))
  const before: Shown = { ...standardOf(stored.round), content: rounds.contentOf(stored) }
  corrections.add(stored.id, { at, by, why, before, after: { ...after, content } })
  return { kind: 'done', now: begin(tables, stored, { ...after, content }, at), ...effect }
}

function undo(tables: Tables, name: RoundId, version: number, by: Corrector, at: Instant): Corrected {
  const found = toCorrect(tables, name, version, by)
  if ('kind' in found) return found
  if (by !== 'operator' && tellsUndone(tables, [found.stored, ...found.others])) return { kind: 'would-tell' }
  return inAll(found.stored, found.others, by, (each, as) => undoStored(tables, each, as, at))
}

/** Whoever may. */
export function undoStored(tables: Tables, stored: StoredRound, by: PersonId | 'operator' | null, at: Instant): Corrected {
  const { corrections } = tables
  const latest = standing(tables, stored)
  if (latest === undefined) return { kind: 'no-change' }
  const effect = effectOf(tables, stored, latest.before)
  corrections.markUndone(latest.id, at, by)
  return { kind: 'done', now: begin(tables, stored, latest.before, at), ...effect }
}

/** From here on the round shows what it is judged by now. */
function begin(tables: Tables, stored: StoredRound, after: Shown, at: Instant): Correctable {
  const { rounds } = tables
  const right = after.voided ? 0 : tally(after.key, tables.answers.votes(stored.id)).right
  rounds.correct(stored, { ...after, right, at })
  const corrected = rounds.byId(stored.id) ?? stored
  rejudge(tables, corrected, rejudgedAtOnce)
  return correctable(tables, rounds.byId(stored.id) ?? corrected)
}

/** @returns how many answers */
function rejudge(tables: Tables, stored: StoredRound, limit: number): number {
  const { each, corrections, rounds } = tables
  const tellAt = rounds.correctedAt(stored) + toldAfter
  const again = each(() => corrections.misjudged(stored, limit), ({ person, chosen, at, day, right: was, present }) => {
    const right = verdictOn(stored.round, chosen, was !== null)
    corrections.rejudge(stored.id, person.id, right, tellAt)
    saveRejudged(tables, person, stored, { day, at, before: { present, right: was }, after: { present: present || right !== null, right } })
  })
  const judged = again.length + (stored.round.voided === true && !isSecret(stored.round) ? saveWaiting(tables, stored, limit - again.length) : 0)
  if (judged < limit) {
    rounds.finishRejudging(stored)
    tables.weekly.drawAgain(stored.placeId, weekOf(stored.round.day))
    tables.finalBoards.drawAgain(stored.placeId, stored.round.day)
  }
  return judged
}

function takeTouched({ each, corrections, rounds }: Tables, now: Instant, limit: number): readonly Touched[] {
  return each(() => corrections.toTell(now, limit), ({ personId, roundId, person, gone, chosen, was, is }) => {
    corrections.markTold(personId, roundId)
    const points = pointsMoved(was, is)
    const round = rounds.byId(roundId)?.round
    return gone || points === 0 || round === undefined ? [] : [{ person, group: round.group, round, chosen, points }]
  }).flat()
}
