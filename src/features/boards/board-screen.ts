// The leaderboard.
import type { Period, Scope } from '../../core/board.ts'
import type { Block, Button, RankingRow, Screen } from '../../screens/screen.ts'
import { command } from '../../screens/text.ts'
import { boards } from './face.ts'

export type BoardView = {
  readonly scope: Scope
  readonly period: Period
  readonly page: number
  readonly pages: number
  readonly people: number
  readonly rows: readonly RankingRow[]
  /** The asker's own row where it is on another page; null where it is shown already, or where there is none. */
  readonly own: RankingRow | null
  /** Why the asker has no row, if so. */
  readonly absent: 'no-answer' | 'hidden' | null
}

const periodNames: Readonly<Record<Period, string>> = { week: 'this week', month: 'this month', all: 'all time' }
const whatLeads: Readonly<Record<Period, string>> = {
  week: 'The first right answer of the week',
  month: 'The first right answer of the month',
  all: 'The first right answer',
}
const scopeNames: Readonly<Record<Scope, string>> = { place: 'this channel', group: 'everywhere here' }

export function boardScreen(view: BoardView): Screen {
  const blocks: Block[] = []
  if (view.rows.length === 0) {
    blocks.push({ kind: 'paragraph', text: [`Nobody is on this board yet. ${whatLeads[view.period]} leads it.`] })
  } else {
    blocks.push({ kind: 'ranking', rows: view.rows, own: view.own })
  }
  if (view.absent === 'hidden') {
    blocks.push({ kind: 'paragraph', text: ['You are hidden from boards. Show yourself again with ', command('privacy show'), '.'] })
  } else if (view.absent === 'no-answer' && view.rows.length > 0) {
    blocks.push({ kind: 'paragraph', text: ['You are not on this board yet: ', command('today'), ' shows the question.'] })
  }
  if (view.rows.length > 0) blocks.push({ kind: 'footnote', text: [footnote(view)] })
  blocks.push({ kind: 'buttons', buttons: boardButtons(view) })
  const title = `Leaderboard: ${periodNames[view.period]}, ${scopeNames[view.scope]}`
  return { name: 'board', title, tone: 'plain', blocks }
}

function footnote(view: BoardView): string {
  const people = view.people === 1 ? '1 person' : `${view.people} people`
  const page = view.pages > 1 ? ` · page ${view.page + 1} of ${view.pages}` : ''
  return `${people}${page} · a right answer is a point, however fast · equal points share a rank`
}

function boardButtons(view: BoardView): Button[] {
  const to = (label: string, change: Partial<Pick<BoardView, 'scope' | 'period' | 'page'>>): Button => ({
    label,
    control: boards.controls.board.text({ scope: view.scope, period: view.period, page: 0, ...change }),
    primary: false,
  })
  const buttons: Button[] = []
  for (const period of ['week', 'month', 'all'] as const) {
    if (period !== view.period) buttons.push(to(periodLabels[period], { period }))
  }
  buttons.push(view.scope === 'place' ? to('Everywhere', { scope: 'group' }) : to('This channel', { scope: 'place' }))
  if (view.page > 0) buttons.push(to('Previous', { page: view.page - 1 }))
  if (view.page + 1 < view.pages) buttons.push(to('Next', { page: view.page + 1 }))
  return buttons
}

const periodLabels: Readonly<Record<Period, string>> = { week: 'This week', month: 'This month', all: 'All time' }
