// Takes questions and flashcards from a file into a course's folder, or makes a new course of them.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { stringify } from 'yaml'
import { numberOf } from '../core/number-of.ts'
import { readCards } from '../course/import/cards.ts'
import { slugOf } from '../course/import/into/slug.ts'
import { takeInto, type Taken } from '../course/import/into/take-into.ts'
import { readFileText, readItems } from '../course/import/read-items.ts'
import type { Card } from '../course/import/cards.ts'
import type { Item } from '../course/import/items.ts'
import { loadCourse } from '../course/load.ts'
import { problemLine } from '../course/problem.ts'
import { isZip, readAnkiPackage } from './anki-package.ts'
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
  const read = readSource(file)
  const dir = resolve(options.into ?? folderFor(file))
  const isNew = !existsSync(join(dir, 'course.yaml'))
  if (isNew && existsSync(dir) && readdirSync(dir).some((name) => !name.startsWith('.'))) {
    throw new OperatorError(`The folder ${dir} isn't empty and holds no course.yaml. Choose a course, or a new folder.`)
  }
  const slug = slugFor(file)
  const title = options.title ?? titleFor(file)
  const work = mkdtempSync(join(tmpdir(), 'studyhall-import-'))
  try {
    if (isNew) writeSkeleton(work, title, slug)
    else cpSync(dir, work, { recursive: true, dereference: true })
    const before = isNew ? undefined : errorsIn(work)
    if (before !== undefined && before.length > 0) throw new OperatorError(`The course in ${dir} has errors. Correct them first:\n${before.join('\n')}`)
    const { course } = loadCourse(work)
    if (course === undefined) throw new OperatorError(`The course in ${dir} can't be read. Run: npm run -s study -- check ${dir}`)
    const taken = takeInto(course, textsIn(work), { title, slug, items: read.items, cards: read.cards, source: options.source ?? '', replace: options.replace === true })
    const { questions, cards, drafts, problems } = taken
    if (questions.added + questions.replaced + questions.there + cards.added + cards.replaced + cards.there + drafts.length === 0) {
      throw new OperatorError([`Nothing in ${basename(file)} could be taken${problems.length === 0 ? '.' : ':'}`, ...listed(problemLines(problems))].join('\n'))
    }
    for (const [path, text] of taken.files) write(join(work, path), text)
    const errors = errorsIn(work)
    const onlyLacksQuestions = isNew && errors.length > 0 && errors.every((line) => line.includes('[no-questions]'))
    if (errors.length > 0 && !onlyLacksQuestions) throw new OperatorError(`With ${basename(file)} the course would have errors, so nothing was changed:\n${errors.join('\n')}`)
    const changed = isNew ? [...textsIn(work).keys()] : [...taken.files.keys()]
    if (options.dryRun !== true) for (const path of changed) write(join(dir, path), readFileSync(join(work, path), 'utf8'))
    return report({ file, dir, format: read.format, taken, changed, isNew, isUsable: !onlyLacksQuestions, dryRun: options.dryRun === true })
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

interface Source {
  readonly format: string
  readonly items: readonly Item[]
  readonly cards: readonly Card[]
}

function readSource(file: string): Source {
  const data = bytesOf(file)
  if (isZip(data)) {
    const deck = readAnkiPackage(data)
    if ('problem' in deck) throw new OperatorError(`${file}: ${deck.problem}`)
    return { format: deck.format, items: [], cards: deck.cards }
  }
  const read = readFileText(data, most.bytes)
  if ('problem' in read) throw new OperatorError(`${file}: ${read.problem}`)
  // Their questions are read from the folder itself.
  if (isDrafts(file)) return { format: 'drafts', items: [], cards: [] }
  const cards = readCards(read.text, file)
  if (cards !== undefined && cards.cards.length > 0) return { ...cards, items: [] }
  const found = readItems(read.text, file, most)
  if ('problem' in found) throw new OperatorError(`${file}: ${found.problem}`)
  return { ...found, cards: [] }
}

function bytesOf(file: string): Uint8Array {
  if (!existsSync(file)) throw new OperatorError(`There is no file ${file}.`)
  if (!statSync(file).isFile()) throw new OperatorError(`${file} isn't a file. Name the file with the questions.`)
  return readFileSync(file)
}

const isDrafts = (file: string): boolean => basename(dirname(resolve(file))) === 'drafts' && extname(file) === '.yaml'

/** A file of drafts belongs to the course around it. */
const folderFor = (file: string): string => (isDrafts(file) ? dirname(dirname(resolve(file))) : join('data', slugFor(file)))

const nameOf = (file: string): string => basename(file, extname(file))

/** YAML reads null, true, false and numbers as something else than text. */
function slugFor(file: string): string {
  const slug = slugOf(nameOf(file))
  return /^[a-z]/u.test(slug) && !['null', 'true', 'false'].includes(slug) ? slug : `course-${slug}`.replace(/-$/u, '')
}

function titleFor(file: string): string {
  const words = nameOf(file).replaceAll(/[-_]+/gu, ' ').trim()
  return words === '' ? 'A course' : `${words.charAt(0).toUpperCase()}${words.slice(1)}`.slice(0, 100)
}

/** A course without anything in it, to take the file into. */
function writeSkeleton(dir: string, title: string, slug: string): void {
  const course = {
    id: slug,
    title,
    summary: `${title}: questions and cards for the team.`,
    parties: { provider: { id: 'provider', name: 'The provider' }, customer: { id: 'customer', name: 'The customer' }, shared: { id: 'shared', name: 'Both' } },
    documents: [{ id: slug, title, file: `documents/${slug}.md` }],
    topics: [{ id: slug, title, weight: 1 }],
  }
  write(join(dir, 'course.yaml'), stringify(course, { lineWidth: 120 }))
  write(join(dir, `documents/${slug}.md`), `# ${title}\n`)
}

function textsIn(dir: string): ReadonlyMap<string, string> {
  const names = readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/')).filter((name) => /\.(?:yaml|md)$/u.test(name))
  return new Map(names.toSorted().map((name) => [name, readFileSync(join(dir, name), 'utf8')]))
}

const errorsIn = (dir: string): readonly string[] => loadCourse(dir).problems.filter(({ level }) => level === 'error').map(problemLine)

/** Whole or not at all: a bot that reads the folder meanwhile sees no half of a file. */
function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  const beside = `${path}.new-${process.pid}`
  writeFileSync(beside, text)
  renameSync(beside, path)
}

