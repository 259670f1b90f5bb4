// The operator's commands: `npm run -s study -- <command>`.
import { createInterface } from 'node:readline'
import { Command, InvalidArgumentError } from 'commander'
import { configFromEnvironment, runInUtc } from './config.ts'
import { features } from './features/features.ts'
import { nextRounds } from './cli/next.ts'
import { preview } from './cli/preview.ts'
import { questionAsJson } from './cli/questions.ts'

runInUtc()

// Whoever reads through a pipe may have seen enough.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => process.exit(fault.code === 'EPIPE' ? 0 : 1))

const print = (line: string): void => void process.stdout.write(`${line}\n`)
const folder = async (given: string | undefined): Promise<string> => given ?? (await configFromEnvironment()).courseFolder

const program = new Command('study')
  .description('Commands for whoever runs Studyhall.')
  .showSuggestionAfterError()
  .showHelpAfterError('(--help says what can be given)')

program
  .command('check')
  .description('Check a course: every error and warning with file, line and remedy, and a table of what it covers.')
  .argument('[folder]', 'the course; by default the one of COURSE_FOLDER')
  .option('--strict', 'fail on warnings too')
  .action(async (given: string | undefined, { strict }: { strict?: true }) => {
    const [{ checkCourse }, { formatReport }] = await Promise.all([import('./course/check-course.ts'), import('./course/check/report.ts')])
    const report = checkCourse(await folder(given))
    print(formatReport(report))
    const failed = report.problems.some(({ level }) => level === 'error' || strict === true)
    if (failed) process.exitCode = 1
  })

program
  .command('new-course')
  .description('Make an empty course of your own that passes the check.')
  .argument('<folder>', 'a new or empty folder')
  .option('--title <title>', 'what the course is called')
  .action(async (dir: string, { title }: { title?: string }) => {
    const { newCourse } = await import('./cli/new-course.ts')
    const made = newCourse(dir, title === undefined ? {} : { title })
    if ('problem' in made) throw new OperatorError(made.problem)
    for (const file of made.files) print(file)
    print(`Check it with: npm run -s study -- check ${dir}`)
  })

program
  .command('lookup')
  .description('Look up who is responsible for what. Without words: one query a line from standard input, one JSON object a line back.')
  .argument('[words...]', 'what to look up')
  .option('--json', 'answer as JSON')
  .action(async (words: string[], { json }: { json?: true }) => {
    const { lookupDesk } = await import('./cli/lookup.ts')
    const ask = await lookupDesk(await folder(undefined))
    if (words.length > 0) return print(json === true ? ask.json(words.join(' ')) : ask.text(words.join(' ')))
    for await (const line of createInterface({ input: process.stdin })) if (line.trim() !== '') print(ask.json(line))
  })

program
  .command('questions')
  .description('List the questions of the course: id, topic and what is asked.')
  .option('--json', 'one JSON object a line, with options, key, explanations and sources')
  .action(async ({ json }: { json?: true }) => {
    const { loadCourseOrThrow } = await import('./course/load.ts')
    for (const question of loadCourseOrThrow(await folder(undefined)).questions) {
      print(json === true ? JSON.stringify(questionAsJson(question)) : `${question.id} (${question.topic}): ${question.stem}`)
    }
  })

program
  .command('next')
  .description('Print when rounds of a schedule would be due.')
  .requiredOption('--at <HH:MM>', 'time of day')
  .requiredOption('--zone <zone>', 'IANA time zone, for example Europe/Berlin')
  .option('--days <days>', 'days, for example mon-fri', 'mon-fri')
  .option('--from <date>', 'the first date that counts, YYYY-MM-DD; by default today')
  .option('--count <n>', 'how many', positive, 5)
  .option('--json', 'one JSON object a line: date, instant (UTC), local')
  .action((options: { at: string; zone: string; days: string; from?: string; count: number; json?: true }) => {
    const rounds = nextRounds(options, Date.now())
    if ('problems' in rounds) throw new OperatorError(rounds.problems.join('\n'))
    for (const round of rounds.due) print(options.json === true ? JSON.stringify(round) : `${round.local} = ${round.instant}`)
  })

