// Nine o'clock on a small scale: the benchmark's towns with their limits, real adapters, and more channels than are allowed at once.
import { expect, it } from 'vitest'
import { until } from '../fakes/until.ts'
import { standUp, type TownName } from '../bench/town/stand-up.ts'

const towns = {
  slack: { groups: 1, channels: 120, people: 3, wider: 3, history: 1 },
  discord: { groups: 12, channels: 12, people: 3, wider: 1, history: 1 },
} as const

it.each(['slack', 'discord'] satisfies TownName[])('posts in every channel of %s once, whatever its limits', async (name) => {
  const town = towns[name]
  const standing = await standUp(name, { ...town, dueAt: Math.floor(Date.now() / 60_000) * 60_000 })
  try {
    void standing.bot.tick()
    const isOpen = async (place: string) => (await standing.ledger.rounds.open(place, Date.now())) !== undefined
    await until(async () => (await Promise.all(standing.places.map(({ place }) => isOpen(place)))).every(Boolean), 'a post in every channel', 200)
    const { shown, posts, complaints } = await standing.report()
    expect(shown).toEqual(standing.places.map(() => 1))
    expect(posts).toHaveLength(town.groups * town.channels)
    expect(complaints).toEqual([])
  } finally {
    await standing.stop()
  }
})
