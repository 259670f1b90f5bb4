// How the tests run with mutants: one process that loads a room's files with every mutant behind a switch. `run.ts` names the room.
// With MUTATED_NAMES only tests of such names are tried.
import { relative } from 'node:path'
import { defineConfig } from 'vitest/config'
import { mutate } from './mutants.ts'
import { roomNamed } from './rooms.ts'

const root = `${import.meta.dirname}/../..`
const room = roomNamed(process.env['MUTATED_ROOM'])
const mutated = await mutate(root, room)
const tried = mutated.mutants.filter(({ file }) => file.includes(process.env['MUTATED_ONLY'] ?? ''))

export default defineConfig({
  root,
  plugins: [
    {
      name: 'mutants',
      enforce: 'pre',
      transform: (_code: string, id: string) => mutated.texts.get(relative(root, id)) ?? null,
    },
  ],
  test: {
    include: ['tests/**/*.test.ts'],
    ...(process.env['MUTATED_NAMES'] === undefined ? {} : { testNamePattern: process.env['MUTATED_NAMES'] }),
    runner: `${import.meta.dirname}/try-mutants.ts`,
    provide: { mutants: tried, room: room.name },
    pool: 'forks',
    isolate: false,
    // Else files without mutants, or with those of another room, come from the cache: its key doesn't know this plugin.
    fsModuleCache: false,
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 0,
    hookTimeout: 20_000,
    // A test that polls gives up soon: with a mutant it often waits for something that never comes.
    expect: { poll: { timeout: 3_000, interval: 5 } },
    env: { TZ: 'UTC' },
    update: false,
    reporters: ['dot'],
  },
})
