// Somebody deletes course.yaml from a running course in a folder of courses: that's an error to mend, not a course that was taken away.
import { cpSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { liveCourses } from '../../src/course/courses.ts'
import { openCourses } from '../../src/course/open-courses.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { taughtFrom } from '../../src/service/courses.ts'
import { createReload } from '../../src/service/reload.ts'

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'broken-'))))
afterEach(() => rmSync(folder, { recursive: true }))

it('and it stays as it was until the file is back', async () => {
  const [all, cacheDir] = [join(folder, 'all'), join(folder, 'cache')]
  const main = join(all, 'one/course.yaml')
  cpSync(join(import.meta.dirname, '../courses/house-rules'), join(all, 'one'), { recursive: true })
  const ledger = await openLedger(':memory:')
  const opened = await openCourses([all], cacheDir)
  const live = liveCourses(await taughtFrom(opened, ledger))
  const warnings: string[] = []
  const quiet = () => undefined
  const log = { debug: quiet, info: quiet, warn: quiet, error: quiet }
  const reload = createReload(opened, { folders: [all], cacheDir, ledger, live, now: () => 7, log, warn: (_, sentence) => void warnings.push(sentence), taken: async () => undefined })
  renameSync(main, `${main}.away`)
  const report = await reload.now()
  expect(report).toMatchObject({ failed: true, lines: [expect.stringMatching(/all\/one has[^]*course\.yaml[^]*The bot goes on with house-rules as it was\.$/u)] })
  expect([warnings, live.courses.newsOf(1)?.kind, live.courses.all.length]).toEqual([report.lines, 'refused', 1])
  renameSync(`${main}.away`, main)
  expect([(await reload.now()).failed, live.courses.newsOf(1)]).toEqual([false, undefined])
  await ledger.close()
})
