// The approved questions of a team as files for a course's folder: the questions, and a document with what they give as their sources.
import { stringify } from 'yaml'
import type { QuestionId } from '../../core/quiz.ts'
import { teamTopic, type TeamText } from '../../core/team-question.ts'
import type { Course } from '../course.ts'
import { lineOf } from '../import/into/source-document.ts'
import { sourceLine } from '../import/into/sources.ts'
import { freeName, headingsOf, questionRow } from '../own-questions.ts'

type Approved = { readonly id: QuestionId; readonly text: TeamText }

/** `document`: null if each question names a section of the course's own documents. */
export type CourseFiles = { readonly questions: string; readonly document: string | null }

export const documentFile = 'team.md'

/** @param questions that can be asked, at least one */
export function courseFiles(course: Course, questions: readonly Approved[]): CourseFiles {
  const document = freeName('team', (id) => course.byId.documents.has(id))
  const named = [...new Set(questions.map(({ text }) => text.source))].filter((source) => !course.byId.sections.has(source))
  const headings = headingsOf(named)
  const cited = (source: string) => (headings.has(source) ? `${document} / ${headings.get(source) ?? ''}` : source)
  const rows = questions.map(({ id, text }) => questionRow({ id: id.replace(/^team-/u, 'own-'), text }, course, [cited(text.source)]))
  return {
    questions: `${howTo(course, questions.length, named.length > 0 ? document : null)}${stringify({ topic: teamTopic.id, questions: rows }, { lineWidth: 120 })}`,
    document: named.length === 0 ? null : documentOf(headings, questions),
  }
}

function howTo({ topics, questions, byId }: Course, count: number, document: string | null): string {
  const share = Math.max(1, Math.round((100 * count) / (questions.length + count)))
  const topic = byId.topics.has(teamTopic.id) || topics.length === 0 ? [] : [`#      topics:    - { id: ${teamTopic.id}, title: ${teamTopic.title}, weight: ${share} }`]
  return [
    '# Questions that a team wrote. To move them into a course:',
    `# 1. Put this file into its folder questions/${document === null ? '.' : `, and ${documentFile} into documents/.`}`,
    '# 2. Add to course.yaml:',
    ...(document === null ? [] : [`#      documents: - { id: ${document}, title: ${teamTopic.title}, file: documents/${documentFile} }`]),
    ...topic,
    '# 3. Say for each question how hard it is (difficulty), whose duty it is about (owner), and what it asks for (form).',
    '# 4. npm run -s study -- check FOLDER',
    '',
  ].join('\n')
}

function documentOf(headings: ReadonlyMap<string, string>, questions: readonly Approved[]): string {
  const parts = [...headings].map(([source, heading]) => {
    const said = questions.filter(({ text }) => text.source === source).map(({ text: { explanation } }) => lineOf(explanation))
    return [`## ${heading}`, '', ...(heading === source ? [] : [sourceLine(source), '']), ...said, ''].join('\n')
  })
  return [`# ${teamTopic.title}`, '', ...parts].join('\n')
}
