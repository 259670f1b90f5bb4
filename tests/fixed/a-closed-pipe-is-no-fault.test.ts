// `study questions | head -1` ended with a stack trace, since nobody read the rest.
import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { bareEnvironment } from '../fakes/bare-environment.ts'

it('a command whose reader has gone ends without a word', () => {
  const line = `"${process.execPath}" src/cli.ts questions | head -1`
  const { stdout, stderr } = spawnSync('sh', ['-c', line], { encoding: 'utf8', env: bareEnvironment() })
  expect(stdout.split('\n')).toHaveLength(2)
  expect(stderr).toBe('')
})
