// Who may import whom: the rooms of src/, the arrows between them, and that no arrow leads back.
import { readFileSync, readdirSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const src = resolve(import.meta.dirname, '../../src')

type Rule = { readonly rooms: readonly string[]; readonly packages: readonly string[]; readonly node: boolean }

const all = [
  'core', 'commands', 'course', 'ledger', 'ledger/parts', 'ledger/tables', 'ledger/sqlite', 'ledger/postgres', 'screens', 'features', 'delivery', 'bot', 'platforms', 'pictures', 'platforms/slack', 'platforms/discord', 'platforms/terminal',
  'schedule', 'ops', 'cli', 'config', 'service',
]

/** For each room the rooms and packages that it may use, and whether it may use Node's own modules. */
const rules: Readonly<Record<string, Rule>> = {
  // The scheduler of memories has no dependencies, and is loaded when somebody first studies.
  core: { rooms: [], packages: ['ts-fsrs'], node: false },
  commands: { rooms: [], packages: ['@vvo/tzdb', 'city-timezones'], node: true },
  // The drawer of pictures only tells there whether an SVG can be drawn. Packages of Anki are zips with a database in them.
  course: { rooms: ['core'], packages: ['zod', 'yaml', 'minisearch', '@resvg/resvg-js', 'better-sqlite3'], node: true },
  ledger: { rooms: ['core'], packages: [], node: false },
  // What both engines share. Statements have the types of better-sqlite3.
  'ledger/parts': { rooms: ['core', 'ledger', 'ledger/tables'], packages: [], node: true },
  'ledger/tables': { rooms: ['core', 'ledger'], packages: ['better-sqlite3'], node: true },
  'ledger/sqlite': { rooms: ['core', 'ledger', 'ledger/parts', 'ledger/tables'], packages: ['better-sqlite3'], node: true },
  'ledger/postgres': { rooms: ['core', 'ledger', 'ledger/parts', 'ledger/tables', 'ledger/sqlite'], packages: ['pg', 'better-sqlite3'], node: true },
  screens: { rooms: ['core', 'commands'], packages: [], node: false },
  // The calendar of public holidays, loaded when somebody first asks for it.
  features: { rooms: ['core', 'commands', 'course', 'ledger', 'screens'], packages: ['date-holidays'], node: false },
  delivery: { rooms: ['core', 'course', 'ledger', 'screens', 'platforms'], packages: [], node: false },
  bot: { rooms: ['core', 'commands', 'course', 'ledger', 'screens', 'features', 'delivery', 'platforms'], packages: [], node: false },
  // The port, and what several platforms share.
  platforms: { rooms: ['core', 'screens'], packages: [], node: true },
  'platforms/slack': { rooms: ['core', 'commands', 'screens', 'platforms'], packages: ['@slack/bolt', '@slack/types', '@slack/web-api', '@slack/socket-mode', 'undici'], node: true },
  'platforms/discord': { rooms: ['core', 'commands', 'screens', 'platforms'], packages: ['discord.js'], node: true },
  'platforms/terminal': { rooms: ['core', 'commands', 'screens', 'platforms'], packages: [], node: true },
  // Behind the type DrawPicture of the screens.
  pictures: { rooms: ['core', 'screens'], packages: ['@resvg/resvg-js', '@expo-google-fonts/inter'], node: true },
  schedule: { rooms: [], packages: ['node-cron'], node: false },
  ops: { rooms: ['core', 'ledger'], packages: ['pino', 'prom-client', '@opentelemetry/api', '@opentelemetry/sdk-trace-node', '@opentelemetry/exporter-trace-otlp-http'], node: true },
  cli: { rooms: all, packages: ['commander', 'yaml', 'better-sqlite3', 'fflate'], node: true },
  config: { rooms: ['commands'], packages: ['zod'], node: true },
  service: { rooms: all, packages: [], node: true },
  main: { rooms: all, packages: ['pino'], node: true },
}

/** Rooms of technologies, each behind the port at the top of its folder. */
const behindPorts = new Set(['platforms/slack', 'platforms/discord', 'platforms/terminal', 'ledger/parts', 'ledger/tables', 'ledger/sqlite', 'ledger/postgres'])

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).sort()

