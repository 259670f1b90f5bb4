// Slack's codes for a refused message, each with a sentence that says what happened and who can fix it.
import type { ChannelLoss } from '../../../core/quiz.ts'

const tokenRefused = 'Slack no longer accepts the bot’s token. The people who run the bot need to install the app again and set the new SLACK_BOT_TOKEN.'
const notAllowed =
  'The workspace’s settings don’t let the app post there. An owner or admin can allow it, or a manager can set up the question in another channel.'
const notInChannel = 'The app isn’t in the channel. To add it, type /invite and the app’s name there.'
const postGone = 'The post was deleted, so it can’t show the answer.'
const ourFault = 'Slack doesn’t accept the message the bot made. That’s a fault in the bot. The people who run it should report it.'

const refusals: Readonly<Record<string, string>> = {
  not_in_channel: notInChannel,
  channel_not_found: 'The channel was deleted, or it’s private and the app isn’t in it. To add the app, type /invite and its name there.',
  is_archived: 'The channel is archived. Unarchive it, or set up the question in another channel.',
  restricted_action: notAllowed,
  restricted_action_read_only_channel: notAllowed,
  restricted_action_thread_only_channel: notAllowed,
  restricted_action_non_threadable_channel: notAllowed,
  org_login_required: 'The workspace is being moved to an organization. An owner needs to finish that first.',
  ekm_access_denied: 'An admin has suspended posting in this workspace (encryption keys). An admin can allow it again.',
  token_revoked: tokenRefused,
  token_expired: tokenRefused,
  account_inactive: tokenRefused,
  invalid_auth: tokenRefused,
  not_authed: tokenRefused,
  missing_scope: 'The app lacks a permission. The people who run the bot need to update the app from the manifest and install it again.',
  not_allowed_token_type: tokenRefused,
  messages_tab_disabled: 'The app’s Messages tab is turned off. The people who run the bot can turn it on in the app’s settings.',
  message_not_found: postGone,
  cant_update_message: postGone,
  edit_window_closed: 'The workspace doesn’t allow edits of messages this old. An owner can change how long messages can be edited.',
  user_not_found: 'That person isn’t in this workspace.',
  msg_too_long: ourFault,
  msg_blocks_too_long: ourFault,
  invalid_blocks: ourFault,
  invalid_arguments: ourFault,
  metadata_too_large: ourFault,
}

/** The sentence for a code of Slack's; undefined for a code that is not listed. */
export const refusalOf = (code: string): string | undefined => refusals[code]

/** What the code says of the channel itself: whether it can take posts from anybody. */
export function lossOf(code: string): ChannelLoss | undefined {
  if (code === 'is_archived') return 'archived'
  return code === 'channel_not_found' ? 'unreachable' : undefined
}

/** Whether the code says that the bot's token is no longer accepted. */
export const refusesToken = (code: string): boolean => refusals[code] === tokenRefused

/** https://docs.slack.dev/reference/methods/conversations.history#errors */
const missingRights: ReadonlySet<string> = new Set(['missing_scope', 'not_in_channel', 'channel_not_found', 'no_permission', 'access_denied', 'ekm_access_denied', 'not_allowed_token_type', 'team_access_not_granted', 'enterprise_is_restricted'])

/** Whether the code says that the bot lacks a right. */
export const missesRight = (code: string): boolean => missingRights.has(code)

/** Whether the code is listed and somebody can fix what it says. Nobody can bring back a post, or fix a message that the bot built wrong. */
export function canBeMended(code: string): boolean {
  const sentence = refusals[code]
  return sentence !== undefined && sentence !== postGone && sentence !== ourFault
}
