// What corrections mean for the next time a question is asked: as long as the course says what it said when it was corrected.
import type { Standard } from './correction.ts'
import type { BankContent, QuestionBank, TeamBank } from './due.ts'
import type { QuestionWords } from './question.ts'
import { changeOf } from './question-change.ts'
import type { OptionId, QuestionId } from './quiz.ts'

type Said = { readonly key: readonly OptionId[]; readonly words: QuestionWords | null }

/** A version of a question. `mark`: the fingerprint by which private sessions know it. */
export type Version = { readonly key: readonly OptionId[]; readonly words: QuestionWords; readonly mark: number }

/** A correction that stands. `asked`: what it corrected. */
export type StandingCorrection = { readonly question: QuestionId; readonly asked: Said; readonly after: Standard & { readonly words: QuestionWords | null } }

/**
 * A question after its corrections, the oldest first. One that corrected another version of it says nothing of this one: the course was
 * mended since, or the correction before it was taken back.
 */
export function afterCorrections(now: Said, corrections: readonly StandingCorrection[]): Said & { readonly voided: boolean } {
  return corrections.reduce<Said & { readonly voided: boolean }>(
    (said, { asked, after }) => (isSameVersion(said, asked) ? { key: after.key, words: after.voided ? said.words : (after.words ?? said.words), voided: after.voided } : said),
    { ...now, voided: false },
  )
}

/** Whether it is the same question with the same answer. Where the words of one aren't known, the answer decides. */
export function isSameVersion(one: Said, other: Said): boolean {
  if (one.words !== null && other.words !== null) return changeOf({ words: one.words, key: one.key }, { words: other.words, key: other.key }) === 'none'
  return one.key.toSorted().join() === other.key.toSorted().join()
}

/** The bank without questions that don't count, and with the corrected answers. The same bank if there is nothing to change. */
export function correctedBank(bank: QuestionBank, corrections: readonly StandingCorrection[]): QuestionBank {
  const contents = new Map(bank.contents)
  for (const [id, those] of Map.groupBy(corrections, ({ question }) => question)) {
    const content = bank.contents.get(id)
    if (content === undefined) continue
    const now = { key: content.key, words: content.words() }
    const { voided, key, words } = afterCorrections(now, those)
    if (voided) contents.delete(id)
    else if (words !== now.words || key !== now.key) contents.set(id, { ...content, key, words: () => words })
  }
  const isChanged = contents.size < bank.contents.size || [...contents].some(([id, content]) => bank.contents.get(id) !== content)
  return isChanged ? { ...bank, questions: bank.questions.filter(({ id }) => contents.has(id) || !bank.contents.has(id)), contents } : bank
}

/** The same for what the team of a channel wrote. */
export function correctedTeam(team: TeamBank, corrections: readonly StandingCorrection[]): TeamBank {
  const ofTeam = Map.groupBy(corrections, ({ question }) => question)
  const after = (id: QuestionId): (BankContent & { readonly voided: boolean }) | undefined => {
    const content = team.contentOf(id)
    if (content === undefined) return undefined
    const { voided, key, words } = afterCorrections({ key: content.key, words: content.words() }, ofTeam.get(id) ?? [])
    return { ...content, key, words: () => words, voided }
  }
  return { items: team.items.filter(({ id }) => !ofTeam.has(id) || after(id)?.voided === false), contentOf: (id) => (ofTeam.has(id) ? after(id) : team.contentOf(id)) }
}
