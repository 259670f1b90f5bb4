// A question that a team wrote for itself: a draft until a manager approves it, then asked in its own channel and nowhere else.
import { withoutCodeMarks } from './code-marks.ts'
import { plainLine, plainSentence } from './plain-words.ts'
import type { QuestionWords } from './question.ts'
import { whyNotManage, type Asker, type EventId, type OptionId, type PersonId, type PlaceId, type QuestionId, type Quiz, type TopicId, type WhyNotManage } from './quiz.ts'
import { hash } from './random.ts'
import type { Instant } from './time.ts'

/** No text or file that is read at once is longer, in bytes: a hundred questions with all their reasons are shorter. */
export const mostTextBytes = 200_000

/** `why`: why it isn't right; empty for a right one, and where nobody says. */
export type TeamOption = { readonly text: string; readonly right: boolean; readonly why: string }

/** As somebody wrote it. Empty where nothing was written. */
export type TeamText = {
  readonly stem: string
  readonly options: readonly TeamOption[]
  readonly explanation: string
  readonly keyPoint: string
  /** Where the answer can be read, in the author's own words: a page, an address, or a section of the course's documents. */
  readonly source: string
}

export type TeamQuestion = {
  readonly id: QuestionId
  readonly text: TeamText
  readonly state: 'draft' | 'approved'
  /** Rises with each change of the text, so that nobody approves what they haven't seen. */
  readonly version: number
  /** Null once they are forgotten. */
  readonly author: PersonId | null
  readonly addedAt: Instant
  /** Null for a draft. */
  readonly approvedAt: Instant | null
}

/** What the screens say it is about. */
export const teamTopic: { readonly id: TopicId; readonly title: string } = { id: 'team-questions', title: 'From your team' }

/** Of one channel. Each is read at every look at the list. */
const mostTeamQuestions = 300

/** As many as a question of a course has: `a` to `f`. */
export const optionLetters: readonly OptionId[] = ['a', 'b', 'c', 'd', 'e', 'f']

/** Looks like the id of any question, and is the same for a repeated event. @param nth of those that came with the event */
export function teamQuestionId(place: PlaceId, event: EventId, nth: number): QuestionId {
  const text = `${place} ${event} ${nth}`
  const digits = [hash(text), hash(`again ${text}`)].map((part) => part.toString(16).padStart(8, '0')).join('')
  return `team-${digits.slice(0, 12)}`
}

/** Also for one that was deleted since. */
export const isTeamQuestion = (question: QuestionId): boolean => /^team-[0-9a-f]{12}$/u.test(question)

const idAt = (at: number): OptionId => optionLetters[at] ?? String(at)

export const teamKey = ({ options }: Pick<TeamText, 'options'>): readonly OptionId[] => options.flatMap(({ right }, at) => (right ? [idAt(at)] : []))

export function teamWords({ stem, options, explanation, keyPoint, source }: TeamText): QuestionWords {
  return {
    topicTitle: teamTopic.title,
    stem,
    options: options.map(({ text }, at) => ({ id: idAt(at), text })),
    explanation,
    whyNot: Object.fromEntries(options.flatMap(({ right, why }, at) => (right || why === '' ? [] : [[idAt(at), why]]))),
    keyPoint,
    note: null,
    sources: [],
    reference: source,
  }
}

/** What a round takes from it. */
export function teamContent(text: TeamText): { readonly options: readonly OptionId[]; readonly key: readonly OptionId[]; readonly words: () => QuestionWords } {
  return { options: text.options.map((_, at) => idAt(at)), key: teamKey(text), words: () => teamWords(text) }
}

/** The same for questions with the same words, options, and right ones, whatever the order, the case, and the signs between the words. */
export function questionKey({ stem, options }: Pick<TeamText, 'stem' | 'options'>): string {
  return JSON.stringify([plainSentence(stem), options.map(({ text, right }) => `${right ? '*' : '-'} ${plainLine(withoutCodeMarks(text))}`).toSorted()])
}

