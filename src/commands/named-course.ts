// `course=NAME` in what was typed behind a command. It's one word and stands anywhere: the words around it may be one value.
import type { Command } from './command.ts'
import type { TypedWord } from './typed-words.ts'

const said = /^course=(.+)$/isu

type Known = { readonly kind: 'known'; readonly name: string; readonly values: Readonly<Record<string, string>> }

/** Reads the other words, and adds the course to what they say. */
export function withNamedCourse<Other extends { readonly kind: 'unknown' | 'misused' }>(command: Command, words: readonly TypedWord[], read: (command: Command, words: readonly TypedWord[]) => Known | Other): Known | Other {
  const at = command.options.some(({ kind }) => kind === 'course') ? words.findIndex(({ plain }) => said.test(plain)) : -1
  if (at === -1) return read(command, words)
  const others = { ...command, options: command.options.filter(({ kind }) => kind !== 'course') }
  const parsed = read(others, words.toSpliced(at, 1))
  return parsed.kind === 'known' ? { ...parsed, values: { ...parsed.values, course: said.exec(words[at]?.plain ?? '')?.[1] ?? '' } } : parsed
}
