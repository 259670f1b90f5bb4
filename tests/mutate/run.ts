// `npm run test:mutate -- [core] [delivery] …`: changes one thing in the source at a time and asks whether a test notices. Takes up again
// where it was stopped; `--fresh` forgets what is known; `--show` runs nothing and lists what is left; `--only src/bot/roster.ts` tries
// that file's mutants alone.
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { journalOf, type Journal } from './journal.ts'
import { mutate } from './mutants.ts'
import { printReport } from './report.ts'
import { roomNamed, rooms, type Room } from './rooms.ts'

const root = resolve(import.meta.dirname, '../..')
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { fresh: { type: 'boolean', default: false }, show: { type: 'boolean', default: false }, tests: { type: 'string', multiple: true }, only: { type: 'string', default: '' } },
})

/** No progress for so long means that a mutant never returns to the event loop. */
const longestSilence = 60_000

let isGoalMet = true
for (const name of positionals.length > 0 ? positionals : rooms.map((room) => room.name)) {
  const room = roomNamed(name)
  const journal = journalOf(root, name)
  if (values.fresh) journal.forget()
  const began = performance.now()
  if (!values.show) for (const tests of values.tests ?? room.tests) await tryAll(room, journal, tests)
  const { mutants } = await mutate(root, room)
  isGoalMet = printReport(room, mutants, journal.verdicts(), (performance.now() - began) / 1000) && isGoalMet
}
process.exitCode = isGoalMet ? 0 : 1

/** Runs the tests of one folder until they come to an end; one that hangs blames the mutant under way and is started again. */
async function tryAll(room: Room, journal: Journal, tests: string): Promise<void> {
  for (;;) {
    const end = await runOnce(room.name, journal, tests)
    if (end === 'finished') return
    const blamed = journal.begun()
    if (blamed === '') throw new Error(`The tests in ${tests} came to no end, and no mutant was at work.`)
    journal.note(blamed, 'hung', tests)
  }
}

function runOnce(room: string, journal: Journal, tests: string): Promise<'finished' | 'hung'> {
  journal.begin('')
  const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/mutate/vitest.config.ts', tests], {
    cwd: root, env: { ...process.env, MUTATED_ROOM: room, MUTATED_ONLY: values.only, CI: '1' }, stdio: ['ignore', 'inherit', 'inherit'], detached: true,
  })
  let [seen, since, hung] = [journal.begun(), Date.now(), false]
  const watch = setInterval(() => {
    const now = journal.begun()
    if (now !== seen || now === '') [seen, since] = [now, Date.now()]
    if (Date.now() - since < longestSilence || child.pid === undefined) return
    hung = true
    process.kill(-child.pid, 'SIGKILL')
  }, 1000)
  const stop = (): void => {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    process.exit(130)
  }
  process.once('SIGINT', stop).once('SIGTERM', stop)
  return new Promise((done) => {
    child.on('exit', (code, signal) => {
      clearInterval(watch)
      if (!hung && code !== 0) console.log(`The tests ended with ${signal ?? code}.`)
      process.off('SIGINT', stop).off('SIGTERM', stop)
      done(hung ? 'hung' : 'finished')
    })
  })
}
