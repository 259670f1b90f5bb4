// The app manifest that a person pastes at api.slack.com/apps: what the app asks for, and where Slack reaches it.
import type { Commands } from '../../commands/commands.ts'
import { usualCommand } from './outgoing/name-command.ts'
import { redirectPath } from './many/paths.ts'
import { optionalScopes, scopes } from './scopes.ts'

const about = [
  'Studyhall posts one scenario question each study day.',
  'You answer with a button. Only you see whether you were right, why, why the other options are wrong, and which document says so.',
  'When the question closes, the post shows the answer and how the channel voted.',
  'There are leaderboards and streaks, and you can look up anything in the course.',
].join(' ')

/** https://docs.slack.dev/reference/events */
const events = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'channel_archive',
  'channel_deleted',
  'channel_id_changed',
  'channel_unarchive',
  'group_archive',
  'group_deleted',
  'group_unarchive',
  'message.im',
  'tokens_revoked',
  'user_change',
]

/** Comes with every change of anybody's status. Over thousands of workspaces that's more than all the rest, and names are asked for anyway. */
const ofEveryone = 'user_change'

/** The commands that Slack shows while somebody types the slash command: a line has no room for all. */
const hinted = ['today', 'board', 'me', 'lookup', 'setup', 'help']

/** https://docs.slack.dev/reference/app-manifest */
type Options = { readonly mode: 'socket' } | { readonly mode: 'http' | 'public'; readonly host: string }

/** `public`: for an app that any workspace may install. @param command another one than /study */
export function slackManifest(options: Options, commands: Commands, command: string = usualCommand): object {
  const isPublic = options.mode === 'public'
  const url = options.mode === 'socket' ? undefined : `${origin(options.host)}/slack/events`
  const withUrl = (...fields: readonly string[]) => (url === undefined ? {} : Object.fromEntries(fields.map((field) => [field, url])))
  return {
    _metadata: { major_version: 1, minor_version: 1 },
    display_information: {
      name: 'Studyhall',
      description: 'One scenario question a day, explained from your study documents',
      long_description: about,
      background_color: '#1f3b57',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'studyhall', always_online: true },
      slash_commands: [{ ...slashCommand(commands, command), ...withUrl('url') }],
    },
    oauth_config: { ...(isPublic ? { redirect_urls: [`${origin(options.host)}${redirectPath}`] } : {}), scopes: { bot: Object.keys(scopes), bot_optional: Object.keys(optionalScopes) } },
    settings: {
      event_subscriptions: { ...withUrl('request_url'), bot_events: isPublic ? events.filter((event) => event !== ofEveryone) : events },
      interactivity: { is_enabled: true, ...withUrl('request_url', 'message_menu_options_url') },
      org_deploy_enabled: isPublic,
      socket_mode_enabled: options.mode === 'socket',
      token_rotation_enabled: false,
    },
  }
}

/** @param host with or without `https://` and a slash at the end */
const origin = (host: string): string => `https://${host.replace(/^https?:\/\//u, '').replace(/\/+$/u, '')}`

function slashCommand(commands: Commands, command: string): object {
  const hints = hinted.flatMap((name) => commands.find(name) ?? []).map(({ name, options }) => [name, ...options.filter(({ required }) => required).map((option) => `<${option.name}>`)].join(' '))
  return {
    command,
    description: "Today’s question, leaderboard, look-up, and settings",
    usage_hint: `[${hints.join(' | ')}]`,
    // People and channels then arrive as ids, and not as names that anybody could have.
    should_escape: true,
  }
}
