// Why a season isn't changed.
import { longestAlias, type AliasProblem } from '../../core/alias.ts'
import { longestRange } from '../../core/date-range.ts'
import { mostSeasons, type SeasonRefusal } from '../../core/season.ts'
import { dayOffLine } from '../../screens/dates.ts'
import { refusal } from '../../screens/notice.ts'
import type { Screen } from '../../screens/screen.ts'
import { command, type Text } from '../../screens/text.ts'
import { refused } from '../refused.ts'

/** Why a text can't be the name of a season. */
export function nameProblem(problem: AliasProblem): string {
  switch (problem) {
    case 'too-short':
      return 'The name is too short. Use at least 2 letters.'
    case 'too-long':
      return `The name is too long. Use up to ${longestAlias} letters.`
    case 'characters':
      return 'The name can have letters, digits, spaces, hyphens, and apostrophes, and needs at least one letter.'
    case 'reserved':
      return 'That word can’t be the name of a season. Choose another one.'
  }
}

/** @param listed the seasons, with a word about why nothing changed */
export function seasonRefused(why: SeasonRefusal, listed: (note: Text) => Promise<Screen>): Screen | Promise<Screen> {
  switch (why.kind) {
    case 'no-quiz':
    case 'not-a-manager':
      return refused(why)
    case 'overlaps':
      return refusal('Seasons can’t overlap', [[`These dates overlap with ${dayOffLine(why.with)}. Choose other dates, or end or remove that season first: `, command('season')]])
    case 'too-many':
      return refusal('Too many seasons', [[`This channel already has ${mostSeasons} seasons. Remove some first: `, command('season')]])
    case 'too-long':
      return refusal('That season is too long', [[`A season can last up to ${longestRange} days.`]])
    case 'too-far':
      return refusal('That season is too far away', [['It ends more than two years from now. Check the year.']])
    case 'not-found':
      return listed(['There’s no such season in this channel, or it has been removed.'])
    case 'not-running':
      return listed([`${dayOffLine(why.season)} isn’t on right now, so it can’t be ended.`])
    case 'already-so':
      return listed([`Nothing to change: ${dayOffLine(why.season)}.`])
  }
}
