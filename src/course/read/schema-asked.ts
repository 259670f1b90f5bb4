// The shape of the files in asked/: how people ask, and what answers them.
import { z } from 'zod'
import { citation, factId, id } from './schema-fields.ts'

const answer = z
  .union(
    [
      z.strictObject({ rows: z.array(id).min(1).max(4).describe('Ids of rows in responsibilities.yaml, the closest first; several where a question is about each of them') }),
      z.strictObject({ section: citation.describe('A section of the documents: a list, steps, a story') }),
      z.strictObject({ term: id.describe('The id of a term in glossary.yaml') }),
      z.strictObject({ fact: factId.describe('The id of a fact in facts.yaml, where one sentence answers the question') }),
      z.literal('none'),
    ],
    'write { rows: [ID] }, { section: "DOCUMENT / HEADING" }, { term: ID }, { fact: ID }, or none',
  )
  .describe('What a person who asks so should get; "none" if the documents do not hold it')

export const askedFileSchema = z.strictObject({
  phrasings: z.array(
    z.strictObject({
      answer,
      asked: z.array(z.string().trim().min(1).max(400)).min(1).describe('Sentences in people’s own words: keywords, full questions, scenes. As different from each other as people are'),
    }),
  ),
})

export type AskedFile = z.infer<typeof askedFileSchema>
