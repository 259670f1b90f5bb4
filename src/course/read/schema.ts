// The shapes of the files in data/<course>/, one zod schema per kind of file. Study aids are in schema-aids.ts.
import { z } from 'zod'
import { citation, citations, factId, id, line, sentence, waivers } from './schema-fields.ts'

const party = z.strictObject({
  id,
  name: line.describe('As you write it at the start of a sentence, for example "AWS" or "The customer"'),
})

export const courseSchema = z.strictObject({
  id,
  title: line,
  summary: sentence.describe('One or two sentences: what people learn here'),
  parties: z
    .strictObject({ provider: party, customer: party, shared: party })
    .describe('Who can be responsible. The three roles are fixed; each course chooses their ids and names'),
  documents: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[\w-]+$/),
        title: line,
        short: line.max(40).optional().describe('What texts and citations call it, where the title is long'),
        file: z.string().regex(/^documents\/[\w.-]+\.md$/),
        about: sentence.max(200).optional().describe('What it is, how long it takes, how hard and how important it is, and what comes after it'),
      }),
    )
    .min(1),
  topics: z
    .array(
      z.strictObject({
        id,
        title: line,
        weight: z.number().positive().describe('Share of the questions, in percent'),
      }),
    )
    .min(1),
  sheets: z
    .array(z.strictObject({ id, title: line, sources: citations.describe('The sections that it is made of, in order') }))
    .default([])
    .describe('What people want to have at hand: lists, cards and tables of the documents, by a name of their own'),
  reviews: z
    .strictObject({ title: line, steps: z.array(line).min(1).max(8).describe('What to do together, one step a line'), source: citation })
    .optional()
    .describe('The review of duties that a team goes through each quarter: a manager can have it posted'),
  waive: waivers.optional().describe('Warnings about the whole course to ignore: the id of each check, with the reason'),
})

export const difficulties = ['easy', 'medium', 'hard'] as const

export const forms = ['who-owns', 'which-action', 'which-item', 'how-it-shifts', 'find-the-error'] as const

export const optionIds = ['a', 'b', 'c', 'd', 'e', 'f'] as const
const optionId = z.enum(optionIds)

const questionSchema = z.strictObject({
  id,
  difficulty: z.enum(difficulties),
  owner: id.describe('Whose duty the key shows: the id of one of the course\'s parties. Used for the balance of the bank'),
  form: z
    .enum(forms)
    .describe('What the question asks for; two questions may test one fact in different forms'),
  stem: sentence.describe('A situation in a team and the decision to take; ends with the question. "Select TWO" is added by the bot. Code stands between backticks, or between lines of ```'),
  options: z.partialRecord(optionId, line).describe('2 to 6 options, a to f. The bot shuffles them for each round'),
  key: z.array(optionId).min(1).describe('The right option, or all of the right options'),
  explanation: sentence.describe('Why the key is right'),
  whyNot: z.partialRecord(optionId, sentence.max(400)).describe('For every other option: why it is wrong'),
  keyPoint: line.describe('What to remember, in one line'),
  image: z
    .strictObject({
      file: z.string().regex(/^pictures\/[\w.-]+$/, 'write "pictures/NAME.png": a file in the folder pictures of the course'),
      alt: z.string().trim().min(1).max(1000).describe('What it shows, in words, for people who cannot see it: enough to answer the question'),
    })
    .optional()
    .describe('A picture below the stem: PNG, JPEG, GIF, or SVG, up to 1 MB and 4000 pixels a side'),
  note: sentence.optional().describe('If documents differ, or the real service behaves differently: "Documents differ: …"'),
  sources: citations,
  facts: z.array(factId).default([]).describe('Ids of the facts in facts.yaml that this question tests; never shown. Without any, no other question is about the same'),
  waive: waivers.optional().describe('Warnings about this question to ignore: the id of each check, with the reason'),
})

export const questionsFileSchema = z.strictObject({ topic: id, questions: z.array(questionSchema).min(1) })

/** Something that people ask about: its name, and other words that they type for it. Matching ignores case and plurals. */
const concept = z.strictObject({
  id,
  name: line,
  aliases: z.array(z.string().trim().min(1)).default([]),
  within: id.optional().describe('The wider concept that this one is a kind of, for example guest-os within operating-system'),
})

const responsibilitySchema = z.strictObject({
  id,
  title: line,
  service: z.array(id).default([]).describe('Concept ids of kind service that the row is about; empty for an area of its own'),
  thing: z.array(id).default([]).describe('Concept ids of kind thing: what the duty is done to'),
  act: z.array(id).default([]).describe('Concept ids of kind act: what is done'),
  owner: id.describe('The id of one of the course\'s parties'),
  provider: sentence.optional().describe('The provider\'s half, a full sentence'),
  customer: sentence.optional().describe('The customer\'s half, a full sentence'),
  topics: z.array(id).default([]),
  note: sentence.optional(),
  sources: citations,
})

export const responsibilitiesFileSchema = z.strictObject({
  services: z.array(concept).default([]),
  things: z.array(concept).default([]),
  acts: z.array(concept).default([]),
  rows: z.array(responsibilitySchema).min(1),
  tables: z
    .array(
      z.strictObject({
        id,
        title: line,
        cells: z.enum(['owner', 'row']).default('owner').describe('What a cell shows: who is responsible, or the title of the row that it names'),
        columns: z.array(line).min(1),
        rows: z.array(z.strictObject({ title: line, cells: z.array(id.nullable()).min(1) })).min(1),
        sources: citations,
      }),
    )
    .default([])
    .describe('Comparison tables: each cell names a row of this file, or null'),
})

export const glossaryFileSchema = z.strictObject({
  terms: z.array(
    z.strictObject({
      id,
      term: line,
      aliases: z.array(z.string().trim().min(1)).default([]),
      definition: sentence,
      see: z.array(id).default([]).describe('Ids of related terms'),
      note: sentence.optional(),
      sources: citations,
    }),
  ),
})

export const factsFileSchema = z.strictObject({
  facts: z.array(
    z.strictObject({
      id: factId,
      source: citation,
      subject: line,
      aspect: line,
      owner: id.nullable().describe('A party, or null if the fact assigns nothing'),
      fact: sentence,
    }),
  ),
})

export type CourseFile = z.infer<typeof courseSchema>
export type QuestionRow = z.infer<typeof questionSchema>
export type ResponsibilityRow = z.infer<typeof responsibilitySchema>
export type ResponsibilitiesFile = z.infer<typeof responsibilitiesFileSchema>
export type GlossaryFile = z.infer<typeof glossaryFileSchema>
export type FactsFile = z.infer<typeof factsFileSchema>
export type OptionId = z.infer<typeof optionId>
