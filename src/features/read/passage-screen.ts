// One page of a passage, with what it takes to turn it.
import { passageControl } from '../../screens/passage.ts'
import type { Block, Button, Screen } from '../../screens/screen.ts'

export type PassagePage = {
  readonly heading: string
  /** The title of the document. */
  readonly document: string
  readonly mark: string
  readonly blocks: readonly Block[]
  /** From 0. */
  readonly page: number
  readonly pages: number
}

export function passageScreen({ heading, document, mark, blocks, page, pages }: PassagePage): Screen {
  const turn = (label: string, to: number): Button => ({ label, control: passageControl.text({ section: mark, page: to, show: 'here' }), primary: false })
  const buttons = [...(page > 0 ? [turn('Back', page - 1)] : []), ...(page < pages - 1 ? [turn('Next page', page + 1)] : [])]
  const place = pages > 1 ? `${document} · page ${page + 1} of ${pages}` : document
  return {
    name: 'passage',
    title: heading,
    tone: 'plain',
    blocks: [...blocks, { kind: 'footnote', text: [place] }, ...(buttons.length === 0 ? [] : ([{ kind: 'buttons', buttons }] as const))],
  }
}
