// Questions that an import left as drafts, in the file in which somebody fills in what they lack.
import { isNode, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { optionIds } from '../read/schema.ts'
import { explainIssue } from '../read/schema-issue.ts'
import { item, labeled, type Extra, type Item } from './items.ts'

/** Where a person has been at work anything may be left out. */
const text = z.string().nullish().transform((said) => said ?? '')
const draft = z.object({
  id: text,
  topic: text,
  stem: text,
  options: z.partialRecord(z.enum(optionIds), text).nullish(),
  key: z.union([z.array(z.string()), z.string().transform((letter) => [letter])]).nullish(),
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

const fileOfDrafts = z.object({ file: text, drafts: z.array(draft).nullable() }).nullable()

/** `file`: the name of the one that they come from; empty if the drafts don't say. */
export type Drafts = { readonly file: string; readonly items: readonly Item[] }

/** @returns for a file that can't be read, where and why, behind its name */
export function readDrafts(yaml: string): Drafts | { readonly problem: string; readonly line: number } {
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines })
  const [fault] = document.errors
  if (fault !== undefined) return { problem: `is no YAML, so nothing was changed: ${fault.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/u, '') ?? ''}. Put a text with a colon in it in quotes.`, line: fault.linePos?.[0].line ?? 1 }
  const read = fileOfDrafts.safeParse(document.toJS(), { reportInput: true })
  const [issue] = read.error?.issues ?? []
  if (issue !== undefined) {
    const { message, remedy } = explainIssue(issue)
    const node = document.getIn(issue.path, true)
    return { problem: `can't be read, so nothing was changed: ${message}. ${remedy}.`, line: lines.linePos(isNode(node) ? (node.range?.[0] ?? 0) : 0).line }
  }
  const items = (read.data?.drafts ?? []).map(({ id, topic, stem, options, key, explanation, whyNot, keyPoint, source, ...rest }): Item => {
    const all = optionIds.flatMap((letter) => (options?.[letter] === undefined ? [] : [{ text: options[letter], right: key?.includes(letter) === true, why: whyNot?.[letter] ?? '' }]))
    const extra = Object.fromEntries(Object.entries(rest).filter(([, said]) => said !== null && said !== undefined)) as Extra
    return labeled(item({ stem, options: all, explanation, keyPoint, source }), { name: id, topic, extra })
  })
  return { file: read.data?.file ?? '', items }
}
