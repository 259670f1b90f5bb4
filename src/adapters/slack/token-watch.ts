// Whether Slack still takes the bot's token, as the latest calls show. A connection says nothing of that: it has a token of its own.
import { faultName, isTokenRefused } from './errors.ts'
import type { Log } from './log.ts'

export type TokenWatch = {
  /** Passes a call through and notes how it ended. */
  watch<T>(call: Promise<T>): Promise<T>
  /** The app was taken out of the workspace, and its token with it. */
  gone(): void
  refused(): boolean
}

export function createTokenWatch(log: Log): TokenWatch {
  let refused = false
  return {
    watch: async (call) => {
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
    },
    gone: () => {
      refused = true
    },
    refused: () => refused,
  }
}
