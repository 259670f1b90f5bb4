// (f) Ten thousand channels due in the same minute: how close their posts come to what the platform allows, and whether people who
// answer meanwhile notice anything of it.
import { rounded, type Figure } from './figure.ts'
import { acknowledgeWithin, discordPerSecond, slackLimits } from './town/limits.ts'
import type { Plan, Report } from './town/messages.ts'
import { standUp, type Standing, type TownName } from './town/stand-up.ts'

const channels = 10_000
const history = 30
const pressesPerSecond = 20
/** Of a hundred answers, all but one are acknowledged within this many milliseconds, on a machine that does nothing else. */
const nearlyAllWithin: Readonly<Record<TownName, number>> = { slack: 300, discord: acknowledgeWithin }
/** The bot is given up on when it needs this many times as long as it should. */
const patience = 3

/**
 * The limits are widened so that each takes about a minute. One process is one workspace of Slack; the servers of Discord share the
 * bot's limit.
 */
const plans: Readonly<Record<TownName, Plan>> = {
  slack: { groups: 1, channels, people: 500, wider: 20 },
  discord: { groups: 200, channels: channels / 200, people: 25, wider: 3 },
}

/** The least milliseconds in which the platform lets so many posts through. */
const ideal: Readonly<Record<TownName, (wider: number) => number>> = {
  slack: (wider) => ((channels - slackLimits['chat.postMessage'].burst * wider) / (slackLimits['chat.postMessage'].perMinute * wider)) * 60_000,
  discord: (wider) => (Math.ceil(channels / (discordPerSecond * wider)) - 1) * 1000,
}

export async function morning(): Promise<readonly Figure[]> {
  return [...(await morningOn('slack')), ...(await morningOn('discord'))]
}

async function morningOn(name: TownName): Promise<readonly Figure[]> {
  const plan = plans[name]
  const standing = await standUp(name, { ...plan, history, dueAt: Math.floor(Date.now() / 60_000) * 60_000 })
  const least = ideal[name](plan.wider)
  try {
    await standing.order({ kind: 'chat', perSecond: pressesPerSecond })
    standing.longestPause()
    const began = Date.now()
    const beats = setInterval(() => void standing.bot.tick(), 60_000)
    void standing.bot.tick()
    const report = await whenAllPosted(standing, began + patience * least)
    clearInterval(beats)
    return figures(name, report, { began, least, pause: standing.longestPause() })
  } finally {
    await standing.stop()
  }
}

/** Looks rarely: what is asked here costs time that the bot is measured by. */
async function whenAllPosted({ ledger, places, report }: Standing, until: number): Promise<Report> {
  const isOut = async (place: string) => (await ledger.rounds.open(place, Date.now())) !== undefined
  for (let checked = 0; Date.now() < until; ) {
    while (checked < places.length && (await isOut(places[checked]?.place ?? ''))) checked += 1
    if (checked === places.length) break
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return report()
}

type Measured = { readonly began: number; readonly least: number; readonly pause: number }

function figures(name: TownName, report: Report, { began, least, pause }: Measured): readonly Figure[] {
  const { posts, shown, acknowledged, ignored, held, complaints } = report
  const once = shown.filter((count) => count === 1).length
  const took = Math.max(...posts.map(({ at }) => at)) - began
  const ratio = once === channels ? least / took : 0
  const half = shares(name, report, began + took / 2)
  const sorted = acknowledged.toSorted((a, b) => a - b)
  const at = (share: number) => rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN, 0)
  const slowest = sorted.at(-1) ?? Infinity
  const nearlyAll = sorted[Math.floor(sorted.length * 0.99)] ?? Infinity
  for (const complaint of complaints.slice(0, 5)) console.error(complaint)
  const waits = Object.entries(held).map(([what, times]) => `${times} ${what}`)
  const { groups, wider } = plans[name]
  return [
    {
      what: `(f) ${name}: ${channels} channels of ${groups} at one minute, limits ×${wider} (told to wait: ${waits.join(', ') || 'never'})`,
      value: `${once} once, ${shown.filter((count) => count > 1).length} twice, in ${rounded(took / 1000, 1)} s`,
      floor: `${rounded(least / 1000, 1)} s allowed`,
      ratio,
      goal: 'at least 0.95, all once',
      reached: ratio >= 0.95 && complaints.length === 0,
    },
    {
      what: `(f) ${name}: posted at half time, ${groups === 1 ? 'the one workspace' : 'least and most of any server'}`,
      value: `${rounded(half.least)} to ${rounded(half.most)}`,
      floor: 'half of each',
      ratio: null,
      goal: '0.40 to 0.60',
      reached: half.least >= 0.4 && half.most <= 0.6,
    },
    {
      what: `(f) ${name}: ${sorted.length} answers all through it, to their acknowledgement (longest pause of the bot ${rounded(pause, 0)} ms)`,
      value: `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, max ${at(1)} ms, ${ignored} ignored`,
      floor: `${acknowledgeWithin} ms allowed`,
      ratio: null,
      goal: name === 'slack' ? `p99 at most ${nearlyAllWithin[name]} ms, each in time` : 'each in time',
      reached: ignored === 0 && slowest < acknowledgeWithin && nearlyAll <= nearlyAllWithin[name],
    },
  ]
}

/** The share of each group's posts that is out at a moment. */
function shares(name: TownName, { posts }: Report, moment: number): { readonly least: number; readonly most: number } {
  const { groups, channels } = plans[name]
  const out = Array.from({ length: groups }, () => 0)
  for (const { at, place } of posts) if (at <= moment) out[Math.floor(place / channels)] = (out[Math.floor(place / channels)] ?? 0) + 1 / channels
  return { least: Math.min(...out), most: Math.max(...out) }
}
