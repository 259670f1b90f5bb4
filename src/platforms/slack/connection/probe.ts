// Asks Slack something small, for an operator who wants to know whether calls come through while nothing is due.
import { ambiguous, faultName, readFault } from './fault.ts'

/**
 * @param ask any call that needs no right
 * @returns what goes wrong; undefined if Slack answers, and be it that the bot has to wait or is refused
 */
export async function probe(ask: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await ask()
    return undefined
  } catch (error) {
    const fault = readFault(error)
    const isAnswer = fault.kind === 'rate-limited' || (fault.kind === 'platform' && !ambiguous.has(fault.error))
    return isAnswer ? undefined : faultName(error)
  }
}
