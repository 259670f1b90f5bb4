// The Web API as one workspace uses it: one client for all of them, and with each call the workspace's own token.
import type { webApi } from '@slack/bolt'
import { isTokenRefused } from '../connection/post-errors.ts'
import type { WebApi } from '../connection/web-clients.ts'
import type { TeamId } from '../ids.ts'

/**
 * A client for each workspace would cost 27 kB, and most of the time of a press.
 *
 * @param team names the workspace in each call, where the token is of a whole organization
 * @param refused is told of a call that Slack refused because of the token
 */
export function callsWith(client: Pick<webApi.WebClient, 'apiCall'>, tokenOf: () => Promise<string>, team: TeamId | null, refused: () => void): WebApi {
  const named = team === null ? {} : { team_id: team }
  const apiCall = async (method: string, args: object = {}) => {
    const token = await tokenOf()
    return client.apiCall(method, { ...named, ...args, token }).catch((error: unknown) => {
      if (isTokenRefused(error)) refused()
      throw error
    })
  }
  // A method of the client is a call by its name.
  const method = <Call>(name: string) => ((args?: object) => apiCall(name, args)) as Call
  return {
    apiCall: apiCall as WebApi['apiCall'],
    auth: { test: method('auth.test') },
    chat: { postMessage: method('chat.postMessage'), postEphemeral: method('chat.postEphemeral'), update: method('chat.update') },
    conversations: { history: method('conversations.history'), info: method('conversations.info') },
    usergroups: { users: { list: method('usergroups.users.list') } },
    users: { info: method('users.info'), list: method('users.list') },
    views: { open: method('views.open'), publish: method('views.publish'), update: method('views.update') },
  }
}
