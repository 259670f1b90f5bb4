// The invite link.
import { expect, test } from 'vitest'
import { discordInvite } from '../../../src/platforms/discord/invite.ts'

const application = '123456789012345678'

test('names the application, both scopes and just the permissions that are needed or worth having', () => {
  const [line = ''] = discordInvite(application)?.split('\n') ?? []
  const link = new URL(line)
  expect(link.origin + link.pathname).toBe('https://discord.com/oauth2/authorize')
  expect(Object.fromEntries(link.searchParams)).toEqual({ client_id: application, scope: 'bot applications.commands', permissions: String((1n << 10n) | (1n << 11n) | (1n << 16n) | (1n << 35n) | (1n << 38n)) })
})

test('says what each permission is for', () => {
  const lines = discordInvite(application)
  for (const name of ['View Channel', 'Send Messages', 'Read Message History', 'Send Messages in Threads', 'Create Public Threads']) expect(lines).toContain(`${name}: to `)
})

test('has a second link for people who add the bot to their own account', () => {
  const link = new URL(discordInvite(application)?.split('\n').at(-1) ?? '')
  expect(Object.fromEntries(link.searchParams)).toEqual({ client_id: application, scope: 'applications.commands', integration_type: '1' })
})

test('reads the application from a token, and shows nothing else of it', () => {
  const token = `${Buffer.from(application).toString('base64url')}.Gabcde.a-secret-part`
  expect(discordInvite(token)).toContain(`client_id=${application}`)
  expect(discordInvite(token)).not.toContain('secret')
})

test('makes no link of what is neither', () => {
  expect(discordInvite('hunter2-password')).toBeUndefined()
})
