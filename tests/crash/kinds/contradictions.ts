// Whether everything that people saw of one round agrees: one edition of the course, and the key of that edition.
import type { Reply } from '../people.ts'

/** An option of a question in one edition; its text is found in no other. */
export type Truth = { readonly text: string; readonly right: boolean }

/** @param screens all that the post of a round has shown, by round */
export function contradictions(screens: ReadonlyMap<string, ReadonlySet<string>>, replies: readonly Reply[], truths: readonly Truth[]): readonly string[] {
  const byRound = new Map([...screens].map(([round, texts]) => [round, [...texts]]))
  for (const { round, text } of replies) byRound.set(round, [...(byRound.get(round) ?? []), text])
  return [...byRound].flatMap(([round, texts]) => {
    const plain = texts.map((text) => text.replaceAll(/[\\*]/gu, ''))
    return [...severalEditions(plain), ...plain.flatMap((text) => [...wrongKey(text, truths), ...wrongVerdict(text, truths)])].map((what) => `${round}: ${what}`)
  })
}

function severalEditions(texts: readonly string[]): readonly string[] {
  const editions = new Set(texts.flatMap((text) => [...text.matchAll(/\(edition (\d+)\)/gu)].map(([, edition]) => edition)))
  return editions.size > 1 ? [`shows the editions ${[...editions].join(' and ')}`] : []
}

/** The title of a post names the letters of what is right. */
function wrongKey(text: string, truths: readonly Truth[]): readonly string[] {
  const named = /The answers?: ([^\n]*)/u.exec(text)?.[1]?.match(/\b[A-Z]\b/gu)
  if (named === undefined || named === null) return []
  return shown(text, truths).flatMap(({ letter, right, text: option }) => (letter !== undefined && named.includes(letter) !== right ? [`calls ${option} ${right ? 'wrong' : 'right'}`] : []))
}

function wrongVerdict(text: string, truths: readonly Truth[]): readonly string[] {
  const said = /^\W*(Right|Not this time)\b/u.exec(text)?.[1]
  const chosen = shown(/You answered ([\s\S]*?)(?:The answer|$)/u.exec(text)?.[1] ?? '', truths)
  if (said === undefined || chosen.length === 0) return []
  return chosen.every(({ right }) => right) === (said === 'Right') ? [] : [`says “${said}” of ${chosen.map(({ text: option }) => option).join(' and ')}`]
}

function shown(text: string, truths: readonly Truth[]): readonly (Truth & { readonly letter: string | undefined })[] {
  return truths.flatMap((truth) => {
    const at = text.indexOf(truth.text)
    return at < 0 ? [] : [{ ...truth, letter: /([A-Z])\W*$/u.exec(text.slice(Math.max(0, at - 8), at))?.[1] }]
  })
}
