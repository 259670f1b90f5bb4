// From a course folder to the course in memory, with every problem that keeps it from being used.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { z } from 'zod'
import { checkAids } from './check/aids.ts'
import { checkFacts } from './check/facts.ts'
import { checkQuestions } from './check/questions.ts'
import { checkReferences } from './check/references.ts'
import type { Course } from './course.ts'
import { linkCourse } from './read/link.ts'
import type { CourseFiles, Sound } from './read/link.ts'
import { CourseError } from './problem.ts'
import type { Problem, Where } from './problem.ts'
import { casesFileSchema, checklistFileSchema, flashcardsFileSchema, tipsFileSchema } from './read/schema-aids.ts'
import { courseSchema, factsFileSchema, glossaryFileSchema, questionsFileSchema, responsibilitiesFileSchema } from './read/schema.ts'
import type { CourseFile } from './read/schema.ts'
import { readSections } from './read/sections.ts'
import { readYaml } from './read/yaml-file.ts'

type LoadedCourse = {
  /** What is sound in the folder; undefined if course.yaml cannot be used. */
  readonly course: Course | undefined
  readonly problems: readonly Problem[]
  readonly where: Where
}

/** Files that a course may have besides documents and questions. README.md is for people. */
const knownFiles = [
  'course.yaml', 'responsibilities.yaml', 'glossary.yaml', 'facts.yaml',
  'flashcards.yaml', 'cases.yaml', 'tips.yaml', 'checklist.yaml', 'README.md',
]

type Folder = { readonly dir: string; readonly names: readonly string[]; readonly problems: Problem[] }

/** Never throws for what is in the folder: everything wrong with it is returned as a problem. */
export function loadCourse(dir: string): LoadedCourse {
  const folder: Folder = { dir, names: listFiles(dir), problems: [] }
  const course = readFile(folder, 'course.yaml', courseSchema)
  if (!folder.names.includes('course.yaml')) {
    const message = `There is no course.yaml in ${dir}`
    report(folder, { check: 'file-missing', file: 'course.yaml', line: 0, message, remedy: 'Write it, or name another folder' })
  }
  if (course === undefined) return { course, problems: folder.problems, where: (_item) => ({ file: 'course.yaml', line: 0 }) }

  const questionNames = folder.names.filter((name) => /^questions\/[^/]+\.ya?ml$/.test(name))
  const files: CourseFiles = {
    course,
    documents: readDocuments(folder, course),
    questions: questionNames.map((name) => readFile(folder, name, questionsFileSchema)).filter((file) => file !== undefined),
    responsibilities: readFile(folder, 'responsibilities.yaml', responsibilitiesFileSchema),
    glossary: readFile(folder, 'glossary.yaml', glossaryFileSchema),
    facts: readFile(folder, 'facts.yaml', factsFileSchema),
    flashcards: readFile(folder, 'flashcards.yaml', flashcardsFileSchema),
    cases: readFile(folder, 'cases.yaml', casesFileSchema),
    tips: readFile(folder, 'tips.yaml', tipsFileSchema),
    checklist: readFile(folder, 'checklist.yaml', checklistFileSchema),
  }
  reportUnknownFiles(folder, course.value, questionNames)
  const linked = linkCourse(files)
  const found = checksAtStart.flatMap((check) => check(linked.course, linked.where))
  return { ...linked, problems: [...folder.problems, ...linked.problems, ...found] }
}

/** What the bot relies on. How well the course is written is for checkCourse to judge. */
const checksAtStart = [checkReferences, checkFacts, checkQuestions, checkAids]

/** @throws CourseError with every error of the course; warnings are ignored */
export function loadCourseOrThrow(dir: string): Course {
  const { course, problems } = loadCourse(dir)
  const errors = problems.filter(({ level }) => level === 'error')
  if (course === undefined || errors.length > 0) throw new CourseError(dir, errors)
  return course
}

/** Paths below the folder, with forward slashes; empty if there is no folder. Hidden files belong to the editor or the system. */
function listFiles(dir: string): readonly string[] {
  try {
    const entries = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    const names = entries.map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    return names.filter((name) => !/(^|\/)\./.test(name)).sort()
  } catch {
    return []
  }
}

function report({ problems }: Folder, fault: Omit<Problem, 'level' | 'question'>): void {
  problems.push({ level: 'error', ...fault })
}

/** Undefined if the file does not exist or cannot be used. */
function readFile<Schema extends z.ZodType>(folder: Folder, name: string, schema: Schema): Sound<z.output<Schema>> | undefined {
  if (!folder.names.includes(name)) return undefined
  const file = readYaml(name, readFileSync(join(folder.dir, name), 'utf8'), schema)
  folder.problems.push(...file.problems)
  return file.value === undefined ? undefined : { ...file, value: file.value }
}

function readDocuments(folder: Folder, course: Sound<CourseFile>): CourseFiles['documents'] {
  return course.value.documents.map(({ id, file }, at) => {
    if (!folder.names.includes(file)) {
      const place = { file: 'course.yaml', line: course.lineOf(['documents', at]) }
      report(folder, { check: 'file-missing', ...place, message: `There is no file ${file}`, remedy: 'Write it, or take the document out' })
      return { id, file, sections: [] }
    }
    const sections = readSections(id, readFileSync(join(folder.dir, file), 'utf8'))
    if (sections.length === 0) {
      report(folder, { check: 'document-headings', file, line: 1, message: 'The document has no heading', remedy: 'Begin it with "# " and its title' })
    }
    return { id, file, sections }
  })
}

function reportUnknownFiles(folder: Folder, course: CourseFile, questionNames: readonly string[]): void {
  const known = new Set([...knownFiles, ...questionNames])
  for (const { file } of course.documents) known.add(file)
  for (const name of folder.names.filter((name) => !known.has(name))) {
    const remedy = name.startsWith('documents/') ? 'List it under documents in course.yaml' : 'Mend its name or take it out of the course folder'
    report(folder, { check: 'file-unknown', file: name, line: 0, message: `Nothing reads ${name}`, remedy })
  }
}
