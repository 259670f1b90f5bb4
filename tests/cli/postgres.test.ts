// The operator's commands with a database in PostgreSQL, as an operator runs them: a process, its output, its status.
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askBot } from '../../src/cli/ask-bot.ts'
import { verifyLedger } from '../../src/ledger/sqlite/file/verify.ts'
import { bareEnvironment } from '../fakes/bare-environment.ts'
import { until } from '../fakes/until.ts'
import { playedLedger } from '../ledger/played-ledger.ts'
import { newDatabase, type TestDatabase } from '../ledger/postgres-server.ts'

let target: TestDatabase
let client: Client
let folder: string
let file: string

beforeAll(async () => {
  target = await newDatabase()
  client = new Client(target.url)
  await client.connect()
  folder = mkdtempSync(join(tmpdir(), 'study-postgres-'))
  cpSync('tests/courses/house-rules', join(folder, 'course'), { recursive: true })
  file = playedLedger(folder, 35)
})
afterAll(async () => {
  await client.end()
  await target.drop()
  rmSync(folder, { recursive: true })
})

/** Before the first start with DATABASE_URL there is no folder for the rest. */
const settings = () => ({ DATABASE_FILE: join(folder, 'var/studyhall'), DATABASE_URL: target.url, COURSE_FOLDER: join(folder, 'course') })

function study(args: readonly string[], more: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli.ts', ...args], { encoding: 'utf8', env: bareEnvironment({ ...settings(), ...more }) })
  return { status, out: stdout, err: stderr }
}

const held = (words: string) => client.query(`INSERT INTO leases (name, owner, until) VALUES ('bot', 'somebody', ${words})`)
const copies = (pid: number | undefined) => readdirSync(tmpdir()).filter((name) => name.startsWith(`studyhall-copy-${pid}-`))

