// The leaderboard.
import { fewestAroundAliases, fewestOfAlias } from '../../core/board-aliases.ts'
import { scopes, type Scope } from '../../core/board.ts'
import { averageWorth, fewestForAccuracy, metrics, type Metric } from '../../core/board-order.ts'
import type { Season } from '../../core/season.ts'
import type { LocalDate } from '../../core/time.ts'
import { weekOf } from '../../core/weekly.ts'
import type { Board } from '../../ledger/boards.ts'
import { boardPeriods, type BoardPeriod } from '../../screens/board-control.ts'
import { dateLine, rangeLine, shortDate } from '../../screens/dates.ts'
import { noSuchPage } from '../../screens/no-such-page.ts'
import { boardPicture } from '../../screens/pictures/blocks.ts'
import type { Block, Button, RankingRow, Screen } from '../../screens/screen.ts'
import { command } from '../../screens/text.ts'
import { boards } from './face.ts'

/** `earlier`, `later`: the names of the seasons beside it. */
export type SeasonView = Season & { readonly earlier: string | null; readonly later: string | null; readonly isToCome: boolean; readonly isOver: boolean }

/** Why the asker has no row. `small-board`, `few-of-alias`: they go by an alias, and the leaderboard is too small for it, or has too few answers of theirs. */
export type Absence = { readonly kind: 'no-answer' | 'hidden' | 'mixed' | 'small-board' } | { readonly kind: 'too-few' | 'few-of-alias'; readonly answered: number }

export type BoardView = {
  readonly scope: Scope
  readonly period: BoardPeriod
  readonly by: Metric
  /** Null in other periods. */
  readonly season: SeasonView | null
  readonly hasSeasons: boolean
  /** Another scope was asked for than a season has. */
  readonly otherScope: boolean
  /** A day of the week or month that is shown, if it is over. */
  readonly past: LocalDate | null
  readonly page: number
  readonly pages: number
  /** The page that was asked for, if there is no such page; from 0. */
  readonly noPage: number | null
  readonly people: number
  /** The title of the course whose points it shows; absent or null where that goes without saying. */
  readonly course?: string | null
  /** How many channels it is common to; absent if it's of one. */
  readonly channels?: number | undefined
  readonly rows: readonly RankingRow[]
  /** The asker's own row where it is on another page; null where it is shown already, or where there is none. */
  readonly own: RankingRow | null
  /** Null if the asker has a row. */
  readonly absent: Absence | null
  readonly accuracy: Board['accuracy']
  /** Somebody is left out because of an alias. */
  readonly withoutAliases: boolean
  /** Whether a picture of the rows stands below them. */
  readonly picture: boolean
}

const periodNames: Readonly<Record<BoardPeriod, string>> = { week: 'this week', month: 'this month', season: 'season', all: 'all time' }
const periodLabels: Readonly<Record<BoardPeriod, string>> = { week: 'Week', month: 'Month', season: 'Season', all: 'All time' }
const scopeNames: Readonly<Record<Scope, string>> = { place: 'this channel', group: 'all channels' }
const scopeLabels: Readonly<Record<Scope, string>> = { place: 'This channel', group: 'All channels' }
const metricLabels: Readonly<Record<Metric, string>> = { points: 'Points', accuracy: '% right', days: 'Days' }
const titles: Readonly<Record<Metric, string>> = { points: 'Leaderboard', accuracy: 'Leaderboard by % right', days: 'Leaderboard by days' }

const firstLead: Readonly<Record<BoardPeriod, string>> = {
  week: 'The first right answer this week takes the lead.',
  month: 'The first right answer this month takes the lead.',
  season: 'The first right answer of the season takes the lead.',
  all: 'The first right answer takes the lead.',
}

export function boardScreen(view: BoardView): Screen {
  const { rows, own, by } = view
  const ranking: Block = rows.length === 0 ? { kind: 'paragraph', text: [emptyLine(view)] } : { kind: 'ranking', rows, own, ...(by === 'points' ? {} : { by }) }
  return { name: 'board', title: titleOf(view), tone: 'plain', blocks: [...above(view), ranking, ...picture(view), ...whyAbsent(view), ...footnotes(view), ...buttons(view)] }
}

const titleOf = (view: BoardView): string => `${titles[view.by]}: ${view.season?.name ?? periodName(view)}, ${scopeNames[view.scope]}`

function periodName({ period, past }: Pick<BoardView, 'period' | 'past'>): string {
  if (past === null) return periodNames[period]
  return period === 'month' ? past.slice(0, 7) : `week of ${shortDate(weekOf(past))}`
}

function emptyLine({ by, period, season, past, accuracy, withoutAliases }: BoardView): string {
  if (season?.isToCome === true) return `This season begins on ${dateLine(season.from)}.`
  const isOver = season?.isOver === true || past !== null
  const yet = isOver ? '' : ' yet'
  if (withoutAliases) return `Nobody is on this leaderboard${yet}. ${aliasRule}`
  if (accuracy !== null) return `Nobody has ${fewestForAccuracy} answers${yet}.`
  // People may have answered: as hidden ones, or only what was voided later.
  return `Nobody is on this leaderboard${yet}. ${isOver ? 'It leaves out hidden people and voided questions.' : by === 'points' ? firstLead[period] : 'It begins with the first answer.'}`
}

const aliasRule = `Aliases need ${fewestOfAlias} answers and at least ${fewestAroundAliases} people on the leaderboard.`

