// Which workspace and which bot the token belongs to.
import type { Log } from '../../../core/log.ts'
import type { TeamId, UserId } from '../ids.ts'
import { scopes } from '../scopes.ts'
import { faultName, readFault } from './fault.ts'
import { startError } from './start-error.ts'
import type { WebApi } from './web-clients.ts'

/** `name`: what people call the workspace. `bot` is the bot's user id; `botId` is the other id that Slack gives a bot. `workspace`: its address, with https. */
export type Identity = { readonly team: TeamId; readonly name: string | undefined; readonly bot: UserId; readonly botId: string; readonly workspace: string }

/** Asks Slack, and warns in the log about permissions that the app lacks. @throws StartError */
export async function identify(web: WebApi, log: Log): Promise<Identity> {
  try {
    const told = await web.auth.test()
    const granted = told.response_metadata?.scopes
    const missing = granted === undefined ? [] : Object.keys(scopes).filter((scope) => !granted.includes(scope))
    if (missing.length > 0) log.warn({ missing }, 'the Slack app lacks permissions; update it from the manifest and install it again')
    return { team: told.team_id ?? '', name: told.team, bot: told.user_id ?? '', botId: told.bot_id ?? '', workspace: told.url ?? 'https://slack.com/' }
  } catch (error) {
    log.debug({ fault: faultName(error), kind: readFault(error).kind }, 'auth.test failed')
    throw startError(error, 'SLACK_BOT_TOKEN')
  }
}
