import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadCourse, loadCourseOrThrow } from '../../src/course/load.ts'
import { CourseError } from '../../src/course/problem.ts'
import { checkChanged, courseFolder, houseRules } from './course-folder.ts'

describe('a sound folder', () => {
  const course = loadCourseOrThrow(houseRules)

  test('comes into memory linked', () => {
    const question = course.byId.questions.get('vase-of-a-guest')
    expect(question).toMatchObject({
      topic: 'repairs',
      pick: 1,
      options: [{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd' }],
      sources: [{ document: 'lease', title: 'The lease', section: 'Damage', key: 'lease / The apartment / Damage' }],
    })
    const cited = course.byId.sections.get(question?.sources[0]?.key ?? '')
    expect(cited?.text).toBe('The tenant pays for what the tenant, a guest or a pet breaks.')
  })

  test('keeps the names that the course gives to its parties', () => {
    expect(course.parties.provider).toEqual({ id: 'landlord', name: 'The landlord', role: 'provider' })
    expect([...course.byId.parties.keys()]).toEqual(['landlord', 'tenant', 'both'])
  })

  test('tells services, things and acts apart', () => {
    expect(course.concepts.map(({ id, kind }) => `${kind} ${id}`)).toEqual([
      'service heating',
      'service smoke-alarm',
      'thing device',
      'thing battery',
      'act repair',
      'act test',
    ])
  })

  test('counts the options to select', () => {
    expect(course.byId.questions.get('silent-alarm')?.pick).toBe(2)
  })

  test('resolves what cases, cards and tips cite', () => {
    const [winter] = course.cases
    expect(winter?.findings.map(({ id, owner, sources }) => [id, owner, sources[0]?.key])).toEqual([
      ['cold-apartment', 'landlord', 'lease / The building'],
      ['untested-alarm', 'tenant', 'fire / Smoke alarms'],
      ['bicycles', 'both', 'fire / Escape routes'],
    ])
    expect(course.byId.flashcards.get('alarm-test')).toMatchObject({ topic: 'safety', facts: ['f8'], sources: [{ section: 'Smoke alarms' }] })
    expect(course.byId.tips.get('paid-rent')?.sources).toHaveLength(2)
    expect(course.checklist[0]?.can).toBe('Can you say what each side does about smoke alarms?')
  })

  test('may bring a quarterly review, whose source is resolved', () => {
    const review = (source: string) => `reviews: { title: House meeting, steps: [Walk through the house.], source: ${source} }\ntopics:`
    const { course: withReview, problems } = loadCourse(courseFolder({ 'course.yaml': ['topics:', review('lease / The building')] }))
    expect([withReview?.reviews?.source.key, problems]).toEqual(['lease / The building', []])
    expect(course.reviews).toBeUndefined()
    expect(loadCourse(courseFolder({ 'course.yaml': ['topics:', review('lease / The roof')] })).problems).toMatchObject([{ check: 'citation', file: 'course.yaml', line: 12 }])
  })

  test('may lack every file but course.yaml and the documents', () => {
    const { course, problems } = loadCourse(
      courseFolder({
        'glossary.yaml': null,
        'facts.yaml': null,
        'responsibilities.yaml': null,
        'flashcards.yaml': null,
        'cases.yaml': null,
        'tips.yaml': null,
        'checklist.yaml': null,
        'asked/alarms.yaml': null,
      }),
    )
    expect(problems).toEqual([])
    expect(course).toMatchObject({ glossary: [], facts: [], responsibilities: [], concepts: [], tables: [] })
    expect(course).toMatchObject({ flashcards: [], cases: [], tips: [], checklist: [], controls: [], controlCategories: [] })
  })

  test('may hold hidden files and a README.md', () => {
    const dir = courseFolder({ '.DS_Store': '', 'README.md': '# House rules\n' })
    expect(loadCourse(dir).problems).toEqual([])
  })
})

describe('a folder with something wrong', () => {
  test('that does not exist is one problem, not a crash', () => {
    const { course, problems } = loadCourse(join(houseRules, 'nowhere'))
    expect(course).toBeUndefined()
    expect(problems).toMatchObject([{ level: 'error', check: 'file-missing', file: 'course.yaml' }])
  })

  test('names the line where the YAML breaks', () => {
    const { found } = checkChanged({ 'glossary.yaml': 'terms:\n  - id: one\n    term: "half\n' })
    expect(found).toEqual(['glossary.yaml:4 yaml'])
  })

  test('tells a forgotten pair of quotes by its place', () => {
    const { found } = checkChanged({ 'glossary.yaml': ['definition: The stairs', 'definition: Note: the stairs'] })
    expect(found[0]).toBe('glossary.yaml:6 yaml')
  })

  test('names a document that is listed and not there, once and not for each citation', () => {
    const { found } = checkChanged({ 'documents/fire.md': null })
    expect(found).toEqual(['course.yaml:11 file-missing'])
  })

  test('names files that nothing reads', () => {
    const { found } = checkChanged({ 'glossery.yaml': 'terms: []\n', 'documents/pets.md': '# Pets\n' })
    expect(found).toEqual(['documents/pets.md:0 file-unknown', 'glossery.yaml:0 file-unknown'])
  })

  test('names a document without a heading', () => {
    const { found } = checkChanged({ 'documents/fire.md': 'Take the stairs.\n' })
    expect(found).toContain('documents/fire.md:1 document-headings')
  })

  test('lists everything at once, each with what to do', () => {
    const { problems } = checkChanged({
      'questions/repairs.yaml': ['owner: landlord', 'owner: janitor'],
      'questions/safety.yaml': ['key: [a, c]', 'key: [a, e]'],
    })
    expect(problems.map(({ check, remedy }) => [check, remedy])).toEqual([
      ['party-unknown', 'Did you mean "landlord" or "tenant" or "both"?'],
      ['key-option', 'Use the letters of the options'],
      ['why-not-missing', 'Add whyNot.c'],
    ])
  })

  test('does not start the bot: the error lists all that is wrong', () => {
    const dir = courseFolder({ 'questions/safety.yaml': ['key: [a, c]', 'key: [a, e]'] })
    mkdirSync(join(dir, 'notes'))
    writeFileSync(join(dir, 'notes/todo.md'), 'more questions')
    expect(() => loadCourseOrThrow(dir)).toThrow(CourseError)
    expect(() => loadCourseOrThrow(dir)).toThrow(/has 3 errors(.|\n)*notes\/todo.md(.|\n)*safety.yaml:14 error \[key-option]/)
  })
})
