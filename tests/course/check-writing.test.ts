import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkChanged, houseRules } from './course-folder.ts'

const repairs = 'questions/repairs.yaml'
const safety = 'questions/safety.yaml'

describe('twins', () => {
  const questions = readFileSync(join(houseRules, safety), 'utf8')
  const question = questions.slice(questions.indexOf('  - id:'))

  test('another place and another name do not make a new question', () => {
    const twin = question
      .replace('silent-alarm', 'silent-alarm-upstairs')
      .replace('During the monthly test an alarm', 'In Rome, during the monthly test, an alarm upstairs')
      .replace('form: which-action', 'form: who-owns')
    const { problems } = checkChanged({ [safety]: questions + twin })
    expect(problems).toMatchObject([
      {
        level: 'error',
        check: 'stems-alike',
        line: 26,
        question: 'silent-alarm-upstairs',
        message: expect.stringContaining('silent-alarm (questions/safety.yaml:4)'),
      },
    ])
  })

  test('the same facts in the same form are one question', () => {
    const twin = question.replace('silent-alarm', 'new-apartment').replace(/stem: .*/, 'stem: Somebody moves in. Who does what about fire?')
    expect(checkChanged({ [safety]: questions + twin }).found).toEqual([`${safety}:39 facts-alike`])
  })

  test('the same facts in another form are two questions', () => {
    const other = question
      .replace('silent-alarm', 'new-apartment')
      .replace(/stem: .*/, 'stem: Somebody moves in. Who does what about fire?')
      .replace('form: which-action', 'form: who-owns')
    expect(checkChanged({ [safety]: questions + other }).found).toEqual([])
  })

  test('the same lesson in the same form wants a look, even where it rests on another fact', () => {
    const twin = question
      .replace('silent-alarm', 'new-apartment')
      .replace(/stem: .*/, 'stem: Somebody moves in. Who does what about fire?')
      .replace('[f7, f8]', '[f9]')
    const { problems } = checkChanged({ [safety]: questions + twin })
    expect(problems).toMatchObject([
      { level: 'warning', check: 'points-alike', line: 37, message: expect.stringContaining('silent-alarm (questions/safety.yaml:4): 100% of the words') },
    ])
  })
})

describe('a service that an explanation names', () => {
  test('must be in the question or in a section that it cites', () => {
    const { problems } = checkChanged({ [repairs]: ['explanation: The lease lets', 'explanation: As with a Smoke alarm, the lease lets'] })
    expect(problems).toMatchObject([{ level: 'error', check: 'service-uncited', question: 'vase-of-a-guest', message: expect.stringContaining('Smoke alarm') }])
  })

  test('may not slip into the reason against an option either', () => {
    const { found } = checkChanged({ [repairs]: ['c: The lease says the opposite', 'c: As for a Smoke alarm, the lease says the opposite'] })
    expect(found).toEqual([`${repairs}:35 service-uncited`])
  })

  test('may come from a cited section', () => {
    const { found } = checkChanged({
      [repairs]: ['explanation: The central heating belongs', 'explanation: The Central heating and its Radiators belong'],
    })
    expect(found).toEqual([])
  })
})

describe('cues', () => {
  test.each([
    [
      'a right option that is far longer',
      ['a: The lease names guests and pets as well', 'a: The lease names guests and pets as well, whatever they do and however long they have been there'],
      'option-stands-out',
    ],
    [
      'a wrong option that is far longer',
      ['c: Breakage is never paid for by people who live there', 'c: Breakage is never paid for by people who live there, whoever they may be and whatever was broken'],
      'option-stands-out',
    ],
    ['a negative that is easily missed', ['Who has to get this fixed?', 'Who does not have to get this fixed?'], 'quiet-negative'],
    ["a negative in a contraction", ['Who has to get this fixed?', "Who doesn't have to get this fixed?"], 'quiet-negative'],
    ['a stem that asks nothing', ['Who has to get this fixed?', 'Somebody has to get this fixed.'], 'no-question'],
    ['a number that the key does not have', ['Who has to get this fixed?', 'Which two people get this fixed?'], 'count-unclear'],
    ['facts that no cited section holds', ['facts: [f2]', 'facts: [f7]'], 'facts-uncited'],
  ])('%s is a warning', (_, [passage = '', instead = ''], check) => {
    expect(checkChanged({ [repairs]: [passage, instead] }).problems).toMatchObject([{ level: 'warning', check }])
  })

  test('a negative in capitals stands out', () => {
    expect(checkChanged({ [repairs]: ['Who has to get this fixed?', 'Who does NOT have to get this fixed?'] }).found).toEqual([])
  })
})

describe('rows and terms', () => {
  const rows = 'responsibilities.yaml'

  test.each([
    ['an owner whose half is not told', ['    provider: The landlord buys and mounts the alarms.\n', ''], 'error half-missing'],
    ['two rows about one duty with different owners', ['    service: [smoke-alarm]\n    act: [test]', '    service: [smoke-alarm]'], 'error duty-twice'],
    ['a word that means two things', ['aliases: [fire alarm]', 'aliases: [fire alarm, Radiators]'], 'warning alias-twice'],
    ['a reply that fits no message', ['provider: The landlord keeps the', `provider: "${'a'.repeat(1200)}"\n    customer: "${'b'.repeat(1200)}"\n    note: "${'c'.repeat(1200)}"\n    # The`], 'error too-long-to-show'],
  ])('%s', (_, [passage = '', instead = ''], expected) => {
    const { problems } = checkChanged({ [rows]: [passage, instead] })
    expect(problems.map(({ level, check }) => `${level} ${check}`)).toContain(expected)
  })
})
