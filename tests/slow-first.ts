// The order of test files: those that take a minute or more begin first, so that none of them runs alone in the end.
import type { TestSequencer, TestSpecification } from 'vitest/node'

const slow = ['crash/kinds', 'crash/herd', 'crash/month', 'ledger/postgres-in-turn', 'bench/brief', 'journeys/postgres-bots', 'cli/', 'ledger/', 'journeys/', 'fuzz/']

export class SlowFirst implements TestSequencer {
  shard(files: TestSpecification[]): TestSpecification[] {
    return files
  }

  sort(files: TestSpecification[]): TestSpecification[] {
    return files.toSorted((one, other) => rank(one) - rank(other))
  }
}

function rank({ moduleId }: TestSpecification): number {
  const found = slow.findIndex((begin) => moduleId.includes(`/tests/${begin}`))
  return found === -1 ? slow.length : found
}
