import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { jsonSchemas } from '../../src/course/read/json-schemas.ts'
import { houseRules } from './course-folder.ts'

const schemas = join(import.meta.dirname, '../../data/schemas')

// After a change of the formats, `vitest run tests/course/json-schemas.test.ts -u` writes the files anew.
test.each([...jsonSchemas()])('data/schemas/%s says what the code checks', async (name, schema) => {
  await expect(`${JSON.stringify(schema, undefined, 2)}\n`).toMatchFileSnapshot(join(schemas, name))
})

test.each([
  ['course.yaml', 'course.json'],
  ['questions/safety.yaml', 'questions.json'],
  ['responsibilities.yaml', 'responsibilities.json'],
  ['glossary.yaml', 'glossary.json'],
  ['facts.yaml', 'facts.json'],
  ['flashcards.yaml', 'flashcards.json'],
  ['cases.yaml', 'cases.json'],
  ['tips.yaml', 'tips.json'],
  ['checklist.yaml', 'checklist.json'],
  ['diagrams.yaml', 'diagrams.json'],
  ['asked/alarms.yaml', 'asked.json'],
] as const)('an editor accepts %s of the example course', (file, name) => {
  const validate = new Ajv({ strict: false }).compile(jsonSchemas().get(name) ?? false)
  expect(validate(parse(readFileSync(join(houseRules, file), 'utf8')))).toBe(true)
})

test('an editor accepts controls.yaml of the course that comes with the bot', () => {
  const validate = new Ajv({ strict: false }).compile(jsonSchemas().get('controls.json') ?? false)
  expect(validate(parse(readFileSync(join(schemas, '../aws-shared-responsibility/controls.yaml'), 'utf8')))).toBe(true)
})

test('an editor marks a field that does not exist', () => {
  const validate = new Ajv({ strict: false }).compile(jsonSchemas().get('glossary.json') ?? false)
  expect(validate({ terms: [], items: [] })).toBe(false)
})
