// The shape of diagrams.yaml, which is optional: drawings of the documents as data. The bot draws them and says them in words.
import { z } from 'zod'
import { citations, id, line, sentence } from './schema-fields.ts'

const short = line.max(80)
const points = z.array(short).max(8)

const common = {
  id: id.max(40).describe('Lower-case words with hyphens'),
  title: short.describe('Names the diagram in a list, and stands above it'),
  alt: sentence.max(1000).describe('What people hear who cannot see the picture: all that it says, in sentences'),
  sources: citations,
}

const owner = id.describe("The id of one of the course's parties, whose color it gets")
const part = { title: short, owner, points: points.describe('What is in it, a few words each') }

const layers = z.strictObject({
  ...common,
  kind: z.literal('layers').describe('Stacks on top of each other'),
  stacks: z.array(z.strictObject({ ...part, note: short.optional().describe('What the stack is called in the model') })).min(1).max(4).describe('From top to bottom'),
})

const areas = z.strictObject({
  ...common,
  kind: z.literal('areas').describe('Two sides, and what they have in common'),
  sides: z.array(z.strictObject(part)).length(2),
  joint: z.strictObject({
    title: short,
    areas: z
      .array(z.strictObject({ title: short, halves: z.array(short).max(2).default([]).describe('What each side does in it, in the order of the sides; all areas have them, or none') }))
      .min(1)
      .max(8),
  }),
  result: short.optional().describe('What comes of it all'),
})

const steps = z.strictObject({
  ...common,
  kind: z.literal('steps').describe('Steps, one after the other'),
  steps: z.array(z.strictObject({ title: short, points })).min(2).max(8),
  loop: z.strictObject({ title: short, points: points.default([]) }).optional().describe('One more step, which leads back to the first'),
  aside: z.strictObject({ title: short, points }).optional().describe('A list that belongs to all steps, for example their tools'),
})

export const diagramsFileSchema = z.strictObject({ diagrams: z.array(z.discriminatedUnion('kind', [layers, areas, steps])) })

export type DiagramsFile = z.infer<typeof diagramsFileSchema>
