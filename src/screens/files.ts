// The files of a screen, and what stands there instead of one that could not be handed over.
import type { FileBlock, Screen } from './screen.ts'
import type { Text } from './text.ts'

/** In their order. */
export const filesOf = ({ above = [], blocks }: Pick<Screen, 'above' | 'blocks'>): readonly FileBlock[] => [...above, ...blocks].filter((block) => block.kind === 'file')

/** The screen with words in place of its files. */
export function withWords(screen: Screen, words: (file: FileBlock) => Text): Screen {
  return { ...screen, blocks: screen.blocks.map((block) => (block.kind === 'file' ? { kind: 'paragraph', text: words(block) } : block)) }
}

/** Nothing else on the screen says what was in it. */
export const notSent = ({ title }: FileBlock): Text => [`${title}: the file couldn’t be sent. Try again in a minute.`]
