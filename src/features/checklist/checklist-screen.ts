// The checklist, a page at a time: each item with what backs it, and a button to tick it.
import type { Tries } from '../../core/first-tries.ts'
import type { TopicId } from '../../core/quiz.ts'
import { refusal } from '../../screens/notice.ts'
import { pageOf, turnButtons } from '../../screens/page.ts'
import { practiceButton } from '../../screens/practice-topics.ts'
import type { Block, Button, Screen } from '../../screens/screen.ts'
import { command, joined, type Text } from '../../screens/text.ts'
import { checklistControls } from './face.ts'
import { emphasized, writtenLine } from '../../screens/written.ts'

export type ItemView = {
  readonly id: string
  /** `Can you …?` */
  readonly can: string
  readonly topics: readonly TopicId[]
  readonly titles: readonly string[]
  /** First answers to questions of its topics. */
  readonly tries: Tries
  readonly ticked: boolean
}

/** As many as fit on a phone, with the buttons below. */
export const itemsShown = 3
const titlesShown = 1

/** @param page from 0 */
export function checklistScreen(items: readonly ItemView[], page: number): Screen {
  const { shown, at, pages, first, missing } = pageOf(items, { size: itemsShown, page, what: 'checklist' })
  const turns = turnButtons({ at, pages }, (to) => checklistControls.list.text({ page: to }))
  const blocks: Block[] = [
    ...missing,
    { kind: 'paragraph', text: [`You’ve ticked ${items.filter(({ ticked }) => ticked).length} of ${items.length}.`] },
    ...shown.map((item, index): Block => ({ kind: 'paragraph', text: itemLine(item, first + index + 1) })),
    { kind: 'buttons', buttons: shown.map((item, index) => tickButton(item, first + index + 1)) },
    { kind: 'buttons', buttons: shown.map(({ topics }, index) => practiceButton(`Practice ${first + index + 1}`, topics)) },
    ...(turns.length === 0 ? [] : ([{ kind: 'buttons', buttons: turns }] as const)),
    { kind: 'footnote', text: [pages > 1 ? `Page ${at + 1} of ${pages}. ` : '', 'Only first answers count here. Nobody else sees your ticks.'] },
  ]
  return { name: 'checklist', title: 'Your checklist', tone: 'plain', blocks }
}

function itemLine({ can, titles, tries, ticked }: ItemView, number: number): Text {
  return [ticked ? '✓ ' : '', ...emphasized(joined([`${number}. `, ...writtenLine(can)])), `\n${backing(tries)} ${topicsLine(titles)}`]
}

const backing = ({ right, of }: Tries) => (of === 0 ? 'No answers yet:' : `Backed by ${right} of ${of} right:`)

/** Titles of topics have commas in them. */
function topicsLine(titles: readonly string[]): string {
  const left = titles.length - titlesShown
  return [...titles.slice(0, titlesShown), ...(left > 0 ? [`${left} more`] : [])].join(' · ')
}

const tickButton = ({ id, ticked }: ItemView, number: number): Button => ({
  label: `${ticked ? 'Untick' : 'Tick'} ${number}`,
  control: checklistControls.tick.text({ item: id, tick: ticked ? 'no' : 'yes' }),
  primary: false,
})

export function noChecklist(): Screen {
  return refusal('No checklist', [['This course has none. To see how you’re doing: ', command('me')]])
}
