// One question of a team, as its managers see it: the way it will be asked and explained, and what there is to do with it.
import type { QuestionWords } from '../../core/question.ts'
import type { OptionId } from '../../core/quiz.ts'
import { isRight } from '../../core/round.ts'
import { optionLetters, teamKey, teamTopic, teamWords } from '../../core/team-question.ts'
import type { TeamFinding } from '../../course/check-team-question.ts'
import type { ListedQuestion } from '../../ledger/team-questions.ts'
import { explanation, moreExplanation } from '../../screens/explanation.ts'
import { passageButtons } from '../../screens/passage.ts'
import { lettered, stemBlocks } from '../../screens/question.ts'
import type { Block, Button, Screen } from '../../screens/screen.ts'
import { joined, type Text } from '../../screens/text.ts'
import { team } from './face.ts'
import { emphasized, excerpt } from '../../screens/written.ts'

const { controls } = team

export type QuestionView = {
  readonly question: ListedQuestion
  readonly findings: readonly TeamFinding[]
  /** Whether the asker added it. */
  readonly isOwn: boolean
  /** The channel shares its daily question, so it's asked none of its own. */
  readonly shares: boolean
  /** What was just done. */
  readonly note: Text
}

export const notWhileShared = 'It isn’t asked while the channel shares its daily question; people here get it when they practice alone.'

export const canBeAsked = (findings: readonly TeamFinding[]): boolean => findings.every(({ level }) => level === 'warning')

export function questionScreen({ question, findings, isOwn, shares, note }: QuestionView): Screen {
  const { id, state, version } = question
  const mayApprove = state === 'draft' && canBeAsked(findings)
  const button = (label: string, control: string, primary = false): Button => ({ label, control, primary })
  return {
    name: 'team-question',
    title: state === 'draft' ? 'A draft' : 'A question from your team',
    tone: 'plain',
    blocks: [
      ...(note.length === 0 ? [] : [{ kind: 'paragraph', text: note } as const]),
      ...askedAs(question),
      { kind: 'footnote', text: [stateLine(question, isOwn, shares)] },
      ...findingsBlocks(findings),
      {
        kind: 'buttons',
        buttons: [
          ...(mayApprove ? [button('Approve', controls.approve.text({ question: id, version }), true)] : []),
          button('Change', controls.edit.text({ question: id })),
          ...(state === 'approved' ? [button('Stop asking it', controls.stop.text({ question: id }))] : []),
          button('Delete', controls.remove.text({ question: id, version })),
          button('All questions', controls.list.text({ page: 0 })),
        ],
      },
    ],
  }
}

/** As in the channel, where the options stand in another order. An answer shows what people will see. */
function askedAs({ id, text }: ListedQuestion): readonly Block[] {
  const words = teamWords(text)
  const [key, order] = [teamKey(text), orderOf(words.options)]
  const options = lettered({ order }, words).map((one) => ({ ...one, control: controls.tryOut.text({ question: id, option: one.id as 'a' }) }))
  return [
    ...stemBlocks({ key }, words),
    { kind: 'choices', id, pick: Math.max(1, key.length), options, several: controls.tryOut.text({ question: id, option: '*' }), chosen: [] },
    { kind: 'footnote', text: [`${teamTopic.title} · Answer it to see the explanation.`] },
  ]
}

const orderOf = (options: readonly { readonly id: OptionId }[]): readonly OptionId[] => options.map(({ id }) => id)

function stateLine({ state, asked }: ListedQuestion, isOwn: boolean, shares: boolean): string {
  const times = asked === 0 ? '' : ` It was asked ${asked === 1 ? 'once' : `${asked} times`}.`
  return `${state === 'draft' ? 'Draft: nobody is asked this yet.' : `Approved for this channel.${shares ? ` ${notWhileShared}` : ''}`}${times}${isOwn ? ' You added it.' : ''}`
}

const findingsShown = 3

function findingsBlocks(findings: readonly TeamFinding[]): readonly Block[] {
  if (findings.length === 0) return []
  const sorted = [...findings.filter(({ level }) => level !== 'warning'), ...findings.filter(({ level }) => level === 'warning')]
  const title = canBeAsked(findings) ? 'Worth a second look' : 'Before it can be approved'
  const more = sorted.length - findingsShown
  return [
    { kind: 'heading', text: title },
    { kind: 'list', items: sorted.slice(0, findingsShown).map(({ level, message }): Text => [`${level === 'warning' ? '' : '⚠️ '}${message}`]) },
    ...(more > 0 ? [{ kind: 'footnote', text: [`And ${more} more.`] } as const] : []),
  ]
}

/** What somebody who answers it will read. */
export function triedScreen({ id, text }: ListedQuestion, words: QuestionWords, chosen: readonly OptionId[]): Screen {
  const round = { key: teamKey(text), order: optionLetters.slice(0, text.options.length) }
  const right = isRight(round.key, chosen)
  const named = lettered(round, words).filter((one) => round.key.includes(one.id))
  return {
    name: 'team-question-tried',
    title: right ? 'Right' : 'Not this time',
    tone: right ? 'right' : 'wrong',
    blocks: [
      { kind: 'paragraph', text: [named.length === 1 ? 'The answer is ' : 'The answers are ', ...named.flatMap(({ letter, text: option }, at): Text => [at === 0 ? '' : ', ', ...emphasized(joined([`${letter}: `, ...option]))])] },
      ...explanation(words),
      ...moreExplanation(round, words, true),
      { kind: 'buttons', buttons: [{ label: 'Back to the question', control: controls.open.text({ question: id }), primary: true }, ...passageButtons(words.sources)] },
    ],
  }
}

export function sureScreen({ id, text, version, state }: ListedQuestion): Screen {
  return {
    name: 'team-question-remove',
    title: 'Delete this question?',
    tone: 'warning',
    blocks: [
      { kind: 'paragraph', text: excerpt(text.stem, 200) },
      { kind: 'paragraph', text: [`It can’t be brought back. Answers to it still count${state === 'approved' ? ', and if it’s open right now, it stays open' : ''}.`] },
      {
        kind: 'buttons',
        buttons: [
          { label: 'Delete', control: controls.removeNow.text({ question: id, version }), primary: false },
          { label: 'Keep it', control: controls.keep.text({ question: id }), primary: true },
        ],
      },
    ],
  }
}
