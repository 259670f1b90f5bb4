// Kills the program: at a step that its requests show, at its n-th look at the clock, while it starts, or at any moment.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Call, Doorkeeper } from '../fakes/doorkeeper.ts'
import type { Step } from './side.ts'

/**
 * `lost`: the request never arrives. `late`: it arrives some seconds after the program is dead. `stored`: it is carried out, and the
 * answer finds nobody. `answered`: the answer is on its way as the program dies.
 */
export type Phase = 'lost' | 'late' | 'stored' | 'answered'

export const phases: readonly Phase[] = ['lost', 'late', 'stored', 'answered']

/** `pass`: how many such requests go by first. `after`: milliseconds until the kill. */
export type Plan =
  | { readonly kind: 'request'; readonly step: Step; readonly phase: Phase; readonly pass: number; readonly after: number }
  | { readonly kind: 'look'; readonly looks: number }
  | { readonly kind: 'start' | 'moment'; readonly after: number }

export type Killer = {
  readonly doorkeeper: Doorkeeper
  /** Replaces the plan before it. */
  readonly arm: (plan: Plan | undefined) => void
  /** Begins the wait of a plan that goes by time. */
  readonly begin: (kind: 'start' | 'moment') => void
  /** How often the program may look at the clock. */
  readonly lastLook: () => number | null
  /** Kills now. */
  readonly strike: (why: string) => void
  /** Fulfilled when no plan waits for its moment any more; true where the program was killed since the last {@link begin}. */
  readonly settled: () => Promise<boolean>
  /** The program died without a request that shows it: by a look at the clock, if that was planned. */
  readonly diedByItself: () => boolean
  readonly kills: ReadonlyMap<string, number>
  readonly count: () => number
}

type Ends = {
  /** @param by who sent the request that shows the step; undefined where none does */
  readonly kill: (by?: Call) => void
  /** @param by as for {@link Ends.kill} */
  readonly alive: (by?: Call) => boolean
  /** What is written before the step of a kill; nothing if absent. */
  readonly prefix?: () => string
  readonly stepOf: (call: Call) => Step
  /** After a request was carried out. */
  readonly carriedOut: (call: Call) => void
  /** Carries a request out when the clock has moved on. */
  readonly postpone: (run: () => void) => void
}

export function createKiller(ends: Ends): Killer {
  const kills = new Map<string, number>()
  let plan: Plan | undefined
  let passed = 0
  let waiting: Promise<void> = Promise.resolve()
  let counted = false

  function kill(why: string, by?: Call): void {
    if (!ends.alive(by) || counted) return
    ends.kill(by)
    note(why)
  }

  function killLater(why: string, after: number, by?: Call): void {
    waiting = sleep(after).then(() => kill(why, by))
  }

  function note(step: string): void {
    counted = true
    plan = undefined
    const why = `${ends.prefix?.() ?? ''}${step}`
    kills.set(why, (kills.get(why) ?? 0) + 1)
  }

  function fits(step: Step, call: Call): Extract<Plan, { kind: 'request' }> | undefined {
    if (plan?.kind !== 'request' || plan.step !== step || !ends.alive(call) || counted) return undefined
    passed += 1
    return passed > plan.pass ? plan : undefined
  }

  return {
    kills,
    count: () => [...kills.values()].reduce((sum, number) => sum + number, 0),
    arm: (next) => {
      plan = next
      passed = 0
    },
    begin: (kind) => {
      counted = false
      if (plan?.kind === kind) killLater(kind === 'start' ? 'while starting' : 'at any moment', plan.after)
    },
    lastLook: () => (plan?.kind === 'look' ? plan.looks : null),
    strike: kill,
    settled: async () => {
      await waiting
      return counted
    },
    diedByItself: () => {
      if (!counted && plan?.kind === 'look') note('between two steps')
      return counted
    },
    doorkeeper: (call, carryOut) => {
      const step = ends.stepOf(call)
      const fitting = fits(step, call)
      const carry = (): void => {
        carryOut()
        ends.carriedOut(call)
      }
      if (fitting === undefined) return carry()
      const why = `${step}: ${fitting.phase}`
      if (fitting.phase !== 'answered') kill(why, call)
      switch (fitting.phase) {
        case 'lost':
          return
        case 'late':
          return ends.postpone(carry)
        case 'stored':
          return carry()
        case 'answered':
          carry()
          killLater(why, fitting.after, call)
      }
    },
  }
}
