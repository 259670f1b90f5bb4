// `npm run test:crash -- --kills 1000 --seed 7`: plays a month with many kills and says what came of it.
import { parseArgs } from 'node:util'
import { playMonth } from './month.ts'
import { reportOf, wrongsOf } from './report.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    seed: { type: 'string', default: 'studyhall' },
    rooms: { type: 'string', default: '4' },
    people: { type: 'string', default: '5' },
    days: { type: 'string', default: '31' },
    hangs: { type: 'string', default: '6' },
    log: { type: 'boolean', default: false },
  },
})

const write = (line: string): void => void process.stdout.write(`${line}\n`)
const began = performance.now()
const { seed } = values
const [kills, rooms, people, days, hangs] = [values.kills, values.rooms, values.people, values.days, values.hangs].map(Number)
const figures = await playMonth({ seed, kills: kills ?? 0, rooms: rooms ?? 1, people: people ?? 1, days: days ?? 1, troubles: { share: 0.15, hangs: hangs ?? 0 }, progress: write })
for (const line of reportOf(figures)) write(line)
if (values.log) for (const line of figures.log) process.stdout.write(line)
write(`seed ${seed}, ${Math.round((performance.now() - began) / 1000)} s`)
process.exitCode = wrongsOf(figures).length === 0 ? 0 : 1
