// `npm run test:crash -- --kills 1000 --seed 7`: plays a month with many kills and says what came of it; `--kind outages` (restores,
// clock-steps, twins, edits, all) lives through other things instead. `--postgres`: a month of kills with the ledger in PostgreSQL, whose
// connections are ended at random as well; there, half of the rounds are answered by everybody at the same moment (`--rush 0.5`).
// `--processes 3`: a month of as many programs on one ledger in PostgreSQL, which are killed, frozen, stopped, and cut off from the database.
import { parseArgs } from 'node:util'
import { kinds } from './kinds/kinds.ts'
import { playKind } from './kinds/play.ts'
import { playHerd } from './herd/month.ts'
import { herdReport } from './herd/report.ts'
import { playMonth } from './month.ts'
import type { Figures } from './audit.ts'
import { reportOf, wrongsOf } from './report.ts'

const { values } = parseArgs({
  options: {
    kind: { type: 'string', default: 'kills' },
    kills: { type: 'string' },
    seed: { type: 'string', default: 'studyhall' },
    rooms: { type: 'string', default: '4' },
    people: { type: 'string' },
    days: { type: 'string', default: '31' },
    hangs: { type: 'string', default: '6' },
    log: { type: 'boolean', default: false },
    postgres: { type: 'boolean', default: false },
    processes: { type: 'string', default: '1' },
    rush: { type: 'string' },
  },
})

const write = (line: string): void => void process.stdout.write(`${line}\n`)
const { kind, seed } = values
if (values.kills !== undefined && kind !== 'kills' && kind !== 'all') throw new Error(`--kills is for the kinds kills and all. The kind ${kind} stops the program by a plan of its own.`)
const number = (text: string): number => Number(text)
const [rooms, people, days, processes] = [number(values.rooms), number(values.people ?? (values.postgres ? '20' : '5')), number(values.days), number(values.processes)]
if (processes > 1 && kind !== 'kills') throw new Error('--processes is for the kind kills.')

async function play(name: string): Promise<Figures> {
  const month = { seed, kills: number(values.kills ?? '100'), rooms, people, days, troubles: { share: 0.15, hangs: number(values.hangs), rush: number(values.rush ?? (values.postgres ? '0.5' : '0')) }, progress: write }
  if (name === 'kills' && processes > 1) {
    const figures = await playHerd({ ...month, processes })
    for (const line of herdReport(figures.herd)) write(line)
    return figures
  }
  if (name === 'kills') return playMonth({ ...month, postgres: values.postgres })
  const made = kinds.get(name)?.()
  if (made === undefined) throw new Error(`There is no kind ${name}. There are: kills, ${[...kinds.keys()].join(', ')}, and all.`)
  return playKind(made, { seed, rooms, people, days })
}

for (const name of kind === 'all' ? ['kills', ...kinds.keys()] : [kind]) {
  const began = performance.now()
  const figures = await play(name)
  write(`${name}:`)
  for (const line of reportOf(figures)) write(line)
  if (values.log) for (const line of figures.log) process.stdout.write(line)
  write(`seed ${seed}, ${Math.round((performance.now() - began) / 1000)} s`)
  if (wrongsOf(figures).length > 0) process.exitCode = 1
}
