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

/** Discord takes 10 MiB a message: https://docs.discord.com/developers/reference#uploading-files */
export const mostFileBytes = 9_000_000
/** A larger file is sent packed. */
const plainBytes = 4_000_000

/** A file of text; a large one is packed, and its name says so. */
export async function textFile(name: string, title: string, text: string): Promise<FileBlock> {
  const data = new TextEncoder().encode(text)
  return data.byteLength > plainBytes ? { kind: 'file', name: `${name}.gz`, title, data: await packed(data) } : { kind: 'file', name, title, data }
}

async function packed(data: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(new Blob([data]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer())
}
