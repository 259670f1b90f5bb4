// How the tests run: real processes (better-sqlite3 is a native module), no globals, one closing line for machines.
import { defineConfig } from 'vitest/config'
import { closingLine } from './closing-line.ts'

export default defineConfig({
  root: `${import.meta.dirname}/..`,
  test: {
    include: ['tests/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    env: { TZ: 'UTC' },
    reporters: ['default', closingLine],
  },
})
