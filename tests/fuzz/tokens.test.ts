// The real program, with everything going wrong around it and the log at its most talkative: none of its secrets is ever printed.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { inspect } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { startFakeDiscord } from '../fakes/discord/fake-discord.ts'
import { everyoneMay, permission } from '../fakes/discord/world.ts'
import { onMessage, startFakeSlack } from '../fakes/slack/fake-slack.ts'
import { until } from '../fakes/until.ts'
import { bareEnvironment } from '../fakes/bare-environment.ts'

const root = resolve(import.meta.dirname, '../..')

const secrets = {
  SLACK_BOT_TOKEN: 'xoxb-2345678901-3456789012345-QwErTyUiOpAsDfGhJkLzXcVb',
  SLACK_APP_TOKEN: 'xapp-1-A0SECRET1-4567890123456-00c0ffee11decade22facade33c0ffee',
  SLACK_SIGNING_SECRET: '5ec4e7a11ba5eba115ec4e7deadbea70',
  DISCORD_TOKEN: 'MTIzNDU2Nzg5MDEyMzQ1Njc4OQ.GhIjKl.mNoPqRsTuVwXyZ0123456789aBcDeFgHiJkLm',
} as const

type Environment = Readonly<Record<string, string>>

/** The program in a folder of its own, so that no setting of a developer takes part. */
function start(environment: Environment) {
  const folder = mkdtempSync(join(tmpdir(), 'studyhall-tokens-'))
  for (const name of ['src', 'data', 'node_modules', 'package.json']) symlinkSync(join(root, name), join(folder, name))
  const child = spawn(process.execPath, ['src/start.js'], { cwd: folder, env: bareEnvironment({ LOG_LEVEL: 'debug', COURSE_FOLDER: join(root, 'tests/courses/house-rules'), ...environment }), stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  child.stdout.on('data', (part) => (printed += String(part)))
  child.stderr.on('data', (part) => (printed += String(part)))
  const ended = new Promise<number | null>((done) => void child.once('close', (code) => done(code)))
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
    rmSync(folder, { recursive: true, force: true })
  })
  const stop = async () => {
    child.kill('SIGTERM')
    // A stop may wait for a connection; what it says by then is enough.
    await Promise.race([ended, sleep(1_500)])
  }
  return { printed: () => printed, ended, stop }
}

/** Every secret as it is, and as it is written in other places. */
function secretsIn(printed: string, all: readonly string[]): string[] {
  const forms = all.flatMap((secret) => [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64').replace(/=+$/u, ''), secret.slice(-20), secret.slice(0, 20)])
  const decoded = printed.replaceAll('\\/', '/')
  return forms.filter((form) => form.length > 15 && (printed.includes(form) || decoded.includes(form)))
}

/** Says the token back in everything that goes wrong, as proxies and error pages do. */
const misfortunes: Readonly<Record<string, (response: ServerResponse, token: string) => void>> = {
  'refuses the token and repeats it': (response, token) => json(response, 401, { ok: false, error: `invalid_auth ${token}`, message: `401: Unauthorized: ${token}`, code: 0, authorization: token }),
  'breaks, with a page that repeats the request': (response, token) => void response.writeHead(500, { 'content-type': 'text/html', 'x-request': token }).end(`<pre>authorization: ${token}\n at handler (/srv/x.js:1:1)</pre>`),
  'talks gibberish': (response, token) => void response.writeHead(200, { 'content-type': 'application/json' }).end(`{"ok":true,"url":"http://${token}@127.0.0.1:1/`),
  'sends them elsewhere': (response, token) => void response.writeHead(302, { location: `http://127.0.0.1:1/?token=${encodeURIComponent(token)}` }).end(),
  'hangs up': (response) => void response.destroy(),
  'answers with another kind of value': (response, token) => json(response, 200, [token, null]),
}

const json = (response: ServerResponse, status: number, body: unknown) => void response.writeHead(status, { 'content-type': 'application/json', 'x-oauth-scopes': 'chat:write' }).end(JSON.stringify(body))

async function unlucky(answer: (response: ServerResponse, token: string) => void) {
  let asked = 0
  const server = createServer((request, response) => {
    asked += 1
    request.resume().on('end', () => answer(response, String(request.headers.authorization).replace(/^(?:Bearer|Bot) /u, '')))
  })
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
  onTestFinished(() => new Promise<void>((done) => {
    server.close(() => done())
    server.closeAllConnections()
  }))
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked: () => asked }
}

const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, DISCORD_TOKEN } = secrets

const ways: readonly (readonly [string, (origin: string) => Environment])[] = [
  ['Slack by socket', (origin) => ({ SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_API_URL: `${origin}/api/` })],
  ['Slack over HTTP', (origin) => ({ SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, PORT: '39517', SLACK_API_URL: `${origin}/api/` })],
  ['Discord', (origin) => ({ DISCORD_TOKEN, DISCORD_API_URL: `${origin}/api` })],
]

test.each(Object.keys(misfortunes))('a platform that %s at the start learns of no secret to print', async (name) => {
  const misfortune = misfortunes[name]
  if (misfortune === undefined) throw new Error(name)
  const bySocket = Object.keys(misfortunes).indexOf(name) % 2
  const runs = await Promise.all(ways.filter((_, index) => index !== bySocket).map(async ([way, environmentOf]) => {
    const server = await unlucky(misfortune)
    const program = start(environmentOf(server.origin))
    await until(() => server.asked() > 0, `${way} to ask`)
    await until(() => program.printed() !== '', `${way} to print something`)
    await Promise.race([program.ended, sleep(1_500)])
    await program.stop()
    return { way, printed: program.printed() }
  }))
  for (const { way, printed } of runs) {
    expect(printed, way).not.toBe('')
    expect(secretsIn(printed, Object.values(secrets)), `${way}: ${printed.slice(0, 3000)}`).toEqual([])
  }
})

