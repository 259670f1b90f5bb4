// Installing the app, end to end: the button, Slack's consent page, the way back, and every way in which it can go wrong or be abused.
import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { openManyStage, told } from './stage.ts'

const wordsIn = (page: string) => page.replace(/<style>[^]*<\/style>/u, '').replace(/<[^>]+>/gu, ' ').replace(/\s+/gu, ' ')

describe('an installation', () => {
  test('begins at the bot, asks Slack for what the bot needs, and ends with a token that is sealed in the database', async () => {
    const stage = await openManyStage()
    const slack = await stage.slacks.workspace('One')
    const { consent, cookie, response } = await stage.begin()
    expect(response.status).toBe(302)
    const asked = new URL(consent)
    expect(asked.origin + asked.pathname).toBe(`${new URL(stage.slacks.apiUrl).origin}/oauth/v2/authorize`)
    expect(asked.searchParams.get('redirect_uri')).toBe('https://bot.example.org/slack/oauth_redirect')
    expect(asked.searchParams.get('scope')?.split(',')).toEqual(expect.arrayContaining(['chat:write', 'commands', 'channels:history']))
    expect(response.headers.getSetCookie()).toEqual([expect.stringMatching(/^slack-app-oauth-state=[^;]+; Secure; HttpOnly; Path=\/; Max-Age=600$/u)])
    const { status, page, headers } = await stage.finish(stage.slacks.agree(consent, { workspaces: [slack] }), cookie)
    expect([status, wordsIn(page)]).toEqual([200, expect.stringContaining('Studyhall is in one')])
    expect(headers.get('cache-control')).toBe('no-store')
    const kept = await stage.ledger().installations.find('slack:T0ONE')
    expect(kept).toMatchObject({ name: 'one', bot: 'U0BOTONE', removedAt: null })
    expect(Buffer.from(kept?.sealed ?? []).includes(slack.world.botToken)).toBe(false)
    expect(stage.log.map(({ message, fields }) => message + JSON.stringify(fields)).join()).not.toContain(slack.world.botToken)
  })

  test('that somebody cancels says so, and keeps nothing', async () => {
    const stage = await openManyStage()
    const { consent, cookie } = await stage.begin()
    const { status, page } = await stage.finish(stage.slacks.agree(consent, 'no'), cookie)
    expect([status, wordsIn(page)]).toEqual([200, expect.stringContaining('Studyhall wasn’t added')])
    expect(stage.slacks.calls).toEqual([])
  })

  test('comes from Slack’s own pages without a state, and begins anew here', async () => {
    const stage = await openManyStage()
    const response = await stage.open('/slack/oauth_redirect?code=from-slack')
    expect([response.status, response.headers.get('location')]).toEqual([302, 'https://bot.example.org/slack/install'])
    expect(stage.slacks.calls).toEqual([])
  })

  test.each([
    ['has no cookie, as in another browser', () => ''],
    ['has another cookie, as after a second tab', (cookie: string) => `${cookie}x`],
  ])('is refused where the way back %s', async (_, change) => {
    const stage = await openManyStage()
    const slack = await stage.slacks.workspace('One')
    const { consent, cookie } = await stage.begin()
    const { status, page } = await stage.finish(stage.slacks.agree(consent, { workspaces: [slack] }), change(cookie))
    expect([status, wordsIn(page)]).toEqual([400, expect.stringContaining('Let’s start over')])
    expect(page).toContain('href="/slack/install"')
    expect([stage.slacks.calls, await stage.ledger().installations.find('slack:T0ONE')]).toEqual([[], undefined])
  })

  test('is refused where the state was forged, whoever signed it', async () => {
    const stage = await openManyStage()
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const unsigned = `${part({ alg: 'none', typ: 'JWT' })}.${part({ installOptions: { scopes: [] }, now: new Date().toISOString() })}.`
    const body = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ installOptions: { scopes: [] }, now: new Date().toISOString() })}`
    const signed = `${body}.${createHmac('sha256', 'another secret').update(body).digest('base64url')}`
    for (const state of [unsigned, signed, 'nonsense', `${body}.`]) {
      const { status, page } = await stage.finish(`https://x/slack/oauth_redirect?code=c&state=${state}`, `slack-app-oauth-state=${state}`)
      expect([status, wordsIn(page)]).toEqual([400, expect.stringContaining('Let’s start over')])
    }
    expect(stage.slacks.calls).toEqual([])
  })

  test('is refused the second time its link is opened', async () => {
    const stage = await openManyStage()
    const slack = await stage.slacks.workspace('One')
    const { consent, cookie } = await stage.begin()
    const back = stage.slacks.agree(consent, { workspaces: [slack] })
    expect((await stage.finish(back, cookie)).status).toBe(200)
    const token = slack.world.botToken
    const { status, page } = await stage.finish(back, cookie)
    expect([status, wordsIn(page)]).toEqual([400, expect.stringContaining('used already')])
    expect(slack.world.botToken).toBe(token)
  })

  test('never repeats on a page, or in a header, what came in the address', async () => {
    const stage = await openManyStage()
    const evil = '"><script>alert(1)</script>'
    for (const path of ['error=', 'code=', 'state=', 'code=x&state=', 'error=access_denied&error_description=']) {
      const { page, headers } = await stage.finish(`https://x/slack/oauth_redirect?${path}${encodeURIComponent(evil)}`, '')
      expect(page).not.toMatch(/<script|alert\(1\)/u)
      expect([...headers.values()].join()).not.toMatch(/<script|alert/u)
      expect(page === '' || headers.get('content-security-policy')?.startsWith('default-src \'none\'; style-src \'sha256-')).toBe(true)
    }
  })

  test('shows a workspace’s name as it is, whatever it is', async () => {
    const stage = await openManyStage()
    const slack = await stage.slacks.workspace('One', { team: { id: 'T0ONE', domain: '<img src=x onerror=alert(1)>' } })
    const { page } = await stage.install([slack])
    expect(page).not.toContain('<img')
    expect(page).toContain('&lt;img src=x')
  })

  test.each(['evil.example', 'evil.example:1', 'bot.example.org@evil.example'])('leads nowhere else, whatever host a request names (%s)', async (host) => {
    const stage = await openManyStage()
    for (const path of ['/slack/install', '/slack/install?redirect_uri=https://evil.example', '//evil.example/slack/install', '/slack/oauth_redirect?code=x']) {
      const response = await stage.open(path, { host, 'x-forwarded-host': host })
      const text = `${response.headers.get('location')}${await response.text()}`
      expect(text).not.toContain('evil.example')
    }
  })

  test.each([
    ['invalid_client_id', 500, 'isn’t set up right'],
    ['bad_redirect_uri', 500, 'isn’t set up right'],
    ['invalid_code', 400, 'used already'],
    ['fatal_error', 502, 'Slack isn’t answering'],
  ])('tells people in plain words what Slack says with %s', async (error, status, words) => {
    const stage = await openManyStage()
    const slack = await stage.slacks.workspace('One')
    stage.slacks.faults.push({ method: 'oauth.v2.access', error })
    const found = await stage.install([slack])
    expect([found.status, wordsIn(found.page)]).toEqual([status, expect.stringContaining(words)])
    expect(wordsIn(found.page)).not.toContain(error)
  })

  test('that the database can’t take asks to try again, and works then', async () => {
    const stage = await openManyStage()
    const slack = await stage.slacks.workspace('One')
    stage.broken.ledger = true
    const { status, page } = await stage.install([slack])
    expect([status, wordsIn(page)]).toEqual([503, expect.stringContaining('can’t reach its database')])
    stage.broken.ledger = false
    expect((await stage.install([slack])).status).toBe(200)
  })

  test('once more takes over at once, with its new token', async () => {
    const stage = await openManyStage()
    const { slack, ada, channel } = await stage.workspace('One')
    const first = slack.world.botToken
    expect(await told(slack, ada, () => slack.command(ada, channel, 'setup 09:00 Europe/Berlin mon-fri'))).toContain('Europe/Berlin')
    await stage.install([slack])
    stage.slacks.calls.length = 0
    await stage.wait('2026-11-23T08:00:00Z')
    expect(slack.messages(channel).some(({ metadata }) => metadata !== undefined)).toBe(true)
    const tokens = new Set(stage.slacks.calls.map(({ token }) => token))
    expect([tokens.has(first), tokens.has(slack.world.botToken)]).toEqual([false, true])
  })
})

test('an unsigned request to the bot stays out, and pages take none', async () => {
  const stage = await openManyStage()
  const post = (path: string) => fetch(`http://127.0.0.1:${stage.platform().port()}${path}`, { method: 'POST', body: '{"team_id":"T0ONE"}', headers: { 'content-type': 'application/json' } })
  expect((await Promise.all(['/slack/events', '/', '/slack/install'].map(post))).map(({ status }) => status)).toEqual([401, 401, 401])
})
