// Where a statement can be read, as small print under it.
import type { QuestionWords, Source } from '../core/question.ts'
import type { Text } from './text.ts'

/** More would be longer than what they support. */
const sourcesShown = 2

/** The sources that a screen names, the most important first. */
export const shownSources = (sources: readonly Source[]): readonly Source[] => sources.slice(0, sourcesShown)

/** `Read it in Responsibilities by Service: “AWS Lambda”`; sections of one document stand together. */
export function sourcesLine(sources: readonly Source[]): Text {
  const shown = shownSources(sources)
  const documents = [...new Set(shown.map(({ document }) => document))]
  const places = documents.map((id) => {
    const inIt = shown.filter(({ document }) => document === id)
    const sections = [...new Set(inIt.map(({ section }) => `“${section}”`))]
    return `${inIt[0]?.title ?? ''}: ${sections.join(', ')}`
  })
  if (places.length === 0) return ['No source given.']
  const more = sources.length > shown.length ? ` · and ${sources.length - shown.length} more` : ''
  return [`Read it in ${places.join(' · ')}${more}`]
}

/** The same for a question: where the people who wrote it say, unless that is a section that can be opened. */
export function readingLine({ sources, reference = '' }: Pick<QuestionWords, 'sources' | 'reference'>): Text {
  if (sources.length > 0 || reference === '') return sourcesLine(sources)
  return ['Source: ', isAddress(reference) ? { kind: 'link', text: reference, url: reference } : reference]
}

const isAddress = (text: string) => /^https?:\/\/[^\s<>|"]+$/u.test(text) && URL.canParse(text)
