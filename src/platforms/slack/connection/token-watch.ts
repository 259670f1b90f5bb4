// Whether Slack still accepts the bot's token, judged by the latest calls. The connection cannot tell: it uses a token of its own.
import type { Log } from '../../../core/log.ts'
import { faultName } from './fault.ts'
import { isTokenRefused } from './post-errors.ts'

export type TokenWatch = {
  /** Passes a call's outcome through and notes whether the token was accepted. */
  watch<T>(call: Promise<T>): Promise<T>
  /** Asks Slack now; undefined if Slack does not say. Never fails. */
  works(): Promise<boolean | undefined>
  /** Whether the latest call that told was refused because of the token. */
  refused(): boolean
}

/** @param ask any call that uses the token */
export function createTokenWatch(ask: () => Promise<unknown>, log: Log): TokenWatch {
  let refused = false

  async function watch<T>(call: Promise<T>): Promise<T> {
    try {
      const answer = await call
      refused = false
      return answer
    } catch (error) {
      if (isTokenRefused(error)) {
        if (!refused) log.error({ fault: faultName(error) }, 'Slack no longer accepts the bot’s token: install the app again and set the new SLACK_BOT_TOKEN')
        refused = true
      }
      throw error
    }
  }

  return {
    watch,
    works: () => watch(ask()).then(() => true, (error: unknown) => (isTokenRefused(error) ? false : undefined)),
    refused: () => refused,
  }
}
