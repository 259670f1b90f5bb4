// All sentences of a course as numbers, made when the course is read, so that a start has little to do.
import type { Course, Phrasing, PhrasingIndex } from '../../course.ts'
import { joinParticles, readWords } from '../words.ts'
import { keyOf } from './key.ts'
import { buildTokenizer } from './tokens.ts'

export const weightSteps = 15

export function makeIndex(course: Pick<Course, 'concepts' | 'parties'>, phrasings: readonly Phrasing[]): PhrasingIndex {
  const answers = new Map<string, { readonly at: number; readonly answer: Phrasing['answer'] }>()
  const tokens = new Map<string, number>()
  const sentences: number[] = []
  if (phrasings.length === 0) return { answers: [], tokens: [], sentences }
  const tokenize = buildTokenizer(course)
  const placeOf = (token: string): number => {
    const place = tokens.get(token) ?? tokens.size
    tokens.set(token, place)
    return place
  }
  for (const { answer, asked } of phrasings) {
    const key = keyOf(answer)
    const { at } = answers.get(key) ?? { at: answers.size }
    if (at === answers.size) answers.set(key, { at, answer })
    for (const sentence of asked) {
      const found = tokenize(joinParticles(readWords(sentence)))
      sentences.push(at, found.size, ...[...found].map(([token, weight]) => placeOf(token) * (weightSteps + 1) + Math.round(weight * weightSteps)))
    }
  }
  return { answers: [...answers.values()].map(({ answer }) => answer), tokens: [...tokens.keys()], sentences }
}
