// Who may import whom: the rooms of src/ and the arrows between them.
import { readFileSync, readdirSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const src = resolve(import.meta.dirname, '../../src')

type Rule = { readonly rooms: readonly string[]; readonly packages: readonly string[]; readonly node: boolean }

const everything = ['core', 'course', 'ledger', 'commands', 'screens', 'features', 'delivery', 'bot', 'platforms', 'schedule', 'ops', 'cli', 'config', 'service']

/** For each room the rooms and packages that it may use, and whether it may use Node's own modules. */
const rules: Readonly<Record<string, Rule>> = {
  core: { rooms: [], packages: ['ts-fsrs'], node: false },
  commands: { rooms: [], packages: [], node: false },
  course: { rooms: ['core', 'screens', 'features'], packages: ['zod', 'yaml', 'minisearch'], node: true },
  ledger: { rooms: ['core'], packages: ['better-sqlite3'], node: true },
  screens: { rooms: ['core', 'commands', 'features'], packages: [], node: false },
  features: { rooms: ['core', 'course', 'ledger', 'screens', 'commands', 'platforms'], packages: [], node: false },
  delivery: { rooms: ['core', 'course', 'ledger', 'screens', 'commands', 'features', 'platforms'], packages: [], node: false },
  bot: { rooms: ['core', 'course', 'ledger', 'screens', 'commands', 'features', 'delivery', 'platforms'], packages: [], node: false },
  // The port.
  platforms: { rooms: ['core', 'commands', 'screens', 'ledger'], packages: [], node: false },
  'platforms/slack': { rooms: ['core', 'commands', 'screens', 'platforms'], packages: ['@slack/bolt', '@slack/types', '@slack/web-api', '@slack/socket-mode', 'undici'], node: true },
  'platforms/discord': { rooms: ['core', 'commands', 'screens', 'platforms'], packages: ['discord.js'], node: true },
  'platforms/terminal': { rooms: ['core', 'commands', 'screens', 'platforms', 'features'], packages: [], node: true },
  schedule: { rooms: [], packages: ['node-cron'], node: false },
  ops: { rooms: [], packages: ['pino', 'prom-client', 'better-sqlite3'], node: true },
  cli: { rooms: everything, packages: ['commander'], node: true },
  config: { rooms: ['config-schema'], packages: [], node: true },
  'config-schema': { rooms: ['config'], packages: ['zod'], node: false },
  service: { rooms: everything, packages: [], node: true },
  main: { rooms: everything, packages: ['pino'], node: true },
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).sort()

function roomOf(file: string): string {
  const [first = '', second = ''] = file.split('/')
  return first === 'platforms' && second !== 'platform.ts' ? `platforms/${second}` : first.replace(/\.ts$/, '')
}

function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(src, file), 'utf8')
  const found = text.matchAll(/^(?:import|export|\}).*? from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm)
  return [...found].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
}

function breach(file: string, imported: string): string | undefined {
  const room = roomOf(file)
  const rule = rules[room]
  if (rule === undefined) return `${file} is in no room of the table`
  if (imported.startsWith('.')) {
    const target = relative(src, resolve(src, dirname(file), imported))
    const other = roomOf(target)
    if (other === room) return undefined
    return rule.rooms.includes(other) || (rule.rooms === everything && other.startsWith('platforms/')) ? undefined : `${file} imports ${target}`
  }
  if (isBuiltin(imported)) return rule.node ? undefined : `${file} imports ${imported}`
  const name = imported.startsWith('@') ? imported.split('/').slice(0, 2).join('/') : (imported.split('/')[0] ?? '')
  return rule.packages.includes(name) ? undefined : `${file} imports the package ${name}`
}

/** The files that make options for a client of Slack, without their comments. */
function slackClients(): readonly { readonly file: string; readonly code: string }[] {
  const slack = files.filter((file) => file.startsWith('platforms/slack/'))
  return slack
    .map((file) => ({ file, code: readFileSync(join(src, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '') }))
    .filter(({ code }) => code.includes('slackApiUrl:'))
}

describe('the rooms of src/', () => {
  it('import only what the table allows', () => {
    const breaches = files.flatMap((file) => importsOf(file).map((imported) => breach(file, imported))).filter((found) => found !== undefined)
    expect(breaches).toEqual([])
  })

  it('read the environment in config.ts alone', () => {
    const readers = files.filter((file) => /process\.env|import\.meta\.env/.test(readFileSync(join(src, file), 'utf8')))
    expect(readers).toEqual(['config.ts'])
  })

  it('name no file after nothing in particular', () => {
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|index|misc)\.ts$/.test(file))).toEqual([])
  })

  it('begin each file by saying what it is for', () => {
    expect(files.filter((file) => !readFileSync(join(src, file), 'utf8').startsWith('// '))).toEqual([])
  })

  it('set no headers on a Slack client, which would hand one workspace the token of another', () => {
    expect(slackClients().length).toBeGreaterThan(1)
    expect(slackClients().filter(({ code }) => /\bheaders\b/.test(code))).toEqual([])
  })

  it('say to each Slack client how often it tries again, since the library tries for half an hour, or a hundred times', () => {
    for (const { file, code } of slackClients()) expect([file, code.match(/\bretryConfig:/g)?.length]).toEqual([file, code.match(/\bslackApiUrl:/g)?.length])
  })

  it('let Slack schedule nothing, since it does not send what carries metadata', () => {
    expect(files.filter((file) => readFileSync(join(src, file), 'utf8').includes('scheduleMessage'))).toEqual([])
  })
})
