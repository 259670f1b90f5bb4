// What people see who sent a file that nothing can be done with.
import { refusal } from './notice.ts'
import type { Screen } from './screen.ts'
import { command } from './text.ts'

/** @param problem in a sentence */
export const unreadableFile = (problem: string): Screen => refusal('I couldn’t read your file', [[problem]])

export const fileIsGone = (): Screen => refusal('Please send the file again', [['I keep a file for 15 minutes while you choose, and this one is gone.']])

/** For somebody who manages no daily question. */
export const filesAreForManagers = (): Screen => refusal('I only take files from managers', [
  ['I read a file that you send me as questions or flashcards for a channel. You don’t manage a daily question here. A manager can add you with ', command('managers add @name'), ' in the channel.'],
])
