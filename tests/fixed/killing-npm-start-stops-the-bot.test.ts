// `kill` of `npm start` ended npm and its shell, and the bot went on with nobody to stop it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { bareEnvironment } from '../fakes/bare-environment.ts'

it('SIGTERM to npm start stops the bot in order', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'studyhall-npm-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const env = bareEnvironment({ DATABASE_FILE: join(folder, 'studyhall.sqlite'), COURSE_FOLDER: 'tests/courses/house-rules', LOG_LEVEL: 'debug', HOME: folder })
  // An input that stays open when npm has ended: the end of its input would stop the bot, too.
  const silent = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: ['ignore', 'pipe', 'ignore'] })
  onTestFinished(() => void silent.kill())
  const npm = spawn('npm', ['start'], { env, stdio: [silent.stdout, 'pipe', 'pipe'] })
  let log = ''
  npm.stdout.resume()
  npm.stderr.setEncoding('utf8').on('data', (chunk: string) => (log += chunk))
  await expect.poll(() => log).toContain('"ready"')
  const closed = once(npm, 'close')
  npm.kill('SIGTERM')
  await expect.poll(() => log).toContain('stopping: npm ended')
  // The bot shares npm's output, which is closed when both have ended.
  await closed
})
