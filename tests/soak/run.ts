// `npm run test:soak -- --days 30 --rooms 100 --people 12`: lives through a month in one process, and says what has grown.
import { parseArgs } from 'node:util'
import { reportOf, wrongsOf } from '../crash/report.ts'
import { growth } from './growth.ts'
import { megabytes, soak } from './live.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: 'studyhall' },
    rooms: { type: 'string', default: '100' },
    people: { type: 'string', default: '12' },
    days: { type: 'string', default: '30' },
  },
})

/** What may grow: the ledger's own tables do, and with them what SQLite and its indexes are asked. */
const mostGrowth = 1.15

const write = (line: string): void => void process.stdout.write(`${line}\n`)
const began = performance.now()
const { figures, daily, files, outages } = await soak({ seed: values.seed, rooms: Number(values.rooms), people: Number(values.people), days: Number(values.days), progress: write })
for (const line of reportOf(figures)) write(line)
const memory = daily.map(({ heap, outside }) => heap + outside)
const [memoryGrowth, filesGrowth] = [growth(memory), growth(files)]
write(`${outages} outages, ${daily.length} restarts`)
write(`memory after a collection: ${megabytes(memory[0] ?? 0)} MiB on the first day, ${megabytes(memory.at(-1) ?? 0)} on the last; ${memoryGrowth.toFixed(2)} of the beginning (goal: at most ${mostGrowth})`)
write(`open files, with no connection idle: ${files.join(', ')}; ${filesGrowth.toFixed(2)} of the beginning (goal: at most ${mostGrowth})`)
write(`seed ${values.seed}, ${Math.round((performance.now() - began) / 1000)} s`)
process.exitCode = wrongsOf(figures).length === 0 && memoryGrowth <= mostGrowth && filesGrowth <= mostGrowth ? 0 : 1
