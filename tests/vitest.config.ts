// How the tests run: real processes (better-sqlite3 is a native module), no globals, one closing line for machines.
import { defineConfig } from 'vitest/config'
import { closingLine } from './closing-line.ts'
import { SlowFirst } from './slow-first.ts'

/** No test fails because the machine is slow: this only ends one that would never end. */
const longest = 15 * 60_000

export default defineConfig({
  root: `${import.meta.dirname}/..`,
  test: {
    include: ['tests/**/*.test.ts'],
    pool: 'forks',
    // Four processes run all files, since each waits for the disk, a timer, or another process for a good part of the time. They load the
    // modules that files share once. So a test leaves nothing behind: no timer, no listener of the process, no changed global.
    isolate: false,
    maxWorkers: 4,
    sequence: { sequencer: SlowFirst },
    setupFiles: ['tests/seeds/seed.ts'],
    testTimeout: longest,
    hookTimeout: longest,
    expect: { poll: { timeout: longest / 3, interval: 5 } },
    env: { TZ: 'UTC' },
    reporters: ['default', closingLine],
  },
})
