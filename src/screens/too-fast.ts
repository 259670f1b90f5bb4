// What somebody is told who writes to the bot faster than it answers.
import { notice } from './notice.ts'
import type { Screen } from './screen.ts'

/** @param most messages a minute that get an answer */
export const tooFast = (most: number): Screen => notice('One moment, please', [[`I can answer ${most} messages a minute. Wait a little, then write again. Buttons still work.`]])
