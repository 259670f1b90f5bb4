// Commands about courses: check, reload, new-course, import, export, lookup, questions.
import { writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Command } from 'commander'
import { exportFormats } from './export-formats.ts'
import type { ImportOptions } from './import.ts'
import { withoutFaults } from './file-fault.ts'
import { OperatorError } from './operator-error.ts'
import { print } from './print.ts'

export function addCourseCommands(program: Command): void {
  program
    .command('check')
    .description('Check a course. Lists every error and warning with its file, line, and fix, and shows what the course covers.')
    .argument('[folder]', 'the course (default: all that are configured)')
    .option('--strict', 'fail on warnings too')
    .action(check)

  program
    .command('reload')
    .description('Have the running bot read its courses again, and say what became of each. It also does that by itself, seconds after a file has changed.')
    .action(reloadCourses)

  program
    .command('new-course')
    .description('Create a small course to start from. It passes the check.')
    .argument('<folder>', 'a new or empty folder')
    .option('--title <title>', 'the title of the course')
    .action(makeCourse)

  program
    .command('import')
    .description('Take questions and flashcards from a file into a course, or make a new course of them. Reads GIFT, Aiken, Moodle XML, Markdown exams, CSV, Anki text, .apkg, .colpkg, and Kotoba CSV.')
    .argument('<file>', 'the file; or a file in drafts/ of a course, once it is filled in')
    .option('--into <folder>', 'the course, or a new folder (default: a new folder in data/ with the name of the file)')
    .option('--title <title>', 'what to call the course, its topic, and the document of its sources (default: the name of the folder or the file)')
    .option('--source <source>', 'where people can read it, for questions without a source')
    .option('--replace', 'let questions and cards of the same name take the words of the file')
    .option('--dry-run', 'write nothing, only say what would happen')
    .action(importInto)

  program
    .command('export')
    .description('Write the questions or the flashcards of a course in a format that other programs read.')
    .argument('<format>', `one of ${exportFormats.join(', ')}`)
    .argument('[file]', 'where to write it (default: standard output)')
    .option('--course <folder>', 'the course (default: the first that is configured)')
    .action(exportCourse)

  program
    .command('lookup')
    .description('Look up who is responsible for what. Without words, reads one query per line from standard input and prints one JSON object per line.')
    .argument('[words...]', 'what to look up')
    .option('--json', 'print JSON')
    .option('--course <name>', 'in which course (default: the first)')
    .action(lookUp)

  program
    .command('questions')
    .description('List the questions of all courses with their ids and topics.')
    .option('--course <name>', 'of one course alone')
    .option('--json', 'print one JSON object per line, with options, key, explanations, and sources')
    .action(listQuestions)
}

async function check(folder: string | undefined, { strict }: { readonly strict?: true }): Promise<void> {
  const [{ checkCourse }, { formatReport }, { configuredFolders }] = await Promise.all([import('../course/check-course.ts'), import('../course/check/report.ts'), import('./configured-courses.ts')])
  const folders = folder === undefined ? await configuredFolders() : [folder]
  for (const [at, each] of folders.entries()) {
    const report = checkCourse(each)
    if (folders.length > 1) print(`${at === 0 ? '' : '\n'}${each}`)
    print(formatReport(report))
    if (report.problems.some(({ level }) => level === 'error' || strict === true)) process.exitCode = 1
  }
}

async function reloadCourses(): Promise<void> {
  const [{ reload }, { configFromEnvironment }] = await Promise.all([import('./reload.ts'), import('../config/config.ts')])
  const { lines, failed } = await reload(await configFromEnvironment())
  for (const line of lines) print(line)
  if (failed) process.exitCode = 1
}

async function makeCourse(folder: string, { title }: { readonly title?: string }): Promise<void> {
  const { newCourse } = await import('./new-course.ts')
  const made = newCourse(folder, title === undefined ? {} : { title })
  if ('problem' in made) throw new OperatorError(made.problem)
  for (const file of made.files) print(file)
  print(`Check it with: npm run -s study -- check ${folder}`)
}

async function importInto(file: string, options: ImportOptions): Promise<void> {
  const [{ importFile }, { withProgress }] = await Promise.all([import('./import.ts'), import('./progress.ts')])
  const lines = await withProgress((progress) => {
    progress({ what: `Reading ${file}` })
    return importFile(file, options)
  })
  for (const line of lines) print(line)
}

async function exportCourse(format: string, file: string | undefined, { course }: { readonly course?: string }): Promise<void> {
  const [{ exportedCourse }, { configuredFolder }] = await Promise.all([import('./export.ts'), import('./configured-courses.ts')])
  const text = exportedCourse(course ?? (await configuredFolder()), format)
  if (file === undefined) process.stdout.write(text)
  else withoutFaults(file, () => writeFileSync(file, text, { flag: 'wx' }))
}

type ForOne = { readonly json?: true; readonly course?: string }

async function lookUp(words: readonly string[], { json, course }: ForOne): Promise<void> {
  const [{ openLookup }, { configuredFolder }] = await Promise.all([import('./lookup.ts'), import('./configured-courses.ts')])
  const lookup = await openLookup(await configuredFolder(course))
  if (words.length > 0) return print(json === true ? lookup.asJson(words.join(' ')) : lookup.asText(words.join(' ')))
  for await (const line of createInterface({ input: process.stdin })) if (line.trim() !== '') print(lookup.asJson(line))
}

async function listQuestions({ json, course }: ForOne): Promise<void> {
  const [{ configuredCourses, configuredFolder }, { loadCourseOrThrow }, { questionAsJson }] = await Promise.all([import('./configured-courses.ts'), import('../course/load.ts'), import('./questions.ts')])
  const courses = course === undefined ? await configuredCourses() : [loadCourseOrThrow(await configuredFolder(course))]
  for (const { id, questions } of courses) {
    if (courses.length > 1 && json !== true) print(`${id === courses[0]?.id ? '' : '\n'}${id}`)
    for (const question of questions) {
      print(json === true ? JSON.stringify({ ...(courses.length > 1 ? { course: id } : {}), ...questionAsJson(question) }) : `${question.id} (${question.topic}): ${question.stem}`)
    }
  }
}
