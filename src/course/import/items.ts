// What every format brings: one question after another, each with its text or with what is wrong with it.
import type { TeamOption, TeamText } from '../../core/team-question.ts'
import { tidy, tidyFlow, tidyLine } from './plain-text.ts'

/**
 * `replaces`: the id of the question that it is a new version of. `name`: what the file calls it, so that the same one is known again.
 * `topic`: the title of the part of the file that it stands in.
 */
export type Item =
  | { readonly text: TeamText; readonly replaces?: string; readonly name?: string; readonly topic?: string; readonly extra?: Extra }
  /** `start`: how it begins, to find it by. */
  | { readonly problem: string; readonly start: string }

/** The same item with what its file says about it; what is empty is left out. */
export function labeled<Any extends Item>(read: Any, { name = '', topic = '', extra = {} }: Labels): Any {
  if ('problem' in read) return read
  return { ...read, ...(name === '' ? {} : { name: tidyLine(name) }), ...(topic === '' ? {} : { topic: tidyLine(topic) }), ...(Object.keys(extra).length === 0 ? {} : { extra }) }
}

/** What keeps a question with a picture out. */
export const textOnly = 'It has a picture, and questions are text only.'

/** What only a question of a course has, as far as the file says it. */
export interface Extra {
  readonly difficulty?: string
  readonly owner?: string
  readonly form?: string
  readonly facts?: readonly string[]
  readonly note?: string
}

interface Labels {
  readonly name?: string | undefined
  readonly topic?: string | undefined
  readonly extra?: Extra | undefined
}

type Loose = Partial<Omit<TeamText, 'options'>> & { readonly stem: string; readonly options: readonly (Pick<TeamOption, 'text' | 'right'> & { readonly why?: string })[] }

/** Texts with spaces and control characters as they should be. */
export function item({ stem, options, explanation = '', keyPoint = '', source = '' }: Loose): Item {
  return {
    text: {
      stem: tidy(stem),
      options: options.map(({ text, right, why = '' }) => ({ text: tidyLine(text), right, why: right ? '' : tidyFlow(why) })),
      explanation: tidy(explanation), keyPoint: tidyLine(keyPoint), source: tidyLine(source),
    },
  }
}

export const unreadable = (text: string, problem: string): Item => ({ problem, start: tidyLine(text).slice(0, 60) })

/** The letters in `B`, `B, E`, `BE` and `B and E`, as numbers from 0. Undefined if anything else is in it. */
export function readLetters(text: string): readonly number[] | undefined {
  const letters = text.replace(/\band\b|[\s,;/&+.)(*_`]/giu, '').toUpperCase()
  return /^[A-Z]{1,6}$/u.test(letters) ? [...new Set(letters)].map((letter) => letter.charCodeAt(0) - 65) : undefined
}

/** Options with the right ones marked; undefined where a letter has no option. */
export function marked(options: readonly string[], right: readonly number[]): readonly { readonly text: string; readonly right: boolean }[] | undefined {
  return right.some((at) => at >= options.length) ? undefined : options.map((text, at) => ({ text, right: right.includes(at) }))
}