program
  .command('preview')
  .description('Print screens from sample data exactly as they would be sent.')
  .argument('[screen]', 'the screen; without it all of them')
  .requiredOption('--as <platform>', 'slack, discord or terminal')
  .action(async (screen: string | undefined, { as }: { as: string }) => {
    const shown = await preview(features, screen, as, process.stdout.isTTY && (await configFromEnvironment()).colour)
    if ('problem' in shown) throw new OperatorError(shown.problem)
    print(shown.text)
  })

program
  .command('slack-manifest')
  .description('Print the app manifest to paste at api.slack.com/apps (Create New App, From a manifest).')
  .option('--host <host>', 'for HTTP in place of Socket Mode: the public host name that reaches the bot')
  .action(async ({ host }: { host?: string }) => {
    if (host !== undefined && !/^(https?:\/\/)?[\w.-]+(:\d+)?\/?$/u.test(host)) throw new OperatorError(`“${host}” is no host name. Write one such as bot.example.org.`)
    const [{ slackManifest }, { catalogOf }] = await Promise.all([import('./platforms/slack/manifest.ts'), import('./features/catalog.ts')])
    print(JSON.stringify(slackManifest(host === undefined ? { mode: 'socket' } : { mode: 'http', host }, catalogOf(features).commands), null, 2))
  })

program
  .command('discord-invite')
  .description('Print the link that adds the bot to a server, with the permissions that it needs.')
  .argument('[application]', 'the application id; by default read from DISCORD_TOKEN')
  .action(async (application: string | undefined) => {
    const { discordInvite } = await import('./platforms/discord/invite.ts')
    const of = application ?? (await configFromEnvironment()).discord?.token
    if (of === undefined) throw new OperatorError('Name the application id (discord.com/developers/applications, General Information), or set DISCORD_TOKEN.')
    const invite = discordInvite(of)
    if (invite === undefined) throw new OperatorError('This is neither an application id nor a bot token of Discord. The id is on discord.com/developers/applications, General Information.')
    print(invite)
  })

program
  .command('backup')
  .description('Copy the database to a new file while the bot runs.')
  .argument('<file>', 'the copy; must not exist')
  .action(async (file: string) => {
    const { backupFrom } = await import('./ledger/sqlite/backup.ts')
    await backupFrom((await configFromEnvironment()).databaseFile, file)
    print(`Saved to ${file}.`)
  })

program
  .command('restore')
  .description('Put a backup in the place of the database. The bot must be stopped; the old database is kept.')
  .argument('<file>', 'the backup')
  .action(async (file: string) => {
    const { restoreLedger } = await import('./ledger/sqlite/restore.ts')
    const { databaseFile } = await configFromEnvironment()
    const { verdict, keptAs } = restoreLedger(file, databaseFile, new Date().toISOString().replaceAll(/[:.]/gu, '-'))
    print(`${databaseFile} now holds the backup: ${inWords(verdict)}.`)
    if (keptAs !== null) print(`The database as it was before: ${keptAs}`)
  })

program
  .command('verify')
  .description('Check that a database is whole, and that its boards are the sum of its answers. Works while the bot runs.')
  .argument('[file]', 'a database or a backup; by default the one of DATABASE_FILE')
  .action(async (file: string | undefined) => {
    const { verifyLedger } = await import('./ledger/sqlite/verify.ts')
    const verdict = verifyLedger(file ?? (await configFromEnvironment()).databaseFile)
    for (const problem of verdict.problems) print(problem)
    const found = verdict.problems.length
    print(`${inWords(verdict)}: ${found === 0 ? 'all is well.' : `${count(found, 'problem', 'problems')}.`}`)
    if (found > 0) process.exitCode = 1
  })

function inWords({ answers, people, rounds }: { readonly answers: number; readonly people: number; readonly rounds: number }): string {
  return `${count(answers, 'answer', 'answers')} of ${count(people, 'person', 'people')} in ${count(rounds, 'round', 'rounds')}`
}

function count(number: number, one: string, several: string): string {
  return `${number} ${number === 1 ? one : several}`
}

class OperatorError extends Error {
  override readonly name = 'OperatorError'
}

function positive(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1 || value > 100_000) throw new InvalidArgumentError('It takes a whole number from 1 to 100000.')
  return value
}

const forPeople = new Set(['OperatorError', 'ConfigError', 'CourseError', 'LedgerError'])

try {
  await program.parseAsync()
} catch (fault) {
  const known = fault instanceof Error && forPeople.has(fault.name)
  process.stderr.write(`${known ? fault.message : fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`)
  process.exitCode = 1
}
