// Why a question was chosen: the one reason that counted most.
import type { Coverage } from './coverage.ts'
import type { AskedRound, Tally } from './group-memory.ts'
import type { BankQuestion } from './points.ts'
import { comebacksIn, isMissed, type Outlook } from './question-worth.ts'
import type { QuestionId } from './quiz.ts'
import type { LocalDate } from './time.ts'

/** A round that asked about a point of the question. */
type Before = Tally & { readonly question: QuestionId; readonly day: LocalDate }

export type Why =
  /** Most people missed one of its points. */
  | { readonly kind: 'missed'; readonly before: Before }
  /** One of its points was asked a while ago. */
  | { readonly kind: 'again'; readonly before: Before }
  /** It asks something new on a topic that the group is worse at than on average. */
  | { readonly kind: 'weak-topic'; readonly topic: Tally; readonly all: Tally }
  /** The topic has had less than its share of the channel's first questions. */
  | ({ readonly kind: 'coverage' } & Coverage)
  /** It asks something new that is a large part of the course. */
  | { readonly kind: 'new'; readonly points: number }
  /** The team wrote it. `times`: how often the channel was asked it. */
  | { readonly kind: 'team'; readonly times: number }
  /** All others were asked even later. */
  | { readonly kind: 'longest-ago'; readonly day: LocalDate }

/** @param coverage if the question was chosen for its topic */
export function whyQuestion(question: BankQuestion, outlook: Outlook, coverage: Coverage | undefined): Why {
  if (coverage !== undefined) return { kind: 'coverage', ...coverage }
  const { points, memory, worthOf } = outlook
  const rated = (points.ofQuestion.get(question.id) ?? []).map((id) => ({ asked: memory.points.get(id), worth: worthOf.get(id) ?? 0 }))
  const before = rated.flatMap(({ asked, worth }) => (asked === undefined ? [] : [{ asked, worth }])).toSorted((a, b) => b.worth - a.worth)
  const worthOfOld = before.reduce((sum, { worth }) => sum + worth, 0)
  const worthOfNew = rated.reduce((sum, { asked, worth }) => (asked === undefined ? sum + worth : sum), 0)
  const back = comebacksIn(question, outlook)
  const missed = before.find(({ asked }) => back.includes(asked)) ?? before.find(({ asked, worth }) => worth > 0 && isMissed(asked.last) && worthOfOld >= worthOfNew)
  if (missed !== undefined) return { kind: 'missed', before: roundOf(missed.asked.last) }
  const [oldest] = before
  if (oldest !== undefined && worthOfOld > worthOfNew) return { kind: 'again', before: roundOf(oldest.asked.last) }
  const topic = memory.topics.get(question.topic)
  if (topic !== undefined && topic.answered > 0 && accuracy(topic) < accuracy(memory.all)) return { kind: 'weak-topic', topic, all: memory.all }
  return { kind: 'new', points: rated.filter(({ asked }) => asked === undefined).length }
}

const accuracy = ({ answered, right }: Tally) => right / answered

const roundOf = ({ question, day, answered, right }: AskedRound): Before => ({ question, day, answered, right })
