// What an operator of a bot for many workspaces types: the manifest, deleting a workspace, sealing tokens anew.
import { mkdtempSync, rmSync } from 'node:fs'
import { spawn, spawnSync } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { bareEnvironment } from '../fakes/bare-environment.ts'
import { until } from '../fakes/until.ts'
import { monday, quizOf } from '../ledger/world.ts'
import { seal, unseal } from '../../src/platforms/slack/many/sealed-token.ts'
import { newKeys } from '../platforms/slack/many/stage.ts'
import type { TokenKeys } from '../../src/platforms/slack/many/sealed-token.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'many-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const file = () => join(folder, 'db')
const written = ({ keys }: TokenKeys) => [...keys].map(([number, key]) => `${number}:${Buffer.from(key).toString('base64')}`).join(',')

function study(line: string, settings: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli.ts', ...line.split(' ')], { encoding: 'utf8', env: bareEnvironment({ DATABASE_FILE: file(), ...settings }) })
  return { status, text: (stdout + stderr).trim() }
}

const many = (keys: TokenKeys, port = '3999') => ({
  SLACK_CLIENT_ID: '1234.5678', SLACK_CLIENT_SECRET: '0123456789abcdef0123', SLACK_STATE_SECRET: 'a state secret of ours', SLACK_SIGNING_SECRET: '0123456789abcdef', PORT: port,
  PUBLIC_URL: 'https://bot.example.org', TOKEN_KEYS: written(keys), SUPPORT_CONTACT: 'help@example.org',
})

const app = (id: string) => ({ id, name: id, url: 'https://one.slack.com/', bot: 'U1', botId: 'B1', scopes: [] })

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function withQuizzes(keys: TokenKeys): Promise<void> {
  const ledger = await openLedger(file(), { now: monday })
  for (const group of ['slack:T1', 'slack:T2']) {
    await ledger.quizzes.change(`${group}/C1`, 'setup', monday, () => ({ quiz: quizOf({ group, place: `${group}/C1`, paused: true }) }))
    await ledger.installations.save(app(group), seal(keys, group, `xoxb-${group}`), [{ group, name: group }], monday)
  }
  await ledger.close()
}

async function left(): Promise<readonly (readonly string[])[]> {
  const ledger = await openLedger(file(), { now: monday })
  const found = [(await Promise.all(['slack:T1', 'slack:T2'].map((group) => ledger.quizzes.of(group)))).flat().map(({ place }) => place), (await ledger.installations.sealed()).map(({ id }) => id)]
  await ledger.close()
  return found
}

describe('a bot for many workspaces', () => {
  it('starts with nobody there yet, shows its page, and is ready', { timeout: 60_000 }, async () => {
    const port = await freePort()
    const bot = spawn(process.execPath, ['src/start.js'], { env: bareEnvironment({ DATABASE_FILE: file(), COURSE_FOLDER: 'tests/courses/house-rules', LOG_LEVEL: 'info', SLACK_API_URL: 'http://127.0.0.1:9/api/', ...many(newKeys(), String(port)) }), stdio: ['ignore', 'ignore', 'pipe'] })
    let log = ''
    bot.stderr.setEncoding('utf8').on('data', (text: string) => void (log += text))
    await until(() => log.includes('"ready"'), 'the bot')
    const page = await fetch(`http://127.0.0.1:${port}/`)
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Add Studyhall to Slack')])
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`)
    expect([ready.status, await ready.json()]).toEqual([200, expect.objectContaining({ ready: true, platforms: { slack: true } })])
    expect((await fetch(`http://127.0.0.1:${port}/slack/install`, { redirect: 'manual' })).status).toBe(302)
    const ended = new Promise((resolve) => bot.once('close', resolve))
    bot.kill('SIGTERM')
    expect(await ended).toBe(0)
  })
})

