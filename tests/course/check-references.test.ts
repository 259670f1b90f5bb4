import { expect, test } from 'vitest'
import { checkChanged } from './course-folder.ts'

test('an id that is taken names the place of the first', () => {
  const { problems } = checkChanged({ 'questions/safety.yaml': ['id: silent-alarm', 'id: cold-radiators'] })
  expect(problems).toMatchObject([
    { check: 'id-twice', file: 'questions/safety.yaml', line: 4, message: 'The id "cold-radiators" is already used at questions/repairs.yaml:4' },
  ])
})

test.each([
  ['a topic', 'questions/safety.yaml', 'topic: safety', 'topic: saftey', 'questions/safety.yaml:4 topic-unknown'],
  ['a party of a question', 'questions/safety.yaml', 'owner: both', 'owner: shared', 'questions/safety.yaml:6 party-unknown'],
  ['a fact of a question', 'questions/safety.yaml', '[f7, f8]', '[f7, f88]', 'questions/safety.yaml:21 fact-unknown'],
  ['a fact of a document', 'documents/fire.md', 'f7 f8 f9', 'f7 f8 f9 f99', 'documents/fire.md:3 fact-unknown'],
  ['a party of a fact', 'facts.yaml', 'owner: landlord', 'owner: janitor', 'facts.yaml:3 party-unknown'],
  ['a party of a row', 'responsibilities.yaml', 'owner: landlord', 'owner: janitor', 'responsibilities.yaml:16 party-unknown'],
  ['a service', 'responsibilities.yaml', 'service: [heating]', 'service: [boiler]', 'responsibilities.yaml:14 service-unknown'],
  ['an act, even if a thing has its name', 'responsibilities.yaml', 'act: [repair]', 'act: [device]', 'responsibilities.yaml:15 act-unknown'],
  ['a wider concept', 'responsibilities.yaml', 'within: device', 'within: machine', 'responsibilities.yaml:7 concept-unknown'],
  ['a row in a table', 'responsibilities.yaml', '[null, smoke-alarm-test]', '[null, smoke]', 'responsibilities.yaml:42 responsibility-unknown'],
  ['a related term', 'glossary.yaml', 'see: [escape-route]', 'see: [escape]', 'glossary.yaml:11 term-unknown'],
])('%s that does not exist is told by its line', (_, file, passage, instead, expected) => {
  expect(checkChanged({ [file]: [passage, instead] }).found).toContain(expected)
})

test('a table needs a cell for each column', () => {
  const { found } = checkChanged({ 'responsibilities.yaml': ['[heating-repair, null]', '[heating-repair]'] })
  expect(found).toEqual(['responsibilities.yaml:41 table-cells'])
})

test('concepts within each other are a circle', () => {
  const { found } = checkChanged({ 'responsibilities.yaml': ['name: device }', 'name: device, within: battery }'] })
  expect(found).toEqual(['responsibilities.yaml:6 concept-circle', 'responsibilities.yaml:7 concept-circle'])
})

test('a citation of nothing is told with the nearest heading', () => {
  const { problems } = checkChanged({ 'questions/repairs.yaml': ['[lease / The building]', '[lease / The buildings]'] })
  expect(problems).toMatchObject([
    {
      check: 'citation',
      file: 'questions/repairs.yaml',
      line: 19,
      message: '"lease / The buildings" is not a section of document lease',
      remedy: expect.stringMatching(/^Did you mean "lease \/ The building"/),
    },
  ])
})

test('a fact must stand in some section', () => {
  const { found } = checkChanged({ 'documents/lease.md': ['f4 f5', 'f4'] })
  expect(found).toEqual(['facts.yaml:7 fact-missing'])
})

test('a fact must stand in the section that it names', () => {
  const { problems } = checkChanged({ 'facts.yaml': ['id: f5, source: lease / The apartment,', 'id: f5, source: lease / The building,'] })
  expect(problems).toMatchObject([
    {
      check: 'fact-elsewhere',
      file: 'documents/lease.md',
      line: 15,
      message: 'The fact f5 is marked in "lease / The apartment", but its source is "lease / The building"',
    },
  ])
})
