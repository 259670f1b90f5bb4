// The operator's commands as an operator runs them: a process, its output, its status.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bareEnvironment } from '../fakes/bare-environment.ts'

let folder: string
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'study-'))))
afterAll(() => rmSync(folder, { recursive: true }))

function study(args: readonly string[], input = '', environment: Record<string, string> = {}) {
  const run = spawnSync(process.execPath, ['src/cli.ts', ...args], {
    encoding: 'utf8',
    // All screens as JSON are more than the megabyte that Node takes by default.
    maxBuffer: 2 ** 26,
    input,
    env: bareEnvironment({ DATABASE_FILE: join(folder, 'studyhall.sqlite'), ...environment }),
  })
  return { out: run.stdout, err: run.stderr, status: run.status, lines: run.stdout.trim().split('\n') }
}

const json = (line: string | undefined): Record<string, unknown> => JSON.parse(line ?? '') as Record<string, unknown>

describe('study check', () => {
  it('passes the shipped course and prints what it covers', () => {
    const { out, status } = study(['check'])
    expect(status).toBe(0)
    expect(out).toMatch(/^topic +questions/m)
    expect(out).toMatch(/^0 errors/m)
  })

  it('fails for a course with an error and names file, line and remedy', () => {
    writeFileSync(join(folder, 'course.yaml'), 'id: broken\ntitle: Broken\n')
    const { out, status } = study(['check', folder])
    expect(status).toBe(1)
    expect(out).toContain('course.yaml')
  })
})

describe('study new-course', () => {
  it('makes a course that passes the check, and refuses a folder that holds something', () => {
    const dir = join(folder, 'mine')
    expect(study(['new-course', dir, '--title', 'House keys']).status).toBe(0)
    expect(study(['check', dir, '--strict']).status).toBe(0)
    expect(study(['new-course', dir])).toMatchObject({ status: 1, out: '' })
  })
})

describe('study lookup', () => {
  it('answers one query a line with one JSON object a line', () => {
    const { lines, status } = study(['lookup'], 'who patches the guest OS on EC2?\npatch management\n\nprice of lunch\n')
    expect(status).toBe(0)
    expect(lines.map(json).map(({ query, found, owner }) => [query, found, owner])).toEqual([
      ['who patches the guest OS on EC2?', true, 'customer'],
      ['patch management', true, 'shared'],
      ['price of lunch', false, null],
    ])
    expect(Object.keys(json(lines[0]))).toEqual(['query', 'found', 'owner', 'title', 'text', 'note', 'sources'])
    expect(json(lines[0])['sources']).toContainEqual({ document: '000', section: 'Patching Scenarios by Service Type' })
  })

  it('answers words in words', () => {
    expect(study(['lookup', 'rds', 'engine', 'patching']).out).toContain('Responsible: AWS')
  })
})

describe('study questions', () => {
  it('prints every question with all that belongs to it', () => {
    const { lines } = study(['questions', '--json'])
    expect(lines.length).toBeGreaterThanOrEqual(60)
    for (const line of lines) {
      expect(json(line)).toMatchObject({ id: expect.any(String), topic: expect.any(String), stem: expect.any(String), explanation: expect.any(String), whyNot: expect.any(Object) })
      expect(json(line)['key']).not.toEqual([])
      expect(json(line)['sources']).not.toEqual([])
    }
  })
})

describe('study next', () => {
  it('gives a date whose hour is skipped its round, and one whose hour comes twice one round', () => {
    const next = (from: string) => study(['next', '--at', '02:30', '--zone', 'Europe/Berlin', '--days', 'daily', '--from', from, '--count', '3', '--json'])
    expect(next('2026-03-28').lines.map((line) => json(line)['instant'])).toEqual(['2026-03-28T01:30:00Z', '2026-03-29T01:30:00Z', '2026-03-30T00:30:00Z'])
    expect(next('2026-10-24').lines.map((line) => json(line)['instant'])).toEqual(['2026-10-24T00:30:00Z', '2026-10-25T00:30:00Z', '2026-10-26T01:30:00Z'])
  })

  it.each([
    ['America/Los_Angeles', '2026-10-30'], ['America/Los_Angeles', '2026-03-06'], ['Europe/Berlin', '2026-10-23'], ['Europe/Berlin', '2026-03-27'],
    ['Australia/Lord_Howe', '2026-04-03'], ['Australia/Lord_Howe', '2026-10-02'],
  ])('says the same on a machine in %s whose clocks change after %s', (TZ, from) => {
    const args = ['next', '--at', '02:30', '--zone', 'America/New_York', '--days', 'daily', '--from', from, '--count', '5', '--json']
    expect(study(args, '', { TZ }).out).toBe(study(args, '', { TZ: 'UTC' }).out)
  })

  it('leaves out days off and public holidays', () => {
    const { lines, err } = study(['next', '--at', '09:00', '--zone', 'Europe/Berlin', '--from', '2026-12-23', '--count', '3', '--off', '2026-12-28..2026-12-30', '--holidays', 'DE-BE', '--json'])
    expect([lines.map((line) => json(line)['date']), err]).toEqual([['2026-12-23', '2026-12-24', '2026-12-31'], ''])
    expect(study(['next', '--at', '09:00', '--zone', 'UTC', '--off', '3/4', '--holidays', 'XX']).err).toMatch(/--off: “3\/4” can be read in two ways.*--holidays: I don’t know/su)
  })

  it('names what is wrong', () => {
    const { err, status } = study(['next', '--at', '25:00', '--zone', 'Mars/Base', '--from', '2026-02-30'])
    expect(status).toBe(1)
    expect(err).toContain('--at')
    expect(err).toContain('--zone')
  })
})

