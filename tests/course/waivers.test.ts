import { describe, expect, test } from 'vitest'
import { checkCourse } from '../../src/course/check-course.ts'
import { formatReport } from '../../src/course/check/report.ts'
import { bankFile } from './bank.ts'
import { checkChanged, courseFolder } from './course-folder.ts'

const repairs = 'questions/repairs.yaml'
const safety = 'questions/safety.yaml'

describe('a waiver in a question', () => {
  test('silences one check for that question', () => {
    const changed = checkChanged({
      [repairs]: ['    facts: [f2]', '    facts: [f7]\n    waive:\n      facts-uncited: The lease repeats it in other words.'],
    })
    expect(changed.found).toEqual([])
  })

  test('that silences nothing is told', () => {
    const { found } = checkChanged({ [repairs]: ['    facts: [f2]', '    facts: [f2]\n    waive:\n      facts-uncited: The lease repeats it in other words.'] })
    expect(found).toEqual([`${repairs}:22 waiver-idle`])
  })

  test('does not let a question pass that cannot be asked', () => {
    const { found } = checkChanged({ [safety]: ['key: [a, c]', 'waive: { key-option: It is fine. }\n    key: [a, c, f]'] })
    expect(found).toContain(`${safety}:15 key-option`)
  })
})

describe('a waiver in course.yaml', () => {
  // Half of the keys under one letter, and options that look alike: one cue alone.
  const bank = { 'facts.yaml': null, [repairs]: bankFile('repairs', 24, (at) => ({ position: at % 2 === 0 ? 0 : 1 + (Math.floor(at / 2) % 3) })) }
  const waiving = (check: string) => ['topics:', `waive: { ${check}: It is so on purpose. }\ntopics:`] as const

  test('turns a warning about the whole course into one line with its reason', () => {
    const report = checkCourse(courseFolder({ ...bank, 'course.yaml': waiving('position-cue') }))
    expect(report.problems.filter(({ level }) => level === 'warning')).toEqual([])
    const lines = formatReport(report).split('\n')
    expect(lines).toContain(
      'course.yaml waived [position-cue] Options under the letter a are right in 13 of 25 cases; chance would give 7. Reason: It is so on purpose.',
    )
  })

  test('leaves other warnings alone, and is told where it has nothing to do', () => {
    const { problems } = checkChanged({ ...bank, 'course.yaml': waiving('length-cue') })
    expect(problems.filter(({ level }) => level === 'warning').map(({ check, line, message }) => `${check} ${line} ${message}`)).toEqual([
      'position-cue 0 Options under the letter a are right in 13 of 25 cases; chance would give 7',
      'waiver-idle 12 length-cue is waived, but it finds nothing',
    ])
  })

  test('does not reach what is about one question', () => {
    const { problems } = checkChanged({ [repairs]: ['Who has to get this fixed?', 'Somebody has to get this fixed.'], 'course.yaml': waiving('no-question') })
    expect(problems).toMatchObject([{ check: 'waiver-idle', remedy: 'Waive it in the questions instead' }, { check: 'no-question' }])
  })

  test('does not reach errors', () => {
    const { found } = checkChanged({ 'tips.yaml': ['    reality: Light bulbs and whatever guests break are the tenant\'s.\n', ''], 'course.yaml': waiving('myth-reality') })
    expect(found).toEqual(['course.yaml:12 waiver-idle', 'tips.yaml:3 myth-reality'])
  })
})
