// Whether the ledger holds what people were told, and nothing that nobody pressed.
import { keyOf, type Attempt, type Notes } from './people.ts'
import { isIn, type Span } from './calendar.ts'
import { voided, type CorrectingTry } from './changes.ts'
import type { Recorded, RecordedAnswer } from './record.ts'
import type { RecordedCorrection } from './recorded-changes.ts'

/** When a round was corrected for the first and the last time, perhaps, and what stands of that. */
export type Judging = { readonly from: number; readonly to: number; readonly stands: string | null }

export function judgedBy(tries: readonly CorrectingTry[], corrections: readonly RecordedCorrection[]): ReadonlyMap<string, Judging> {
  return new Map(
    [...Map.groupBy(tries, ({ round }) => round)].map(([round, those]) => {
      const stands = corrections.findLast((each) => each.round === round && each.undoneAt === null)?.to ?? null
      return [round, { from: those[0]?.at ?? 0, to: those.at(-1)?.at ?? 0, stands }]
    }),
  )
}

export function checkAnswers(notes: Notes, record: Recorded, forgotten: readonly Span[], judging: ReadonlyMap<string, Judging> = new Map()): { readonly lost: readonly string[]; readonly invented: readonly string[] } {
  const kept = new Map(record.answers.map((answer) => [keyOf(answer.person, answer.round), answer]))
  const lost = [...notes.attempts].flatMap(([key, attempts]) => lossOf(attempts.filter(({ at }) => !isIn(forgotten, at)), kept.get(key), judging.get(key.split(' ')[1] ?? '')).map((what) => `${key}: ${what}`))
  const invented = [...kept].filter(([key, answer]) => !(notes.attempts.get(key) ?? []).some(({ chosen }) => same(chosen, answer.chosen)))
  return { lost, invented: invented.map(([key, { chosen }]) => `${key}: nobody chose ${chosen.join()}`) }
}

function lossOf(attempts: readonly Attempt[], kept: RecordedAnswer | undefined, judging: Judging | undefined): string[] {
  const said = attempts.map(({ chosen, heard }) => `${chosen.join()}→${heard === null ? 'nothing' : heard.kind}`).join(' ')
  const confirmed = attempts.some(({ heard }) => heard?.kind === 'counted' || heard?.kind === 'stands')
  if (!confirmed) return []
  if (kept === undefined) return [`confirmed, and not in the ledger (${said})`]
  const problems = mayStand(attempts).some((chosen) => same(chosen, kept.chosen)) ? [] : [`the ledger says ${kept.chosen.join()} (${said})`]
  const verdicts = attempts.filter(({ at }) => holds(at, judging)).flatMap(({ heard }) => (heard?.kind === 'counted' && heard.right !== null ? [heard.right] : []))
  if (verdicts.some((right) => right !== kept.right)) problems.push(`was told another verdict than the ledger's (${said})`)
  if (kept.right === null && judging?.stands !== voided) problems.push(`was never judged, in a round that is ${kept.roundState} (${said})`)
  return problems
}

/** Whether somebody heard by what the round is judged in the end: before the corrections that were all undone, or after the last one. */
const holds = (at: number, judging: Judging | undefined): boolean => judging === undefined || at > judging.to || (judging.stands === null && at < judging.from)

/** What the ledger may say: the first answer that was confirmed where the first one counts, else the last one or one after it. */
function mayStand(attempts: readonly Attempt[]): (readonly string[])[] {
  const first = attempts.find(({ heard }) => heard?.kind === 'counted' && heard.right !== null)
  if (first !== undefined) return [first.chosen]
  const last = attempts.findLastIndex(({ heard }) => heard?.kind === 'counted')
  return attempts.slice(Math.max(last, 0)).map(({ chosen }) => chosen)
}

const same = (one: readonly string[], other: readonly string[]): boolean => one.toSorted().join() === other.toSorted().join()
