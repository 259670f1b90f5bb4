// The figures of a month as lines to read.
import type { Figures } from './audit.ts'

const shown = 12

/** Everything that may not happen and did. */
export function wrongsOf({ wrongs }: Figures): readonly string[] {
  return Object.entries(wrongs).flatMap(([name, list]) => list.map((what) => `${name}: ${what}`))
}

export function reportOf(figures: Figures): readonly string[] {
  const { wrongs } = figures
  const kills = [...figures.kills.values()].reduce((sum, number) => sum + number, 0)
  const lines: readonly (readonly [string, number])[] = [
    ['kills', kills],
    ['rounds due', figures.due],
    ['rounds posted', figures.posted],
    ['posted twice', wrongs.postedTwice.length],
    ['not posted, with a reason on record', figures.withReason],
    ['missing without a recorded reason', wrongs.missing.length],
    ['rounds beside the daily ones', figures.extra],
    ['on record otherwise than in the rooms', wrongs.disagree.length],
    ['closed, and the post still shows the question', wrongs.stale.length],
    ['recaps of weeks', figures.recaps],
    ['recaps posted twice', wrongs.recapsTwice.length],
    ['threads', figures.threads],
    ['threads begun twice', wrongs.threadsTwice.length],
    ['final boards of weeks', figures.finals],
    ['final boards twice, or missing without a reason', wrongs.finals.length],
    ['corrections', figures.corrections],
    ['of them undone', figures.undone],
    ['corrections otherwise than managers were told', wrongs.corrections.length],
    ['people not told once of a correction', wrongs.correctionsTold.length],
    ['links', figures.links],
    ['links taken apart', figures.unlinks],
    ['links otherwise than people were told', wrongs.links.length],
    ['corrections and links whose end nobody saw', figures.cutOff],
    ['people told of corrections and links', figures.told],
    ['messages to managers', figures.managersTold],
    ['reasons that no manager was told', wrongs.notTold.length],
    ['answers confirmed to a person', figures.confirmed],
    ['confirmed answers lost', wrongs.lost.length],
    ['answers that nobody gave', wrongs.invented.length],
    ['boards that differ from the sum of the answers', wrongs.boards.length],
    ['presses that a living program did not answer', figures.unanswered],
    ['backups', figures.backups],
    ['faults that nobody caught', wrongs.faults.length],
    ['requests that a platform would refuse as malformed', wrongs.refused.length],
  ]
  const table = (rows: Iterable<readonly [string, number]>) => [...rows].sort(([one], [other]) => one.localeCompare(other)).map(([name, number]) => `  ${String(number).padStart(6)}  ${name}`)
  return [
    ...lines.map(([name, number]) => `${String(number).padStart(8)}  ${name}`),
    'kills by step:', ...table(figures.kills),
    'reasons:', ...table(figures.reasons),
    ...Object.entries(wrongs).flatMap(([name, list]) => (list.length === 0 ? [] : [`${name}:`, ...list.slice(0, shown).map((what) => `  ${what}`)])),
  ]
}
