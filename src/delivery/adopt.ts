// Takes a post that was found for the ledger's own. A ledger that was put back, or a copy of one, may have drawn another question than the
// post asks: people answer what they see, so the round takes over what stands in the channel.
import type { Asked } from '../core/asked.ts'
import type { BankContent } from '../core/due.ts'
import type { WhyNotPosted } from '../core/measures.ts'
import type { PlaceId, QuestionId } from '../core/quiz.ts'
import { roundFields } from '../core/round.ts'
import { teamContent } from '../core/team-question.ts'
import { PostError, type Platform, type Shows } from '../platforms/platform.ts'
import { answerControl, isMarkOf } from '../screens/question.ts'
import { showRoundControl } from '../screens/round-controls.ts'
import type { Claim } from '../ledger/delivery.ts'
import { noteStep } from './note-step.ts'
import type { Work } from './work.ts'

type OnPost =
  /** As the round has it, or a post that does not say. */
  | { readonly kind: 'same' }
  | { readonly kind: 'other'; readonly asked: Asked }
  /** A question that the course does not have with these texts. */
  | { readonly kind: 'unknown-question' }
  /** Its answer is out. */
  | { readonly kind: 'closed' }

const questionGone = 'It was posted before, but the course no longer has that question as it was asked, so nobody’s answer can be judged.'
const closedBefore = 'It was posted and closed before. The database was put back to an earlier time, so it doesn’t have the answers.'

/** @returns whether the round is open now */
export async function adopt(work: Work, { round }: Claim, platform: Platform, message: string): Promise<boolean> {
  const { ledger, log, now } = work
  const at = now()
  const notPosted = (outcome: 'failed' | 'skipped', why: WhyNotPosted, reason: string) => noteStep(work, round, { kind: 'not-posted', outcome, why, reason })
  const shown = await shownOn(work, platform, message)
  if (shown === 'not-now') return false
  const found = await onPost(work, round, shown)
  switch (found.kind) {
    case 'same':
      await ledger.delivery.confirmPosted(round.id, message, at)
      noteStep(work, round, { kind: 'posted', at, found: true })
      return true
    case 'other':
      log.warn({ ...roundFields(round), drawn: round.question, asked: found.asked.question }, 'the post that was found asks another question than the database knows of; the round takes it over')
      await ledger.delivery.confirmPosted(round.id, message, at, found.asked)
      noteStep(work, round, { kind: 'posted', at, found: true })
      return true
    case 'unknown-question':
      await ledger.delivery.fail(round.id, questionGone, at)
      notPosted('failed', 'no_question', questionGone)
      return false
    case 'closed':
      await ledger.delivery.skip(round.id, closedBefore, null, message)
      notPosted('skipped', 'posted_before', closedBefore)
      return false
  }
}

async function shownOn({ log }: Work, platform: Platform, message: string): Promise<Shows | undefined | 'not-now'> {
  try {
    return await platform.shows?.(message)
  } catch (fault) {
    if (!(fault instanceof PostError)) throw fault
    log.warn({ fault, message, code: fault.code }, 'cannot read right now what a post asks')
    return 'not-now'
  }
}

async function onPost(work: Work, { id, place, question, order, words }: Claim['round'], shown: Shows | undefined): Promise<OnPost> {
  if (shown === undefined) return { kind: 'same' }
  const answers = shown.controls.flatMap((control) => answerControl.read(control) ?? []).filter(({ round }) => round === id)
  const [first] = answers
  if (first === undefined) return { kind: shown.controls.some((control) => showRoundControl.read(control)?.round === id) ? 'closed' : 'same' }
  const mark = first.asked ?? null
  if (mark === null) return { kind: 'same' }
  const options = first.option === null ? shown.values : answers.flatMap(({ option }) => option ?? [])
  if (isMarkOf(mark, { question, words }) && isSameList(options, order)) return { kind: 'same' }
  const asked = inCourse(work, mark) ?? (await fromTeam(work, place, mark))
  const isWhole = asked !== undefined && isSameList(options.toSorted(), asked.options.toSorted())
  return isWhole ? { kind: 'other', asked: { question: asked.question, order: options, key: asked.key, words: asked.words() } } : { kind: 'unknown-question' }
}

type Known = BankContent & { readonly question: QuestionId }

function inCourse({ courses: { bank } }: Pick<Work, 'courses'>, mark: string): Known | undefined {
  const question = bank.questions.find(({ id }) => isMarkOf(mark, { question: id, words: bank.contents.get(id)?.words() ?? null }))?.id ?? ''
  const content = bank.contents.get(question)
  return content === undefined ? undefined : { ...content, question }
}

/** Also one that isn't asked any more. */
async function fromTeam({ ledger }: Pick<Work, 'ledger'>, place: PlaceId, mark: string): Promise<Known | undefined> {
  const found = (await ledger.teamQuestions.of(place)).find(({ id, text }) => isMarkOf(mark, { question: id, words: teamContent(text).words() }))
  return found === undefined ? undefined : { ...teamContent(found.text), question: found.id }
}

const isSameList = (one: readonly string[], other: readonly string[]) => one.length === other.length && one.every((each, at) => each === other[at])
