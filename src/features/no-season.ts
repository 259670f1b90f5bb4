// A board of a season that there isn't.
import type { Season } from '../core/season.ts'
import { rangeLine } from '../screens/dates.ts'
import { refusal } from '../screens/notice.ts'
import type { Screen } from '../screens/screen.ts'
import { command, type Text } from '../screens/text.ts'

export const noSeasons = (): Screen => refusal('No seasons here yet', [['A manager can add one, with its dates and a name: ', command('season 4 Jan - 31 Mar 2027 "Winter 2027"')]])

const mostListed = 5

/** @param line of the command that shows a season's board */
export function noSuchSeason(name: string, seasons: readonly Season[], line: 'board' | 'team' = 'board'): Screen {
  const latest = seasons.slice(-mostListed).toReversed()
  const list = latest.map((season): Text => [command(`${line} season ${season.name}`), ` (${rangeLine(season)})`])
  return refusal('No such season', [[`This channel has no season called “${name.slice(0, 40)}”. It may have been removed or renamed.${list.length === 0 ? '' : ' The latest ones:'}`], ...list, ...(seasons.length > mostListed ? [['All seasons: ', command('season')]] : [])])
}