test.each([
  ['SLACK_BOT_TOKEN', { SLACK_BOT_TOKEN: 'xoxp-9876543210-wrong-kind-of-token', SLACK_APP_TOKEN }],
  ['SLACK_APP_TOKEN', { SLACK_BOT_TOKEN, SLACK_APP_TOKEN: 'oxapp-1-wrong-beginning-of-token' }],
  ['PORT', { SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, PORT: 'secret-not-a-port-987654' }],
  ['DISCORD_TOKEN', { DISCORD_TOKEN: 'no-token-at-all-but-a-secret-one' }],
])('a wrong %s ends the start without its value', async (name, environment) => {
  const program = start({ ...environment, DISCORD_API_URL: 'http://127.0.0.1:9/api', SLACK_API_URL: 'http://127.0.0.1:9/api/' })
  await until(() => program.printed() !== '', 'a word')
  await Promise.race([program.ended, sleep(500)])
  await program.stop()
  expect(program.printed()).not.toBe('')
  expect(secretsIn(program.printed(), [...Object.values(environment), ...Object.values(secrets)]), name).toEqual([])
})

test('a day in which everything fails after a good start prints no secret', async () => {
  const slack = await startFakeSlack()
  // A clock that stands still: on a busy machine the bot may take longer than Discord's three seconds.
  const began = Date.now()
  const discord = await startFakeDiscord(() => began)
  onTestFinished(async () => {
    await slack.close()
    await discord.stop()
  })
  Object.assign(slack.world, { botToken: SLACK_BOT_TOKEN, appToken: SLACK_APP_TOKEN })
  slack.addUser('U0ADA', 'Ada', { admin: true })
  slack.addChannel('C0STUDY')
  const guild = discord.world.addGuild()
  const channel = discord.world.addChannel(guild)
  const ada = discord.world.addPerson(guild, { username: 'ada', may: everyoneMay | permission.manageGuild })
  const program = start({ SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_API_URL: slack.apiUrl, DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url })
  await until(() => program.printed().includes('"ready"'), 'the start')
  await slack.command('U0ADA', 'C0STUDY', 'setup 09:00 UTC daily')
  await discord.people.seen(discord.people.command(ada, channel, '/study-admin setup', { time: '09:00', zone: 'UTC' }))
  await slack.command('U0ADA', 'C0STUDY', 'now')
  const post = await until(() => slack.messages('C0STUDY').at(-1), 'the post')
  slack.fail('chat.postMessage', { kind: 'error', error: `invalid_auth ${SLACK_BOT_TOKEN}` }, 2)
  slack.fail('chat.update', { kind: 'status', status: 500, stored: false }, 9)
  slack.fail('users.info', { kind: 'reset', stored: false }, 3)
  slack.fail('views.open', { kind: 'error', error: `not_authed ${SLACK_BOT_TOKEN}` }, 3)
  discord.faults.plan('POST', /callback$/, { kind: 'answer', status: 500, body: { message: `token ${discord.token}`, code: 0 } }, 2)
  discord.faults.plan('POST', /^\/channels/, { kind: 'answer', status: 401, body: { message: `401: ${discord.token}`, code: 0 } }, 3)
  // One question in eight has boxes to tick and no button A.
  const button = Promise.resolve().then(() => slack.press('U0ADA', onMessage(post), 'A')).catch(() => undefined)
  await Promise.all([button, slack.command('U0ADA', 'C0STUDY', 'setup'), slack.command('U0ADA', 'C0STUDY', 'now'), slack.command('U1GONE', 'C0STUDY', 'me')])
  const exchanges = [discord.people.command(ada, channel, '/study-admin now'), discord.people.command(ada, channel, '/study today')]
  slack.world.appToken = 'xapp-another'
  for (const socket of slack.sockets.open) socket.send(JSON.stringify({ type: 'interactive', envelope_id: 'e', payload: { token: SLACK_APP_TOKEN } }))
  slack.sockets.recycle('refresh_requested')
  discord.gateway.dispatch('INTERACTION_CREATE', { id: discord.world.newId(), token: discord.token, type: 2 })
  discord.gateway.cut()
  const late = slack.command('U0ADA', 'C0STUDY', 'board')
  for (const address of slack.world.responses.values()) address.expired = true
  await late
  await until(() => /"level":"(?:warn|error)"/u.test(program.printed()), 'trouble in the log')
  await sleep(3_000)
  await program.stop()
  // Whoever has the address of a reply may speak for the bot in that channel.
  const addresses = [...slack.world.responses.keys()].map((id) => `/response/${id}`)
  const all = [...Object.values(secrets), discord.token, ...exchanges.map(({ token }) => token)]
  expect(addresses.length).toBeGreaterThan(3)
  expect(secretsIn(program.printed(), [...all, ...addresses]), program.printed().slice(-4000)).toEqual([])
  const parts = exchanges.flatMap(({ shown, followUps }) => [shown, ...followUps]).concat(discord.world.messagesIn(channel)).map((message) => message?.components)
  const seen = [slack.world.whispers, [...slack.world.channels.values()], [...slack.world.homes.values()], parts]
  const shown = inspect(seen, { depth: null, maxArrayLength: null, maxStringLength: null, breakLength: Infinity })
  expect(shown).toContain('Question of the day')
  expect(secretsIn(shown, [...Object.values(secrets), discord.token])).toEqual([])
})
