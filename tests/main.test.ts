// The bot as a process: what a start refuses and in which words, and how it ends.
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bareEnvironment } from './fakes/bare-environment.ts'

let folder: string
let database: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'studyhall-'))
  database = join(folder, 'studyhall.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true }))

const environment = (more: Record<string, string> = {}) => bareEnvironment({ DATABASE_FILE: database, COURSE_FOLDER: 'tests/courses/house-rules', ...more })

function start(input: string, more: Record<string, string> = {}) {
  const run = spawnSync(process.execPath, ['src/start.js'], { input, encoding: 'utf8', env: environment(more) })
  return { out: run.stdout, err: run.stderr, status: run.status }
}

describe('a start', () => {
  it('without tokens is the terminal, keeps what was answered, and ends well with its input', () => {
    // The question asks for one option or for two; the line that does not fit it is refused.
    expect(start('A\nA B\n')).toMatchObject({ status: 0, err: '' })
    expect(start('me\n').out).toMatch(/of 1 right/)
  })

  it('lists every error of the course with its place, and nothing else', () => {
    cpSync('tests/courses/house-rules', join(folder, 'course'), { recursive: true })
    for (const name of ['glossary.yaml', 'facts.yaml']) writeFileSync(join(folder, 'course', name), 'wrong: true\n')
    const { err, status } = start('', { COURSE_FOLDER: join(folder, 'course') })
    expect(status).toBe(1)
    expect(err).toContain('glossary.yaml')
    expect(err).toContain('facts.yaml')
    expect(err).not.toMatch(/\n {4}at /)
  })

  it('tells each warning about the course on a plain line in the terminal', () => {
    cpSync('tests/courses/house-rules', join(folder, 'course'), { recursive: true })
    writeFileSync(join(folder, 'course/questions/locks.yaml~'), '')
    const { err, status } = start('', { COURSE_FOLDER: join(folder, 'course') })
    expect([status, err]).toEqual([0, expect.stringMatching(/^questions\/locks\.yaml~ warning .*\n$/u)])
  })

  it.each([
    ['damaged', (file: string) => writeFileSync(file, 'this is no database, and long enough to be read as a header of one'.repeat(20))],
    ['of a newer version', (file: string) => {
      const db = new Database(file)
      db.pragma('user_version = 999')
      db.close()
    }],
  ])('refuses a database that is %s in one sentence and leaves it as it is', (_, spoil) => {
    start('A\n')
    spoil(database)
    const before = readFileSync(database)
    const { err, status } = start('')
    expect(status).toBe(1)
    expect(err).toContain(database)
    expect(err).not.toMatch(/\n {4}at /)
    expect(readFileSync(database)).toEqual(before)
  })

  it('names a variable that is missing or wrong', () => {
    const { err, status } = start('', { SLACK_BOT_TOKEN: 'xoxb-1-secretsecret' })
    expect(status).toBe(1)
    expect(err).toContain('SLACK_APP_TOKEN is missing')
    expect(err).not.toContain('secretsecret')
  })
})

describe('a running bot', () => {
  async function running(): Promise<{ readonly stop: (signal: NodeJS.Signals) => void; readonly ended: Promise<number | null> }> {
    const child = spawn(process.execPath, ['src/start.js'], { env: environment(), stdio: ['pipe', 'pipe', 'pipe'] })
    const ended = new Promise<number | null>((done) => child.once('exit', done))
    child.stdin.write('help\n')
    await new Promise((done) => child.stdout.once('data', done))
    child.stdout.resume()
    return { stop: (signal) => void child.kill(signal), ended }
  }

  it.each(['SIGTERM', 'SIGINT'] as const)('ends in order on %s', async (signal) => {
    const bot = await running()
    bot.stop(signal)
    expect(await bot.ended).toBe(0)
    expect(start('status\n').status).toBe(0)
  })

  it('keeps a second one off its database', async () => {
    const bot = await running()
    const second = start('')
    expect(second.status).toBe(1)
    expect(second.err).toContain('Another running bot')
    bot.stop('SIGTERM')
    await bot.ended
  })
})
