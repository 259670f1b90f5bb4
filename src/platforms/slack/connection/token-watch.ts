// Whether Slack still takes the bot's token, as the latest calls show. A connection says nothing of that: it has a token of its own.
import { faultName, isTokenRefused } from './post-errors.ts'
import type { Log } from '../../../core/log.ts'

export type TokenWatch = {
  /** Passes a call through and notes how it ended. */
  watch<T>(call: Promise<T>): Promise<T>
  /** Asks Slack. Undefined where it does not say. */
  works(): Promise<boolean | undefined>
  refused(): boolean
}

/** @param ask any call that the token is for */
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
