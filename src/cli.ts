// The operator's commands: `npm run -s study -- <command>`. What a command needs is loaded when it runs.
import { Command } from 'commander'
import { addCourseCommands } from './cli/course-commands.ts'
import { addCorrectionCommands } from './cli/correction-commands.ts'
import { addDatabaseCommands } from './cli/database-commands.ts'
import { addPlatformCommands } from './cli/platform-commands.ts'
import { addPostgresCommands } from './cli/postgres-commands.ts'
import { addPreviewCommands } from './cli/preview-commands.ts'
import { runInUtc } from './config/config.ts'
import { details, isForPeople } from './core/errors-for-people.ts'

runInUtc()

// `head` closes the pipe once it has its lines; that is no failure.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => process.exit(fault.code === 'EPIPE' ? 0 : 1))

const program = new Command('study')
  .description('Commands for running Studyhall.')
  .showSuggestionAfterError()
  .showHelpAfterError('(add --help to see what you can write)')

// In the order in which --help lists them.
addCourseCommands(program)
addPreviewCommands(program)
addPlatformCommands(program)
addCorrectionCommands(program)
addDatabaseCommands(program)
addPostgresCommands(program)

try {
  await program.parseAsync()
} catch (fault) {
  process.stderr.write(`${isForPeople(fault) ? fault.message : details(fault)}\n`)
  process.exitCode = 1
}
