// When managers and people change something in the month, and when what follows from it is due: drawn once from the seed.
import { day, hour, minute, type Due, type Quiz } from './calendar.ts'
import type { Change, Seat } from './changes.ts'

export type Planned = { readonly at: number; readonly change: Change }

type Random = () => number

/** The share of the questions that are corrected; few enough that most of the small course stays as it is. */
const corrected = 0.2
/** Before and after people are told; see the rules for corrections. */
const undoneAfter = [5 * minute, 40 * minute] as const
/** Long after whoever gave the code was told, also after the longest outage. */
const unlinkedAfter = [2 * day, 3 * day + 5 * hour] as const
const linkedEvery = 6 * day
/** Of each room, from the first on. */
const linkedPeople = 2

export function planChanges(dues: ReadonlyMap<Quiz, readonly Due[]>, from: number, to: number, random: Random): readonly Planned[] {
  const quizzes = [...dues.keys()]
  const pairs = quizzes.flatMap((quiz, index) => {
    const other = quizzes[index + 1]
    return index % 2 === 1 || other === undefined ? [] : Array.from({ length: linkedPeople }, (_, each) => [seatIn(quiz, each), seatIn(other, each)] as const)
  })
  return [...dues].flatMap(([quiz, list]) => list.flatMap((due) => correctionsOf(quiz, due, random))).concat(pairs.flatMap(([one, other]) => linksOf(one, other, { from, to, random }))).filter(({ at }) => at < to)
}

const seatIn = (quiz: Quiz, index: number): Seat => ({ quiz, person: quiz.people[index % quiz.people.length] ?? '' })

function correctionsOf(quiz: Quiz, { at, closesAt }: Due, random: Random): readonly Planned[] {
  if (random() >= corrected) return []
  const kind = random() < 0.4 ? 'void' : 'regrade'
  // Managers here answer nothing, so they see no other answers to choose from while it is open.
  const open = kind === 'void' && random() < 0.5
  const when = open ? at + (closesAt - at) * (0.3 + 0.5 * random()) : closesAt + 12 * minute
  const change: Planned = { at: when, change: { kind, quiz, taste: random() } }
  const undo: Planned = { at: when + (undoneAfter[Math.floor(random() * undoneAfter.length)] ?? hour), change: { kind: 'undo', quiz, taste: 0 } }
  // A question that doesn't count isn't asked again, and the course is small.
  return kind === 'void' || random() < 0.5 ? [change, undo] : [change]
}

function linksOf(one: Seat, other: Seat, { from, to, random }: { readonly from: number; readonly to: number; readonly random: Random }): readonly Planned[] {
  const planned: Planned[] = []
  for (let at = from + day * (0.5 + 2 * random()); at < to; at += linkedEvery) {
    const [giver, taker] = random() < 0.5 ? [one, other] : [other, one]
    const both = { giver, taker, byGiver: random() < 0.5 }
    planned.push({ at, change: { kind: 'link', ...both } })
    if (random() < 0.8) planned.push({ at: at + (unlinkedAfter[Math.floor(random() * unlinkedAfter.length)] ?? day), change: { kind: 'unlink', ...both } })
  }
  return planned
}

/** Beats at which people hear of a change, or a channel gets a board. */
export function consequencesOf({ kind }: Change): readonly number[] {
  return kind === 'link' || kind === 'unlink' ? [minute] : [minute, 11 * minute]
}

/** When the final boards of weeks come: an hour before the first question of the next week, once the last one of the week before is closed. */
export function finalsOf(list: readonly Due[]): readonly number[] {
  const weekOf = ({ date }: Due) => {
    const { yearOfWeek, weekOfYear } = Temporal.PlainDate.from(date)
    return `${String(yearOfWeek)} ${String(weekOfYear)}`
  }
  return list.filter((due, index) => index > 0 && weekOf(due) !== weekOf(list[index - 1] ?? due)).flatMap(({ at }) => [0, 1, 2].map((beat) => at - hour + beat * minute))
}
