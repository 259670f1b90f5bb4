// Where a statement can be read, as small print under it.
import type { Source } from '../core/question.ts'
import type { Text } from './text.ts'

/** More would be longer than what they support. */
const sourcesShown = 5

/** `Read it in Responsibilities by service (002): “AWS Lambda”`; sections of one document stand together. */
export function sourcesLine(sources: readonly Source[]): Text {
  const shown = sources.slice(0, sourcesShown)
  const documents = [...new Set(shown.map(({ document }) => document))]
  const places = documents.map((id) => {
    const inIt = shown.filter(({ document }) => document === id)
    const sections = [...new Set(inIt.map(({ section }) => `“${section}”`))]
    return `${inIt[0]?.title ?? ''} (${id}): ${sections.join(', ')}`
  })
  if (sources.length > shown.length) places.push(`and ${sources.length - shown.length} more`)
  return [sources.length === 0 ? 'No source is named.' : `Read it in ${places.join(' · ')}`]
}
