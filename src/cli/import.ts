// Takes questions and flashcards from a file into a course's folder, or makes a new course of them.
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { stringify } from 'yaml'
import { readAnkiPackage } from '../course/import/anki/package.ts'
import { isZip } from '../course/import/anki/zip-entries.ts'
import { readCards, type Card } from '../course/import/cards.ts'
import { readDrafts, type Drafts } from '../course/import/drafts.ts'
import { courseIdOf, freeId } from '../course/import/into/slug.ts'
import { takeInto, type Taken } from '../course/import/into/take-into.ts'
import type { Item } from '../course/import/items.ts'
import { tidyLine } from '../course/import/plain-text.ts'
import { readFileText, readItems } from '../course/import/read-items.ts'
import { loadCourse } from '../course/load.ts'
import { problemLine, type Problem } from '../course/problem.ts'
import { copyFolder, textsIn, writeAll } from './course-copy.ts'
import { withoutFaults } from './file-fault.ts'
import { importReport, problemLines, shortList } from './import-report.ts'
import { OperatorError } from './operator-error.ts'

export interface ImportOptions {
  /** The course: an existing folder, or one that doesn't exist yet. */
  readonly into?: string | undefined
  readonly title?: string | undefined
  /** For questions that name no source. */
  readonly source?: string | undefined
  readonly replace?: boolean | undefined
  /** Only says what would happen. */
  readonly dryRun?: boolean | undefined
}

/** A course has hundreds of questions; a file with more than this is something else. */
const most = { bytes: 5_000_000, items: 5_000 }

/** @returns the lines to print. @throws OperatorError with a sentence that says what to do; then nothing was written */
export function importFile(file: string, options: ImportOptions): readonly string[] {
  return withoutFaults(options.into ?? file, () => takeFile(file, options))
}

