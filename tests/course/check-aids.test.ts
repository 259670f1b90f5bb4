import { describe, expect, test } from 'vitest'
import { checkChanged } from './course-folder.ts'

describe('what a study aid names must exist', () => {
  test.each([
    ['the topic of a card', 'flashcards.yaml', 'topic: repairs', 'topic: repair', 'flashcards.yaml:4 topic-unknown'],
    ['the fact of a card', 'flashcards.yaml', '[f2]', '[f22]', 'flashcards.yaml:8 fact-unknown'],
    ['the section of a card', 'flashcards.yaml', '[lease / The building]', '[lease / The cellar]', 'flashcards.yaml:7 citation'],
    ['a topic of a case', 'cases.yaml', '[safety, repairs]', '[safety, repair]', 'cases.yaml:5 topic-unknown'],
    ['the section of a case', 'cases.yaml', '[fire / Smoke alarms, lease / The building]', '[fire / Smoke]', 'cases.yaml:34 citation'],
    ['the owner of a finding', 'cases.yaml', 'owner: tenant', 'owner: guest', 'cases.yaml:22 party-unknown'],
    ['the section of a finding', 'cases.yaml', '[fire / Escape routes]', '[fire / Stairs]', 'cases.yaml:32 citation'],
    ['the fact of a finding', 'cases.yaml', '[f8]', '[f88]', 'cases.yaml:26 fact-unknown'],
    ['a topic of a tip', 'tips.yaml', 'topics: [repairs]', 'topics: [repairs, mending]', 'tips.yaml:7 topic-unknown'],
    ['a topic of the checklist', 'checklist.yaml', '[safety]', '[safe]', 'checklist.yaml:5 topic-unknown'],
  ])('%s', (_, file, passage, instead, expected) => {
    expect(checkChanged({ [file]: [passage, instead] }).found).toEqual([expected])
  })
})

describe('controls', () => {
  const controls = (more = '') => `categories:
  - { id: house, name: The house, meaning: The landlord does it for all apartments. }
  - { id: apartment, name: The apartment, meaning: Each tenant does it. }
controls:
  - { id: stairs, name: Light on the stairs, category: house, reason: The stairs belong to everybody., sources: [lease / The building], facts: [f2] }
${more}`

  test('belong to a category, and cite what supports them', () => {
    expect(checkChanged({ 'controls.yaml': controls() }).found).toEqual([])
    const wrong = '  - { id: bulb, name: Bulbs, category: kitchen, reason: They are yours., sources: [lease / The kitchen], facts: [f44] }\n'
    expect(checkChanged({ 'controls.yaml': controls(wrong) }).found).toEqual(['controls.yaml:6 citation', 'controls.yaml:6 category-unknown', 'controls.yaml:6 fact-unknown'])
  })

  test('have ids of their own, and names of their own', () => {
    const twin = '  - { id: stairs, name: Light on the stairs, category: apartment, reason: Whoever walks there needs it., sources: [lease / The building], facts: [f2] }\n'
    expect(checkChanged({ 'controls.yaml': controls(twin) }).found).toEqual(['controls.yaml:6 id-twice', 'controls.yaml:6 control-twice'])
  })
})

describe('ids', () => {
  test('of cards are given once', () => {
    expect(checkChanged({ 'flashcards.yaml': ['id: alarm-test', 'id: heating-owner'] }).found).toEqual(['flashcards.yaml:9 id-twice'])
  })

  test('of findings are given once in a case', () => {
    expect(checkChanged({ 'cases.yaml': ['id: bicycles', 'id: cold-apartment'] }).found).toEqual(['cases.yaml:27 id-twice'])
  })

  test('fit into a button', () => {
    const { problems } = checkChanged({ 'tips.yaml': ['id: paid-rent', `id: ${'rent-'.repeat(9)}paid`] })
    expect(problems).toMatchObject([{ check: 'schema', line: 3, remedy: 'Shorten it to 40 or less' }])
  })
})

describe('shape', () => {
  const third = /      - id: bicycles\n(?:        .*\n)+/

  test('a case has at least three findings', async () => {
    const { readFileSync } = await import('node:fs')
    const { houseRules } = await import('./course-folder.ts')
    const text = readFileSync(`${houseRules}/cases.yaml`, 'utf8')
    expect(checkChanged({ 'cases.yaml': text.replace(third, '') }).problems).toMatchObject([
      { check: 'schema', line: 11, message: '"cases › 1 › findings" has only 2 items', remedy: 'It needs at least 3' },
    ])
    const [one = ''] = third.exec(text) ?? []
    const many = ['one', 'two', 'three'].map((name) => one.replace('bicycles', name)).join('')
    expect(checkChanged({ 'cases.yaml': text.replace(third, many + one) }).problems).toMatchObject([
      { check: 'schema', message: '"cases › 1 › findings" is too long: 6 items', remedy: 'Shorten it to 5 or less' },
    ])
  })

  test('the back of a card is said in one breath', () => {
    const { problems } = checkChanged({ 'flashcards.yaml': ['back: The landlord, as', `back: ${'The landlord, '.repeat(20)} as`] })
    expect(problems).toMatchObject([{ check: 'schema', line: 6, remedy: 'Shorten it to 200 or less' }])
  })

  test('a myth comes with its reality', () => {
    const { problems } = checkChanged({ 'tips.yaml': ["    reality: Light bulbs and whatever guests break are the tenant's.\n", ''] })
    expect(problems).toMatchObject([{ level: 'error', check: 'myth-reality', line: 3, remedy: 'Add "reality": what is true instead' }])
  })

  test('the checklist asks what somebody can do', () => {
    const { problems } = checkChanged({ 'checklist.yaml': ['Can you say what each side does', 'You know what each side does'] })
    expect(problems).toMatchObject([{ check: 'schema', line: 4, remedy: 'Write a question that begins with "Can you" and ends with "?"' }])
  })
})

