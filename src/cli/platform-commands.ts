// Commands that bring the bot into a workspace or a server: slack-manifest, discord-invite.
import type { Command } from 'commander'
import { ConfigError, configFromEnvironment, type SlackConfig } from '../config/config.ts'
import { OperatorError } from './operator-error.ts'
import { print } from './print.ts'

export function addPlatformCommands(program: Command): void {
  program
    .command('slack-manifest')
    .description('Print the app manifest for Slack. Paste it at api.slack.com/apps: Create New App, From a manifest.')
    .option('--host <host>', 'use HTTP instead of Socket Mode, with this public host name for the bot')
    .option('--public', 'for an app that any workspace may install (with --host, or PUBLIC_URL and the other settings for that)')
    .option('--command <name>', 'a slash command other than /study (default: SLACK_COMMAND)')
    .action(printManifest)

  program
    .command('discord-invite')
    .description('Print the link that adds the bot to a Discord server with the permissions it needs.')
    .argument('[application]', 'the application id (default: taken from DISCORD_TOKEN)')
    .action(printInvite)
}

type ManifestOptions = { readonly host?: string; readonly public?: true; readonly command?: string }

async function printManifest({ host, public: isPublic, command }: ManifestOptions): Promise<void> {
  if (host !== undefined && !/^(https?:\/\/)?[\w.-]+(:\d+)?\/?$/u.test(host)) {
    throw new OperatorError(`“${host}” is not a host name. Write one such as bot.example.org.`)
  }
  const [{ slackManifest }, { catalogOf }, { features }] = await Promise.all([
    import('../platforms/slack/manifest.ts'),
    import('../features/catalog.ts'),
    import('../features/features.ts'),
  ])
  if (command !== undefined && !/^\/[a-z0-9_-]{1,31}$/u.test(command)) throw new OperatorError(`“${command}” isn’t a slash command. Write one such as /quiz.`)
  const slack = await slackSettings()
  const many = slack?.mode === 'oauth' ? slack.publicUrl : undefined
  const at = host ?? many
  if (isPublic === true && at === undefined) throw new OperatorError('Add --host with the public host name of the bot, or set PUBLIC_URL and the other settings for many workspaces.')
  const mode = isPublic === true || (host === undefined && many !== undefined) ? 'public' : 'http'
  const manifest = slackManifest(at === undefined ? { mode: 'socket' } : { mode, host: at }, catalogOf(features).commands, command ?? slack?.command)
  print(JSON.stringify(manifest, null, 2))
}

/** Before there is an app, there are no settings for it, or only some. */
async function slackSettings(): Promise<SlackConfig | null> {
  try {
    return (await configFromEnvironment()).slack
  } catch (fault) {
    if (fault instanceof ConfigError) return null
    throw fault
  }
}

async function printInvite(application: string | undefined): Promise<void> {
  const { discordInvite } = await import('../platforms/discord/invite.ts')
  const idOrToken = application ?? (await configFromEnvironment()).discord?.token
  if (idOrToken === undefined) {
    throw new OperatorError('Add the application id (discord.com/developers/applications, General Information), or set DISCORD_TOKEN.')
  }
  const invite = discordInvite(idOrToken)
  if (invite === undefined) {
    throw new OperatorError(
      'This is not a Discord application id or bot token. Find the id at discord.com/developers/applications, General Information.',
    )
  }
  print(invite)
}
