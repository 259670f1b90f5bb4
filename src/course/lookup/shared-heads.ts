// “Client-side / server-side encryption”, “inherited vs shared controls”: the noun at the end belongs to each of what is compared.
import type { Prepared } from './prepared.ts'
import { readWords } from './words.ts'

const compares = /\b(?:vs\.?|versus|difference|differences|compare|compared|differ)\b/iu
const between = /\s+(?:vs\.?|versus)\s+|\s*\/\s*|\s+(?:and|or|to|from|with)\s+|,\s+/iu
const lead = /^(?:what is |what are )?(?:the |a )?(?:differences?|compare|comparison)(?: between| of)? |^how (?:do|does|is|are) | (?:differ|different)[?.! ]*$/giu

/** The things compared, each written out, if there are any two that the course has. */
export function compared(prepared: Prepared, asking: string): readonly string[] | undefined {
  if (!compares.test(asking)) return undefined
  const parts = asking.replace(lead, '').split(between).map((part) => readWords(part).join(' ')).filter((part) => part !== '')
  if (parts.length < 2 || parts.length > 4) return undefined
  const heads = [...new Set(parts.flatMap((part) => headsOf(prepared, part)))]
  const whole = parts.map((part) => [part, ...heads.map((head) => `${part} ${head}`)].find((name) => isName(prepared, name)))
  return whole.every((name) => name !== undefined) ? whole : undefined
}

/** What the course has a term or one concept for, and nothing else. */
function isName({ names, read }: Prepared, text: string): boolean {
  const words = readWords(text)
  const [mention] = read(text).mentions
  return names.findTerm(words) !== undefined || mention?.words.length === words.length
}

/** The last word of a part, and of what the course calls it. */
function headsOf({ read }: Prepared, part: string): readonly string[] {
  const own = readWords(part)
  const called = read(part).mentions.flatMap(({ concepts }) => concepts.map(({ name }) => readWords(name).at(-1) ?? ''))
  return [own.length > 1 ? (own.at(-1) ?? '') : '', ...called].filter((head) => head !== '')
}
