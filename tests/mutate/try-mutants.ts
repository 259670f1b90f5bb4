// Runs each test once as it is, to see which mutants it reaches; then once more for each of them that is still alive. A test that fails
// with a mutant kills it only if it passes again without: so no test kills by what an earlier run left behind.
import { resolve } from 'node:path'
import { inject, TestRunner, type RunnerTask, type RunnerTestCase, type SerializedConfig, type TestTryOptions, type VitestTestRunner } from 'vitest'
import { journalOf } from './journal.ts'
import type { Mutant } from './mutants.ts'

declare module 'vitest' {
  interface ProvidedContext {
    readonly mutants: readonly Mutant[]
    readonly room: string
  }
}

/** What the instrumented files look at and count in. */
interface Switches {
  activeMutant?: string | undefined
  currentTestId?: string | undefined
  hitCount?: number | undefined
  hitLimit?: number | undefined
  mutantCoverage?: { readonly static: Record<string, number>; readonly perTest: Record<string, Record<string, number>> }
}

/** How much of the processor's time a test may take (in milliseconds) to be repeated for each mutant it reaches. */
const slowest = Number(process.env['MUTATED_SLOWEST'] ?? 700)

/** How long (in milliseconds) such a test may take by the clock: what it starts or waits for uses another's processor time. */
const longest = Number(process.env['MUTATED_LONGEST'] ?? 5_000)

/** How many tests of one run a mutant may outlive: one that every test reaches is more likely noticed by one of its own file. */
const mostTests = Number(process.env['MUTATED_MOST_TESTS'] ?? Infinity)

/** How much longer than without a mutant a test may take, and how much more often a mutant may be passed, before it counts as hung. */
const mostTimesLonger = 20
const mostTimesOften = 100

const shared = globalThis as { __stryker__?: Switches }
const switches: Switches = (shared.__stryker__ ??= {})

/** One test and its runs: the first as it is, then two for each mutant, with it and (where the first failed) without. */
interface Plan {
  readonly id: string
  readonly startedAt: number
  readonly cpu: NodeJS.CpuUsage
  wall: number
  hits: Record<string, number>
  left: Mutant[]
  now: Mutant | undefined
  outcome: 'passed' | 'failed' | 'hung'
}

