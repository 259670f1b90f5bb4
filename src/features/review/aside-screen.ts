// What somebody set aside, each with a button that takes it back.
import type { ItemId } from '../../core/study-item.ts'
import { notice } from '../../screens/notice.ts'
import { pageOf, turnButtons } from '../../screens/page.ts'
import type { Block, Screen } from '../../screens/screen.ts'
import type { Text } from '../../screens/text.ts'
import { reviewControls } from './face.ts'
import { excerpt } from '../../screens/written.ts'

/** `words`: how it begins, a question or the front of a card. */
export type Aside = { readonly item: ItemId; readonly words: string }

/** As many as fit on a phone, and as buttons into a row of Discord's. */
const asideShown = 5

/** @param page from 0 */
export function asideScreen(aside: readonly Aside[], page = 0): Screen {
  if (aside.length === 0) {
    return { ...notice('Nothing set aside', [['When you forget something again and again, the review offers to set it aside. You can take it back here.']]), name: 'review-aside' }
  }
  const { shown, at, pages, first, missing } = pageOf(aside, { size: asideShown, page })
  const turns = turnButtons({ at, pages }, (to) => reviewControls.asideList.text({ page: to }))
  const blocks: readonly Block[] = [
    ...missing,
    { kind: 'list', items: shown.map(({ words }, index): Text => [`${first + index + 1}. `, ...excerpt(words, longest)]) },
    { kind: 'buttons', buttons: shown.map(({ item }, index) => ({ label: aside.length === 1 ? 'Take back' : `Take back ${first + index + 1}`, control: reviewControls.back.text({ item }), primary: false })) },
    ...(turns.length === 0 ? [] : ([{ kind: 'buttons', buttons: turns }, { kind: 'footnote', text: [`Page ${at + 1} of ${pages}`] }] as const)),
  ]
  return { name: 'review-aside', title: 'What you set aside', tone: 'plain', blocks }
}

const longest = 110
