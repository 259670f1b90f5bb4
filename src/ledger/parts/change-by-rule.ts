// Changes a list of a channel by a rule, once for each event.
import type { ChangeByRule } from '../change-by-rule.ts'
import type { Jobs } from '../jobs.ts'
import type { Tables } from '../tables/tables.ts'

type Kept<Item, After> = {
  readonly of: (placeId: number) => readonly Item[]
  readonly save: (placeId: number, after: After, before: readonly Item[]) => void
}

export function changeByRule<Item, After extends object>(write: Jobs['write'], { places, quizzes, events }: Pick<Tables, 'places' | 'quizzes' | 'events'>, { of, save }: Kept<Item, After>): ChangeByRule<Item, After> {
  return (place, event, at, rule) =>
    write(() => {
      if (events.has(place, 'change', event)) return { kind: 'repeated' }
      const placeId = places.find(place)
      const before = placeId === undefined ? [] : of(placeId)
      const decided = rule(before, quizzes.at(place))
      if ('refusal' in decided) return { kind: 'refused', refusal: decided.refusal }
      if (placeId !== undefined) save(placeId, decided, before)
      events.add(place, { kind: 'change', id: event, at, roundId: null })
      return { kind: 'saved', decided }
    })
}
