// The app manifest that a person pastes at api.slack.com/apps: what the app asks for, and where Slack reaches it.
import type { Commands } from '../../commands/commands.ts'

export type ManifestFor = { readonly mode: 'socket' } | { readonly mode: 'http'; readonly host: string }

/** What each permission is for. The README prints these reasons. */
export const scopes: Readonly<Record<string, string>> = {
  'chat:write': 'post the question, redraw it with the answer, reply to one person, write to managers',
  commands: 'answer /study',
  'im:write': 'open the direct message with a manager',
  'users:read': 'names on boards, time zones, who administers the workspace, who has left',
}

/** Useful, and refused without harm. */
export const optionalScopes: Readonly<Record<string, string>> = {
  'channels:history': 'find a post again when the connection broke while it was sent (public channels)',
  'groups:history': 'the same in private channels',
  'chat:write.public': 'post in public channels without an invitation',
}

/** https://docs.slack.dev/reference/app-manifest */
export function slackManifest(given: ManifestFor, commands: Commands): object {
  const url = given.mode === 'http' ? `https://${given.host.replace(/^https?:\/\//u, '').replace(/\/+$/u, '')}/slack/events` : undefined
  const at = <Name extends string>(...names: readonly Name[]) => (url === undefined ? {} : Object.fromEntries(names.map((name) => [name, url])))
  return {
    _metadata: { major_version: 1, minor_version: 1 },
    display_information: {
      name: 'Studyhall',
      description: 'A scenario question each study day, explained from the documents',
      long_description:
        'Studyhall posts one scenario question each study day. Everybody answers with a button and sees at once, alone, whether it was right, why, why the other options are wrong, and which document says so. When the round closes, the message shows the answer and how the group voted. Boards, streaks and a look-up over the course come with it.',
      background_color: '#1f3b57',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'studyhall', always_online: true },
      slash_commands: [
        {
          command: '/study',
          description: 'The daily question, boards, look-up and settings',
          usage_hint: `[${commands.list.slice(0, 6).map(({ name }) => name).join(' | ')} | ${commands.nameOf('help')}]`,
          // People and channels then arrive as ids and not as names that anybody could have.
          should_escape: true,
          ...at('url'),
        },
      ],
    },
    oauth_config: { scopes: { bot: Object.keys(scopes), bot_optional: Object.keys(optionalScopes) } },
    settings: {
      event_subscriptions: { ...at('request_url'), bot_events: ['app_home_opened', 'app_uninstalled', 'tokens_revoked', 'user_change'] },
      interactivity: { is_enabled: true, ...at('request_url', 'message_menu_options_url') },
      org_deploy_enabled: false,
      socket_mode_enabled: given.mode === 'socket',
      token_rotation_enabled: false,
    },
  }
}
