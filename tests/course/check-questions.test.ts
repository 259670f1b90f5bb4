import { expect, test } from 'vitest'
import { checkChanged } from './course-folder.ts'

const safety = 'questions/safety.yaml'

test.each([
  ['a key that is no option', ['key: [a, c]', 'key: [a, f]'], 'key-option'],
  ['a key that names an option twice', ['key: [a, c]', 'key: [a, a]'], 'key-twice'],
  ['a question on which every answer is right', ['key: [a, c]', 'key: [a, b, c, d]'], 'key-all'],
  ['a gap in the letters', ['      d: The landlord tests', '      e: The landlord tests'], 'options-gap'],
  ['two options that say the same', ['b: The tenant moves out for a month', 'b: the tenant REPORTS it!'], 'option-twice'],
  ['a wrong option without a reason', ['      d: Testing stays with who lives there.\n', ''], 'why-not-missing'],
  ['a right option with a reason why it is wrong', ['      d: Testing stays', '      c: Testing stays'], 'why-not-extra'],
  ['all of the above', ['b: The tenant moves out for a month', 'b: All of the above'], 'of-the-above'],
  ['none of these options', ['b: The tenant moves out for a month', 'b: None of these options'], 'of-the-above'],
  ['an option about two others', ['b: The tenant moves out for a month', 'b: Both A and C, within a month'], 'of-the-above'],
  ['a letter in an explanation', ['b: A silent alarm is', 'b: Unlike option C, a silent alarm is'], 'option-letter'],
  ['a stem that asks for one of two right options', ['Which two steps follow?', 'Which steps follow? Choose exactly one.'], 'select-count'],
  ['a stem that asks for another number than the key has', ['Which two steps follow?', 'Select THREE. Which?'], 'select-count'],
])('%s is an error', (_, [passage = '', instead = ''], check) => {
  const { problems } = checkChanged({ [safety]: [passage, instead] })
  const problem = problems.find((found) => found.check === check)
  expect(problem).toMatchObject({ level: 'error', file: safety, question: 'silent-alarm' })
})

test('a stem may ask for the number that the key has', () => {
  expect(checkChanged({ [safety]: ['Which two steps follow?', 'Select TWO. Which steps follow?'] }).found).toEqual([])
})

test('the line is that of the field', () => {
  const { found } = checkChanged({ [safety]: ['b: A silent alarm is', 'b: Unlike option C, a silent alarm is'] })
  expect(found).toEqual([`${safety}:17 option-letter`])
})

test('two options are few', () => {
  const { problems } = checkChanged({
    'questions/repairs.yaml': [
      "      c: The tenant, as part of airing the rooms\n    key: [b]\n    explanation: The central heating belongs to the house, and the landlord keeps it in working order.\n    whyNot:\n      a: Noticing damage obliges people to report it. It does not make the repair theirs.\n      c: Airing is the tenant's, but it has nothing to do with the boiler.\n",
      '    key: [b]\n    explanation: The heating belongs to the house.\n    whyNot:\n      a: Noticing damage obliges people to report it.\n',
    ],
  })
  expect(problems).toMatchObject([{ level: 'warning', check: 'two-options', question: 'cold-radiators' }])
})

test('what would not fit into one message is too long', () => {
  const long = `${'Somebody walks down the stairs. '.repeat(37)}What now?`
  const longReason = 'It does not. '.repeat(30)
  const options = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => `      ${id}: The alarm ${id.repeat(180)}`).join('\n')
  const whyNot = ['b', 'c', 'd', 'e', 'f'].map((id) => `      ${id}: ${longReason}`).join('\n')
  const { found } = checkChanged({
    [safety]: `topic: safety
questions:
  - id: too-much
    difficulty: hard
    owner: both
    form: which-action
    stem: ${long}
    options:\n${options}
    key: [a]
    explanation: ${'It does. '.repeat(100)}
    whyNot:\n${whyNot}
    keyPoint: Be brief.
    sources: [fire / Smoke alarms]
    facts: [f7]
`,
  })
  expect(found).toEqual([`${safety}:16 too-long-to-explain`])
})
