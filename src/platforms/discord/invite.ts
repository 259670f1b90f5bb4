// The link that brings the bot into a server.
import { wishedPermissions } from './connection/permissions.ts'
import { isSnowflake } from './ids.ts'

/** Written out, so that the link does not load discord.js: https://docs.discord.com/developers/resources/application#application-object-application-integration-types */
const userInstall = '1'

/**
 * The link and the permissions it asks for, in lines for people; undefined if it was given neither an id nor a token.
 *
 * @param idOrToken an application's id or a bot's token, whose first part is that id in base64
 */
export function discordInvite(idOrToken: string): string | undefined {
  const application = applicationId(idOrToken.trim())
  if (application === undefined) return undefined
  const permissions = wishedPermissions.reduce((sum, { bit }) => sum | bit, 0n)
  const link = new URL('https://discord.com/oauth2/authorize')
  link.searchParams.set('client_id', application)
  link.searchParams.set('scope', 'bot applications.commands')
  link.searchParams.set('permissions', String(permissions))
  const forOneself = new URL('https://discord.com/oauth2/authorize')
  forOneself.searchParams.set('client_id', application)
  forOneself.searchParams.set('scope', 'applications.commands')
  forOneself.searchParams.set('integration_type', userInstall)
  return [
    link.href,
    '',
    'Open it, choose the server (you need Manage Server there), and leave every box ticked. It asks for:',
    ...wishedPermissions.map(({ name, why }) => `  ${name}: ${why}`),
    '  Commands: /study and /study-account for everyone, /study-admin for members with Manage Server',
    'No privileged intent is needed: the bot reads only messages that mention it or are sent to it directly.',
    '',
    'To use /study outside this server, people add the bot to their own account. First tick User Install under Installation in the developer portal.',
    forOneself.href,
  ].join('\n')
}

function applicationId(idOrToken: string): string | undefined {
  const id = /^\d+$/.test(idOrToken) ? idOrToken : Buffer.from(idOrToken.split('.')[0] ?? '', 'base64url').toString('latin1')
  return isSnowflake(id) ? id : undefined
}
