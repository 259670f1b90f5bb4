// `study reports`: what people reported, for the operator.
import { mkdtempSync, rmSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { bareEnvironment } from '../fakes/bare-environment.ts'
import { courseOf } from '../fakes/course-of.ts'
import { ada, ben, group, monday } from '../ledger/world.ts'

it('lists open reports by question, without names', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'reports-'))
  const file = join(folder, 'db')
  const [first] = courseOf('tests/courses/house-rules').course.questions
  const ledger = await openLedger(file)
  const run = () => spawnSync(process.execPath, ['src/cli.ts', 'reports'], { encoding: 'utf8', env: bareEnvironment({ DATABASE_FILE: file, COURSE_FOLDER: 'tests/courses/house-rules' }) }).stdout
  expect(run()).toBe('No open reports.\n')
  await ledger.reports.add(ada, { question: first?.id ?? '', kind: 'wrong', words: 'B is right, too', group, place: null }, monday)
  await ledger.reports.add(ben, { question: first?.id ?? '', kind: 'typo', words: '', group, place: null }, monday)
  await ledger.reports.add(ben, { question: 'gone', kind: 'outdated', words: '', group, place: null }, monday + 1)
  expect(run()).toBe(`${first?.id}  wrong 1, typo 1  since 2026-01-05\n${first?.stem}\n  “B is right, too”\n\ngone  outdated 1  since 2026-01-05\n`)
  await ledger.close()
  rmSync(folder, { recursive: true })
})