function roomOf(file: string): string {
  const [first = '', second = ''] = file.split('/')
  if (behindPorts.has(`${first}/${second}`)) return `${first}/${second}`
  return first.replace(/\.ts$/, '')
}

/** `static`: loaded with the file. `type`: for the compiler alone. `lazy`: loaded when the code gets there. */
type Import = { readonly to: string; readonly kind: 'static' | 'type' | 'lazy' }

const codeOf = (file: string): string => readFileSync(join(src, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')

function importsOf(file: string): readonly Import[] {
  const code = codeOf(file)
  const named = code.matchAll(/\b(?:import|export)\b(\s+type\b)?[^'"`;()=]*?\bfrom\s*(['"])([^'"]+)\2/g)
  const bare = code.matchAll(/^\s*import\s*(['"])([^'"]+)\1/gm)
  const called = code.matchAll(/(\btypeof\s+)?\bimport\s*\(\s*(['"`])([^'"`]+)\2\s*\)(\.[A-Z])?/g)
  const threads = code.matchAll(/new\s+URL\(\s*(['"`])([^'"`]+\.ts)\1\s*,\s*import\.meta\.url\s*\)/g)
  return [
    ...[...named].map(([, type, , to = '']): Import => ({ to, kind: type === undefined ? 'static' : 'type' })),
    ...[...bare].map(([, , to = '']): Import => ({ to, kind: 'static' })),
    ...[...called].map(([, before, , to = '', after]): Import => ({ to, kind: before === undefined && after === undefined ? 'lazy' : 'type' })),
    ...[...threads].map(([, , to = '']): Import => ({ to, kind: 'lazy' })),
  ]
}

/** Everything that is loaded with a file. */
function loadedWith(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const { to, kind } of importsOf(file)) {
    const target = kind === 'static' ? targetOf(file, to) : undefined
    if (target !== undefined) loadedWith(target, seen)
  }
  return seen
}

/** Within src/; undefined for a package. */
const targetOf = (file: string, to: string): string | undefined => (to.startsWith('.') ? relative(src, resolve(src, dirname(file), to)) : undefined)

function breach(file: string, { to }: Import): string | undefined {
  const room = roomOf(file)
  const rule = rules[room]
  if (rule === undefined) return `${file} is in no room of the table`
  const target = targetOf(file, to)
  if (target !== undefined) return roomOf(target) === room || rule.rooms.includes(roomOf(target)) ? undefined : `${file} imports ${target}`
  if (isBuiltin(to)) return rule.node ? undefined : `${file} imports ${to}`
  const name = to.startsWith('@') ? to.split('/').slice(0, 2).join('/') : (to.split('/')[0] ?? '')
  return rule.packages.includes(name) ? undefined : `${file} imports the package ${name}`
}

/** The files of a circle, or nothing. What is loaded later counts not: the list of features loads one that knows its shape. */
function circle(): readonly string[] {
  const arrows = new Map(files.map((file) => [file, importsOf(file).filter(({ kind }) => kind !== 'lazy').flatMap(({ to }) => targetOf(file, to) ?? [])]))
  const done = new Set<string>()
  const visit = (file: string, path: readonly string[]): readonly string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
    if (done.has(file)) return []
    for (const next of arrows.get(file) ?? []) {
      const found = visit(next, [...path, file])
      if (found.length > 0) return found
    }
    done.add(file)
    return []
  }
  return files.map((file) => visit(file, [])).find((found) => found.length > 0) ?? []
}

/** Files that a start loads, whatever platform is configured. */
const atStartAtMost = 352

const featureOf = (file: string): string | undefined => /^features\/([^/]+)\/./u.exec(file)?.[1]

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

  it('import nothing in a way that this test does not see', () => {
    const unseen = files.flatMap((file) => {
      const seen = new Set(importsOf(file).map(({ to }) => to))
      return [...codeOf(file).matchAll(/(['"`])(\.{1,2}\/[^'"`]+\.ts)\1/g)].flatMap(([, , to = '']) => (seen.has(to) ? [] : [`${file}: ${to}`]))
    })
    expect(unseen).toEqual([])
  })

  it('have no circle, also none of types', () => {
    expect(circle()).toEqual([])
  })

  it('hold features that do not import each other', () => {
    const crossed = files.flatMap((file) =>
      importsOf(file).flatMap(({ to }) => {
        const [from, other] = [featureOf(file), featureOf(targetOf(file, to) ?? '')]
        return from !== undefined && other !== undefined && from !== other ? [`${file} imports ${to}`] : []
      }),
    )
    expect(files.filter((file) => featureOf(file) !== undefined).length).toBeGreaterThan(20)
    expect(crossed).toEqual([])
  })

  it('load what a feature answers only when it is asked for', () => {
    const atStart = [...loadedWith('main.ts')]
    expect(atStart).toContain('features/daily/face.ts')
    expect(atStart.filter((file) => featureOf(file) !== undefined && !file.endsWith('/face.ts'))).toEqual([])
  })

  it('load at a start nothing that reads a course, checks a setting, or draws, posts and tells what is due', () => {
    const later = /^course\/(?:check|import|lookup|load)|^config\/(?:schema|from-file)|^delivery\/(?:send|adopt|search|round-post|reply-once|.*-screen)\.ts|^bot\/suggest|^ops\/(?:health|metrics|measured-ledger|measured-twice|bounded|tracing|spans)|^pictures\/|^platforms\/(?:slack|discord)\/|^screens\/(?:reveal|explanation|stopped|not-held|lost-channel|samples)/u
    const atStart = [...loadedWith('main.ts')]
    expect(atStart.filter((file) => later.test(file))).toEqual([])
    expect(files.filter((file) => later.test(file)).length).toBeGreaterThan(100)
    // Each takes a third of a millisecond. If a feature needs one more for its face, so be it; a dozen more are a mistake.
    expect(atStart.length).toBeLessThan(atStartAtMost)
  })

  it('load only the database with them', () => {
    const packages = [...loadedWith('main.ts')].flatMap((file) => importsOf(file).flatMap(({ to, kind }) => (kind === 'static' && !to.startsWith('.') && !isBuiltin(to) ? [to] : [])))
    expect([...new Set(packages)]).toEqual(['better-sqlite3'])
  })

  it('keep files short: half of them under 100 lines, none over 250', () => {
    const lines = files.map((file) => ({ file, length: readFileSync(join(src, file), 'utf8').split('\n').length })).sort((a, b) => a.length - b.length)
    expect(lines[Math.floor(lines.length / 2)]?.length).toBeLessThan(100)
    expect(lines.filter(({ length }) => length > 250)).toEqual([])
  })

  it('read the environment in one file', () => {
    const readers = files.filter((file) => /process\.env|import\.meta\.env/.test(readFileSync(join(src, file), 'utf8')))
    expect(readers).toEqual(['config/config.ts'])
  })

  it('name no file after nothing in particular', () => {
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|index|misc)\.ts$/.test(file))).toEqual([])
  })

  it('name in comments only files that are there', () => {
    const root = resolve(src, '..')
    const below = (folder: string) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    const known = [...below('src'), ...below('tests'), ...readdirSync(root)].map((path) => `/${path}`)
    const lost = [...files.map((file) => `src/${file}`), ...below('tests').filter((name) => name.endsWith('.ts')).map((file) => `tests/${file}`)].flatMap((file) => {
      const comments = [...readFileSync(join(root, file), 'utf8').matchAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/ .*$/gmu)].join('\n')
      const named = [...comments.matchAll(/(?<![\w./<-])(?:[\w-]+\/)*[\w.-]+\.ts\b/gu)].map(([path]) => path)
      return named.filter((path) => !known.some((each) => each.endsWith(`/${path.replace(/^(src|tests)\//u, '')}`))).map((path) => `${file}: ${path}`)
    })
    expect(lost).toEqual([])
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
