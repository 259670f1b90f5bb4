// Reaches people about quizzes: the first of each quiz who can be reached. One message per person, for all of their quizzes.
import type { PersonId } from '../core/quiz.ts'

/** `people`: in the order in which they are tried. */
export type ToReach<Item> = { readonly item: Item; readonly people: readonly PersonId[] }

/** The managers of a quiz: first the person who set it up, then the next. */
export const toManagers = <Item extends { readonly quiz: { readonly managers: readonly PersonId[] } }>(item: Item): ToReach<Item> => ({ item, people: item.quiz.managers })

/**
 * @param tell false if the person cannot be reached
 * @returns what nobody could be told
 */
export async function reachFirst<Item>(toReach: readonly ToReach<Item>[], tell: (person: PersonId, items: readonly Item[]) => Promise<boolean>): Promise<readonly Item[]> {
  const unheard: Item[] = []
  let waiting = toReach
  while (waiting.length > 0) {
    const groups = [...Map.groupBy(waiting, ({ people }) => people[0])]
    const next = await Promise.all(groups.map(async ([person, those]) => {
      const items = those.map(({ item }) => item)
      if (person !== undefined) return (await tell(person, items)) ? [] : those.map(({ item, people }) => ({ item, people: people.slice(1) }))
      unheard.push(...items)
      return []
    }))
    waiting = next.flat()
  }
  return unheard
}
