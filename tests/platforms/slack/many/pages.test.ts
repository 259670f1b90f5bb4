// The pages that the bot serves: they say what it is, load nothing, and lead nowhere but to each other, to Slack, and to whoever runs it.
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { landingPage } from '../../../../src/platforms/slack/many/pages/landing.ts'
import { written, type Page, type Site } from '../../../../src/platforms/slack/many/pages/layout.ts'
import { failedPage, installedPage } from '../../../../src/platforms/slack/many/pages/outcome.ts'
import { privacyPage } from '../../../../src/platforms/slack/many/pages/privacy.ts'
import { supportPage } from '../../../../src/platforms/slack/many/pages/support.ts'
import { openManyStage } from './stage.ts'

const site: Site = { publicUrl: 'https://bot.example.org', command: '/study', operator: 'Example & Sons', contact: 'help@example.org', keepRemovedDays: 30 }
const granted = { name: 'Ada’s <team>', app: 'A1', team: 'T1', isWhole: false }
const kinds = ['denied', 'state', 'used', 'settings', 'rotation', 'no-token', 'database', 'slack'] as const
const pagesOf = (of: Site): readonly (readonly [string, Page])[] => [
  ['landing', landingPage(of)], ['privacy', privacyPage(of)], ['support', supportPage(of)], ['installed', installedPage(of, granted)], ['organization', installedPage(of, { ...granted, isWhole: true, team: null })],
  ...kinds.map((kind) => [kind, failedPage(of, kind)] as const),
]

describe.each(pagesOf(site))('the page %s', (_, page) => {
  const text = written(page)

  test('loads nothing, runs nothing, and links to nobody else', () => {
    expect(text).not.toMatch(/<script|<img|<link|<iframe|<form|@import|url\(|\bon\w+=/u)
    const links = [...text.matchAll(/(?:href|src)="([^"]*)"/gu)].map(([, link = '']) => link)
    expect(links.filter((link) => !/^(?:\/|\/privacy|\/support|\/slack\/install|mailto:help@example\.org|https:\/\/slack\.com\/app_redirect\?app=A1&amp;team=T1)$/u.test(link))).toEqual([])
  })

  test('is whole: every tag is closed, and there is one heading', () => {
    const open: string[] = []
    const crossed: string[] = []
    for (const [, close, name = ''] of text.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/gu)) {
      if (name === 'meta') continue
      if (close === '') open.push(name)
      else if (open.pop() !== name) crossed.push(name)
    }
    expect([open, crossed]).toEqual([[], []])
    expect([...text.matchAll(/<h1>/gu)]).toHaveLength(1)
    expect(text).toContain('name="viewport"')
  })
})

test('pages call the command by its name, and say for how long data stays', () => {
  const all = pagesOf({ ...site, command: '/quiz', keepRemovedDays: 1 }).map(([, page]) => written(page)).join()
  expect(all).toContain('/quiz setup')
  expect(all).not.toMatch(/\/study\b/u)
  expect(all).toContain('after 1 day')
})

test('pages do without what an operator has not said', () => {
  const all = pagesOf({ ...site, operator: null, contact: null }).map(([, page]) => written(page)).join()
  expect(all).not.toMatch(/null|undefined|mailto:/u)
})

test('the bot serves them, to whoever only asks for the head too, and nothing else', async () => {
  const stage = await openManyStage({ health: async (path) => ({ status: 200, body: { path } }) })
  for (const path of ['/', '/privacy', '/support']) {
    const response = await stage.open(path)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'/u)
    expect(response.headers.getSetCookie()).toEqual([])
    const text = await response.text()
    // The browser takes the style only by its hash.
    const style = /<style>([^]*)<\/style>/u.exec(text)?.[1] ?? ''
    expect(response.headers.get('content-security-policy')).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`)
  }
  const head = await fetch(`http://127.0.0.1:${stage.platform().port()}/`, { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
  expect((await stage.open('/readyz')).status).toBe(200)
  expect((await Promise.all(['/nothing', '/..%2f', '/slack'].map((path) => stage.open(path)))).map(({ status }) => status)).toEqual([404, 404, 404])
})
