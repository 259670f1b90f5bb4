// The questions of a channel's team, and what came of adding several.
import { numberOf } from '../../core/number-of.ts'
import type { ListedQuestion } from '../../ledger/team-questions.ts'
import { pageOf, turnButtons } from '../../screens/page.ts'
import { refusal } from '../../screens/notice.ts'
import type { Block, Button, Screen } from '../../screens/screen.ts'
import { command, strong, type Text } from '../../screens/text.ts'
import { team } from './face.ts'
import { emphasized, excerpt } from '../../screens/written.ts'

const { controls } = team
const [size, longestStem, problemsShown] = [5, 70, 5]

export const addButton = (label = 'Add a question', primary = false): Button => ({ label, control: controls.add.text({}), primary })

const exportButton: Button = { label: 'Export', control: controls.export.text({}), primary: false }

/** @param page from 0 @param note what was just done @param shares the channel's daily question is shared */
export function listScreen(questions: readonly ListedQuestion[], page: number, note: Text = [], shares = false): Screen {
  const { shown, first, missing, ...at } = pageOf(questions, { size, page })
  const drafts = questions.filter(({ state }) => state === 'draft').length
  const blocks: Block[] = questions.length === 0
    ? [{ kind: 'paragraph', text: ['Your team hasn’t written any questions yet. Add one that only people here can know about: your runbooks, your rules, your last incident.'] }, howTo]
    : [
        ...missing,
        { kind: 'list', items: shown.map((question, nth) => lineOf(question, first + nth + 1)) },
        { kind: 'buttons', buttons: shown.map(({ id }, nth) => ({ label: `Open ${first + nth + 1}`, control: controls.open.text({ question: id }), primary: false })) },
        { kind: 'footnote', text: [`${numberOf(drafts, 'draft')} · ${questions.length - drafts} approved${at.pages > 1 ? ` · page ${at.at + 1} of ${at.pages}` : ''}`] },
        ...(shares ? [{ kind: 'footnote', text: ['None of them is asked while this channel shares its daily question. People here get them when they practice alone.'] } as const] : []),
      ]
  const turns = turnButtons(at, (to) => controls.list.text({ page: to }))
  return {
    name: 'team-questions',
    title: 'Questions from your team',
    tone: 'plain',
    blocks: [...(note.length === 0 ? [] : [{ kind: 'paragraph', text: note } as const]), ...blocks, { kind: 'buttons', buttons: [addButton('Add a question', questions.length === 0), ...turns, ...(questions.length === 0 ? [] : [exportButton])] }],
  }
}

function lineOf({ state, text, asked }: ListedQuestion, number: number): Text {
  const times = asked === 0 ? 'not asked yet' : asked === 1 ? 'asked once' : `asked ${asked} times`
  return [`${number}. `, ...(state === 'draft' ? [strong('Draft')] : [times]), ' · ', ...excerpt(text.stem, longestStem)]
}

const howTo: Block = { kind: 'footnote', text: ['Several in one go: ', command('add-question'), ' also takes a text or a file with many of them (GIFT, Aiken, Markdown, Moodle XML, CSV).'] }

export type Imported = {
  readonly format: string
  readonly added: number
  /** How many of them replace an earlier version. */
  readonly replaced: number
  /** How many more are what the channel has already. */
  readonly unchanged: number
  /** How many can't be approved as they are. */
  readonly incomplete: number
  readonly problems: readonly { readonly start: string; readonly problem: string }[]
}

export function importedScreen({ format, added, replaced, unchanged, incomplete, problems }: Imported): Screen {
  const more = problems.length - problemsShown
  const what = added === 0 ? 'No question was added.' : `${numberOf(added, 'question')} from ${format === 'text' ? 'your text' : format}: nobody is asked a draft until a manager approves it.`
  return {
    name: 'team-imported',
    title: added === 0 ? 'Nothing was added' : `Added ${numberOf(added, 'draft')}`,
    tone: added === 0 ? 'warning' : 'plain',
    blocks: [
      { kind: 'paragraph', text: [what, ...(replaced === 0 ? [] : [` ${numberOf(replaced, 'replaces', 'replace')} an earlier version.`]), ...(unchanged === 0 ? [] : [` ${numberOf(unchanged, 'is', 'are')} already here.`])] },
      ...(incomplete === 0 ? [] : [{ kind: 'paragraph', text: [strong(String(incomplete)), ` can’t be approved yet. Most files lack explanations or sources: open each question, and press “Change” to add them.`] } as const]),
      ...(problems.length === 0 ? [] : [
        { kind: 'heading', text: `${numberOf(problems.length, 'question')} left out` } as const,
        { kind: 'list', items: problems.slice(0, problemsShown).map(({ start, problem }): Text => [...emphasized(excerpt(start === '' ? '(empty)' : start, longestStem)), `: ${problem}`]) } as const,
      ]),
      ...(more > 0 ? [{ kind: 'footnote', text: [`And ${more} more.`] } as const] : []),
      { kind: 'buttons', buttons: [...(added + unchanged === 0 ? [] : [{ label: 'Look at them', control: controls.list.text({ page: 0 }), primary: true }]), addButton()] },
    ],
  }
}

/** @param problems in sentences */
export function cantRead(problems: readonly string[]): Screen {
  const screen = refusal('I couldn’t add that', problems.map((problem) => [problem]))
  return { ...screen, blocks: [...screen.blocks, { kind: 'footnote', text: ['How to write it, and the columns of a CSV: ', command('help add-question')] }, { kind: 'buttons', buttons: [addButton('Open the form', true)] }] }
}

/** Where there are no forms. */
export const howToType: Screen = {
  name: 'team-how-to', title: 'Add a question', tone: 'plain',
  blocks: [{ kind: 'paragraph', text: ['Put | between the parts: the question, then its options with “* ” before each right one and “- ” before the others, then Why, Remember, and Source. “> ” after an option says why it’s wrong.'] }],
}

export const howToChange: Screen = { ...howToType, name: 'team-how-to-change', title: 'Change the question' }
