// What YAML drops from a text without an error: comments, tags, anchors, aliases, escapes. A course needs none of these next to a text,
// so each is reported.
import type { LineCounter } from 'yaml'
import type { Piece } from './yaml-pieces.ts'

/** `offset` is its place in the file. */
export type Loss = { readonly offset: number; readonly message: string; readonly remedy: string }

const quoteIt = 'Put the text in quotes'

/** At most one per line, in the order of the file. */
export function findLostText(pieces: readonly Piece[], lines: LineCounter): readonly Loss[] {
  const found = [...lostComments(pieces, lines), ...pieces.flatMap(lossesIn), ...tabs(pieces)].sort((one, other) => one.offset - other.offset)
  const byLine = Map.groupBy(found, ({ offset }) => lines.linePos(offset).line)
  return [...byLine.values()].flatMap(([first]) => first ?? [])
}

function lossesIn(piece: Piece): readonly Loss[] {
  const { type, offset, source } = piece
  const read = shortened(source)
  switch (type) {
    case 'anchor':
      return [{ offset, message: `YAML reads "${read}" as an anchor and drops it from the text`, remedy: quoteIt }]
    case 'alias':
      return [{ offset, message: `YAML reads "${read}" as an alias, a reference to another place`, remedy: `${quoteIt}; write repeated values out` }]
    case 'tag':
      return [{ offset, message: `YAML reads "${read}" as a tag and drops it from the text`, remedy: quoteIt }]
    case 'directive':
      return [{ offset, message: `YAML reads the line "${read}" as a directive, not as text`, remedy: 'Remove the line' }]
    case 'double-quoted-scalar':
      return escapes(piece)
  }
  return []
}

/** Escapes that mean what they look like: `\"`, `\\`, `\/`, a character by its number, and a backslash at the end of a line. */
const harmlessEscape = /^\\(?:["\\/\n]|\r\n|u[0-9a-f]{4}|U[0-9a-f]{8})/iu
const controlCharacter = /^\\u00(?:[01][0-9a-f]|7f|[89][0-9a-f])/iu

function escapes({ offset, source }: Piece): readonly Loss[] {
  return [...source.matchAll(/\\(?:\r\n|[uU][0-9a-fA-F]{1,8}|x[0-9a-fA-F]{0,2}|[^])/gu)]
    .filter(([escape]) => !harmlessEscape.test(escape) || controlCharacter.test(escape))
    .map(({ 0: escape, index }) => ({
      offset: offset + index,
      message: `In double quotes YAML reads "${escape}" as an escape for another character`,
      remedy: 'Put the text in single quotes to keep the backslash; for several lines use a block (|)',
    }))
}

const lostBehind = (comment: string): Pick<Loss, 'message' | 'remedy'> => ({
  message: `YAML reads "${shortened(comment)}" as a comment and drops it from the text`,
  remedy: `${quoteIt}, or move the comment to a line of its own above it`,
})

function lostComments(pieces: readonly Piece[], lines: LineCounter): readonly Loss[] {
  const found: Loss[] = []
  let last: Piece | undefined
  for (const piece of pieces) {
    if (piece.type === 'comment') {
      if (last !== undefined && isLost(piece, last, lines)) found.push({ offset: piece.offset, ...lostBehind(piece.source) })
    } else if (piece.type !== 'space' && piece.type !== 'newline') last = piece
  }
  return found
}

/** @param last the piece before the comment, not counting spaces and other comments */
function isLost(comment: Piece, last: Piece, lines: LineCounter): boolean {
  const { line, col } = lines.linePos(comment.offset)
  const beside = lines.linePos(last.offset + last.source.length).line === line
  switch (last.type) {
    case 'scalar':
      return beside || isDeeper(col, last, lines)
    case 'block-scalar':
      return isDeeper(col, last, lines)
    case 'block-scalar-header':
      return true
    case 'map-value-ind':
    case 'seq-item-ind':
      // `note: # of pods` with the value on the next line or none at all; a heading above a list or mapping is fine.
      return beside ? comment.before !== 'collection' : comment.before === 'plain'
  }
  return false
}

/** A line indented deeper than the key of the text before it is meant to continue that text. */
function isDeeper(column: number, { block }: Piece, lines: LineCounter): boolean {
  return block !== undefined && column > lines.linePos(block).col
}

function tabs(pieces: readonly Piece[]): readonly Loss[] {
  const message = 'There is a tab here, which YAML may drop or read as indentation'
  return pieces.flatMap(({ type, offset, source }) =>
    type === 'comment' ? [] : [...source.matchAll(/\t/gu)].map(({ index }) => ({ offset: offset + index, message, remedy: 'Write spaces instead' })),
  )
}

function shortened(source: string): string {
  return source.length <= 40 ? source : `${source.slice(0, 39)}…`
}