describe('the operator’s commands with PostgreSQL', () => {
  it('moves there, is read there, and comes back', { timeout: 120_000 }, () => {
    const what = '7 answers of 3 people in 4 rounds; 8 entries of 3 learners in the study log'
    const moved = study(['migrate-to', target.url], { DATABASE_URL: undefined, DATABASE_FILE: file })
    expect(moved.out).toMatch(
      new RegExp(`^postgres://studyhall@127\\.0\\.0\\.1:\\d+/\\w+ has everything that ${file} has: ${what}\\.\nCopied 1\\d\\d rows in [\\d.]+ seconds, and compared all of them\\.\nNext: set DATABASE_URL to this database, and start the bot\\.\n`, 'u'),
    )
    expect(study(['verify'])).toMatchObject({ status: 0, out: `${what}: no problems found.\n` })
    expect(study(['round', '2026-01-05']).out).toMatch(/^Round \w+\nThe daily question of 2026-01-05 in slack:T1\/C1\n/u)
    expect(study(['reports']).out).toContain('question-8  typo 1, wrong 1')
    expect(study(['stats']).out).toContain('slack:T1/C1, the last 90 days')
    const copy = join(folder, 'copy')
    expect(study(['copy-to', copy]).out).toMatch(/^Saved to .*copy\./u)
    expect(verifyLedger(copy)).toMatchObject({ problems: [], answers: 7 })
  })

  it('says how PostgreSQL’s own tools make a backup and restore it, without the password', { timeout: 60_000 }, async () => {
    const url = target.url.replace('studyhall@', 'studyhall:s3cret%2F@')
    const backup = study(['backup', 'my copy'], { DATABASE_URL: url })
    expect(backup.status).toBe(1)
    expect(backup.err).toMatch(/\n {2}pg_dump --format=custom --file='my copy' postgres:\/\/studyhall@127\.0\.0\.1:\d+\/\w+\n/u)
    const restore = study(['restore', 'copy.dump'], { DATABASE_URL: url })
    expect(restore.err).toMatch(/pg_restore --single-transaction --no-owner --dbname=postgres:\/\/studyhall@\S+ copy\.dump\n[^]*study -- restore --after-pg-restore/u)
    expect(backup.err + restore.err).not.toContain('s3cret')
    await client.query(`DELETE FROM meta WHERE name = 'restored'`)
    expect(study(['restore', '--after-pg-restore'])).toMatchObject({ status: 0, out: 'Noted. When the bot starts, it looks in the channels for what it posted since the backup.\n' })
    expect((await client.query(`SELECT value FROM meta WHERE name = 'restored'`)).rows).toEqual([{ value: '1' }])
  })

  it('asks the running bot, and does it itself where none runs', { timeout: 120_000 }, async () => {
    const bot = spawn(process.execPath, ['src/start.js'], { env: bareEnvironment({ ...settings(), LOG_LEVEL: 'info' }), stdio: ['pipe', 'ignore', 'pipe'] })
    let log = ''
    bot.stderr.setEncoding('utf8').on('data', (text: string) => void (log += text))
    await until(() => log.includes('"ready"'), 'the bot')
    expect(study(['correct'])).toMatchObject({ status: 1, err: 'A running bot uses the database. Stop it first. If it was killed, wait half a minute.\n' })
    expect(study(['verify']).status).toBe(0)
    expect(study(['reload']).out).toMatch(/^house-rules: nothing has changed\./u)
    expect(study(['forget', 'slack:T1', '--yes']).out).toContain('Deleted all data of slack:T1: 1 daily question, 3 people, 7 answers.')
    expect((await client.query('SELECT * FROM people')).rows).toEqual([])
    const ended = new Promise((resolve) => bot.once('close', resolve))
    bot.stdin.end()
    await ended
    expect(study(['reload'])).toMatchObject({ status: 1, out: 'No bot is running with the database in DATABASE_URL. It reads its courses when it starts.\n' })
    expect(study(['forget', 'slack:T1', '--yes']).status).toBe(0)
  })

  it('doesn’t wait for a bot that is on another machine, or has ended', async () => {
    const database = { databaseFile: settings().DATABASE_FILE, databaseUrl: target.url }
    const asked = { kind: 'reload', longestWait: 60_000 } as const
    await held(`now() + interval '1 hour'`)
    expect(await askBot(database, asked, { lookAgainEvery: 200, longestUntaken: 200 })).toEqual({ failed: true, lines: [expect.stringMatching(/^A bot uses the database, but it doesn’t see this request, .* Run the command on the bot’s machine/u)] })
    await client.query(`UPDATE leases SET until = clock_timestamp() + interval '200 milliseconds'`)
    expect(await askBot(database, asked, { lookAgainEvery: 200, longestUntaken: 60_000 })).toBe('not-running')
    expect(readdirSync(join(folder, 'var')).filter((name) => name.startsWith('studyhall'))).toEqual([])
    await client.query('DELETE FROM leases')
  })

  it('leaves no copy behind if it’s broken off', { timeout: 60_000 }, async () => {
    await client.query('BEGIN; LOCK TABLE weekly_recaps')
    const verify = spawn(process.execPath, ['src/cli.ts', 'verify'], { env: bareEnvironment(settings()), stdio: 'ignore' })
    await until(() => copies(verify.pid).length > 0, 'the copy')
    verify.kill('SIGINT')
    await until(() => verify.signalCode !== null || verify.exitCode !== null, 'the end')
    expect([verify.signalCode, copies(verify.pid)]).toEqual(['SIGINT', []])
    await client.query('ROLLBACK')
  })

  it('says in one sentence that the database can’t be used', { timeout: 60_000 }, () => {
    const wrong = new URL(target.url)
    wrong.pathname = '/none'
    wrong.password = 's3cret%2F'
    for (const args of [['verify'], ['migrate-to', '--from', file]]) {
      expect(study(args, { DATABASE_URL: wrong.href })).toEqual({ status: 1, out: '', err: 'The server has no database “none”. Create it (CREATE DATABASE), or correct the name in DATABASE_URL.\n' })
    }
  })
})
