// Slack's codes for a refused message, each with a sentence that says what happened and who can mend it.

const tokenRefused = 'Slack no longer accepts the bot’s token. Whoever runs the bot has to install the app again and set the new SLACK_BOT_TOKEN.'
const notAllowed =
  'The settings of this workspace do not let the app post there. An owner or admin can allow it, or the question can be set up in another channel.'
const notInChannel = 'The app is not in the channel. Somebody there can add it: type /invite and the app’s name.'
const postGone = 'The post is no longer there, so it cannot show the answer.'
const ourFault = 'Slack does not accept the message as the bot built it. That is a fault in the bot; whoever runs it should report it.'

const refusals: Readonly<Record<string, string>> = {
  not_in_channel: notInChannel,
  channel_not_found: 'The channel is gone, or it is private and the app is not in it. Somebody there can add it: type /invite and the app’s name.',
  is_archived: 'The channel is archived. Unarchive it, or set up the question in another channel.',
  restricted_action: notAllowed,
  restricted_action_read_only_channel: notAllowed,
  restricted_action_thread_only_channel: notAllowed,
  restricted_action_non_threadable_channel: notAllowed,
  org_login_required: 'The workspace is being moved to an organization. An owner has to finish that first.',
  ekm_access_denied: 'An admin has suspended posting in this workspace (encryption keys). An admin can lift that.',
  token_revoked: tokenRefused,
  token_expired: tokenRefused,
  account_inactive: tokenRefused,
  invalid_auth: tokenRefused,
  not_authed: tokenRefused,
  missing_scope: 'The app lacks a permission. Whoever runs the bot has to update the app from the manifest and install it again.',
  not_allowed_token_type: tokenRefused,
  messages_tab_disabled: 'The app’s Messages tab is switched off. Whoever runs the bot can switch it on in the settings of the app.',
  message_not_found: postGone,
  cant_update_message: postGone,
  edit_window_closed: 'The workspace lets nobody edit a message that old. An owner can change the time for editing.',
  user_not_found: 'That person is not in this workspace.',
  msg_too_long: ourFault,
  msg_blocks_too_long: ourFault,
  invalid_blocks: ourFault,
  invalid_arguments: ourFault,
  metadata_too_large: ourFault,
}

/** The sentence for a code of Slack's; undefined for a code that is not listed. */
export const refusalOf = (code: string): string | undefined => refusals[code]

/** Whether the code says that the bot's token is no longer accepted. */
export const refusesToken = (code: string): boolean => refusals[code] === tokenRefused

/** Whether the code is listed and somebody can mend it. Nobody can mend a post that is gone, or one that the bot built wrong. */
export function canBeMended(code: string): boolean {
  const sentence = refusals[code]
  return sentence !== undefined && sentence !== postGone && sentence !== ourFault
}
