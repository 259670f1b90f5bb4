// Whether the ledger holds what people were told, and nothing that nobody pressed.
import { keyOf, type Attempt, type Notes } from './people.ts'
import { isIn, type Span } from './calendar.ts'
import type { Recorded, RecordedAnswer } from './record.ts'

export function checkAnswers(notes: Notes, record: Recorded, forgotten: readonly Span[]): { readonly lost: readonly string[]; readonly invented: readonly string[] } {
  const kept = new Map(record.answers.map((answer) => [keyOf(answer.person, answer.round), answer]))
  const lost = [...notes.attempts].flatMap(([key, attempts]) => lossOf(attempts.filter(({ at }) => !isIn(forgotten, at)), kept.get(key)).map((what) => `${key}: ${what}`))
  const invented = [...kept].filter(([key, answer]) => !(notes.attempts.get(key) ?? []).some(({ chosen }) => same(chosen, answer.chosen)))
  return { lost, invented: invented.map(([key, { chosen }]) => `${key}: nobody chose ${chosen.join()}`) }
}

function lossOf(attempts: readonly Attempt[], kept: RecordedAnswer | undefined): string[] {
  const said = attempts.map(({ chosen, heard }) => `${chosen.join()}→${heard === null ? 'nothing' : heard.kind}`).join(' ')
  const confirmed = attempts.some(({ heard }) => heard?.kind === 'counted' || heard?.kind === 'stands')
  if (!confirmed) return []
  if (kept === undefined) return [`confirmed, and not in the ledger (${said})`]
  const problems = mayStand(attempts).some((chosen) => same(chosen, kept.chosen)) ? [] : [`the ledger says ${kept.chosen.join()} (${said})`]
  const verdicts = attempts.flatMap(({ heard }) => (heard?.kind === 'counted' && heard.right !== null ? [heard.right] : []))
  if (verdicts.some((right) => right !== kept.right)) problems.push(`was told another verdict than the ledger's (${said})`)
  if (kept.right === null) problems.push(`was never judged, in a round that is ${kept.roundState} (${said})`)
  return problems
}

/** What the ledger may say: the first answer that was confirmed where the first one counts, else the last one or one after it. */
function mayStand(attempts: readonly Attempt[]): (readonly string[])[] {
  const first = attempts.find(({ heard }) => heard?.kind === 'counted' && heard.right !== null)
  if (first !== undefined) return [first.chosen]
  const last = attempts.findLastIndex(({ heard }) => heard?.kind === 'counted')
  return attempts.slice(Math.max(last, 0)).map(({ chosen }) => chosen)
}

const same = (one: readonly string[], other: readonly string[]): boolean => one.toSorted().join() === other.toSorted().join()