interface Done {
  readonly file: string
  readonly dir: string
  readonly format: string
  readonly taken: Taken
  readonly changed: readonly string[]
  readonly isNew: boolean
  readonly isUsable: boolean
  readonly dryRun: boolean
}

const mostLines = 20

function report({ file, dir, format, taken: { questions, cards, drafts, problems }, changed, isNew, isUsable, dryRun }: Done): readonly string[] {
  const counted = (what: string, { added, replaced, there, differ }: Taken['questions']): readonly string[] => [
    ...(added === 0 ? [] : [`${numberOf(added, what)} added`]),
    ...(replaced === 0 ? [] : [`${numberOf(replaced, what)} replaced`]),
    ...(there === 0 ? [] : [`${numberOf(there, what)} already there${differ === 0 ? '' : ` (${differ} with other words; --replace takes those of the file)`}`]),
  ]
  const counts = [...counted('question', questions), ...counted('card', cards)]
  const place = isNew ? `the new course ${dir}` : dir
  return [
    `${basename(file)} (${format}) ${dryRun ? 'would go' : 'went'} into ${place}: ${counts.length === 0 ? 'nothing new' : counts.join(', ')}.`,
    ...(drafts.length === 0 ? [] : ['', `${numberOf(drafts.length, 'question')} can't be asked yet. Fill in what is missing in ${join(dir, 'drafts', `${slugFor(file)}.yaml`)}, then import that file:`]),
    ...listed(drafts.map(({ id, start, missing }) => `  ${id}: ${missing.join(' ')} (${start})`)),
    ...(problems.length === 0 ? [] : ['', `${numberOf(problems.length, 'item')} could not be taken:`]),
    ...listed(problemLines(problems)),
    ...(dryRun ? ['', 'Nothing was written.'] : ['', ...changed.map((path) => `wrote ${join(dir, path)}`)]),
    ...(isUsable ? [`Check it with: npm run -s study -- check ${dir}`] : ['', 'The course has no question yet that can be asked, so the bot can’t use it until a draft is complete.']),
  ]
}

const problemLines = (problems: Taken['problems']): readonly string[] => problems.map(({ start, problem }) => `  ${start}: ${problem}`)

const listed = (lines: readonly string[]): readonly string[] => (lines.length <= mostLines ? lines : [...lines.slice(0, mostLines), `  and ${lines.length - mostLines} more`])
