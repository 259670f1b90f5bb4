// Runs a number of requests against one platform, in towns of a few thousand, so that a failure can be had again by itself.
import { openDiscordSide } from './discord-side.ts'
import { planOf } from './plan.ts'
import type { Ending, Side } from './side.ts'
import { openSlackSide } from './slack-side.ts'
import { openTerminalSide } from './terminal-side.ts'

export const sides = {
  'slack-socket': (seed: number): Promise<Side> => openSlackSide('socket', seed),
  'slack-http': (seed: number): Promise<Side> => openSlackSide('http', seed),
  discord: openDiscordSide,
  terminal: openTerminalSide,
} as const

export type SideName = keyof typeof sides

export type Outcome = { readonly requests: number; readonly answers: number; readonly rounds: number; readonly replies: number; readonly problems: readonly string[]; readonly seconds: number }

const inOneTown = 2_000

/** @param until no town is begun after this moment, by the machine's clock */
export async function runSide(name: SideName, seed: number, requests: number, until = Infinity): Promise<Outcome> {
  const began = Date.now()
  const total = { requests: 0, answers: 0, rounds: 0, replies: 0, problems: [] as string[] }
  for (let town = 0; total.requests < requests && Date.now() < until && total.problems.length === 0; town += 1) {
    const count = Math.min(inOneTown, requests - total.requests)
    const ending = await runTown(name, seed + town, count)
    total.requests += count
    total.answers += ending.answers
    total.rounds += ending.rounds
    total.replies += ending.replies
    total.problems.push(...ending.problems.map((problem) => `${name}, seed ${seed + town}: ${problem}`))
  }
  return { ...total, seconds: (Date.now() - began) / 1000 }
}

async function runTown(name: SideName, seed: number, requests: number): Promise<Ending> {
  const side = await sides[name](seed)
  const broken: string[] = []
  try {
    for (const step of planOf(seed, requests)) await side.perform(step)
  } catch (fault) {
    broken.push(`the fuzz itself broke off: ${fault instanceof Error ? fault.stack : String(fault)}`)
  }
  const ending = await side.end()
  return { ...ending, problems: [...broken, ...ending.problems] }
}
