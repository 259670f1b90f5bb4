// Cases by the words that people type.
import { matching } from '../../commands/matching.ts'
import { nth } from '../../commands/nth.ts'
import type { Case, Course } from '../../course/course.ts'

/** The case of that id, title or number in the list; or all whose title begins with it, holds it, or holds each of its words. */
export function casesNamed({ cases }: Pick<Course, 'cases'>, typed: string): readonly Case[] {
  const asked = plain(typed)
  const exact = cases.filter(({ id, title }) => id === asked || plain(title) === asked)
  if (exact.length > 0) return exact
  const numbered = nth(cases, typed)
  if (numbered !== undefined) return [numbered]
  const titles = cases.map(({ title }) => plain(title))
  const holding = matching(titles, asked)
  const byWords = titles.filter((title) => asked.split(/\s+/u).every((word) => title.includes(word)))
  return (holding.length > 0 ? holding : byWords).flatMap((title) => cases.filter((one) => plain(one.title) === title))
}

/** Phones type a curly apostrophe. */
const plain = (text: string): string => text.trim().toLowerCase().replaceAll('’', "'")
