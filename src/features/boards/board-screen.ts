// The leaderboard.
import { periods, scopes, type Period, type Scope } from '../../core/board.ts'
import { noSuchPage } from '../../screens/no-such-page.ts'
import { boardPicture } from '../../screens/pictures/blocks.ts'
import type { Block, Button, RankingRow, Screen } from '../../screens/screen.ts'
import { command } from '../../screens/text.ts'
import { boards } from './face.ts'

export type BoardView = {
  readonly scope: Scope
  readonly period: Period
  readonly page: number
  readonly pages: number
  /** The page that was asked for, if there is no such page; from 0. */
  readonly noPage: number | null
  readonly people: number
  readonly rows: readonly RankingRow[]
  /** The asker's own row where it is on another page; null where it is shown already, or where there is none. */
  readonly own: RankingRow | null
  /** Why the asker has no row, if so. */
  readonly absent: 'no-answer' | 'hidden' | null
  /** Whether a picture of the rows stands below them. */
  readonly picture: boolean
}

const periodNames: Readonly<Record<Period, string>> = { week: 'this week', month: 'this month', all: 'all time' }
const periodLabels: Readonly<Record<Period, string>> = { week: 'Week', month: 'Month', all: 'All time' }
const scopeNames: Readonly<Record<Scope, string>> = { place: 'this channel', group: 'all channels' }
const scopeLabels: Readonly<Record<Scope, string>> = { place: 'This channel', group: 'All channels' }

const firstLead: Readonly<Record<Period, string>> = {
  week: 'The first right answer this week takes the lead.',
  month: 'The first right answer this month takes the lead.',
  all: 'The first right answer takes the lead.',
}

export function boardScreen(view: BoardView): Screen {
  const title = `Leaderboard: ${periodNames[view.period]}, ${scopeNames[view.scope]}`
  const rows: Block = view.rows.length === 0 ? { kind: 'paragraph', text: [`Nobody is on this leaderboard yet. ${firstLead[view.period]}`] } : { kind: 'ranking', rows: view.rows, own: view.own }
  return { name: 'board', title, tone: 'plain', blocks: [...missingPage(view), rows, ...picture(view), ...whyAbsent(view), ...footnotes(view), ...buttons(view)] }
}

/** Names are drawn where the font has them; the text has them all. */
function picture({ picture: shown, rows, scope, period }: BoardView): Block[] {
  if (!shown || rows.length === 0) return []
  return [boardPicture(rows.map(({ rank, person, points, you }) => ({ rank, name: person.name, points, you })), `Leaderboard: ${periodNames[period]}, ${scopeNames[scope]}`)]
}

function missingPage({ noPage, page, pages }: BoardView): Block[] {
  return noPage === null ? [] : [{ kind: 'paragraph', text: [noSuchPage(noPage, page, pages, 'leaderboard')] }]
}

function whyAbsent({ absent, rows }: BoardView): Block[] {
  if (absent === 'hidden') return [{ kind: 'paragraph', text: ["You’re hidden from leaderboards. To show up again: ", command('privacy show')] }]
  if (absent === 'no-answer' && rows.length > 0) return [{ kind: 'paragraph', text: ["You’re not on this leaderboard yet. To see the question: ", command('today')] }]
  return []
}

function footnotes({ rows, people, page, pages, noPage }: BoardView): Block[] {
  if (rows.length === 0) return []
  const where = pages > 1 || noPage !== null ? `Page ${page + 1} of ${pages} · ` : ''
  return [{ kind: 'footnote', text: [`${where}${people === 1 ? '1 person' : `${people} people`} · 1 point per right answer`] }]
}

/** Every button has its place on every page, so that nobody presses the wrong one because the others moved up. */
function buttons(view: BoardView): Block[] {
  const { scope, period, page, pages } = view
  const to = (label: string, change: Partial<Pick<BoardView, 'scope' | 'period' | 'page'>>, state?: Button['state']): Button => ({
    label,
    control: boards.controls.board.text({ scope, period, page: 0, ...change }),
    primary: false,
    ...(state === undefined ? {} : { state }),
  })
  const now = (is: boolean) => (is ? 'current' : undefined)
  const rows: Button[][] = [
    periods.map((one) => to(periodLabels[one], { period: one }, now(one === period))),
    scopes.map((one) => to(scopeLabels[one], { scope: one }, now(one === scope))),
  ]
  if (pages > 1) {
    const turn = (label: string, by: number) => {
      const target = Math.min(pages - 1, Math.max(0, page + by))
      return to(label, { page: target }, target === page ? 'unavailable' : undefined)
    }
    rows.push([turn('‹ Previous', -1), turn('Next ›', 1)])
  }
  if (period === 'week' && page === 0 && view.rows.length > 0 && !view.picture) {
    rows.push([{ label: 'Show as a picture', control: boards.controls.boardPicture.text({ scope }), primary: false }])
  }
  return rows.map((row) => ({ kind: 'buttons', buttons: row }))
}