describe('study preview', () => {
  it.each(['slack', 'discord', 'terminal'])('shows every screen as %s sends it', (platform) => {
    const { out, status } = study(['preview', '--as', platform])
    expect(status).toBe(0)
    for (const screen of ['question', 'result-right', 'reveal', 'board', 'lookup', 'home', 'status', 'help']) expect(out).toContain(`--- ${screen} ---`)
  })

  it('suggests a screen for a mistyped one', () => {
    expect(study(['preview', 'questoin', '--as', 'slack']).err).toContain('Did you mean “question”?')
  })
})

describe('setting a platform up', () => {
  it('prints a manifest that Slack takes, for either way of connecting', () => {
    expect(json(study(['slack-manifest']).out)).toMatchObject({ settings: { socket_mode_enabled: true }, features: { slash_commands: [{ command: '/study' }] } })
    expect(study(['slack-manifest', '--host', 'bot.example.org']).out).toContain('https://bot.example.org/slack/events')
    expect(study(['slack-manifest', '--host', 'my bot'])).toMatchObject({ status: 1, err: expect.stringContaining('not a host name') })
  })

  it('prints the link that invites the bot', () => {
    expect(study(['discord-invite', '123456789012345678']).out).toMatch(/^https:\/\/discord\.com\/oauth2\/authorize\?.*client_id=123456789012345678/)
    expect(study(['discord-invite']).err).toContain('DISCORD_TOKEN')
  })
})

describe('backups', () => {
  // The first question asks for one option or for two; the line that does not fit it is refused.
  const anAnswer = 'A\nA B\n'

  it('are made, checked and put back; a file in the way is never overwritten', () => {
    spawnSync(process.execPath, ['src/start.js'], { input: anAnswer, encoding: 'utf8', env: bareEnvironment({ DATABASE_FILE: join(folder, 'studyhall.sqlite') }) })
    const copy = join(folder, 'copy.sqlite')
    expect(study(['backup', copy]).status).toBe(0)
    expect(study(['backup', copy])).toMatchObject({ status: 1, err: expect.stringContaining('already exists') })
    expect(study(['verify', copy]).out).toContain('1 answer of 1 person in 1 round; 1 entry of 1 learner in the study log: no problems found.')
    expect(study(['restore', copy])).toMatchObject({ status: 0, out: expect.stringContaining('1 answer of 1 person') })
    writeFileSync(copy, 'no database')
    expect(study(['restore', copy]).status).toBe(1)
    expect(study(['verify']).status).toBe(0)
  })
})

describe('a mistake', () => {
  it('gets the nearest command, or the name of the variable', () => {
    expect(study(['chekc']).err).toContain('Did you mean check?')
    expect(study(['verify'], '', { HEALTH_PORT: 'x' }).err).toContain('HEALTH_PORT is not valid')
  })

  it('is never answered with a stack trace', () => {
    for (const args of [['check', '/nowhere'], ['verify', '/nowhere'], ['preview', '--as', 'irc'], ['next']]) {
      const { out, err, status } = study(args)
      expect(status).toBe(1)
      expect(out + err).not.toMatch(/\n {4}at /)
    }
  })

  it.each(['check', 'new-course', 'lookup', 'questions', 'next', 'preview', 'slack-manifest', 'discord-invite', 'backup', 'restore', 'verify'])('study %s --help says how', (command) => {
    expect(study([command, '--help']).out).toContain(`Usage: study ${command}`)
  })
})
