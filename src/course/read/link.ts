// Turns checked files into one course: resolves citations, and remembers where each item was read from.
import type { z } from 'zod'
import { indexCitations, resolveCitation, withKeys } from './citations.ts'
import type { CitationIndex } from './citations.ts'
import type { Case, Citation, Concept, ConceptKind, ControlCategory, Course, CoursePicture, Fact, Phrasing, Question, StudyDocument } from '../course.ts'
import { indexOf, type CourseContent } from '../course-index.ts'
import { makeIndex } from '../lookup/phrasings/make-index.ts'
import type { Place, Problem, Where } from '../problem.ts'
import type { AskedFile } from './schema-asked.ts'
import type { CasesFile, ChecklistFile, ControlsFile, FlashcardsFile, TipsFile } from './schema-aids.ts'
import type { DiagramsFile } from './schema-diagrams.ts'
import { optionIds } from './schema.ts'
import type { CourseFile, FactsFile, GlossaryFile, QuestionRow, questionsFileSchema, ResponsibilitiesFile } from './schema.ts'
import type { SectionAt } from './sections.ts'
import type { FieldPath, YamlFile } from './yaml-file.ts'

/** A file of which at least a part could be used. */
export type Sound<Value> = YamlFile<Value> & { readonly value: Value }

/** The files of a course that could be used. */
export type CourseFiles = {
  readonly course: Sound<CourseFile>
  readonly documents: readonly { readonly id: string; readonly file: string; readonly sections: readonly SectionAt[] }[]
  readonly questions: readonly Sound<z.infer<typeof questionsFileSchema>>[]
  readonly responsibilities: Sound<ResponsibilitiesFile> | undefined
  readonly glossary: Sound<GlossaryFile> | undefined
  readonly facts: Sound<FactsFile> | undefined
  readonly flashcards: Sound<FlashcardsFile> | undefined
  readonly cases: Sound<CasesFile> | undefined
  readonly tips: Sound<TipsFile> | undefined
  readonly checklist: Sound<ChecklistFile> | undefined
  readonly controls: Sound<ControlsFile> | undefined
  readonly diagrams: Sound<DiagramsFile> | undefined
  readonly asked: readonly Sound<AskedFile>[]
  readonly pictures: readonly CoursePicture[]
}

type Linker = {
  /** Remembers where an item was read from, and returns it. */
  readonly from: <Item extends object>(file: YamlFile<unknown>, path: FieldPath, item: Item) => Item
  readonly cite: (file: YamlFile<unknown>, path: FieldPath, text: string) => Citation
}

type LinkedCourse = { readonly course: Course; readonly problems: readonly Problem[]; readonly where: Where }

/** The problems are citations that could not be resolved; the items that cite them are kept. */
export function linkCourse(files: CourseFiles): LinkedCourse {
  const origins = new WeakMap<object, (field: FieldPath) => Place>()
  const problems: Problem[] = []
  const documents = files.documents.map(({ id, file, sections }): StudyDocument => {
    const index = files.course.value.documents.findIndex((document) => document.id === id)
    const keyed = withKeys(sections)
    for (const [at, section] of keyed.entries()) origins.set(section, () => ({ file, line: sections[at]?.line ?? 0 }))
    const named = files.course.value.documents[index]
    const document = { id, title: named?.title ?? id, short: named?.short ?? named?.title ?? id, about: named?.about, sections: keyed }
    origins.set(document, () => ({ file: files.course.file, line: files.course.lineOf(['documents', index]) }))
    return document
  })
  const linker: Linker = {
    from(file, path, item) {
      origins.set(item, (field) => ({ file: file.file, line: file.lineOf([...path, ...field]) }))
      return item
    },
    cite: citer(indexCitations(documents), problems),
  }
  const course = assemble(files, documents, linker)
  // A problem of the course as a whole has no line.
  origins.set(course, (field) => ({ file: files.course.file, line: field.length === 0 ? 0 : files.course.lineOf(field) }))
  const where: Where = (item, ...field) => origins.get(item)?.(field) ?? { file: files.course.file, line: 0 }
  return { course, problems, where }
}

function citer(index: CitationIndex, problems: Problem[]): Linker['cite'] {
  return (file, path, text) => {
    const { citation, fault } = resolveCitation(index, text)
    if (fault !== undefined) problems.push({ level: 'error', check: 'citation', file: file.file, line: file.lineOf(path), ...fault })
    return citation
  }
}

type Sourced = { readonly sources: readonly string[] }
type File = Sound<unknown>

