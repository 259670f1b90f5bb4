// What came of a month of a herd: the audit of every month, who had the duty, and what the product's one stated limit allows.
import type { Figures, Wrongs } from '../audit.ts'
import type { Due, Quiz } from '../calendar.ts'
import { auditOf } from '../stage.ts'
import { frozenPrefix, type HerdStage, type Sent } from './stage.ts'

export type HerdFigures = {
  /** By what it was. */
  readonly happened: ReadonlyMap<string, number>
  readonly freezes: number
  /** How often another process took the duty. */
  readonly turns: number
  /**
   * Posts of a process that was frozen for longer than its lease between marking the round and sending the request, and so was followed by
   * another one that may have posted it as well.
   */
  readonly beyondLimit: readonly string[]
}

type Turns = readonly { readonly name: string; readonly at: number }[]
type Seen = { readonly turns: Turns; readonly breaches: readonly string[] }

export function auditHerd(stage: HerdStage, dues: ReadonlyMap<Quiz, readonly Due[]>, { turns, breaches }: Seen): Figures & { readonly herd: HerdFigures } {
  const figures = auditOf({ ...stage, victim: stage.herd.programs }, dues, { forgotten: [], others: breaches })
  const late = stage.sent.filter((sent) => isTooLate(sent, stage, turns))
  const excused = (what: string) => late.some(({ text }) => text.includes(roundIn(what)))
  const isLateOnly = (what: string) => what.endsWith('and there is a post') && excused(what)
  const beyondLimit = [...figures.wrongs.postedTwice.filter(excused), ...figures.wrongs.disagree.filter(isLateOnly)]
  const wrongs: Wrongs = { ...figures.wrongs, postedTwice: figures.wrongs.postedTwice.filter((what) => !excused(what)), disagree: figures.wrongs.disagree.filter((what) => !isLateOnly(what)) }
  const frozen = [...figures.kills].filter(([why]) => why.startsWith(frozenPrefix))
  const kills = new Map([...figures.kills, ...stage.happened].filter(([why]) => !frozen.some(([other]) => other === why)))
  return {
    ...figures, wrongs,
    kills: new Map([...kills].filter(([why]) => !stage.happened.has(why) || why.startsWith('killed: '))),
    herd: {
      happened: new Map([...frozen, ...[...stage.happened].filter(([what]) => !what.startsWith('killed: '))]),
      freezes: frozen.reduce((sum, [, count]) => sum + count, 0),
      turns: turns.length,
      beyondLimit,
    },
  }
}

/** Marked before its process was frozen and followed, sent after the thaw; and the process didn't have the duty again between. */
export function isTooLate({ by, at, text }: Sent, { herd: { frozenWith }, thawed }: { readonly herd: Pick<HerdStage['herd'], 'frozenWith'>; readonly thawed: ReadonlyMap<string, number> }, turns: Turns): boolean {
  const thaw = thawed.get(by)
  if (thaw === undefined || at < thaw || turns.some(({ name, at: taken }) => name === by && thaw < taken && taken < at)) return false
  return [...(frozenWith.get(by) ?? [])].some((round) => text.includes(round))
}

/** @param what begins with the place, then names the round: of a post too many, or of one that the ledger gave up before it came */
const roundIn = (what: string): string => /^\S+ (?:\S+ \(([^,]+),|([^\s:]+): )/u.exec(what)?.slice(1).find((each) => each !== undefined) ?? 'no round'
