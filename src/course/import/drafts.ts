// Questions that an import left as drafts, in the file in which somebody fills in what they lack.
import { parseDocument } from 'yaml'
import { z } from 'zod'
import { optionIds } from '../read/schema.ts'
import { item, labeled, unreadable, type Extra, type Item } from './items.ts'

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
  difficulty: z.string().nullish(),
  owner: z.string().nullish(),
  form: z.string().nullish(),
  facts: z.array(z.string()).nullish(),
  note: z.string().nullish(),
})

/** @returns for a file that is no YAML, where and why */
export function readDrafts(yaml: string): readonly Item[] | { readonly problem: string; readonly line: number } {
  const document = parseDocument(yaml)
  const [fault] = document.errors
  if (fault !== undefined) return { problem: fault.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/u, '') ?? '', line: fault.linePos?.[0].line ?? 1 }
  const whole: unknown = document.toJS()
  const rows: readonly unknown[] = typeof whole === 'object' && whole !== null && 'drafts' in whole && Array.isArray(whole.drafts) ? whole.drafts : []
  return rows.map((row): Item => {
    const read = draft.safeParse(row)
    if (!read.success) return unreadable(startOf(row), `In its draft, ${read.error.issues[0]?.path.join('.') ?? 'a part'} isn’t as it was: ${read.error.issues[0]?.message ?? 'unknown'}.`)
    const { id, topic, stem, options, key, explanation, whyNot, keyPoint, source, ...rest } = read.data
    const all = optionIds.flatMap((letter) => (options[letter] === undefined ? [] : [{ text: options[letter], right: key.includes(letter), why: whyNot?.[letter] ?? '' }]))
    const extra = Object.fromEntries(Object.entries(rest).filter(([, said]) => said !== null && said !== undefined)) as Extra
    return labeled(item({ stem, options: all, explanation, keyPoint, source }), { name: id, topic, extra })
  })
}

const startOf = (row: unknown): string => (typeof row === 'object' && row !== null && 'stem' in row && typeof row.stem === 'string' ? row.stem : 'A draft')
