// Why a start failed, and what to do.
import { StartError } from '../../platform.ts'
import { ambiguous, faultName, readFault } from './fault.ts'

const remedies = {
  SLACK_BOT_TOKEN: 'Copy the Bot User OAuth Token again: api.slack.com/apps, your app, OAuth & Permissions.',
  SLACK_APP_TOKEN: 'Make an App-Level Token with the scope connections:write: api.slack.com/apps, your app, Basic Information.',
} as const

/** The {@link StartError} for a start that failed with `error` when it used `token`. */
export function startError(error: unknown, token: keyof typeof remedies): StartError {
  const fault = readFault(error)
  const reason = faultName(error)
  if (fault.kind === 'platform' && !ambiguous.has(fault.error)) {
    return new StartError(`Slack refused ${token} (${reason}). ${remedies[token]}`, { cause: error })
  }
  return new StartError(`The bot can’t reach Slack (${reason}). Check this machine’s network, and SLACK_API_URL if it’s set.`, { code: 'unreachable', cause: error })
}
