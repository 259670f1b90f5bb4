// Questions of a team as files: the table says the same when it is read again, and the course's files pass the checker.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import { newTeamQuestion, teamQuestionId, type TeamText } from '../../src/core/team-question.ts'
import { checkCourse } from '../../src/course/check-course.ts'
import { loadCourse } from '../../src/course/load.ts'
import { courseFiles } from '../../src/course/export/course-files.ts'
import { teamTables } from '../../src/course/export/team-csv.ts'
import { item } from '../../src/course/import/items.ts'
import { readItems } from '../../src/course/import/read-items.ts'
import { courseOf } from '../fakes/course-of.ts'

const question = (text: TeamText, nth = 0) => newTeamQuestion(teamQuestionId('place', 'event', nth), text, 'ada', 0)
const plain: TeamText = {
  stem: 'The queue stands still. Who restarts it?',
  options: [{ text: 'The team on call', right: true, why: '' }, { text: 'Whoever sees it first', right: false, why: 'Two restarts lose orders.' }, { text: 'Nobody until Monday', right: false, why: '' }],
  explanation: 'A restart has to drain the queue first. Only the runbook says how.', keyPoint: '', source: 'Runbook # 7: [queue] / page 2',
}

/** What people type: words, and the signs that tables, browsers, spreadsheets, and YAML read as something else. */
const text = fc.array(fc.constantFrom('a', 'B', 'queue', '1', '=SUM(A1)', '+1', '-', "'", "'=", '"', ',', ';', '\t', '<b>', '<', '&lt;', '&', '# not', ': ', '|', '\\', '* right', '- wrong', '> why', 'é', '🙂', '%', '@ada', '{x}', '`'), { minLength: 1, maxLength: 6 }).map((words) => `${words.join(' ')}.`)
const texts = fc.record({ stem: text, options: fc.uniqueArray(text, { minLength: 2, maxLength: 6, selector: (each) => each.toLowerCase() }), right: fc.nat(), more: fc.boolean(), explanation: text, keyPoint: fc.oneof(fc.constant(''), text), source: text, why: fc.oneof(fc.constant(''), text) }).map(
  ({ options, right, more, why, ...rest }): TeamText => {
    const isRight = (at: number) => at === right % options.length || (more && options.length > 2 && at === (right + 1) % options.length)
    const read = item({ ...rest, options: options.map((each, at) => ({ text: each, right: isRight(at), why: isRight(at) ? '' : why })) })
    return 'text' in read ? read.text : plain
  },
)

it('is the same once its table is read again, by the id that it had', () => {
  fc.assert(fc.property(fc.array(texts, { minLength: 1, maxLength: 4 }), (all) => {
    const questions = all.map(question)
    const read = teamTables(questions).map((table) => readItems(table))
    expect(read).toEqual([{ format: 'CSV', items: questions.map(({ id, text: same }) => ({ text: same, replaces: id })) }])
  }), { numRuns: 150 })
})

it('comes in tables that can each be read in one go', () => {
  const tables = teamTables(Array.from({ length: 230 }, (_, nth) => question(plain, nth)))
  expect(tables.map((table) => readItems(table))).toMatchObject([100, 100, 30].map((length) => ({ items: { length } })))
})

let folder: string | undefined
afterEach(() => folder !== undefined && rmSync(folder, { recursive: true }))

it('passes the checker in a course that it was moved into', () => {
  folder = mkdtempSync(join(tmpdir(), 'team-course-'))
  cpSync('tests/courses/house-rules', folder, { recursive: true })
  const { course } = courseOf('tests/courses/house-rules')
  const section = [...course.byId.sections.keys()][1] ?? ''
  const odd = fc.sample(texts, { seed: 7, numRuns: 30 })
  const files = courseFiles(course, [{ ...plain, explanation: `${plain.explanation} <!-- facts: marked-by-nobody -->` }, { ...plain, stem: 'Who pays for it?', source: section }, ...odd].map(question))
  writeFileSync(join(folder, 'questions/team-questions.yaml'), files.questions)
  writeFileSync(join(folder, 'documents/team.md'), files.document ?? '')
  const [documents = '', topics = ''] = [...files.questions.matchAll(/^#\s+(?:documents|topics):\s+(- \{.*\})$/gmu)].map(([, line]) => `  ${line}`)
  const yaml = readFileSync(join(folder, 'course.yaml'), 'utf8')
  writeFileSync(join(folder, 'course.yaml'), yaml.replace(/^documents:$/mu, `documents:\n${documents}`).replace(/^topics:$/mu, `topics:\n${topics}`))
  // Words by chance are often alike.
  expect(checkCourse(folder).problems.filter(({ level, check }) => level === 'error' && !['stems-alike', 'option-twice'].includes(check))).toEqual([])
  const found = (loadCourse(folder).course?.questions ?? []).filter(({ id }) => id.startsWith('own-'))
  expect(found).toHaveLength(32)
  expect(found[1]?.sources[0]?.key).toBe(section)
  expect(found.slice(2).map(({ stem }) => stem)).toEqual(odd.map(({ stem }) => stem))
})
