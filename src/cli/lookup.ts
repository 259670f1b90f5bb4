// Look-ups for the command line: as JSON for programs, as text for people.
import { join, dirname } from 'node:path'
import { configFromEnvironment } from '../config.ts'
import { answerToJson } from '../course/lookup/answer.ts'
import { buildLookup } from '../course/lookup/lookup.ts'
import { openCourse } from '../course/open.ts'

export async function lookupDesk(folder: string): Promise<{ readonly json: (words: string) => string; readonly text: (words: string) => string }> {
  const course = await openCourse(folder, join(dirname((await configFromEnvironment()).databaseFile), 'cache'))
  const lookup = buildLookup(course)
  return {
    json: (words) => JSON.stringify(answerToJson(lookup.ask(words))),
    text: (words) => {
      const { title, owner, text, note, sources } = answerToJson(lookup.ask(words))
      const party = owner === null ? undefined : course.byId.parties.get(owner)?.name
      const places = sources.map(({ document, section }) => `  ${document} / ${section}`)
      const lines = [title, party === undefined ? null : `Responsible: ${party}`, text, note === null ? null : `Note: ${note}`, ...places]
      return lines.filter((line) => line !== null).join('\n')
    },
  }
}
