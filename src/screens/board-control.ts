// The button that opens a board: on boards themselves, and on the post of a final one.
import { metrics } from '../core/board-order.ts'
import { control, oneOf, upTo, words } from './control.ts'

export const boardPeriods = ['week', 'month', 'season', 'all'] as const
export type BoardPeriod = (typeof boardPeriods)[number]

/** `which`: the name of a season, or a day of the week or month; empty for the current one. */
export const boardControl = control('boards', { scope: oneOf('place', 'group'), period: oneOf(...boardPeriods), by: oneOf(...metrics), page: upTo(9999), which: words })
