// Loads a course folder into memory, with every problem that keeps it from being used.
import type { z } from 'zod'
import { checkAids } from './check/aids.ts'
import { checkFacts } from './check/facts.ts'
import { checkPhrasings } from './check/phrasings.ts'
import { checkQuestions } from './check/questions.ts'
import { checkReferences } from './check/references.ts'
import type { Course, CoursePicture } from './course.ts'
import { linkCourse } from './read/link.ts'
import type { CourseFiles, Sound } from './read/link.ts'
import { CourseError } from './problem.ts'
import type { Problem, Where } from './problem.ts'
import { askedFileSchema } from './read/schema-asked.ts'
import { casesFileSchema, checklistFileSchema, controlsFileSchema, flashcardsFileSchema, tipsFileSchema } from './read/schema-aids.ts'
import { diagramsFileSchema } from './read/schema-diagrams.ts'
import { courseSchema, factsFileSchema, glossaryFileSchema, questionsFileSchema, responsibilitiesFileSchema } from './read/schema.ts'
import type { CourseFile } from './read/schema.ts'
import { lineBeforeHeadings, readSections, type SectionAt } from './read/sections.ts'
import { drawEachOnce } from './read/draw-once.ts'
import { readImage } from './read/image-file.ts'
import { readText } from './read/text-file.ts'
import { readYaml } from './read/yaml-file.ts'
import { askedFiles, questionFiles, unreadFiles } from './read/folder-files.ts'
import { listFiles } from './read/list-files.ts'

type LoadedCourse = {
  /** The usable part of the folder; undefined if course.yaml cannot be used. */
  readonly course: Course | undefined
  readonly problems: readonly Problem[]
  readonly where: Where
}

type Folder = { readonly dir: string; readonly names: readonly string[]; readonly problems: Problem[] }

/** Never throws for what is in the folder: everything wrong with it is returned as a problem. */
export function loadCourse(dir: string): LoadedCourse {
  const { names, problems } = listFiles(dir)
  const folder: Folder = { dir, names, problems: [...problems] }
  const course = readFile(folder, 'course.yaml', courseSchema)
  if (!folder.names.includes('course.yaml')) {
    const message = `There is no course.yaml in ${dir}`
    report(folder, { check: 'file-missing', file: 'course.yaml', line: 0, message, remedy: 'Create it, or choose another folder' })
  }
  if (course === undefined) return { course, problems: folder.problems, where: (_item) => ({ file: 'course.yaml', line: 0 }) }

  const questionNames = questionFiles(folder.names)
  const questions = questionNames.map((name) => readFile(folder, name, questionsFileSchema)).filter((file) => file !== undefined)
  const askedNames = askedFiles(folder.names)
  const files: CourseFiles = {
    course,
    documents: readDocuments(folder, course),
    questions,
    pictures: readPictures(folder, questions),
    responsibilities: readFile(folder, 'responsibilities.yaml', responsibilitiesFileSchema),
    glossary: readFile(folder, 'glossary.yaml', glossaryFileSchema),
    facts: readFile(folder, 'facts.yaml', factsFileSchema),
    flashcards: readFile(folder, 'flashcards.yaml', flashcardsFileSchema),
    cases: readFile(folder, 'cases.yaml', casesFileSchema),
    tips: readFile(folder, 'tips.yaml', tipsFileSchema),
    checklist: readFile(folder, 'checklist.yaml', checklistFileSchema),
    controls: readFile(folder, 'controls.yaml', controlsFileSchema),
    diagrams: readFile(folder, 'diagrams.yaml', diagramsFileSchema),
    asked: askedNames.map((name) => readFile(folder, name, askedFileSchema)).filter((file) => file !== undefined),
  }
  folder.problems.push(...unreadFiles(folder.names, [...course.value.documents.map(({ file }) => file), ...questionNames, ...askedNames, ...questions.flatMap(({ value }) => value.questions.flatMap(({ image }) => image?.file ?? []))]))
  const linked = linkCourse(files)
  if (linked.course.questions.length === 0 && !folder.problems.some(({ file }) => file.startsWith('questions/'))) {
    report(folder, { check: 'no-questions', file: 'questions/', line: 0, message: 'The course has no questions', remedy: 'Write one in questions/NAME.yaml' })
  }
  const found = checksAtStart.flatMap((check) => check(linked.course, linked.where))
  return { ...linked, problems: [...folder.problems, ...linked.problems, ...found] }
}

