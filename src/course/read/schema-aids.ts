// The shapes of the study aids: flashcards.yaml, cases.yaml, tips.yaml, checklist.yaml, controls.yaml. All five files are optional.
import { z } from 'zod'
import { citations, factId, id as anyId, line, sentence } from './schema-fields.ts'

/**
 * Buttons carry the ids of cards and findings, and Discord allows 100 characters of data per button:
 * https://docs.discord.com/developers/components/reference#button
 */
const id = anyId.max(40)

const topics = z.array(anyId).min(1).describe('Ids of topics in course.yaml, the closest first')
const facts = z.array(factId).default([]).describe('Ids of the facts in facts.yaml that it is based on; never shown')
const short = sentence.max(400)

const flashcard = z.strictObject({
  id: id.describe('Do not change it once people have reviewed the card: their progress is stored under it'),
  topic: anyId.describe('The id of a topic in course.yaml'),
  front: line.describe('What to recall: one thing, as a question or a term'),
  back: line.describe('The answer, short enough to say in one breath: 200 characters at most'),
  sources: citations,
  facts,
})

export const flashcardsFileSchema = z.strictObject({ cards: z.array(flashcard) })

const finding = z.strictObject({
  id: id.describe('Differs from the other findings of the case'),
  finding: short.describe('What to notice in the situation, a full sentence'),
  question: line.optional().describe('What to ask before the answer is shown; without it the bot asks whose duty it is and what to change'),
  owner: anyId.describe('Who has to act: the id of one of the course\'s parties'),
  change: short.describe('The smallest right change, as an instruction: "Block public access to the bucket and …"'),
  reasoning: sentence.max(800).describe('Why it is that party\'s duty and why this change settles it: the model answer'),
  sources: citations,
  facts,
})

const studyCase = z.strictObject({
  id: id.describe('Lower-case words with hyphens'),
  title: line.describe('Names the case in a list: "The online shop before the sale"'),
  topics,
  situation: sentence.describe('Who builds or runs what, and what happened; shown first and above each finding'),
  architecture: z.array(line).max(10).default([]).describe('What it is built from, one part per line: "Amazon RDS for the orders, without backups"'),
  findings: z.array(finding).min(3).max(5).describe('3 to 5, in the order in which they are worked through'),
  closing: short.optional().describe('What to take away from the whole case'),
  sources: citations,
})

export const casesFileSchema = z.strictObject({ cases: z.array(studyCase) })

export const tipKinds = ['tip', 'trap', 'myth', 'analogy', 'memory-aid'] as const

const tip = z.strictObject({
  id: id.describe('Lower-case words with hyphens'),
  kind: z
    .enum(tipKinds)
    .describe(
      'tip: how to work or take the exam; trap: a mistake that exams provoke; myth: a wrong belief, with its reality; ' +
        'analogy: a picture; memory-aid: a rhyme, a list, or a rule of thumb',
    ),
  text: short.describe('The tip itself, which must make sense on its own; for a myth, the wrong belief'),
  reality: short.optional().describe('What is true instead; a myth must have it'),
  topics,
  sources: citations,
})

export const tipsFileSchema = z.strictObject({ tips: z.array(tip) })

const checklistItem = z.strictObject({
  id: id.describe('Lower-case words with hyphens'),
  can: line
    .regex(/^Can you .+\?$/, 'write a question that begins with "Can you" and ends with "?"')
    .describe('"Can you …?": what somebody can do after the course'),
  topics,
  sources: citations,
})

export const checklistFileSchema = z.strictObject({ items: z.array(checklistItem) })

const controlCategory = z.strictObject({
  id: id.describe('Lower-case words with hyphens'),
  name: z.string().trim().min(1).max(30).describe('Names a button: "Inherited"'),
  meaning: line.describe('What puts a control in this category, a full sentence'),
})

const controlItem = z.strictObject({
  id: id.describe('Do not change it once people have drilled the control: their progress is stored under it'),
  name: line.describe('The control, in one line: "Power for the data centers"'),
  category: anyId.describe('The id of one of the categories'),
  reason: short.describe('Why it belongs there, in one or two sentences'),
  sources: citations,
  facts,
})

export const controlsFileSchema = z.strictObject({
  categories: z.array(controlCategory).min(2).max(4).describe('In the order of their buttons'),
  controls: z.array(controlItem).min(1),
})

export type FlashcardsFile = z.infer<typeof flashcardsFileSchema>
export type CasesFile = z.infer<typeof casesFileSchema>
export type TipsFile = z.infer<typeof tipsFileSchema>
export type ChecklistFile = z.infer<typeof checklistFileSchema>
export type ControlsFile = z.infer<typeof controlsFileSchema>
