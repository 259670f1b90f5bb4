// The file formats as JSON Schemas, with which editors complete and check course files.
import { z } from 'zod'
import { askedFileSchema } from './schema-asked.ts'
import { casesFileSchema, checklistFileSchema, controlsFileSchema, flashcardsFileSchema, tipsFileSchema } from './schema-aids.ts'
import { diagramsFileSchema } from './schema-diagrams.ts'
import { courseSchema, factsFileSchema, glossaryFileSchema, questionsFileSchema, responsibilitiesFileSchema } from './schema.ts'

const schemas = {
  'course.json': courseSchema,
  'questions.json': questionsFileSchema,
  'responsibilities.json': responsibilitiesFileSchema,
  'glossary.json': glossaryFileSchema,
  'facts.json': factsFileSchema,
  'flashcards.json': flashcardsFileSchema,
  'cases.json': casesFileSchema,
  'tips.json': tipsFileSchema,
  'checklist.json': checklistFileSchema,
  'controls.json': controlsFileSchema,
  'diagrams.json': diagramsFileSchema,
  'asked.json': askedFileSchema,
}

type SchemaFileName = keyof typeof schemas

/**
 * By the name of the file in data/schemas/. Draft 7 is what the editors' YAML extensions understand; `input` leaves fields with a
 * default optional.
 */
export function jsonSchemas(): ReadonlyMap<SchemaFileName, z.core.JSONSchema.BaseSchema> {
  const names = Object.keys(schemas) as readonly SchemaFileName[]
  return new Map(names.map((name) => [name, z.toJSONSchema(schemas[name], { target: 'draft-7', io: 'input' })]))
}