describe('the manifest', () => {
  it('is for one workspace unless asked otherwise, and needs no settings before there is an app', () => {
    expect(JSON.parse(study('slack-manifest').text)).toMatchObject({ settings: { socket_mode_enabled: true, org_deploy_enabled: false } })
    const open = JSON.parse(study('slack-manifest --public --host bot.example.org --command /quiz', { SLACK_CLIENT_ID: '1234.5678' }).text) as object
    expect(open).toMatchObject({ oauth_config: { redirect_urls: ['https://bot.example.org/slack/oauth_redirect'] }, features: { slash_commands: [{ command: '/quiz' }] } })
    expect(study('slack-manifest --public')).toMatchObject({ status: 1, text: expect.stringContaining('--host') })
    expect(study('slack-manifest --command quiz')).toMatchObject({ status: 1, text: expect.stringContaining('/quiz') })
  })

  it('follows the settings once they are there', () => {
    expect(JSON.parse(study('slack-manifest', { ...many(newKeys()), SLACK_COMMAND: '/quiz' }).text)).toMatchObject({ oauth_config: { redirect_urls: ['https://bot.example.org/slack/oauth_redirect'] }, features: { slash_commands: [{ command: '/quiz' }] } })
  })
})

describe('forget', () => {
  it('shows how much there is, and deletes one workspace alone, with or without a running bot', { timeout: 60_000 }, async () => {
    const keys = newKeys()
    await withQuizzes(keys)
    expect(study('forget slack:T1')).toEqual({ status: 0, text: expect.stringContaining('slack:T1: 1 daily question, 0 people, 0 answers.\nAdd --yes') })
    expect(study('forget T1')).toMatchObject({ status: 1, text: expect.stringContaining('slack:') })
    expect(study('forget slack:T1 --yes')).toEqual({ status: 0, text: expect.stringContaining('Deleted all data of slack:T1') })
    expect(await left()).toEqual([['slack:T2/C1'], ['slack:T2']])
    const bot = spawn(process.execPath, ['src/start.js'], { env: bareEnvironment({ DATABASE_FILE: file(), COURSE_FOLDER: 'tests/courses/house-rules', LOG_LEVEL: 'info' }), stdio: ['pipe', 'ignore', 'pipe'] })
    let log = ''
    bot.stderr.setEncoding('utf8').on('data', (text: string) => void (log += text))
    await until(() => log.includes('"ready"'), 'the bot')
    expect(study('forget slack:T2 --yes')).toEqual({ status: 0, text: expect.stringContaining('Deleted all data of slack:T2: 1 daily question') })
    const ended = new Promise((resolve) => bot.once('close', resolve))
    bot.stdin.end()
    await ended
    expect(log).toContain('deleted all data of a group')
    expect(await left()).toEqual([[], []])
  })
})

describe('reseal', () => {
  it('seals tokens with the first key, so that the bot starts without the old one', { timeout: 60_000 }, async () => {
    const [old, next] = [newKeys([1]), newKeys([2])]
    await withQuizzes(old)
    const both: TokenKeys = { current: 2, keys: new Map([...next.keys, ...old.keys]) }
    expect(study('reseal')).toMatchObject({ status: 1, text: expect.stringContaining('TOKEN_KEYS isn’t set') })
    expect(study('reseal', many(both))).toEqual({ status: 0, text: expect.stringContaining('Sealed 2 tokens with key 2') })
    const ledger = await openLedger(file(), { now: monday })
    for (const { id, sealed } of await ledger.installations.sealed()) expect(unseal(next, id, sealed)).toBe(`xoxb-${id}`)
    await ledger.close()
    const { status, stderr } = spawnSync(process.execPath, ['src/start.js'], { encoding: 'utf8', env: bareEnvironment({ DATABASE_FILE: file(), COURSE_FOLDER: 'tests/courses/house-rules', ...many(old) }) })
    expect([status, stderr]).toEqual([1, expect.stringContaining('TOKEN_KEYS lacks key 2')])
  })
})
