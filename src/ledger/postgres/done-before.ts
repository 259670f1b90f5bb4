// What a job that is run again need not go through again: of a list, the things that were done to their end.
import type { Each } from '../tables/each.ts'

export type Place = {
  /** How many questions were asked so far. */
  at(): number
  /** Goes on as if so many were asked again. */
  skipTo(at: number): void
}

type Kept = { list: { readonly items: readonly unknown[] } | undefined; readonly results: unknown[]; to: number }

export type DoneBefore = {
  /** For one run of the job. */
  run(place: Place): Each
}

export function openDoneBefore(): DoneBefore {
  const all = new Map<string, Kept>()
  return {
    run(place) {
      // Which list it is: the how manieth within which thing of which list.
      let within = ''
      let count = 0

      return <Item, Result>(list: () => readonly Item[], work: (item: Item) => Result): readonly Result[] => {
        const [outer, nth] = [within, count]
        const name = `${outer}/${nth}`
        const kept = all.get(name) ?? { list: undefined, results: [], to: 0 }
        all.set(name, kept)
        if (kept.list === undefined) {
          kept.list = { items: list() }
          kept.to = place.at()
        }
        place.skipTo(kept.to)
        const items = kept.list.items as readonly Item[]
        for (let index = kept.results.length; index < items.length; index += 1) {
          within = `${name}.${index}`
          count = 0
          kept.results.push(work(items[index] as Item))
          kept.to = place.at()
        }
        within = outer
        count = nth + 1
        return [...kept.results] as Result[]
      }
    },
  }
}