/** Names are drawn where the font has them; the text has them all. */
function picture(view: BoardView): Block[] {
  if (!view.picture || view.rows.length === 0) return []
  return [boardPicture(view.rows.map(({ rank, person, points, you }) => ({ rank, name: person.name, points, you })), titleOf(view))]
}

function above({ noPage, page, pages, otherScope, season }: BoardView): Block[] {
  return [
    ...(noPage === null ? [] : [{ kind: 'paragraph', text: [noSuchPage(noPage, page, pages, 'leaderboard')] } as const]),
    ...(otherScope && season !== null ? [{ kind: 'paragraph', text: ['Each channel has its own seasons. This is the one of this channel:'] } as const] : []),
  ]
}

function whyAbsent({ absent, rows }: BoardView): Block[] {
  switch (absent?.kind) {
    case undefined:
      return []
    case 'hidden':
      return [{ kind: 'paragraph', text: ["You’re hidden from leaderboards. To show up again: ", command('privacy show')] }]
    case 'mixed':
      return [{ kind: 'paragraph', text: ['The channels of this leaderboard show you in different ways, so it leaves you out. To change that: ', command('privacy')] }]
    case 'no-answer':
      return rows.length === 0 ? [] : [{ kind: 'paragraph', text: ["You’re not on this leaderboard yet. To see the question: ", command('today')] }]
    case 'too-few':
      return [{ kind: 'paragraph', text: [`You need ${fewestForAccuracy} answers to be on this leaderboard. You have ${absent.answered}.`] }]
    case 'few-of-alias':
      return [{ kind: 'paragraph', text: [`You go by an alias, so you need ${fewestOfAlias} answers to be on this leaderboard. You have ${absent.answered}. With fewer, your points would give away what you got right.`] }]
    case 'small-board':
      return [{ kind: 'paragraph', text: ['You go by an alias, so you’re on this leaderboard once it has five people. In a smaller one, others could tell who you are.'] }]
  }
}

function footnotes(view: BoardView): Block[] {
  const { rows, channels, course, page, pages, noPage, season } = view
  if (rows.length === 0) return []
  const where = pages > 1 || noPage !== null ? [`Page ${page + 1} of ${pages}`] : []
  const dates = season === null ? [] : [rangeLine(season)]
  return [{ kind: 'footnote', text: [[...where, ...dates, ...rule(view), ...(typeof course === 'string' ? [`points in “${course}”`] : []), ...(channels === undefined ? [] : [`${channels} channels share it`])].join(' · ')] }]
}

/** Who is on the board, and by which rule. */
const rule = (view: BoardView): readonly string[] => [...orderRule(view), ...(view.withoutAliases ? [aliasRule] : [])]

function orderRule({ by, people, accuracy }: BoardView): readonly string[] {
  const all = peopleLine(people)
  if (by === 'points') return [all, '1 point per right answer']
  if (by === 'days') return [all, 'any answer counts, right or wrong']
  const { average, tooFew } = accuracy ?? { average: null, tooFew: 0 }
  const fewer = tooFew === 0 ? '' : `; ${peopleLine(tooFew)} with fewer`
  const share = `% right = (right answers + ${averageWorth} × average) ÷ (answers + ${averageWorth}); average ${Math.round(100 * (average ?? 0))}%`
  return [`${all} with ${fewestForAccuracy} or more answers${fewer}`, share]
}

const peopleLine = (people: number): string => (people === 1 ? '1 person' : `${people} people`)

/** Every button has its place on every page, so that nobody presses the wrong one because the others moved up. */
function buttons(view: BoardView): Block[] {
  const { scope, period, by, page, pages, season, past } = view
  const which = season?.name ?? past ?? ''
  type Change = Partial<Pick<BoardView, 'scope' | 'period' | 'by' | 'page'>> & { readonly name?: string }
  const to = (label: string, { name, ...change }: Change, state?: Button['state']): Button => ({
    label,
    control: boards.controls.boards.text({ scope, period, by, page: 0, ...change, which: name ?? ((change.period ?? period) === period ? which : '') }),
    primary: false,
    ...(state === undefined ? {} : { state }),
  })
  const now = (is: boolean) => (is ? 'current' : undefined)
  const rows: Button[][] = [
    boardPeriods.filter((one) => one !== 'season' || view.hasSeasons).map((one) => to(periodLabels[one], { period: one }, now(one === period))),
    metrics.map((one) => to(metricLabels[one], { by: one }, now(one === by))),
    season === null ? scopes.map((one) => to(scopeLabels[one], { scope: one }, now(one === scope))) : besides(season, to),
  ]
  if (pages > 1) {
    const turn = (label: string, by: number) => {
      const target = Math.min(pages - 1, Math.max(0, page + by))
      return to(label, { page: target }, target === page ? 'unavailable' : undefined)
    }
    rows.push([turn('‹ Previous', -1), turn('Next ›', 1)])
  }
  if (period === 'week' && past === null && by === 'points' && page === 0 && view.rows.length > 0 && !view.picture) {
    rows.push([{ label: 'Show as a picture', control: boards.controls.boardPicture.text({ scope }), primary: false }])
  }
  return rows.filter((row) => row.length > 0).map((row) => ({ kind: 'buttons', buttons: row }))
}

/** The seasons before and after the one that is shown. */
function besides({ earlier, later }: SeasonView, to: (label: string, change: { readonly name: string }) => Button): Button[] {
  return [...(earlier === null ? [] : [to(`‹ ${earlier}`, { name: earlier })]), ...(later === null ? [] : [to(`${later} ›`, { name: later })])]
}