function assemble(files: CourseFiles, documents: readonly StudyDocument[], { from, cite }: Linker): Course {
  const sourced = <Row extends Sourced>(file: File, list: string, row: Row, at: number) => {
    const sources = row.sources.map((text, index) => cite(file, [list, at, 'sources', index], text))
    return { ...row, sources }
  }
  const linkRows = <Row extends Sourced>(file: File | undefined, list: string, rows: readonly Row[] = []) =>
    file === undefined ? [] : rows.map((row, at) => from(file, [list, at], sourced(file, list, row, at)))

  const { id, title, summary, topics, reviews, waive = {} } = files.course.value
  const items = {
    documents,
    topics: topics.map((topic, at) => from(files.course, ['topics', at], topic)),
    questions: files.questions.flatMap((file) =>
      file.value.questions.map((row, at) => from(file, ['questions', at], linkQuestion(file.value.topic, sourced(file, 'questions', row, at)))),
    ),
    concepts: files.responsibilities === undefined ? [] : linkConcepts(files.responsibilities, from),
    responsibilities: linkRows(files.responsibilities, 'rows', files.responsibilities?.value.rows),
    tables: linkRows(files.responsibilities, 'tables', files.responsibilities?.value.tables),
    glossary: linkRows(files.glossary, 'terms', files.glossary?.value.terms),
    facts: files.facts === undefined ? [] : linkFacts(files.facts, { from, cite }),
    flashcards: linkRows(files.flashcards, 'cards', files.flashcards?.value.cards),
    cases: files.cases === undefined ? [] : linkCases(files.cases, { from, cite }),
    tips: linkRows(files.tips, 'tips', files.tips?.value.tips),
    sheets: linkRows(files.course, 'sheets', files.course.value.sheets),
    checklist: linkRows(files.checklist, 'items', files.checklist?.value.items),
    controlCategories: linkCategories(files.controls, from),
    controls: linkRows(files.controls, 'controls', files.controls?.value.controls),
    diagrams: linkRows(files.diagrams, 'diagrams', files.diagrams?.value.diagrams),
    phrasings: files.asked.flatMap((file) => linkPhrasings(file, { from, cite })),
    pictures: files.pictures,
    ...(reviews === undefined ? {} : { reviews: { ...reviews, source: cite(files.course, ['reviews', 'source'], reviews.source) } }),
  }
  const parties = linkParties(files.course, from)
  const phrasingIndex = makeIndex({ concepts: items.concepts, parties }, items.phrasings)
  const content: CourseContent = { id, title, summary, parties, waive, ...items, phrasingIndex }
  return { ...content, byId: indexOf(content) }
}

function linkParties(file: Sound<CourseFile>, from: Linker['from']): Course['parties'] {
  const { provider, customer, shared } = file.value.parties
  return {
    provider: from(file, ['parties', 'provider'], { ...provider, role: 'provider' }),
    customer: from(file, ['parties', 'customer'], { ...customer, role: 'customer' }),
    shared: from(file, ['parties', 'shared'], { ...shared, role: 'shared' }),
  }
}

function linkQuestion(topic: string, row: Omit<QuestionRow, 'sources'> & Pick<Question, 'sources'>): Question {
  const options = optionIds.flatMap((id) => (row.options[id] === undefined ? [] : [{ id, text: row.options[id] }]))
  return { ...row, topic, options, pick: row.key.length }
}

function linkFacts(file: Sound<FactsFile>, { from, cite }: Linker): readonly Fact[] {
  return file.value.facts.map((row, at) => from(file, ['facts', at], { ...row, source: cite(file, ['facts', at, 'source'], row.source) }))
}

function linkCases(file: Sound<CasesFile>, { from, cite }: Linker): readonly Case[] {
  return file.value.cases.map((row, at) => {
    const path = ['cases', at]
    const sourcesOf = ({ sources }: Sourced, below: FieldPath) => sources.map((text, index) => cite(file, [...below, 'sources', index], text))
    const findings = row.findings.map((finding, nth) => {
      const below = [...path, 'findings', nth]
      return from(file, below, { ...finding, sources: sourcesOf(finding, below) })
    })
    return from(file, path, { ...row, findings, sources: sourcesOf(row, path) })
  })
}

function linkPhrasings(file: Sound<AskedFile>, { from, cite }: Linker): readonly Phrasing[] {
  return file.value.phrasings.map(({ answer, asked }, at) => {
    const path = ['phrasings', at]
    const linked = typeof answer === 'object' && 'section' in answer ? { section: cite(file, [...path, 'answer', 'section'], answer.section) } : answer
    return from(file, path, { answer: linked, asked })
  })
}

function linkCategories(file: Sound<ControlsFile> | undefined, from: Linker['from']): readonly ControlCategory[] {
  return file === undefined ? [] : file.value.categories.map((category, at) => from(file, ['categories', at], category))
}

function linkConcepts(file: Sound<ResponsibilitiesFile>, from: Linker['from']): readonly Concept[] {
  const kinds: readonly (readonly ['services' | 'things' | 'acts', ConceptKind])[] = [
    ['services', 'service'],
    ['things', 'thing'],
    ['acts', 'act'],
  ]
  return kinds.flatMap(([list, kind]) => file.value[list].map((concept, at) => from(file, [list, at], { ...concept, kind })))
}
