// Commands that bring the bot into a workspace or a server: slack-manifest, discord-invite.
import type { Command } from 'commander'
import { configFromEnvironment } from '../config/config.ts'
import { OperatorError } from './operator-error.ts'
import { print } from './print.ts'

export function addPlatformCommands(program: Command): void {
  program
    .command('slack-manifest')
    .description('Print the app manifest for Slack. Paste it at api.slack.com/apps: Create New App, From a manifest.')
    .option('--host <host>', 'use HTTP instead of Socket Mode, with this public host name for the bot')
    .action(printManifest)

  program
    .command('discord-invite')
    .description('Print the link that adds the bot to a Discord server with the permissions it needs.')
    .argument('[application]', 'the application id (default: taken from DISCORD_TOKEN)')
    .action(printInvite)
}

async function printManifest({ host }: { readonly host?: string }): Promise<void> {
  if (host !== undefined && !/^(https?:\/\/)?[\w.-]+(:\d+)?\/?$/u.test(host)) {
    throw new OperatorError(`“${host}” is not a host name. Write one such as bot.example.org.`)
  }
  const [{ slackManifest }, { catalogOf }, { features }] = await Promise.all([
    import('../platforms/slack/manifest.ts'),
    import('../features/catalog.ts'),
    import('../features/features.ts'),
  ])
  const manifest = slackManifest(host === undefined ? { mode: 'socket' } : { mode: 'http', host }, catalogOf(features).commands)
  print(JSON.stringify(manifest, null, 2))
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
