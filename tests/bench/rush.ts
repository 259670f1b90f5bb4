// (g) Five thousand people press a button of one message within a minute, half of them in the first ten seconds.
import { until } from '../fakes/until.ts'
import { rounded, type Figure, type Size } from './figure.ts'
import { acknowledgeWithin } from './town/limits.ts'
import type { Report } from './town/messages.ts'
import { standUp, type Standing, type TownName } from './town/stand-up.ts'

const sizes = { whole: { people: 5_000, within: 60_000 }, brief: { people: 50, within: 500 } }
/** The live count is brought up to date at most once in this time. */
const editsApart = 5_000
/** For the last edit, which says how many they were in the end. */
const afterwards = 6_000

export async function rush(size: Size = 'whole'): Promise<readonly Figure[]> {
  return [...(await rushOn('slack', size)), ...(await rushOn('discord', size))]
}

/** With the limits as they are: a minute is a minute. */
async function rushOn(name: TownName, size: Size): Promise<readonly Figure[]> {
  const { people, within } = sizes[size]
  const standing = await standUp(name, { groups: 1, channels: 1, people, wider: 1, history: 0, dueAt: Math.floor(Date.now() / 60_000) * 60_000 })
  try {
    await standing.bot.tick()
    standing.longestPause()
    await standing.order({ kind: 'rush', within })
    const pause = standing.longestPause()
    await new Promise((resolve) => setTimeout(resolve, afterwards))
    await until(async () => (await standing.report()).edits.length > 0, 'an edit of the live count')
    return figures(name, await standing.report(), { people, kept: await stored(standing), pause })
  } finally {
    await standing.stop()
  }
}

async function stored({ ledger, places }: Standing): Promise<number> {
  const [only] = places
  const round = only === undefined ? undefined : await ledger.rounds.open(only.place, Date.now())
  const view = only === undefined || round === undefined ? undefined : await ledger.rounds.view(round.id, only.group, null)
  return view?.answered ?? 0
}

type Counted = { readonly people: number; readonly kept: number; readonly pause: number }

function figures(name: TownName, { acknowledged, ignored, edits, held, complaints }: Report, { people, kept, pause }: Counted): readonly Figure[] {
  const sorted = acknowledged.toSorted((a, b) => a - b)
  const at = (share: number) => rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN, 0)
  const inTime = acknowledged.filter((took) => took < acknowledgeWithin).length
  const apart = Math.min(...edits.slice(1).map((moment, index) => moment - (edits[index] ?? 0)))
  const waits = Object.entries(held).map(([what, times]) => `${times} ${what}`)
  for (const complaint of complaints.slice(0, 5)) console.error(complaint)
  return [
    {
      what: `(g) ${name}: ${people} presses in a minute on one message (longest pause of the bot ${rounded(pause, 0)} ms)`,
      value: `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, max ${at(1)} ms, ${ignored} ignored`,
      floor: `${acknowledgeWithin} ms allowed`,
      ratio: null,
      goal: 'each in time',
      reached: inTime === people,
    },
    {
      what: `(g) ${name}: answers in the ledger`,
      value: kept.toLocaleString('en'),
      floor: `${people.toLocaleString('en')} presses`,
      ratio: kept / people,
      goal: 'each stored',
      reached: kept === people && complaints.length === 0,
    },
    {
      what: `(g) ${name}: edits of the live count (told to wait: ${waits.join(', ') || 'never'})`,
      value: `${edits.length}, at least ${rounded(apart / 1000, 1)} s apart`,
      floor: `${editsApart / 1000} s`,
      ratio: null,
      goal: 'at most one in 5 s',
      // A request may be quicker on its way than the one before it.
      reached: edits.length > 0 && apart > editsApart - 250,
    },
  ]
}
