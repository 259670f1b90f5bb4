// `study next-question CHANNEL` says which question comes next and why, as the bot then posts it.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Question } from '../../src/course/course.ts'
import { loadCourseOrThrow } from '../../src/course/load.ts'
import { nextQuestion } from '../../src/cli/next-question.ts'
import { onlyCourse } from '../../src/course/courses.ts'
import { noLookup } from '../../src/course/no-lookup.ts'
import { questionBank } from '../../src/course/question-bank.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { bareEnvironment } from '../fakes/bare-environment.ts'
import { day, monday, open, place, someone, worldOf } from '../ledger/world.ts'

const course = loadCourseOrThrow(resolve(import.meta.dirname, '../../data/aws-shared-responsibility'))
const bank = questionBank(course)
let folder: string
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'next-question-'))))
afterAll(() => rmSync(folder, { recursive: true }))

function study(file: string, channel: string) {
  const run = spawnSync(process.execPath, ['src/cli.ts', 'next-question', channel], { encoding: 'utf8', env: bareEnvironment({ DATABASE_FILE: file }) })
  return { out: run.stdout, err: run.stderr, status: run.status }
}

const linesOf = (found: ReturnType<typeof nextQuestion>) => ('lines' in found ? found.lines.join('\n') : found.problem)

const questionOf = (id: string): Question => {
  const question = course.byId.questions.get(id)
  if (question === undefined) throw new Error(`no question ${id}`)
  return question
}

it('names the question that is then posted, says why, and takes the end of a channel’s id', async () => {
  const file = join(folder, 'weeks.sqlite')
  const world = worldOf(await openLedger(file, { salt: 'salt' }))
  await world.setUp()
  const people = ['Ada', 'Ben', 'Cleo', 'Dora', 'Eve'].map((name) => someone(name))
  const reasons = new Set<string>()
  let [now, told] = [monday, '']
  for (let turn = 0; turn < 100; turn++, now += turn % 5 === 0 ? 3 * day : day) {
    const [claim] = await world.ledger.delivery.claimDue(now, bank, 10)
    if (claim === undefined) throw new Error('nothing is due')
    expect(told === '' || told.includes(`\n${claim.round.question} (`)).toBe(true)
    const round = await open(world.ledger, claim.round, now)
    const { key, options } = questionOf(round.question)
    const wrong = options.map(({ id }) => id).filter((id) => !key.includes(id)).slice(0, key.length)
    for (const [index, person] of people.entries()) await world.answer(round, person, (index < 1 ? key : wrong).join(''), now + 1)
    await world.ledger.closing.closeDue(round.closesAt, 10)
    told = ''
    if (turn !== 1 && turn % 9 !== 8) continue
    told = linesOf(nextQuestion(file, onlyCourse(course, noLookup), 'C1'))
    reasons.add(/^Why: (.*)$/mu.exec(told)?.[1] ?? '')
  }
  await world.ledger.close()
  expect([...reasons].join('\n')).toMatch(/A channel’s first questions cover all topics by their weight\. “.+” has [\d.]+% of the weight\./u)
  expect([...reasons].join('\n')).toMatch(/A point of “.+” \(question .+\) was missed by 4 of 5 on [A-Z][a-z]{2} \d+\. This question asks about the same point in another way\./u)
})

it('lists the channels if there is none by that name, and says so if there is none at all', async () => {
  const file = join(folder, 'one.sqlite')
  const world = worldOf(await openLedger(file))
  expect(nextQuestion(file, onlyCourse(course, noLookup), 'C1')).toEqual({ problem: 'No channel has a daily question yet. Set one up with /study setup.' })
  await world.setUp()
  await world.ledger.close()
  expect(nextQuestion(file, onlyCourse(course, noLookup), 'C9')).toEqual({ problem: `No channel with a daily question is called “C9”, or several are. Write one of these:\n${place}` })
  expect(study(file, place)).toMatchObject({ err: '', status: 0, out: expect.stringMatching(/^slack:T1\/C1: Jan 5 at 09:00 \(UTC\)\n/u) })
})