// Vitest asks for a constructor; one that returns its own runner will do.
export default function MutantRunner(config: SerializedConfig): VitestTestRunner {
  const inherited = new TestRunner(config)
  const runner: VitestTestRunner = inherited
  const journal = journalOf(resolve(import.meta.dirname, '../..'), inject('room'))
  const byId = new Map(inject('mutants').map((mutant) => [mutant.id, mutant]))
  const verdicts = journal.verdicts()
  const note = (mutant: Mutant, verdict: 'reached' | 'killed' | 'hung' | 'loading', test: string): void => {
    const known = verdicts.get(mutant.key)
    if (known === verdict || known === 'killed' || known === 'hung' || (known === 'reached' && verdict === 'loading')) return
    verdicts.set(mutant.key, verdict)
    journal.note(mutant.key, verdict, test)
  }
  const alive = (id: string): Mutant | undefined => {
    const mutant = byId.get(id)
    const verdict = mutant === undefined ? 'killed' : verdicts.get(mutant.key)
    return verdict === 'killed' || verdict === 'hung' ? undefined : mutant
  }
  const outlived = new Map<string, number>()
  let plan: Plan | undefined

  const beforeTask = inherited.onBeforeRunTask.bind(inherited)
  runner.onBeforeRunTask = async (task: RunnerTask) => {
    await beforeTask(task)
    plan = { id: `${task.file.name} > ${task.name}`, startedAt: performance.now(), cpu: process.cpuUsage(), wall: 0, hits: {}, left: [], now: undefined, outcome: 'passed' }
    // The number of runs is known only after the first one.
    const current = plan
    Object.assign(task, { repeats: { valueOf: () => (current.now === undefined && current.left.length === 0 ? 0 : Infinity) } })
  }

  const beforeTry = inherited.onBeforeTryTask.bind(inherited)
  runner.onBeforeTryTask = (task: RunnerTask, options: TestTryOptions) => {
    beforeTry(task, options)
    if (plan === undefined) return
    const isFirst = options.repeats === 0
    // What only a mutant makes reachable is not reached while loading.
    switches.currentTestId = isFirst ? plan.id : 'again'
    // After a failure the same test runs without the mutant; else the next mutant is tried.
    if (!isFirst && plan.outcome === 'passed') plan.now = plan.left.pop()
    const isControl = plan.outcome !== 'passed'
    switches.activeMutant = isFirst || isControl ? undefined : plan.now?.id
    switches.hitCount = 0
    switches.hitLimit = isFirst || plan.now === undefined ? Infinity : (plan.hits[plan.now.id] ?? 1) * mostTimesOften
    // Also without it: what hangs then, the mutant left behind.
    journal.begin(plan.now?.key ?? '')
  }

  runner.runTask = async (test: RunnerTestCase) => {
    const run = TestRunner.getTestFn(test)
    if (plan?.now === undefined) return run()
    const outcome = await outcomeOf(run, plan.wall * mostTimesLonger + 3_000)
    if (switches.activeMutant !== undefined) plan.outcome = outcome
    else if (outcome !== 'passed') throw new Error('does not pass a second time')
  }

  const afterTry = inherited.onAfterRetryTask.bind(inherited)
  runner.onAfterRetryTask = async (test: RunnerTestCase, options: TestTryOptions) => {
    await afterTry(test, options)
    const failed = test.result?.state === 'fail'
    const wasActive = switches.activeMutant !== undefined
    switches.activeMutant = undefined
    switches.currentTestId = undefined
    if (plan === undefined) return
    if (options.repeats === 0) {
      finishFirst(plan, failed)
      return
    }
    // Only the first run decides whether the test itself passes.
    if (test.result !== undefined) Object.assign(test.result, { state: 'pass', errors: undefined, attempts: [] })
    if (wasActive) {
      if (failed) plan.outcome = 'failed'
      if (plan.outcome === 'passed') {
        if (plan.now !== undefined) outlived.set(plan.now.id, (outlived.get(plan.now.id) ?? 0) + 1)
        plan.now = undefined
      }
      return
    }
    if (plan.now !== undefined && !failed) note(plan.now, plan.outcome === 'hung' ? 'hung' : 'killed', plan.id)
    plan.now = undefined
    plan.outcome = 'passed'
    if (failed) {
      plan.left = []
      process.stderr.write(`not repeatable: ${plan.id}\n`)
    }
  }

  function finishFirst(current: Plan, failed: boolean): void {
    current.wall = performance.now() - current.startedAt
    const { user, system } = process.cpuUsage(current.cpu)
    current.hits = switches.mutantCoverage?.perTest[current.id] ?? {}
    delete switches.mutantCoverage?.perTest[current.id]
    for (const id of Object.keys(switches.mutantCoverage?.static ?? {})) {
      const mutant = alive(id)
      if (mutant !== undefined) note(mutant, 'loading', '')
    }
    const reached = failed ? [] : Object.keys(current.hits).flatMap((id) => alive(id) ?? [])
    for (const mutant of reached) note(mutant, 'reached', '')
    const isSlow = (user + system) / 1000 > slowest || current.wall > longest
    if (isSlow && reached.length > 0) process.stderr.write(`too slow for ${reached.length} mutants: ${current.id}\n`)
    current.left = isSlow ? [] : reached.filter(({ id }) => (outlived.get(id) ?? 0) < mostTests)
  }

  return runner
}

/** The test fails at once where it throws; one that waits for what never comes is left behind. */
async function outcomeOf(run: () => unknown, limit: number): Promise<'passed' | 'failed' | 'hung'> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<'hung'>((done) => {
    timer = setTimeout(() => done('hung'), limit)
  })
  const ran = (async () => {
    try {
      await run()
      return 'passed' as const
    } catch {
      return 'failed' as const
    }
  })()
  const outcome = await Promise.race([ran, tooLong])
  clearTimeout(timer)
  return outcome
}
