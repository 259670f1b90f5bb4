// `study reload`: a running bot reads its courses again and says what became of each; where none runs, that is said.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { spawn, spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { bareEnvironment } from '../fakes/bare-environment.ts'
import { until } from '../fakes/until.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reload-'))
  cpSync('tests/courses/house-rules', join(folder, 'course'), { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

const environment = () => bareEnvironment({ DATABASE_FILE: join(folder, 'db'), COURSE_FOLDER: join(folder, 'course'), LOG_LEVEL: 'info' })

function reload() {
  const { status, stdout } = spawnSync(process.execPath, ['src/cli.ts', 'reload'], { encoding: 'utf8', env: environment() })
  return { status, lines: stdout.trim().split('\n') }
}

it('tells the running bot, and prints what came of it', { timeout: 60_000 }, async () => {
  const bot = spawn(process.execPath, ['src/start.js'], { env: environment(), stdio: ['pipe', 'ignore', 'pipe'] })
  let log = ''
  bot.stderr.setEncoding('utf8').on('data', (text: string) => void (log += text))
  await until(() => log.includes('"ready"'), 'the bot')
  const file = join(folder, 'course/course.yaml')
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace('title: Who looks', 'title: Now who looks'))
  // A slow command finds that it was taken up already.
  expect(reload()).toEqual({ status: 0, lines: [expect.stringMatching(/^house-rules: (?:reloaded, with 3 questions|nothing has changed)\.$/u)] })
  writeFileSync(file, `${text}nothing: known\n`)
  expect(reload()).toEqual({ status: 1, lines: [expect.stringMatching(/has one error:|has 1 error:/u), expect.stringMatching(/^course.yaml:\d+ error/u), 'The bot goes on with house-rules as it was.'] })
  const ended = new Promise((resolve) => bot.once('close', resolve))
  bot.stdin.end()
  await ended
  expect(log).toMatch(/house-rules: reloaded, with 3 questions\.[^]*The bot goes on with house-rules as it was/u)
  expect(reload()).toEqual({ status: 1, lines: [`No bot is running with ${join(folder, 'db')}. It reads its courses when it starts.`] })
})
