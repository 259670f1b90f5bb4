// `npm run bench [name…] [-- --seeds WORD --share 0.01 --brief]`: measures what the bot promises, as ratios against a floor measured in the same
// run. Another word gives other simulated people; a share makes the town of a million people as much smaller; brief only shows that it runs.
import { parseArgs } from 'node:util'
import type { Bench, Figure } from './figure.ts'
import { rounded } from './figure.ts'

const modules: Readonly<Record<string, () => Promise<Bench>>> = {
  answers: async () => (await import('./answers.ts')).answers,
  postgres: async () => (await import('./postgres.ts')).postgres,
  practice: async () => (await import('./practice.ts')).practice,
  press: async () => (await import('./press.ts')).presses,
  'press-postgres': async () => (await import('./press-postgres.ts')).pressPostgres,
  processes: async () => (await import('./processes.ts')).processes,
  board: async () => (await import('./board.ts')).board,
  lookup: async () => (await import('./lookup.ts')).lookup,
  phrasings: async () => (await import('./phrasings.ts')).phrasings,
  me: async () => (await import('./me.ts')).me,
  morning: async () => (await import('./morning.ts')).morning,
  pauses: async () => (await import('./pauses.ts')).pauses,
  replay: async () => (await import('./replay.ts')).replays,
  rush: async () => (await import('./rush.ts')).rush,
  'town-of-a-million': async () => (await import('./town-of-a-million.ts')).townOfAMillion,
  learning: async () => (await import('./learning.ts')).learning,
  traces: async () => (await import('./traces.ts')).traces,
  start: async () => (await import('./start.ts')).start,
}

const { values: { seeds, share, brief }, positionals: asked } = parseArgs({
  allowPositionals: true,
  options: { seeds: { type: 'string' }, share: { type: 'string', default: '1' }, brief: { type: 'boolean', default: false } },
})
if (!(Number(share) > 0 && Number(share) <= 1)) {
  console.error('A share is a number above 0 and at most 1, as in --share 0.01.')
  process.exit(1)
}
const unknown = asked.filter((name) => !(name in modules))
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${Object.keys(modules).join(', ')}.`)
  process.exit(1)
}

const figures: Figure[] = []
for (const [name, load] of Object.entries(modules)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  console.error(`measuring: ${name}`)
  const bench = await load()
  figures.push(...(await bench(brief ? 'brief' : 'whole', seeds, Number(share))))
}
console.log(table(figures))

function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, value, floor, ratio, goal, reached }) => [
    what,
    value,
    floor,
    ratio === null ? '' : rounded(ratio),
    goal,
    reached ? 'reached' : 'missed',
  ])
  const lines = [['what', 'value', 'against', 'ratio', 'goal', ''], ...rows]
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? []
  return lines.map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n')
}
