// Reaches people about quizzes: the first of each quiz who can be reached. One message per person, for all of their quizzes.
import type { PersonId } from '../core/quiz.ts'
import type { Platform } from '../platforms/platform.ts'

/** People asked about in one call: Discord looks up no more than that. */
const batchSize = 50

/** `people`: in the order in which they are tried. */
export type ToReach<Item> = { readonly item: Item; readonly people: readonly PersonId[] }

type Managed = { readonly quiz: { readonly managers: readonly PersonId[] } }
type Needs = { readonly platform: (id: string) => Platform | undefined }

/** Those of the people who are away today. */
type AwayAmong<Item> = (item: Item) => Promise<ReadonlySet<PersonId>>

/**
 * The managers of each quiz: first the person who set it up, then the next. Without those who have left: Slack takes messages for
 * people who were deactivated. Without those who are away, too. Somebody of whom the platform says nothing is tried.
 */
export async function toManagers<Item extends Managed>(items: readonly Item[], needs: Needs, away: AwayAmong<Item> = async () => new Set()): Promise<readonly ToReach<Item>[]> {
  const gone = await goneAmong([...new Set(items.flatMap(({ quiz }) => quiz.managers))], needs)
  return Promise.all(items.map(async (item) => {
    const awayNow = await away(item)
    return { item, people: item.quiz.managers.filter((manager) => !gone.has(manager) && !awayNow.has(manager)) }
  }))
}

async function goneAmong(people: readonly PersonId[], { platform }: Needs): Promise<ReadonlySet<PersonId>> {
  const gone = new Set<PersonId>()
  for (const [there, those] of Map.groupBy(people, platform)) {
    for (let from = 0; from < those.length; from += batchSize) {
      const presence = await there?.presence(those.slice(from, from + batchSize)).catch(() => undefined)
      // A platform that says nothing at all is busy or away; to ask on would only hold up the news.
      if (presence === undefined || presence.size === 0) break
      for (const [person, found] of presence) if (found.gone) gone.add(person)
    }
  }
  return gone
}

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
