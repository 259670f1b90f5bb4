// A YAML file as a flat list of its pieces, comments and punctuation included, in the order of the file.
import { CST } from 'yaml'

type Token = CST.Token

export type Piece = {
  readonly type: Token['type']
  readonly offset: number
  readonly source: string
  /** Where the list or mapping around it begins, if indentation marks it; undefined within brackets. */
  readonly block: number | undefined
  /** For pieces between a key or dash and its value: which value follows. */
  readonly before: Before
}

type Before = 'plain' | 'quoted' | 'collection' | 'nothing'

export function piecesOf(tokens: readonly Token[]): readonly Piece[] {
  return tokens.flatMap((token) => inside(token, 0))
}

function inside(token: Token | null | undefined, block: number | undefined): readonly Piece[] {
  if (token === null || token === undefined) return []
  const flat = (some: readonly Token[] = [], before: Before = 'nothing') => some.map((one) => piece(one, block, before))
  switch (token.type) {
    case 'document':
      return [...flat(token.start), ...inside(token.value, token.offset), ...flat(token.end)]
    case 'block-map':
    case 'block-seq':
      return token.items.flatMap((item) => insideItem(item, token.offset))
    case 'flow-collection':
      return [piece(token.start, block), ...token.items.flatMap((item) => insideItem(item, undefined)), ...flat(token.end)]
    case 'block-scalar':
      return [...flat(token.props), piece(token, block)]
    case 'scalar':
    case 'single-quoted-scalar':
    case 'double-quoted-scalar':
    case 'alias':
    case 'doc-end':
      return [piece(token, block), ...flat(token.end)]
  }
  return [piece(token, block)]
}

function insideItem({ start, key, sep, value }: CST.CollectionItem, block: number | undefined): readonly Piece[] {
  const before = kindOf(value)
  const marks = (some: readonly Token[] = []) => some.map((one) => piece(one, block, before))
  return [...marks(start), ...inside(key, block), ...marks(sep), ...inside(value, block)]
}

function piece(token: Token, block: number | undefined, before: Before = 'nothing'): Piece {
  return { type: token.type, offset: token.offset, source: 'source' in token ? token.source : '', block, before }
}

function kindOf(value: Token | undefined): Before {
  if (value === undefined) return 'nothing'
  if (CST.isCollection(value)) return 'collection'
  return value.type === 'single-quoted-scalar' || value.type === 'double-quoted-scalar' ? 'quoted' : 'plain'
}