function takeFile(file: string, options: ImportOptions): readonly string[] {
  const read = readSource(file)
  const dir = resolve(options.into ?? folderFor(file))
  const isNew = isNewFolder(dir)
  const slug = slugFor(file)
  const name = nameFor(file, options)
  if (options.into === undefined && !isNew && !isDrafts(file) && !isOwn(dir, slug)) {
    throw new OperatorError(`There is another course in ${dir}. To add to it, name it: --into "${dir}". To make a new one, name a new folder.`)
  }
  const work = mkdtempSync(join(tmpdir(), 'studyhall-import-'))
  try {
    if (isNew) writeAll(work, skeleton(name, slug))
    else copyFolder(dir, work)
    const { course, where, problems } = loadCourse(work)
    const before = errorsOf(problems).filter((line) => !lacksQuestions(line))
    if (before.length > 0) throw new OperatorError(`The course in ${dir} has errors. Correct them first:\n${shortList(before).join('\n')}`)
    if (course === undefined) throw new OperatorError(`The course in ${dir} can't be read. Run: npm run -s study -- check "${dir}"`)
    const texts = textsIn(work)
    const { path, file: from, items: drafts } = draftsOf(file, dir, texts)
    const title = isNew || options.title !== undefined ? name.title : (course.byId.documents.get(slug)?.title ?? titleFrom(nameOf(from || file)))
    const taken = takeInto(course, { texts, fileOf: (question) => where(question).file }, { title, topic: isNew ? name.id : courseIdOf(title), slug, drafted: { path, file: from }, items: read.items, drafts, cards: read.cards, source: tidyLine(options.source ?? ''), replace: options.replace === true })
    if (isNothing(taken)) throw new OperatorError([`Nothing in ${basename(file)} could be imported${taken.problems.length === 0 ? '.' : ':'}`, ...shortList(problemLines(taken.problems)), ...taken.notes].join('\n'))
    writeAll(work, taken.files)
    const errors = errorsOf(taken.files.size === 0 ? problems : loadCourse(work).problems)
    const onlyLacksQuestions = errors.length > 0 && errors.every(lacksQuestions)
    if (errors.length > 0 && !onlyLacksQuestions) throw new OperatorError(`With ${basename(file)} the course would have errors, so nothing was changed:\n${shortList(errors).join('\n')}`)
    const changed = isNew ? textsIn(work) : taken.files
    if (options.dryRun !== true) writeInto(dir, isNew ? undefined : texts, changed)
    return importReport({ file, dir, format: read.format, unread: read.unread, cards: read.cards, draftsFile: path, taken, changed: [...changed.keys()], isNew, isUsable: !onlyLacksQuestions, dryRun: options.dryRun === true })
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** Another command may have written here since the folder was read. @param before what was in it; undefined for a new folder */
function writeInto(dir: string, before: ReadonlyMap<string, string> | undefined, changed: ReadonlyMap<string, string>): void {
  const meanwhile = (path: string) => new OperatorError(`Another command wrote ${path} in the meantime, so nothing was changed. Run the import again.`)
  for (const name of changed.keys()) {
    const path = join(dir, name)
    const there = existsSync(path) ? readFileSync(path, 'utf8') : undefined
    if (there !== before?.get(name)) throw meanwhile(path)
  }
  try {
    writeAll(dir, changed, before === undefined ? 'course.yaml' : undefined)
  } catch (fault) {
    throw fault instanceof Error && 'code' in fault && fault.code === 'EEXIST' ? meanwhile(join(dir, 'course.yaml')) : fault
  }
}

/** Cards and drafts can come first. */
const lacksQuestions = (line: string): boolean => line.includes(' [no-questions] ')

function isNothing({ questions, cards, drafts }: Taken): boolean {
  return [questions, cards].every(({ added, replaced, there }) => added + replaced + there === 0) && drafts.length === 0
}

function isNewFolder(dir: string): boolean {
  if (existsSync(join(dir, 'course.yaml'))) return false
  if (!existsSync(dir)) return true
  if (!statSync(dir).isDirectory()) throw new OperatorError(`${dir} is a file. Name the folder of a course, or a new folder.`)
  if (readdirSync(dir).some((name) => !name.startsWith('.'))) throw new OperatorError(`The folder ${dir} isn't empty and holds no course.yaml. Choose a course, or a new folder.`)
  return true
}

/** Whether an import of this file made the course. */
function isOwn(dir: string, slug: string): boolean {
  const { course } = loadCourse(dir)
  if (course === undefined) return true
  const document = course.byId.documents.get(slug)
  return document !== undefined && [slug, courseIdOf(document.title)].includes(course.id) && existsSync(join(dir, `documents/${slug}.md`))
}

interface Source {
  readonly format: string
  readonly items: readonly Item[]
  readonly cards: readonly Card[]
  /** Columns that nothing is read from. */
  readonly unread: readonly string[]
}

function readSource(file: string): Source {
  const data = bytesOf(file)
  if (isZip(data)) {
    const deck = readAnkiPackage(data)
    if ('problem' in deck) throw new OperatorError(`${file}: ${deck.problem}`)
    return { format: deck.format, items: [], cards: deck.cards, unread: [] }
  }
  const read = readFileText(data, most.bytes)
  if ('problem' in read) throw new OperatorError(`${file}: ${read.problem}`)
  // Their questions are read from the folder itself.
  if (isDrafts(file)) return { format: 'drafts', items: [], cards: [], unread: [] }
  const cards = readCards(read.text, file)
  if (cards !== undefined && cards.cards.length > 0) return { unread: [], ...cards, items: [] }
  const found = readItems(read.text, file, most)
  if ('problem' in found) throw new OperatorError(`${file}: ${found.problem}`)
  return { unread: [], ...found, cards: [] }
}

function bytesOf(file: string): Uint8Array {
  if (file.trim() === '') throw new OperatorError('Name the file with the questions.')
  if (!existsSync(file)) throw new OperatorError(`There is no file ${file}.`)
  if (!statSync(file).isFile()) throw new OperatorError(`${file} isn't a file. Name the file with the questions.`)
  return readFileSync(file)
}

const isDrafts = (file: string): boolean => basename(dirname(resolve(file))) === 'drafts' && extname(file) === '.yaml'

/** Where the drafts of a file are, and what they are. Those of another file with nearly the same name stay in theirs. */
function draftsOf(file: string, dir: string, texts: ReadonlyMap<string, string>): Drafts & { readonly path: string } {
  const read = (path: string): Drafts => {
    const drafts = readDrafts(texts.get(path) ?? '')
    if ('problem' in drafts) throw new OperatorError(`${join(dir, path)}:${drafts.line} ${drafts.problem}`)
    return drafts
  }
  const isOthers = (path: string): boolean => texts.has(path) && !['', basename(file)].includes(read(path).file)
  const pathOf = (name: string): string => `drafts/${name}.yaml`
  const path = isDrafts(file) ? `drafts/${basename(file)}` : pathOf(freeId(slugFor(file), (name) => isOthers(pathOf(name))))
  const drafts = read(path)
  return { path, ...drafts, file: isDrafts(file) ? drafts.file : basename(file) }
}

/** A file of drafts belongs to the course around it. */
const folderFor = (file: string): string => (isDrafts(file) ? dirname(dirname(resolve(file))) : join('data', slugFor(file)))

const nameOf = (file: string): string => basename(file, extname(file))

/** Drafts belong to the file that they come from. */
function slugFor(file: string): string {
  const drafts = isDrafts(file) && existsSync(file) ? readDrafts(readFileSync(file, 'utf8')) : undefined
  return courseIdOf(nameOf(drafts === undefined || 'problem' in drafts || drafts.file === '' ? file : drafts.file))
}

/** What a new course is called: as the command says, or else as its folder or the file is. */
function nameFor(file: string, { title, into }: ImportOptions): { readonly id: string; readonly title: string } {
  const given = tidyLine(title ?? '')
  if (given !== '') return { id: courseIdOf(given), title: given }
  const name = into === undefined ? nameOf(file) : basename(resolve(into))
  return { id: courseIdOf(name), title: titleFrom(name) }
}

function titleFrom(name: string): string {
  const words = tidyLine(name).replaceAll(/[-_]+/gu, ' ').trim()
  return words === '' ? 'A course' : `${words.charAt(0).toUpperCase()}${words.slice(1)}`.slice(0, 100)
}

/** The files of a course without anything in it, to take the file into. */
function skeleton({ id, title }: { readonly id: string; readonly title: string }, slug: string): ReadonlyMap<string, string> {
  const course = {
    id,
    title,
    summary: `${title}: questions and cards for the team.`,
    parties: { provider: { id: 'provider', name: 'The provider' }, customer: { id: 'customer', name: 'The customer' }, shared: { id: 'shared', name: 'Both' } },
    documents: [{ id: slug, title, file: `documents/${slug}.md` }],
    topics: [{ id, title, weight: 1 }],
  }
  return new Map([['course.yaml', stringify(course, { lineWidth: 120 })], [`documents/${slug}.md`, `# ${title}\n`]])
}

const errorsOf = (problems: readonly Problem[]): readonly string[] => problems.filter(({ level }) => level === 'error').map(problemLine)
