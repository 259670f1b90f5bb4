// What a month of a herd is played on.
import { seeded } from '../../../src/core/random.ts'
import type { Call } from '../../fakes/doorkeeper.ts'
import { months, second } from '../calendar.ts'
import { createChanges } from '../changes.ts'
import { openDiscord } from '../discord-side.ts'
import { createKiller } from '../kills.ts'
import { createNotes } from '../people.ts'
import { createPlanner } from '../plans.ts'
import { openPostgres, type PostgresSide } from '../postgres-side.ts'
import type { Side } from '../side.ts'
import { openSlack } from '../slack-side.ts'
import type { Stage } from '../stage.ts'
import { openHerd, type Herd } from './herd.ts'
import type { Member } from './member.ts'

/** A request for a question in a channel. `at`: by the machine's clock. */
export type Sent = { readonly by: string; readonly at: number; readonly text: string }

export type HerdStage = Pick<Stage, 'folder' | 'clock' | 'killer' | 'planner' | 'notes' | 'changes' | 'beats' | 'sides' | 'random'> & {
  readonly postgres: PostgresSide
  readonly herd: Herd
  /** Whom the next plan is for, where no request shows it, and what becomes of it. */
  readonly aim: (member: Member | undefined, how: 'kill' | 'freeze') => void
  /** Whom the last plan hit. */
  readonly struck: () => Member | undefined
  /** How many turns whoever is away stays away. */
  readonly left: Map<Member, number>
  /** Counts what happened besides the killer's work. */
  readonly took: (what: string) => void
  readonly happened: ReadonlyMap<string, number>
  readonly killed: () => number
  /** When a process was thawed, by its name, by the machine's clock. */
  readonly thawed: Map<string, number>
  readonly sent: readonly Sent[]
}

export const frozenPrefix = 'frozen: '

export async function openHerdStage({ seed, processes }: { readonly seed: string; readonly processes: number }, folder: string): Promise<{ readonly stage: HerdStage; readonly close: () => Promise<void> }> {
  const random = seeded(seed)
  const start = months[Math.floor(random() * months.length)] ?? ''
  const clock: Stage['clock'] = { now: Date.parse(`${start}T12:07:00Z`), ahead: 0, waiting: [] }
  const sides: Side[] = []
  const sent: Sent[] = []
  const happened = new Map<string, number>()
  let aimed: { readonly member: Member | undefined; readonly how: 'kill' | 'freeze' } = { member: undefined, how: 'kill' }
  let struck: Member | undefined
  let herd: Herd | undefined

  const sideOf = (call: Call) => (call.path.startsWith('/api/') || call.path.startsWith('/response/') ? sides[0] : sides[1])
  const stepOf = (call: Call) => sideOf(call)?.stepOf(call) ?? 'other'

  /** Slack's addresses for replies are the same for all, but only one program knows each. */
  function senderOf({ by, path }: Call): Member | undefined {
    const reply = /^\/response\/(.+)/u.exec(path)?.[1]
    return reply === undefined ? herd?.members.find(({ number }) => String(number) === by) : herd?.named(herd.balancer.taker(reply))
  }

  const killer = createKiller({
    kill: (call) => {
      struck = call === undefined ? aimed.member : senderOf(call)
      if (aimed.how === 'freeze') struck?.freeze()
      else struck?.kill()
    },
    // One that is being started is no less alive.
    alive: (call) => {
      const state = (call === undefined ? aimed.member : senderOf(call))?.state()
      return state === 'up' || state === 'cut' || (state === 'moving' && aimed.how === 'kill')
    },
    prefix: () => (aimed.how === 'freeze' ? frozenPrefix : ''),
    stepOf,
    carriedOut: (call) => sideOf(call)?.carriedOut(call),
    postpone: (run) => clock.waiting.push({ at: clock.now + Math.ceil(random() * 25) * second, run }),
  })
  const doorkeeper: typeof killer.doorkeeper = (call, carryOut) => {
    if (stepOf(call) === 'post') sent.push({ by: senderOf(call)?.name() ?? '', at: Date.now(), text: call.body })
    killer.doorkeeper(call, carryOut)
  }
  const opening = { now: () => clock.now, doorkeeper, death: (request: string) => herd?.balancer.lost(request) ?? Promise.resolve() }
  sides.push(await openSlack(opening), await openDiscord(opening))
  const postgres = await openPostgres({ fsync: false })
  const opened = (herd = await openHerd({ processes, folder, postgres, sides, now: () => clock.now, random: seeded(`${seed} of the herd`) }))
  const beats: Stage['beats'] = []
  const took = (what: string) => void happened.set(what, (happened.get(what) ?? 0) + 1)
  const count = (counts: ReadonlyMap<string, number>, isMeant: (what: string) => boolean) => [...counts].reduce((sum, [what, number]) => sum + (isMeant(what) ? number : 0), 0)
  return {
    stage: {
      folder, clock, killer, beats, sides, random, postgres, herd, happened, took, sent,
      planner: createPlanner(random),
      // Whoever waits for a reply waits until the program that got the request is gone.
      notes: createNotes(() => false, () => clock.now),
      changes: createChanges(() => clock.now, () => ({ at: clock.now + clock.ahead, beat: beats.length })),
      aim: (member, how) => {
        struck = undefined
        aimed = { member, how }
      },
      struck: () => struck,
      left: new Map(),
      thawed: new Map(),
      killed: () => count(killer.kills, (what) => !what.startsWith(frozenPrefix)) + count(happened, (what) => what.startsWith('killed: ')),
    },
    close: async () => {
      await opened.close()
      await Promise.all(sides.map((side) => side.close()))
      await postgres.close()
    },
  }
}
