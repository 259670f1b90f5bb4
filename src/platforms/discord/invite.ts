// The link that brings the bot into a server.
import { neededPermissions } from './connection/permissions.ts'

/**
 * The link and what it asks for, in lines for people; undefined for what is neither an id nor a token.
 *
 * @param of an application id, or the bot's token: its first part is the id in base64
 */
export function discordInvite(of: string): string | undefined {
  const application = applicationId(of.trim())
  if (application === undefined) return undefined
  const permissions = neededPermissions.reduce((sum, { bit }) => sum | bit, 0n)
  const link = new URL('https://discord.com/oauth2/authorize')
  link.searchParams.set('client_id', application)
  link.searchParams.set('scope', 'bot applications.commands')
  link.searchParams.set('permissions', String(permissions))
  return [
    link.href,
    '',
    'Open it, choose the server (you need Manage Server there), and leave every box ticked. It asks for:',
    ...neededPermissions.map(({ name, why }) => `  ${name}: ${why}`),
    '  Commands: /study for everyone, /study-admin for members with Manage Server',
    'No privileged intent is needed: the bot reads no messages of people.',
  ].join('\n')
}

function applicationId(of: string): string | undefined {
  const id = /^\d+$/.test(of) ? of : Buffer.from(of.split('.')[0] ?? '', 'base64url').toString('latin1')
  return /^\d{15,20}$/.test(id) ? id : undefined
}
