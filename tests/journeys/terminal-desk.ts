// One keyboard and the whole bot behind it: a real ledger in a file, restarted at will, with a clock of its own.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { expect, onTestFinished } from 'vitest'
import { createTerminalPlatform } from '../../src/platforms/terminal/platform.ts'
import { createBot } from '../../src/bot/bot.ts'
import { onlyCourse } from '../../src/course/courses.ts'
import type { Log } from '../../src/core/log.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { courseOf } from '../fakes/course-of.ts'
import { until } from '../platforms/terminal/keyboard.ts'
import { catalog, commands } from '../catalog.ts'

/** @param at the moment at which it begins */
export async function openDesk(at: string, courseFolder = 'tests/courses/house-rules') {
  const folder = mkdtempSync(join(tmpdir(), 'studyhall-desk-'))
  const { course, lookup } = courseOf(courseFolder)
  const clock = { now: Date.parse(at) }
  const faults: string[] = []
  const quiet = () => undefined
  const log: Log = { debug: quiet, info: quiet, warn: quiet, error: (fields, message) => faults.push(`${message} ${JSON.stringify(fields)}`) }
  let text = ''
  let marks = 0

  async function open() {
    const ledger = await openLedger(join(folder, 'studyhall.sqlite'), { now: clock.now })
    const [input, output] = [new PassThrough(), new PassThrough({ encoding: 'utf8' })]
    output.on('data', (chunk: string) => (text += chunk))
    const platform = createTerminalPlatform({ commands, input, output, color: false, columns: 80, interactive: false, personName: 'ada', filesFolder: folder, zone: 'UTC', now: () => clock.now, log, onEnd: quiet })
    const bot = createBot({ ledger, courses: onlyCourse(course, lookup), log }, catalog, [platform], { now: () => clock.now })
    await bot.start()
    return { input, stop: () => bot.stop().then(() => ledger.close()) }
  }

  let running = await open()
  onTestFinished(async () => {
    await running.stop()
    rmSync(folder, { recursive: true, force: true })
    expect(faults).toEqual([])
  })

  return {
    /** Where the ledger is, and where files are saved. */
    folder,
    /** Types lines; what was printed until all of them were answered, with line ends as spaces. */
    type: async (...lines: readonly string[]): Promise<string> => {
      const from = text.length
      const mark = `mark${++marks}`
      running.input.write(`${[...lines, `/as a b ${mark}`].join('\n')}\n`)
      await until(() => text.includes(`/as a b ${mark}\n\n  A name is one word`), () => `the end of ${lines.join(', ')} in:\n${text.slice(from)}`)
      return text.slice(from, text.indexOf(`/as a b ${mark}`)).replace(/\s+/gu, ' ')
    },
    moveClock: (moment: string) => void (clock.now = Date.parse(moment)),
    restart: async () => {
      await running.stop()
      running = await open()
    },
  }
}
