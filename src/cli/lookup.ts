// Look-ups for the command line: as JSON for programs, as text for people.
import { configFromEnvironment } from '../config/config.ts'
import type { Course } from '../course/course.ts'
import { withTitles } from '../course/document-titles.ts'
import { answerToJson, type AnswerJson } from '../course/lookup/answer.ts'
import { buildLookup } from '../course/lookup/lookup.ts'
import { openCourse } from '../course/open.ts'

type CliLookup = {
  /** One JSON object on one line. */
  readonly asJson: (words: string) => string
  /** Title, responsible party, text, note and sources, a line each. */
  readonly asText: (words: string) => string
}

/**
 * @param folder the course
 * @throws CourseError, ConfigError
 */
export async function openLookup(folder: string): Promise<CliLookup> {
  const course = await openCourse(folder, (await configFromEnvironment()).courseCache)
  const lookup = buildLookup(course)
  const ask = (words: string) => answerToJson(lookup.ask(words))
  return { asJson: (words) => JSON.stringify(ask(words)), asText: (words) => inLines(ask(words), course) }
}

function inLines({ title, owner, text, note, sources }: AnswerJson, course: Course): string {
  const party = owner === null ? undefined : course.byId.parties.get(owner)?.name
  const titleOf = (id: string) => course.documents.find((document) => document.id === id)?.title ?? id
  const places = sources.map(({ document, section }) => `  ${titleOf(document)} / ${section}`)
  const told = (words: string) => withTitles(course, words)
  const lines = [title, party === undefined ? null : `Responsible: ${party}`, told(text), note === null ? null : `Note: ${told(note)}`, ...places]
  return lines.filter((line) => line !== null).join('\n')
}
