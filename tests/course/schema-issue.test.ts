import { expect, test } from 'vitest'
import { checkChanged } from './course-folder.ts'

/** The first problem: what breaks the schema. A broken item is left out, and others may miss it. */
function firstProblem(file: string, passage: string, instead: string) {
  return checkChanged({ [file]: [passage, instead] }).problems.find(({ check }) => check === 'schema')
}

test.each([
  [
    'a field that does not exist',
    ['explanation: The central', 'hint: Warm\n    explanation: The central'],
    { line: 14, message: 'There is no field "hint" here' },
  ],
  ['a word that is not among the choices', ['difficulty: easy', 'difficulty: simple'], { line: 5, remedy: 'Write one of easy, medium, hard' }],
  ['a number where text belongs', ['keyPoint: What serves the whole house is the landlord\'s.', 'keyPoint: 12'], { line: 18, remedy: 'Put it in quotes' }],
  ['text where a list belongs', ['key: [b]', 'key: b'], { line: 13, remedy: 'Make it a list' }],
  ['an option beyond f', ['c: The tenant, as part', 'g: The tenant, as part'], { line: 12 }],
  ['an id in capitals', ['id: cold-radiators', 'id: Cold'], { line: 4, remedy: expect.stringContaining('lower-case') }],
  ['a citation without a heading', ['[lease / The building]', '[lease]'], { line: 19, remedy: expect.stringContaining('<section heading>') }],
  ['a line that is too long', ['a: Whoever', `a: ${'x'.repeat(200)} Whoever`], { line: 10, remedy: 'Shorten it to 200 or less' }],
])('%s', (_, [passage = '', instead = ''], expected) => {
  expect(firstProblem('questions/repairs.yaml', passage, instead)).toMatchObject({ level: 'error', file: 'questions/repairs.yaml', ...expected })
})

test('a field that is missing is told at the item that lacks it', () => {
  expect(firstProblem('questions/safety.yaml', '    form: which-action\n', '')).toMatchObject({
    line: 4,
    message: '"questions › 1 › form" is missing',
  })
})

test('an empty file is told as such', () => {
  const { problems } = checkChanged({ 'glossary.yaml': '' })
  expect(problems).toMatchObject([{ check: 'schema', file: 'glossary.yaml', message: '"the file" is empty' }])
})

test('a broken item does not hide its neighbours, and their lines stay right', () => {
  const { found } = checkChanged({
    'questions/repairs.yaml': ['difficulty: easy', 'difficulty: simple'],
    'facts.yaml': ['subject: rooms', 'subjects: rooms'],
    'documents/lease.md': ['f4 f5', 'f4'],
  })
  expect(found).toEqual(['documents/lease.md:15 fact-unknown', 'facts.yaml:6 schema', 'facts.yaml:6 schema', 'facts.yaml:7 fact-missing', 'questions/repairs.yaml:5 schema'])
})
