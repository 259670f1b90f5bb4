// Reaches the managers of quizzes: first whoever set one up, then the next. One message for all quizzes of a person.
import type { PersonId, Quiz } from '../core/quiz.ts'

type OfQuiz = { readonly quiz: Quiz }

/**
 * @param tell false if the person cannot be reached
 * @returns what nobody could be told
 */
export async function reachManagers<Item extends OfQuiz>(
  items: readonly Item[],
  tell: (manager: PersonId, items: readonly Item[]) => Promise<boolean>,
): Promise<readonly Item[]> {
  const unheard: Item[] = []
  let waiting = items.map((item) => ({ item, managers: item.quiz.managers }))
  while (waiting.length > 0) {
    const groups = [...Map.groupBy(waiting, ({ managers }) => managers[0])]
    const next = await Promise.all(groups.map(async ([manager, those]) => {
      const theirs = those.map(({ item }) => item)
      if (manager !== undefined) return (await tell(manager, theirs)) ? [] : those.map(({ item, managers }) => ({ item, managers: managers.slice(1) }))
      unheard.push(...theirs)
      return []
    }))
    waiting = next.flat()
  }
  return unheard
}
