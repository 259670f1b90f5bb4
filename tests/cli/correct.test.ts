// `study correct`: the operator puts a question of the course right for everybody.
import { onlyCourse } from '../../src/course/courses.ts'
import { noLookup } from '../../src/course/no-lookup.ts'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { correctInCourse, type CorrectOptions } from '../../src/cli/correct.ts'
import { correctedCourse } from '../../src/course/corrected-course.ts'
import { questionTasks } from '../../src/course/study-tasks.ts'
import { resultIn } from '../../src/features/exam/start-exam.ts'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { bareEnvironment } from '../fakes/bare-environment.ts'
import { courseOf } from '../fakes/course-of.ts'
import { monday } from '../ledger/world.ts'

const { course } = courseOf('tests/courses/house-rules')
const single = course.questions.filter(({ pick }) => pick === 1)
const [asked, other] = single
if (asked === undefined || other === undefined) throw new Error('too small a course')
const wrong = asked.options.find(({ id }) => !asked.key.includes(id))?.id ?? ''
const exam = 'e'.repeat(16)
const ada = 'slack:T1/Ada'

let ledger: Ledger
beforeEach(async () => {
  ledger = await openLedger(':memory:')
  const tasks = questionTasks(course, [asked.id, other.id], 'seed')
  await ledger.sessions.start(ada, { id: exam, kind: 'exam', about: null, tasks, zone: 'UTC', startedAt: monday, endsAt: null })
  await ledger.sessions.act(ada, exam, { kind: 'answer', position: 0, chosen: [wrong] }, monday + 1)
  await ledger.sessions.act(ada, exam, { kind: 'answer', position: 1, chosen: other.key }, monday + 2)
  await ledger.sessions.act(ada, exam, { kind: 'end' }, monday + 3)
})
afterEach(() => ledger.close())

async function run(id: string | undefined, options: CorrectOptions = {}): Promise<string> {
  const printed = await correctInCourse(id, options, onlyCourse(course, noLookup), ledger, monday + 9)
  return 'problem' in printed ? `problem: ${printed.problem}` : printed.lines.join('\n')
}

async function result() {
  const session = await ledger.sessions.find(ada, exam)
  const now = correctedCourse(course, (await ledger.courseCorrections.all()).filter(({ undoneAt }) => undoneAt === null))
  if (session === undefined) throw new Error('the exam is gone')
  const { right, of, changed } = resultIn(now, session, new Set())
  return { right, of, changed, questions: now.questions.length }
}

const all = course.questions.length

it('shows what would change, does it, and takes it back: exam results follow', async () => {
  const before = { right: 1, of: 2, changed: 0, questions: all }
  expect(await result()).toEqual(before)
  expect(await run(asked.id, { key: wrong })).toContain('No channel was asked it. It’s in 1 private session.\nAdd --yes to do it.')
  expect(await result()).toEqual(before)
  expect(await run(asked.id, { key: wrong, why: 'The lease says so.', yes: true })).toContain('Done.')
  expect(await result()).toEqual({ ...before, right: 2 })
  expect(await run(undefined)).toBe(`2026-01-05  ${asked.id}: ${asked.key.join()} → ${wrong}. The lease says so.`)
  expect(await run(asked.id, { key: wrong })).toBe(`problem: ${wrong} is the answer already.`)
  expect(await run(asked.id, { undo: true })).toContain('Add --yes to undo it.')
  expect(await run(asked.id, { undo: true, yes: true })).toContain('Undone')
  expect(await result()).toEqual(before)
  expect(await run(asked.id, { undo: true })).toContain('problem: No correction')
})

it('leaves a question out that doesn’t count, also in exams that asked it', async () => {
  await run(asked.id, { void: true, yes: true })
  expect(await result()).toEqual({ right: 1, of: 1, changed: 1, questions: all - 1 })
  expect(await run(asked.id, { undo: true, yes: true })).toContain('Undone')
  expect(await result()).toMatchObject({ right: 1, of: 2, questions: all })
})

it('corrects what was corrected, and has no effect once the course was mended', async () => {
  await run(asked.id, { key: wrong, yes: true })
  const third = asked.options.find(({ id }) => id !== wrong && !asked.key.includes(id))?.id ?? ''
  await run(asked.id, { key: third, yes: true })
  const stand = await ledger.courseCorrections.all()
  expect(correctedCourse(course, stand).byId.questions.get(asked.id)).toMatchObject({ key: [third], keyPoint: '' })
  const mended = { ...course, byId: { ...course.byId, questions: new Map([[asked.id, { ...asked, stem: 'In other words?' }]]) } }
  expect(correctedCourse(mended, stand)).toBe(mended)
})

it('says what is wrong with what was written', async () => {
  expect(await run(undefined)).toContain('No question of the course was corrected.')
  expect(await run('nothing-like-it')).toContain('problem: The course has no question nothing-like-it.')
  expect(await run(asked.id)).toMatch(/✓ [a-f] .*\n[^]*To make another answer right: --key with its letter/u)
  for (const key of ['', 'z', 'ab']) expect(await run(asked.id, { key })).toContain('takes one answer of')
  expect(await run(asked.id, { key: 'a', void: true })).toContain('not both')
})

it('is a command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'correct-'))
  const study = (...words: string[]) => spawnSync(process.execPath, ['src/cli.ts', 'correct', ...words], { encoding: 'utf8', env: bareEnvironment({ DATABASE_FILE: join(folder, 'db'), COURSE_FOLDER: 'tests/courses/house-rules' }) })
  expect(study(asked.id, '--key', wrong, '--yes').stdout).toContain('Done.')
  expect(study().stdout).toContain(asked.id)
  expect(study('nothing')).toMatchObject({ status: 1, stderr: expect.stringContaining('has no question') })
  rmSync(folder, { recursive: true })
})
