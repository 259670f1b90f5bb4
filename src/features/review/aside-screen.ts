// What somebody set aside, each with a button that takes it back.
import type { ItemId } from '../../core/study-item.ts'
import { notice } from '../../screens/notice.ts'
import type { Block, Screen } from '../../screens/screen.ts'
import { reviewControls } from './face.ts'

/** `words`: how it begins, a question or the front of a card. */
export type Aside = { readonly item: ItemId; readonly words: string }

const shown = 8

export function asideScreen(aside: readonly Aside[]): Screen {
  if (aside.length === 0) {
    return { ...notice('Nothing set aside', [['When you forget something again and again, the review offers to set it aside. You can take it back here.']]), name: 'review-aside' }
  }
  // Numbers tell the buttons apart, wherever the words above them are not seen.
  const isOnly = aside.length === 1
  const rows = aside.slice(0, shown).flatMap(({ item, words }, at): Block[] => [
    { kind: 'paragraph', text: [`${isOnly ? '' : `${at + 1}. `}${shortened(words)}`] },
    { kind: 'buttons', buttons: [{ label: isOnly ? 'Take back' : `Take back ${at + 1}`, control: reviewControls.back.text({ item }), primary: false }] },
  ])
  const more = aside.length > shown ? [{ kind: 'footnote', text: [`The first ${shown} of ${aside.length}.`] } as const] : []
  return { name: 'review-aside', title: 'What you set aside', tone: 'plain', blocks: [...rows, ...more] }
}

const longest = 120

const shortened = (words: string) => (words.length <= longest ? words : `${words.slice(0, longest - 1).trimEnd()}…`)
