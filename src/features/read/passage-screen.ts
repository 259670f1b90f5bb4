// One page of a passage, with what it takes to turn it and to go on from it.
import { runControl } from '../../screens/control.ts'
import { passageControl } from '../../screens/passage.ts'
import type { Block, Button, Screen } from '../../screens/screen.ts'
import { readControls } from './face.ts'

export type PassagePage = {
  readonly heading: string
  readonly document: { readonly id: string; readonly title: string }
  readonly mark: string
  readonly blocks: readonly Block[]
  /** From 0. */
  readonly page: number
  readonly pages: number
  /** Marks of the sections before and after it in the document. */
  readonly before: string | null
  readonly after: string | null
  /** What to look up to learn more. */
  readonly topic: string
}

const button = (label: string, control: string, primary = false): Button => ({ label, control, primary })

export function passageScreen(passage: PassagePage): Screen {
  const { heading, document, blocks, page, pages } = passage
  const place = pages > 1 ? `${document.title} · page ${page + 1} of ${pages}` : document.title
  return {
    name: 'passage',
    title: heading,
    tone: 'plain',
    blocks: [...blocks, { kind: 'footnote', text: [place] }, { kind: 'buttons', buttons: turns(passage) }, { kind: 'buttons', buttons: further(passage) }],
  }
}

/** The next page comes before the next section. */
function turns({ mark, page, pages, before, after, document }: PassagePage): readonly Button[] {
  const to = (label: string, section: string, at: number, primary = false) => button(label, passageControl.text({ section, page: at, show: 'here' }), primary)
  const isLast = page === pages - 1
  return [
    ...(page > 0 ? [to('Back', mark, page - 1)] : before === null ? [] : [to('Previous section', before, 0)]),
    ...(isLast ? [] : [to('Next page', mark, page + 1, true)]),
    ...(isLast && after !== null ? [to('Next section', after, 0, true)] : []),
    button('Contents', readControls.contents.text({ document: document.id, page: 0 })),
  ]
}

function further({ mark, topic }: PassagePage): readonly Button[] {
  return [button('Questions about this', readControls.asked.text({ section: mark })), button('Look it up', runControl.text({ line: `lookup ${topic}` }))]
}
