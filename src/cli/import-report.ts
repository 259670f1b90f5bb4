// What an import did, as lines for a terminal.
import { basename, join } from 'node:path'
import { numberOf } from '../core/number-of.ts'
import type { Card } from '../course/import/cards.ts'
import type { Taken } from '../course/import/into/take-into.ts'

export interface Done {
  readonly file: string
  readonly dir: string
  readonly format: string
  /** Columns that nothing was read from. */
  readonly unread: readonly string[]
  readonly cards: readonly Card[]
  /** Within the folder. */
  readonly draftsFile: string
  readonly taken: Taken
  readonly changed: readonly string[]
  readonly isNew: boolean
  readonly isUsable: boolean
  readonly dryRun: boolean
}

const mostLines = 20

export function importReport({ file, dir, format, unread, cards: read, draftsFile, taken: { questions, cards, drafts, problems, notes }, changed, isNew, isUsable, dryRun }: Done): readonly string[] {
  const counted = (what: string, { added, replaced, there, differ }: Taken['questions']): readonly string[] => [
    ...(added === 0 ? [] : [`${numberOf(added, what)} added`]),
    ...(replaced === 0 ? [] : [`${numberOf(replaced, what)} replaced`]),
    ...(there === 0 ? [] : [`${numberOf(there, what)} already there${differ === 0 ? '' : ` (${differ} with other words; --replace takes those of the file)`}`]),
  ]
  const counts = [...counted('question', questions), ...counted('card', cards)]
  const nothing = drafts.length === 0 ? 'nothing new' : `no question that can be asked yet, and ${numberOf(drafts.length, 'draft')}`
  const place = isNew ? `the new course ${dir}` : dir
  return [
    `${basename(file)} (${format}) ${dryRun ? 'would go' : 'went'} into ${place}: ${counts.length === 0 ? nothing : counts.join(', ')}.`,
    ...(drafts.length === 0 ? [] : ['', `${numberOf(drafts.length, 'question')} can't be asked yet. Fill in what is missing in ${join(dir, draftsFile)}, then import that file:`]),
    ...shortList(drafts.map(({ id, start, missing }) => `  ${id}: ${missing.join(' ')} (${start})`)),
    ...(problems.length === 0 ? [] : ['', `${numberOf(problems.length, 'item')} left out:`]),
    ...shortList(problemLines(problems)),
    ...aside(unread, read, notes),
    ...(dryRun || changed.length === 0 ? ['', 'Nothing was written.'] : ['', ...changed.map((path) => `wrote ${join(dir, path)}`)]),
    ...(isUsable ? [`Check it with: npm run -s study -- check "${dir}"`] : ['', `The course has no question yet that can be asked, so the bot can’t use it until ${drafts.length === 0 ? 'it has one' : 'a draft is complete'}.`]),
  ]
}

/** What was read otherwise than somebody may expect. */
function aside(unread: readonly string[], cards: readonly Card[], notes: readonly string[]): readonly string[] {
  const left = cards.flatMap((card) => ('left' in card && card.left !== undefined ? [card.left] : []))
  const [sounds, pictures] = [left.reduce((sum, each) => sum + each.sounds, 0), left.reduce((sum, each) => sum + each.pictures, 0)]
  const kinds = [...(sounds === 0 ? [] : [numberOf(sounds, 'sound')]), ...(pictures === 0 ? [] : [numberOf(pictures, 'picture')])]
  const lines = [
    ...(unread.length === 0 ? [] : [`Nothing was read from ${unread.length === 1 ? 'the column' : 'the columns'} ${unread.map((name) => `“${name.slice(0, 40)}”`).join(', ')}.`]),
    ...(kinds.length === 0 ? [] : [`${kinds.join(' and ')} ${sounds + pictures === 1 ? 'was' : 'were'} left out: cards are text only.`]),
    ...notes,
  ]
  return lines.length === 0 ? [] : ['', ...shortList(lines)]
}

export const problemLines = (problems: Taken['problems']): readonly string[] => problems.map(({ start, problem }) => `  ${start}: ${problem}`)

/** The first of them, and how many more there are. */
export const shortList = (lines: readonly string[]): readonly string[] => (lines.length <= mostLines ? lines : [...lines.slice(0, mostLines), `  and ${lines.length - mostLines} more`])