/** What the bot relies on. checkCourse also judges how well the course is written. */
const checksAtStart = [checkReferences, checkFacts, checkQuestions, checkAids, checkPhrasings]

/** @throws CourseError with every error of the course */
export function loadUsableCourse(dir: string): { readonly course: Course; readonly warnings: readonly Problem[] } {
  const { course, problems } = loadCourse(dir)
  const errors = problems.filter(({ level }) => level === 'error')
  if (course === undefined || errors.length > 0) throw new CourseError(dir, errors)
  return { course, warnings: problems }
}

/** @throws CourseError with every error of the course; warnings are ignored */
export const loadCourseOrThrow = (dir: string): Course => loadUsableCourse(dir).course

function report({ problems }: Folder, fault: Omit<Problem, 'level' | 'question'>): void {
  problems.push({ level: 'error', ...fault })
}

/** Each once, with a problem for each question that names one that can't be shown. */
function readPictures(folder: Folder, files: CourseFiles['questions']): readonly CoursePicture[] {
  const read = new Map<string, ReturnType<typeof readImage>>()
  const draw = drawEachOnce()
  for (const { file, value, lineOf } of files) {
    for (const [at, { id, image }] of value.questions.entries()) {
      if (image === undefined) continue
      const picture = read.get(image.file) ?? readImage(folder.dir, image.file, draw)
      read.set(image.file, picture)
      const place = (field: string) => ({ file, line: lineOf(['questions', at, 'image', field]) })
      if ('check' in picture) report(folder, { ...picture, ...place('file'), message: `${id}: ${picture.message}` })
      const fault = faultOfAlt(image)
      if (fault !== undefined) report(folder, { check: 'picture-alt', ...place('alt'), message: `${id}: ${fault}`, remedy: 'Say in words what the picture shows, so that the question can be answered without it' })
    }
  }
  return [...read.values()].flatMap((picture) => ('check' in picture ? [] : [picture]))
}

/** In characters. */
const shortestAlt = 15

function faultOfAlt({ file, alt }: { readonly file: string; readonly alt: string }): string | undefined {
  const words = (text: string) => text.toLowerCase().replace(/\.[a-z]+$/u, '').replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()
  if (words(alt) === words(file) || words(alt) === words(file.replace(/^pictures\//u, ''))) return 'the alternative text is the name of the file'
  return alt.length < shortestAlt ? 'the alternative text is too short to say what the picture shows' : undefined
}

function textOf(folder: Folder, name: string): string | undefined {
  const read = readText(folder.dir, name)
  if ('text' in read) return read.text
  folder.problems.push(read.problem)
  return undefined
}

/** Undefined if the file does not exist or cannot be used. */
function readFile<Schema extends z.ZodType>(folder: Folder, name: string, schema: Schema): Sound<z.output<Schema>> | undefined {
  if (!folder.names.includes(name)) return undefined
  const text = textOf(folder, name)
  if (text === undefined) return undefined
  const file = readYaml(name, text, schema)
  folder.problems.push(...file.problems)
  return file.value === undefined ? undefined : { ...file, value: file.value }
}

function readDocuments(folder: Folder, course: Sound<CourseFile>): CourseFiles['documents'] {
  return course.value.documents.map(({ id, file }, at) => {
    if (!folder.names.includes(file)) {
      const place = { file: 'course.yaml', line: course.lineOf(['documents', at]) }
      report(folder, { check: 'file-missing', ...place, message: `There is no file ${file}`, remedy: 'Create it, or remove the document from the list' })
      return { id, file, sections: [] }
    }
    const text = textOf(folder, file)
    return { id, file, sections: text === undefined ? [] : sectionsOf(folder, { id, file, text }) }
  })
}

function sectionsOf(folder: Folder, { id, file, text }: { readonly id: string; readonly file: string; readonly text: string }): readonly SectionAt[] {
  const sections = readSections(id, text)
  const remedy = 'Begin it with "# " and its title'
  if (sections.length === 0) report(folder, { check: 'document-headings', file, line: 1, message: 'The document has no heading', remedy })
  const lost = lineBeforeHeadings(text, sections)
  if (lost !== undefined) {
    report(folder, { check: 'document-headings', file, line: lost, message: 'The text before the first heading belongs to no section, so nobody sees it', remedy })
  }
  return sections
}
