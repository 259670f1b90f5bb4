// The seasons of a channel: those to come, the one that is on, and those that are over.
import { daysIn } from '../../core/date-range.ts'
import type { Season } from '../../core/season.ts'
import type { LocalDate } from '../../core/time.ts'
import { runControl } from '../../screens/control.ts'
import { rangeLine } from '../../screens/dates.ts'
import { turnButtons } from '../../screens/page.ts'
import type { Block, Button, Screen } from '../../screens/screen.ts'
import { command, strong, type Text } from '../../screens/text.ts'
import { seasonControls } from './face.ts'

/** Each has buttons, and a phone shows about this many. */
export const mostShown = 3

export type SeasonsView = {
  readonly seasons: readonly Season[]
  readonly today: LocalDate
  /** From 0. */
  readonly page: number
  readonly mayManage: boolean
  /** What was just done. */
  readonly note: Text
}

export const newestFirst = (seasons: readonly Season[]): readonly Season[] => seasons.toReversed()

export function seasonsScreen({ seasons, today, page, mayManage, note }: SeasonsView): Screen {
  const pages = Math.max(1, Math.ceil(seasons.length / mostShown))
  const shown = newestFirst(seasons).slice(page * mostShown, (page + 1) * mostShown)
  const blocks: Block[] = [
    ...(note.length === 0 ? [] : [{ kind: 'paragraph', text: note } as const]),
    ...(seasons.length === 0 ? [{ kind: 'paragraph', text: ['No seasons yet. A season has a name, a first and a last day, and a leaderboard of its own. All other leaderboards go on as they are.'] } as const] : []),
    ...shown.flatMap((season, index) => rowOf(season, seasons.length > 1 ? page * mostShown + index + 1 : null, { today, page, mayManage })),
    ...pageButtons(page, pages),
    ...(mayManage ? [{ kind: 'footnote', text: ['Add one, or change it by its name: ', command('season 4 Jan - 31 Mar 2027 "Winter 2027"')] } as const] : []),
  ]
  return { name: 'seasons', title: 'Seasons in this channel', tone: 'plain', blocks }
}

/** @param number where there are several */
function rowOf(season: Season, number: number | null, { today, page, mayManage }: Pick<SeasonsView, 'today' | 'page' | 'mayManage'>): Block[] {
  const { name, from, to } = season
  const label = (words: string) => (number === null ? words : `${words} ${number}`)
  const isOn = from <= today && today <= to
  const buttons: Button[] = [
    ...(from <= today ? [{ label: label('Leaderboard'), control: runControl.text({ line: `board season=${name}` }), primary: false }] : []),
    ...(mayManage && isOn && to > today ? [{ label: label('End today'), control: seasonControls.endSeason.text({ page, name }), primary: false }] : []),
    ...(mayManage ? [{ label: label('Remove'), control: seasonControls.removeSeason.text({ page, name }), primary: false }] : []),
  ]
  return [
    { kind: 'paragraph', text: [...(number === null ? [] : [`${number}. `]), strong(name), `: ${rangeLine(season)} · ${stateOf(season, today)}`] },
    ...(buttons.length === 0 ? [] : [{ kind: 'buttons', buttons } as const]),
  ]
}

function stateOf({ from, to }: Season, today: LocalDate): string {
  if (from > today) return 'to come'
  if (to < today) return 'over'
  const left = daysIn({ from: today, to })
  return left === 1 ? 'last day' : `${left} days left`
}

function pageButtons(page: number, pages: number): Block[] {
  if (pages < 2) return []
  return [{ kind: 'footnote', text: [`Page ${page + 1} of ${pages}`] }, { kind: 'buttons', buttons: turnButtons({ at: page, pages }, (target) => seasonControls.seasons.text({ page: target })) }]
}