describe('length', () => {
  const long = (words: string, length: number) => words.repeat(Math.ceil(length / words.length)).slice(0, length).trim()
  const parts = Array.from({ length: 10 }, (_, at) => `      - ${at}${long(' brick', 190)}`).join('\n')

  test('a situation and its architecture fit into one message', () => {
    const { problems } = checkChanged({ 'cases.yaml': ['    architecture:\n', `    architecture:\n${parts}\n`] })
    expect(problems).toMatchObject([{ check: 'schema', message: expect.stringContaining('13 items') }])
    const whole = `cases:
  - id: long
    title: Long
    topics: [safety]
    situation: ${long('Cold. ', 1190)}
    architecture:\n${parts}
    findings:
${['a', 'b', 'c'].map((name) => `      - { id: ${name}, finding: ${long(`Find ${name} `, 390)}, owner: both, change: ${long(`Mend ${name} `, 390)}, reasoning: ${long('So. ', 790)}, sources: [fire / Smoke alarms] }`).join('\n')}
    sources: [fire / Smoke alarms]
`
    const { found } = checkChanged({ 'cases.yaml': whole })
    expect(found.filter((line) => line.endsWith('too-long-to-show'))).toEqual([
      'cases.yaml:2 too-long-to-show',
      ...[18, 19, 20].map((line) => `cases.yaml:${line} too-long-to-show`),
    ])
  })

  test('a tip leaves room for the question above it', () => {
    const { problems } = checkChanged({
      'tips.yaml': ["text: Who pays rent has nothing to repair.\n    reality: Light bulbs and", `text: ${long('Rent ', 399)}\n    reality: ${long('Bulb ', 399)} and`],
    })
    expect(problems).toMatchObject([{ check: 'schema', line: 6 }])
    const tip = `tips:\n  - { id: long, kind: trap, text: ${long('Rent ', 399)}, reality: ${long('Bulb ', 399)}, topics: [repairs], sources: [lease / The apartment, lease / The building, fire / Smoke alarms, fire / Escape routes] }\n`
    expect(checkChanged({ 'tips.yaml': tip }).problems).toMatchObject([{ level: 'error', check: 'too-long-to-show', remedy: 'Shorten it to 900' }])
  })
})

describe('twins', () => {
  test('two cards with one front are one too many', () => {
    const { problems } = checkChanged({ 'flashcards.yaml': ['front: How often are smoke alarms tested, and by whom?', 'front: WHO mends the central heating'] })
    expect(problems).toMatchObject([{ level: 'error', check: 'card-twice', line: 9, message: expect.stringContaining('heating-owner (flashcards.yaml:3)') }])
  })

  test('two cards that ask nearly the same want a look', () => {
    const twin = `  - id: heating-recounted
    topic: repairs
    front: Who has the central heating recounted in winter?
    back: The landlord, as it serves the whole of the house.
    sources: [lease / The building]
  - id: alarm-test\n`
    const { problems } = checkChanged({ 'flashcards.yaml': ['  - id: alarm-test\n', twin] })
    expect(problems).toMatchObject([{ level: 'warning', check: 'cards-alike', line: 9 }])
  })

  test('the guest and the host are two cards', () => {
    const cards = ['guest', 'host'].map((os, at) => `  - { id: ${os}, topic: repairs, front: Who patches the ${os} OS of a server?, back: ${at === 0 ? 'The tenant.' : 'The landlord.'}, sources: [lease / The apartment] }`)
    expect(checkChanged({ 'flashcards.yaml': `cards:\n${cards.join('\n')}\n` }).found).toEqual([])
  })

  test('a tip is given once', () => {
    const { found } = checkChanged({ 'tips.yaml': ['Does it serve the whole house or one apartment? The answer names the owner.', 'Who pays rent has nothing to repair!'] })
    expect(found).toEqual(['tips.yaml:9 tip-twice'])
  })
})

test('facts that no cited section holds want a look', () => {
  const { problems } = checkChanged({ 'flashcards.yaml': ['[f8]', '[f1]'], 'cases.yaml': ['[f2]', '[f10]'] })
  expect(problems).toMatchObject([
    { level: 'warning', check: 'facts-uncited', file: 'cases.yaml', line: 18 },
    { level: 'warning', check: 'facts-uncited', file: 'flashcards.yaml', line: 13 },
  ])
})
