// What a weekly recap tells of a week. Small numbers say nothing, results that are kept back count for nothing, and nobody is compared.
import { tally } from './close.ts'
import type { ClosedRound } from './insight.ts'
import type { QuestionId, TopicId } from './quiz.ts'
import type { RoundId } from './round.ts'
import type { LocalDate } from './time.ts'
import { lastDayOf, type Week } from './weekly.ts'

/** What is known of a channel's week. */
export type WeekMaterial = {
  readonly week: Week
  /** All closed rounds from {@link topicWeeks} before the end of the week on. */
  readonly rounds: readonly ClosedRound[]
  /** Daily rounds of the week that don't count. `shown`: how many answered tells on nobody. */
  readonly voided: readonly { readonly day: LocalDate; readonly answered: number; readonly shown: boolean }[]
  /** Questions that were asked in the channel before those rounds. */
  readonly askedBefore: ReadonlySet<QuestionId>
  /** How many people answered a daily question. */
  readonly people: number
  readonly peopleBefore: number
  /** Who answered on every study day, as others may see them: a few names, and how many there are. */
  readonly everyDay: { readonly names: readonly string[]; readonly count: number }
}

type Counted = { readonly answered: number; readonly right: number }
type CountedRound = Counted & { readonly round: RoundId; readonly day: LocalDate }

/** One thing that went well: the first that holds. */
export type WentWell =
  | { readonly kind: 'all-right'; readonly of: CountedRound }
  | { readonly kind: 'more-people'; readonly more: number }
  | { readonly kind: 'well-known'; readonly of: CountedRound }
  | { readonly kind: 'all-answered' }
  | { readonly kind: 'took-part' }

export type WeekFacts = {
  readonly week: Week
  /** The study days that had a question, whether or not it counts: people were there. */
  readonly days: number
  /** Null where so few took part, and somebody hides, that the numbers would tell on them. */
  readonly turnout: { readonly people: number; readonly answers: number } | null
  readonly well: WentWell
  readonly everyDay: { readonly names: readonly string[]; readonly count: number } | null
  readonly hardest: CountedRound | null
  /** The weakest topic of the last weeks. */
  readonly topic: (Counted & { readonly topic: TopicId }) | null
}

/** Below this, numbers tell on somebody. */
const smallestGroup = 5
/** Results of fewer than five are only there where nobody hides, and everyone sees them anyway. */
const enoughForQuestion = 3
/** To two questions at least: one may simply be hard. */
const [enoughForTopic, enoughQuestions] = [10, 2]
/** A week has few answers to each topic. */
export const topicWeeks = 4
/** Fewer say little about “every day”. */
const fewestDays = 3
/** Above this share, nothing was hard; from the other on, it went well. */
const [hardUpTo, wellFrom] = [0.7, 0.8]

const share = ({ answered, right }: Counted): number => right / answered

/** @param topicOf undefined for a question that has left the course */
export function weekFacts(material: WeekMaterial, topicOf: (question: QuestionId) => TopicId | undefined): WeekFacts {
  const { week, people, everyDay, voided } = material
  const daily = material.rounds.filter(({ extra, day }) => !extra && day >= week && day <= lastDayOf(week))
  const days = new Set([...daily, ...voided].map(({ day }) => day)).size
  const shown = daily.flatMap(counted)
  const enough = shown.filter(({ answered }) => answered >= enoughForQuestion).toSorted((one, other) => share(one) - share(other))
  // Of fewer than five people each result is kept back that somebody who hides is in.
  const isOpen = people >= smallestGroup || (shown.length === daily.length && voided.every((each) => each.shown))
  const [hardest] = enough
  return {
    week,
    days,
    turnout: isOpen ? { people, answers: [...daily, ...voided].reduce((sum, { answered }) => sum + answered, 0) } : null,
    well: wentWell(daily, shown, enough.at(-1), material),
    everyDay: isOpen && days >= fewestDays && everyDay.count > 0 ? everyDay : null,
    hardest: hardest !== undefined && share(hardest) <= hardUpTo ? hardest : null,
    topic: weakTopic(material, topicOf),
  }
}

/** Nothing of a round whose result is kept back. */
function counted({ id, day, key, votes }: ClosedRound): readonly CountedRound[] {
  if (votes === null) return []
  const { answered, right } = tally(key, votes)
  return [{ round: id, day, answered, right }]
}

function wentWell(daily: readonly ClosedRound[], shown: readonly CountedRound[], best: CountedRound | undefined, { people, peopleBefore }: WeekMaterial): WentWell {
  const allRight = shown.filter(({ answered, right }) => answered >= enoughForQuestion && right === answered).toSorted((one, other) => other.answered - one.answered)[0]
  if (allRight !== undefined) return { kind: 'all-right', of: allRight }
  if (peopleBefore >= smallestGroup && people > peopleBefore) return { kind: 'more-people', more: people - peopleBefore }
  if (best !== undefined && share(best) >= wellFrom) return { kind: 'well-known', of: best }
  return daily.length >= fewestDays && daily.every(({ answered }) => answered > 0) ? { kind: 'all-answered' } : { kind: 'took-part' }
}

/** Of questions that were new to the channel: a second try says more about repetition. */
function weakTopic({ rounds, askedBefore }: WeekMaterial, topicOf: (question: QuestionId) => TopicId | undefined): WeekFacts['topic'] {
  const asked = new Set(askedBefore)
  const sums = new Map<TopicId, { answered: number; right: number; questions: number }>()
  const all = { answered: 0, right: 0 }
  for (const round of rounds) {
    const isFirst = !asked.has(round.question)
    asked.add(round.question)
    const topic = topicOf(round.question)
    const [of] = counted(round)
    if (!isFirst || topic === undefined || of === undefined) continue
    const sum = sums.get(topic) ?? { answered: 0, right: 0, questions: 0 }
    sums.set(topic, { answered: sum.answered + of.answered, right: sum.right + of.right, questions: sum.questions + 1 })
    all.answered += of.answered
    all.right += of.right
  }
  const known = [...sums].flatMap(([topic, { questions, ...sum }]) => (sum.answered >= enoughForTopic && questions >= enoughQuestions ? [{ topic, ...sum }] : []))
  const [weakest] = known.toSorted((one, other) => share(one) - share(other))
  return weakest !== undefined && share(weakest) <= hardUpTo && share(weakest) < share(all) ? weakest : null
}
