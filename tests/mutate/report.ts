// The score of a room, and each mutant that is left.
import { equivalents } from './equivalent.ts'
import type { Verdict } from './journal.ts'
import type { Mutant } from './mutants.ts'
import type { Room } from './rooms.ts'

/** Whether the room's goal is met. */
export function printReport(room: Room, mutants: readonly Mutant[], verdicts: ReadonlyMap<string, Verdict>, seconds: number): boolean {
  const verdictOf = (mutant: Mutant): Verdict | undefined => verdicts.get(mutant.key)
  const tried = mutants.filter((mutant) => verdictOf(mutant) !== 'loading')
  const noticed = tried.filter((mutant) => verdictOf(mutant) === 'killed' || verdictOf(mutant) === 'hung')
  const unnoticed = tried.filter((mutant) => !noticed.includes(mutant))
  const left = unnoticed.filter((mutant) => !isEquivalent(mutant))
  const equal = unnoticed.length - left.length
  const score = (100 * noticed.length) / Math.max(1, tried.length - equal)
  for (const mutant of left) {
    console.log(`${mutant.file}:${mutant.line} ${mutant.mutator}${verdictOf(mutant) === undefined ? ' (no test gets here)' : ''}`)
    console.log(`  - ${oneLine(mutant.before)}\n  + ${oneLine(mutant.after)}`)
  }
  const hung = noticed.filter((mutant) => verdictOf(mutant) === 'hung').length
  console.log(
    `${room.name}: ${score.toFixed(1)}% of ${tried.length - equal} mutants noticed (goal: ${room.goal}%): ${noticed.length - hung} failed a test, ${hung} hung, `
    + `${left.length} left; ${equal} equivalent, ${mutants.length - tried.length} only while loading; ${seconds.toFixed(0)} s`,
  )
  return score >= room.goal
}

function isEquivalent({ file, before, after }: Mutant): boolean {
  const changes = equivalents.filter((each) => each.file === file).flatMap((each) => each.changes)
  return changes.some(([from, to]) => from === oneLine(before) && to === oneLine(after))
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim().slice(0, 200)
}
