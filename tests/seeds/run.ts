// `npm run test:seeds -- --seeds 10 [--from 100]`: all properties with other values than `npm test` tries. By default from a random seed.
import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

const { values } = parseArgs({ options: { seeds: { type: 'string', default: '10' }, from: { type: 'string' } } })
const from = Number(values.from ?? Math.floor(Math.random() * 1_000_000))
const files = globSync('tests/**/*.test.ts').filter((file) => readFileSync(file, 'utf8').includes("from 'fast-check'"))

const failed: number[] = []
for (let seed = from; seed < from + Number(values.seeds); seed += 1) {
  console.log(`seed ${seed}, ${files.length} files: SEED=${seed} tries it again`)
  const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', '--reporter', 'dot', ...files], { stdio: 'inherit', env: { ...process.env, SEED: `${seed}` } })
  if (status !== 0) failed.push(seed)
}
console.log(failed.length === 0 ? 'All seeds passed.' : `Failed with seeds ${failed.join(', ')}.`)
process.exitCode = failed.length === 0 ? 0 : 1
