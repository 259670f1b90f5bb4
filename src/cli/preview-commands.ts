// Commands that show what the bot would do or did, and how a channel does: next, next-question, round, stats, preview.
import { InvalidArgumentError, Option, type Command } from 'commander'
import { configFromEnvironment } from '../config/config.ts'
import { localDate } from '../core/time.ts'
import type { NextOptions } from './next.ts'
import type { StatsFormat, StatsTable } from './stats.ts'
import { withLedgerFile } from './ledger-file.ts'
import { OperatorError } from './operator-error.ts'
import { clean } from '../platforms/terminal/clean.ts'
import { print } from './print.ts'

export function addPreviewCommands(program: Command): void {
  program
    .command('next')
    .description('Print when questions on a schedule would be posted.')
    .requiredOption('--at <HH:MM>', 'time of day')
    .requiredOption('--zone <zone>', 'IANA time zone, for example Europe/Berlin')
    .option('--days <days>', 'days, for example mon-fri', 'mon-fri')
    .option('--from <date>', 'the first date to include, YYYY-MM-DD (default: today)')
    .option('--off <dates...>', 'days off, for example 2026-12-24..2027-01-02')
    .option('--holidays <region>', 'public holidays as days off: a country or region such as DE-BE')
    .option('--count <n>', 'how many to print', positive, 5)
    .option('--json', 'print one JSON object per line: date, instant (UTC), local')
    .action(showNextRounds)

  program
    .command('next-question')
    .description('Print which question a channel gets next, and why that one. Works while the bot is running.')
    .argument('<channel>', 'the channel’s id as in the database, or its last part, for example C0123456789')
    .action(showNextQuestion)

  program
    .command('round')
    .description('Tell the story of one question that was asked, or wasn’t: when it was due, claimed, posted, and closed, and what went wrong. Works while the bot is running.')
    .argument('<round>', 'its id from the log (“round”) or the beginning of it, or a date, YYYY-MM-DD')
    .argument('[channel]', 'with a date: the channel’s id as in the database, or its last part; not needed if only one had a question then')
    .option('--json', 'print it as one JSON object')
    .action(tellRound)

  program
    .command('stats')
    .description('Print how a channel does: weak topics, hard questions, or weekdays. Works while the bot is running.')
    .argument('[channel]', 'the channel’s id as in the database, or its last part; not needed if there is only one')
    .addOption(new Option('--table <table>', 'what to list').choices(['topics', 'questions', 'weekdays']).default('topics'))
    .option('--days <n>', 'how far to look back', positive, 90)
    .addOption(new Option('--format <format>', 'how to print it; json has everything').choices(['table', 'csv', 'json']).default('table'))
    .action(showStats)

  program
    .command('preview')
    .description('Print screens with sample data, exactly as they would be sent.')
    .argument('[screen]', 'the screen (default: all of them)')
    .requiredOption('--as <platform>', 'slack, discord, or terminal')
    .action(showScreens)
}

async function showNextRounds(options: NextOptions & { readonly json?: true }): Promise<void> {
  const { nextRounds } = await import('./next.ts')
  const rounds = await nextRounds(options, Date.now())
  if ('problems' in rounds) throw new OperatorError(rounds.problems.join('\n'))
  for (const round of rounds.due) print(options.json === true ? JSON.stringify(round) : `${round.local} = ${round.instant}`)
}

async function showNextQuestion(channel: string): Promise<void> {
  const [{ nextQuestion }, { coursesOfFile }] = await Promise.all([import('./next-question.ts'), import('./configured-courses.ts')])
  const found = await withLedgerFile(await configFromEnvironment(), async (file) => nextQuestion(file, await coursesOfFile(file), channel))
  if ('problem' in found) throw new OperatorError(found.problem)
  for (const line of found.lines) print(line)
}

async function tellRound(named: string, channel: string | undefined, { json }: { readonly json?: true }): Promise<void> {
  const { round } = await import('./round.ts')
  const told = await withLedgerFile(await configFromEnvironment(), (file) => round(file, { round: named, channel, json: json === true }))
  if ('problem' in told) throw new OperatorError(told.problem)
  print(clean(told.text))
}

async function showStats(channel: string | undefined, { table, days, format }: { readonly table: StatsTable; readonly days: number; readonly format: StatsFormat }): Promise<void> {
  const [{ stats }, { coursesOfFile }, { withProgress }] = await Promise.all([import('./stats.ts'), import('./configured-courses.ts'), import('./progress.ts')])
  const found = await withLedgerFile(await configFromEnvironment(), async (file) => {
    const courses = await coursesOfFile(file)
    return withProgress((progress) => stats(file, courses, { channel, days, table, format }, localDate(Date.now(), 'UTC'), progress))
  })
  if ('problem' in found) throw new OperatorError(found.problem)
  print(found.text)
}

async function showScreens(screen: string | undefined, { as }: { readonly as: string }): Promise<void> {
  const [{ features }, { preview }] = await Promise.all([import('../features/features.ts'), import('./preview.ts')])
  const shown = await preview(features, screen, as, process.stdout.isTTY && (await configFromEnvironment()).color)
  if ('problem' in shown) throw new OperatorError(shown.problem)
  print(shown.text)
}

function positive(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1 || value > 100_000) throw new InvalidArgumentError('Write a whole number from 1 to 100000.')
  return value
}
