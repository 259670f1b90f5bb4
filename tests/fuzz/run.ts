// `npm run test:fuzz -- --requests 100000 [--seed 1] [--minutes 6] [--only discord]`: the fuzz of every adapter's door, at length.
import { parseArgs } from 'node:util'
import { runSide, sides, type SideName } from './run-side.ts'

const { values } = parseArgs({ options: { requests: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' }, minutes: { type: 'string' }, only: { type: 'string' } } })
const names = (Object.keys(sides) as SideName[]).filter((name) => values.only === undefined || name.startsWith(values.only))
const requests = Number(values.requests)
const seed = Number(values.seed)
const whole = values.minutes === undefined ? Infinity : Number(values.minutes) * 60_000

let failed = false
for (const name of names) {
  // Both ways into Slack are one door.
  const count = name.startsWith('slack') ? Math.ceil(requests / 2) : requests
  const outcome = await runSide(name, seed, count, whole === Infinity ? Infinity : Date.now() + whole / names.length)
  console.log(`${name}: ${outcome.requests} requests, ${outcome.replies} replies read, ${outcome.rounds} rounds, ${outcome.answers} answers, ${outcome.seconds.toFixed(0)} s, ${outcome.problems.length} problems`)
  for (const problem of outcome.problems) console.log(`  ${problem}`)
  failed ||= outcome.problems.length > 0
}
process.exit(failed ? 1 : 0)
