// The bot as `npm start` has it, for all workspaces of the town: how long a start takes, and what each workspace costs that something is
// asked of.
import { fork, type ChildProcess } from 'node:child_process'
import { createHmac, randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type pg from 'pg'
import { readTokenKeys, seal } from '../../../src/platforms/slack/many/sealed-token.ts'
import { rounded, type Figure } from '../figure.ts'
import { ask } from '../press/children.ts'
import { installation } from '../start.ts'
import type { HeapSays } from './heap.ts'
import { channelName, groupName, placesEach, teamName, userName, type Town } from './town.ts'

const tokenKeys = `1:${randomBytes(32).toString('base64')}`
const signingSecret = 'the-signing-secret-of-the-million'
const bot = { user: 'U0BOT', id: 'B0BOT' }
/** The first ones load the code. */
const warmUp = (town: Town) => Math.min(200, Math.floor(town.groups / 5))
const asked = (town: Town) => Math.min(2_000, town.groups - warmUp(town))

/** Installed in each workspace, with a token of its own. */
export async function install(client: pg.Client, { groups }: Town, at: number): Promise<void> {
  const keys = readTokenKeys(tokenKeys)
  if (keys === undefined) throw new Error('The keys of the benchmark can’t be read.')
  const ids = Array.from({ length: groups }, (_, index) => groupName(index + 1))
  const tokens = ids.map((id, index) => Buffer.from(seal(keys, id, `xoxb-${index}-of-the-town`)))
  await client.query(
    `INSERT INTO installations (id, name, url, bot, bot_id, scopes, token, installed_at, checked_at)
     SELECT id, id, 'https://town.slack.com/', $3, $4, 'chat:write commands', token, $5, $5 FROM unnest(CAST($1 AS text[]), CAST($2 AS bytea[])) AS t (id, token)`,
    [ids, tokens, bot.user, bot.id, at],
  )
  await client.query('INSERT INTO served_groups (name, installation_id, title) SELECT id, id, id FROM installations')
}

export async function startAndAsk(url: string, town: Town): Promise<readonly Figure[]> {
  const slack = await startSlack()
  const folder = installation()
  const port = await freePort()
  const began = performance.now()
  const child = fork(join(folder, 'src/start.js'), [], {
    cwd: folder,
    execArgv: ['--min-semi-space-size=16', '--expose-gc', '--import', join(import.meta.dirname, 'heap.ts')],
    env: { PATH: process.env['PATH'], DATABASE_URL: url, PORT: String(port), SLACK_SIGNING_SECRET: signingSecret, SLACK_CLIENT_ID: '1111.2222', SLACK_CLIENT_SECRET: 'a-client-secret-of-the-town', SLACK_STATE_SECRET: 'a-state-secret-of-the-town', PUBLIC_URL: 'https://bot.example.org', TOKEN_KEYS: tokenKeys, SLACK_API_URL: slack.url },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  try {
    await ready(child)
    const start = performance.now() - began
    const heapOf = () => ask<object, HeapSays>(child, {})
    await askAround(slack, port, { first: 1, count: warmUp(town) })
    const before = await heapOf()
    const waits = await askAround(slack, port, { first: 1 + warmUp(town), count: asked(town) })
    const after = await heapOf()
    const each = (after.heap - before.heap) / asked(town) / 1024
    const sorted = waits.toSorted((a, b) => a - b)
    return [
      { what: `(t) start to ready, ${town.groups.toLocaleString('en')} workspaces in PostgreSQL`, value: `${rounded(start, 0)} ms`, floor: '', ratio: null, goal: 'under 10 s', reached: start < 10_000 },
      {
        what: `(t) memory of a workspace, ${asked(town)} of them asked for help (p50 ${rounded(sorted[Math.floor(sorted.length / 2)] ?? Number.NaN, 1)} ms to the reply)`,
        value: `${rounded(each, 1)} kB`,
        floor: `${rounded(before.heap / 1024 ** 2, 0)} MB before; the process ${rounded(after.whole / 1024 ** 2, 0)} MB`,
        ratio: null,
        goal: 'at most 20 kB',
        reached: each <= 20,
      },
    ]
  } finally {
    // Its database goes next, so it need not end well.
    child.kill('SIGKILL')
    if (child.exitCode === null && child.signalCode === null) await new Promise((done) => child.once('exit', done))
    slack.close()
    rmSync(folder, { recursive: true })
  }
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', (data) => {
      said += String(data)
      if (said.includes('"ready"')) resolve()
    })
    child.once('exit', () => reject(new Error(`The bot ended before it was ready: ${said}`)))
  })
}

/** Somebody in each of so many workspaces asks for help, one after the other. @returns milliseconds to each reply */
async function askAround(slack: Slack, port: number, { first, count }: { readonly first: number; readonly count: number }): Promise<readonly number[]> {
  const waits: number[] = []
  for (let group = first; group < first + count; group++) {
    const began = performance.now()
    const reply = slack.replied()
    const fields = { token: 'old', team_id: teamName(group), team_domain: 'town', channel_id: channelName((group - 1) * placesEach + 1), channel_name: 'study', user_id: userName(group), user_name: 'person', command: '/study', text: 'help', api_app_id: 'A0', is_enterprise_install: 'false', response_url: slack.replyUrl, trigger_id: `1.${group}` }
    const body = new URLSearchParams(fields).toString()
    const time = Math.floor(Date.now() / 1000)
    const signature = `v0=${createHmac('sha256', signingSecret).update(`v0:${time}:${body}`).digest('hex')}`
    const answer = await fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-slack-request-timestamp': String(time), 'x-slack-signature': signature } })
    await answer.text()
    if (answer.status !== 200) throw new Error(`A workspace was answered with ${answer.status}.`)
    await reply
    waits.push(performance.now() - began)
  }
  return waits
}

type Slack = { readonly url: string; readonly replyUrl: string; readonly replied: () => Promise<void>; readonly close: () => void }

/** Takes every token, and knows everybody. */
async function startSlack(): Promise<Slack> {
  let replied = Promise.withResolvers<void>()
  const server = createServer((request, response) => {
    request.resume()
    request.on('end', () => {
      if (request.url === '/reply') replied.resolve()
      response.writeHead(200, { 'content-type': 'application/json', 'x-oauth-scopes': 'chat:write,commands' })
      response.end(JSON.stringify({ ok: true, user_id: bot.user, bot_id: bot.id, user: { id: 'U0', name: 'person', real_name: 'A person', tz: 'UTC', profile: {} } }))
    })
  })
  const origin = `http://127.0.0.1:${await listening(server)}`
  const next = () => (replied = Promise.withResolvers<void>()).promise
  return { url: `${origin}/api/`, replyUrl: `${origin}/reply`, replied: next, close: () => server.close() }
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

async function freePort(): Promise<number> {
  const server = createServer()
  const port = await listening(server)
  await new Promise((resolve) => server.close(resolve))
  return port
}
