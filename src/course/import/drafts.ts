// Questions that an import left as drafts, in the file in which somebody fills in what they lack.
import { parse } from 'yaml'
import { z } from 'zod'
import { optionIds } from '../read/schema.ts'
import { item, labeled, unreadable, type Item } from './items.ts'

/** Where a person has been at work anything may be left out. */
const text = z.string().nullish().transform((said) => said ?? '')
const draft = z.object({
  id: text,
  topic: text,
  stem: text,
  options: z.partialRecord(z.enum(optionIds), text),
  key: z.union([z.array(z.string()), z.string().transform((letter) => [letter])]),
  explanation: text,
  whyNot: z.partialRecord(z.enum(optionIds), text).nullish(),
  keyPoint: text,
  source: text,
})

export function readDrafts(yaml: string): readonly Item[] {
  const rows = draftsIn(yaml)
  return rows.map((row): Item => {
    const read = draft.safeParse(row)
    if (!read.success) return unreadable(startOf(row), `In its draft, ${read.error.issues[0]?.path.join('.') ?? 'a part'} isn’t as it was: ${read.error.issues[0]?.message ?? 'unknown'}.`)
    const { id, topic, stem, options, key, explanation, whyNot, keyPoint, source } = read.data
    const all = optionIds.flatMap((letter) => (options[letter] === undefined ? [] : [{ text: options[letter], right: key.includes(letter), why: whyNot?.[letter] ?? '' }]))
    return labeled(item({ stem, options: all, explanation, keyPoint, source }), { name: id, topic })
  })
}

function draftsIn(yaml: string): readonly unknown[] {
  if (yaml.trim() === '') return []
  const whole: unknown = parse(yaml)
  return typeof whole === 'object' && whole !== null && 'drafts' in whole && Array.isArray(whole.drafts) ? whole.drafts : []
}

const startOf = (row: unknown): string => (typeof row === 'object' && row !== null && 'stem' in row && typeof row.stem === 'string' ? row.stem : 'A draft')
