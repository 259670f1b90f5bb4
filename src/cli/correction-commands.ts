// Commands about what is wrong with questions: reports, correct.
import type { Command } from 'commander'
import { configFromEnvironment } from '../config/config.ts'
import type { CorrectOptions } from './correct.ts'
import { withLedgerFile } from './ledger-file.ts'
import { OperatorError } from './operator-error.ts'
import { print } from './print.ts'

export function addCorrectionCommands(program: Command): void {
  program
    .command('reports')
    .description('List what people reported about questions, in all channels. Works while the bot is running.')
    .action(listReports)

  program
    .command('correct')
    .description('Correct a question of the course for everybody: channels, practice, and exams. Stop the bot first. Without a question, lists all corrections.')
    .argument('[question]', 'the question’s id, as in the course; in any but the first course, as `study reports` and the log have it, for example 2.laptop-01')
    .option('--key <options>', 'the right answer by the ids of its options, for example c or a,c')
    .option('--void', 'it doesn’t count, and isn’t asked anymore')
    .option('--why <words>', 'why, in a sentence; people who were affected read it')
    .option('--undo', 'take the latest correction of the question back')
    .option('--yes', 'do it; without this, only show what would change')
    .action(correct)
}

async function listReports(): Promise<void> {
  const [{ reports }, { coursesOfFile }] = await Promise.all([import('./reports.ts'), import('./configured-courses.ts')])
  const lines = await withLedgerFile(await configFromEnvironment(), async (file) => reports(file, await coursesOfFile(file)))
  for (const line of lines) print(line)
}

async function correct(question: string | undefined, options: CorrectOptions): Promise<void> {
  const [{ correctInCourse }, { configuredCourses, numbered }, { openForCommand }] = await Promise.all([import('./correct.ts'), import('./configured-courses.ts'), import('./open-ledger.ts')])
  const database = await configFromEnvironment()
  const all = await configuredCourses()
  const ledger = await openForCommand(database)
  try {
    const printed = await correctInCourse(question, options, numbered(all, await ledger.courses.known()), ledger, Date.now())
    if ('problem' in printed) throw new OperatorError(printed.problem)
    for (const line of printed.lines) print(line)
  } finally {
    await ledger.close()
  }
}
