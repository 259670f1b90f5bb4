// The app manifest: what a person pastes once, so that everything the adapter does is allowed and nothing more.
import { describe, expect, test } from 'vitest'
import { slackManifest } from '../../../src/platforms/slack/manifest.ts'
import { optionalScopes, scopes } from '../../../src/platforms/slack/scopes.ts'
import { raw, string } from '../../fakes/slack/raw.ts'
import { commands } from '../../catalog.ts'

const part = (manifest: object, ...path: readonly string[]): unknown => path.reduce<unknown>((value, name) => raw(value)[name], manifest)

describe('the manifest', () => {
  test('for Socket Mode names no address', () => {
    const manifest = slackManifest({ mode: 'socket' }, commands)
    expect(JSON.stringify(manifest)).not.toContain('http')
    expect(part(manifest, 'settings', 'socket_mode_enabled')).toBe(true)
  })

  test.each(['bot.example.com', 'https://bot.example.com/'])('for HTTP sends everything to one address (%s)', (host) => {
    const manifest = slackManifest({ mode: 'http', host }, commands)
    const url = 'https://bot.example.com/slack/events'
    expect(part(manifest, 'settings')).toMatchObject({
      socket_mode_enabled: false,
      event_subscriptions: { request_url: url },
      interactivity: { is_enabled: true, request_url: url, message_menu_options_url: url },
    })
    expect(part(manifest, 'features', 'slash_commands')).toEqual([expect.objectContaining({ command: '/study', url, should_escape: true })])
  })

  test('asks for what the adapter uses, each with a reason', () => {
    const manifest = slackManifest({ mode: 'socket' }, commands)
    expect(part(manifest, 'oauth_config', 'scopes')).toEqual({
      bot: ['channels:read', 'chat:write', 'commands', 'app_mentions:read', 'groups:read', 'im:history', 'users:read'],
      bot_optional: ['channels:history', 'groups:history', 'files:read', 'files:write', 'usergroups:read', 'chat:write.public'],
    })
    for (const reason of Object.values({ ...scopes, ...optionalScopes })) expect(reason.length).toBeGreaterThan(10)
    expect(part(manifest, 'settings', 'event_subscriptions', 'bot_events')).toEqual([
      'app_home_opened', 'app_mention', 'app_uninstalled', 'channel_archive', 'channel_deleted', 'channel_id_changed', 'channel_unarchive', 'group_archive', 'group_deleted',
      'group_unarchive', 'message.im', 'tokens_revoked', 'user_change',
    ])
    expect(part(manifest, 'features', 'app_home')).toEqual({ home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false })
    expect(part(manifest, 'features', 'slash_commands')).toEqual([expect.objectContaining({ usage_hint: '[today | board | me | lookup <words> | setup | help]' })])
  })

  test('for an app that any workspace may install says where people come back to, and leaves out what would come a thousand times a day', () => {
    const manifest = slackManifest({ mode: 'public', host: 'https://bot.example.com' }, commands)
    expect(part(manifest, 'oauth_config')).toEqual({
      redirect_urls: ['https://bot.example.com/slack/oauth_redirect'],
      scopes: { bot: Object.keys(scopes), bot_optional: Object.keys(optionalScopes) },
    })
    expect(part(manifest, 'settings')).toMatchObject({ socket_mode_enabled: false, org_deploy_enabled: true, token_rotation_enabled: false, interactivity: { request_url: 'https://bot.example.com/slack/events' } })
    const subscribed = part(manifest, 'settings', 'event_subscriptions', 'bot_events')
    expect(subscribed).toEqual(expect.arrayContaining(['app_uninstalled', 'tokens_revoked']))
    expect(subscribed).not.toContain('user_change')
  })

  // https://docs.slack.dev/reference/app-manifest
  test('keeps the lengths that Slack takes', () => {
    const manifest = slackManifest({ mode: 'socket' }, commands)
    const long = (...path: readonly string[]) => string(part(manifest, ...path)).length
    expect(long('display_information', 'name')).toBeLessThanOrEqual(35)
    expect(long('display_information', 'description')).toBeLessThanOrEqual(140)
    expect(long('display_information', 'long_description')).toBeGreaterThanOrEqual(174)
    expect(long('features', 'slash_commands', '0', 'usage_hint')).toBeLessThanOrEqual(1000)
  })
})