/** Those that are new, and those that say the same as one that is there. `nth`: which of the texts it is. */
export function sortOutKnown<Known extends Pick<TeamQuestion, 'text'>>(there: readonly Known[], texts: readonly TeamText[]): { readonly fresh: readonly { readonly text: TeamText; readonly nth: number }[]; readonly already: readonly Known[] } {
  const known = new Map<string, Known | undefined>(there.map((question) => [questionKey(question.text), question]))
  const [fresh, already]: [{ text: TeamText; nth: number }[], Known[]] = [[], []]
  for (const [nth, text] of texts.entries()) {
    const key = questionKey(text)
    const same = known.get(key)
    if (same !== undefined) already.push(same)
    else if (!known.has(key)) fresh.push({ text, nth })
    known.set(key, same)
  }
  return { fresh, already }
}

export type TeamRefusal =
  | WhyNotManage
  /** It was deleted, or is another channel's. */
  | { readonly kind: 'no-such-question' }
  /** Its text is another one than the asker saw. */
  | { readonly kind: 'changed-since' }
  | { readonly kind: 'too-many'; readonly most: number }
  /** An approved question asks the same. `option`: what it says about this one is the opposite of `right`. */
  | { readonly kind: 'contradicts'; readonly stem: string; readonly option: string; readonly right: boolean }

export type TeamDecision = { readonly question: TeamQuestion } | { readonly remove: true } | { readonly refusal: TeamRefusal }

/** @param there how many the channel has */
export function whyNotAdd(quiz: Quiz | undefined, asker: Asker, there: number, adding: number): TeamRefusal | undefined {
  return whyNotManage(quiz, asker) ?? (there + adding > mostTeamQuestions ? { kind: 'too-many', most: mostTeamQuestions } : undefined)
}

export function newTeamQuestion(id: QuestionId, text: TeamText, author: PersonId, addedAt: Instant): TeamQuestion {
  return { id, text, state: 'draft', version: 1, author, addedAt, approvedAt: null }
}

/** The first option of the one that the other, which asks the same, calls right where this one calls it wrong, or wrong where this one calls it right. */
export function contradiction(one: TeamText, other: TeamText): TeamOption | undefined {
  if (plainSentence(one.stem) !== plainSentence(other.stem)) return undefined
  const plain = ({ text }: TeamOption): string => plainLine(withoutCodeMarks(text))
  const there = new Map(other.options.map((option) => [plain(option), option.right]))
  return one.options.find((option) => there.get(plain(option)) === !option.right)
}

/** Approved before: it stays as it is. @param version that the asker saw @param all of the channel */
export function approve(question: TeamQuestion | undefined, version: number, at: Instant, all: readonly TeamQuestion[]): TeamDecision {
  if (question === undefined) return { refusal: { kind: 'no-such-question' } }
  if (question.version !== version) return { refusal: { kind: 'changed-since' } }
  if (question.state === 'approved') return { question }
  const [against] = all.flatMap(({ id, state, text }) => (id === question.id || state === 'draft' ? [] : (contradiction(question.text, text) ?? [])))
  if (against !== undefined) return { refusal: { kind: 'contradicts', stem: question.text.stem, option: against.text, right: against.right } }
  return { question: { ...question, state: 'approved', approvedAt: at } }
}

/** It is a draft again: somebody has to look at the new text. The same text changes nothing. */
export function rewrite(question: TeamQuestion | undefined, text: TeamText): TeamDecision {
  if (question === undefined) return { refusal: { kind: 'no-such-question' } }
  if (JSON.stringify(question.text) === JSON.stringify(text)) return { question }
  return { question: { ...question, text, version: question.version + 1, state: 'draft', approvedAt: null } }
}

/** It is asked no more, until it is approved again. */
export function stopAsking(question: TeamQuestion | undefined): TeamDecision {
  if (question === undefined) return { refusal: { kind: 'no-such-question' } }
  return { question: { ...question, state: 'draft', approvedAt: null } }
}

export function remove(question: TeamQuestion | undefined, version: number): TeamDecision {
  if (question === undefined) return { refusal: { kind: 'no-such-question' } }
  return question.version === version ? { remove: true } : { refusal: { kind: 'changed-since' } }
}
