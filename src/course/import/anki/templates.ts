// What a note type of Anki shows on the two sides of its cards: https://docs.ankiweb.net/templates/fields.html
import type Database from 'better-sqlite3'

interface Template {
  readonly front: string
  readonly back: string
}

interface NoteType {
  readonly fields: readonly string[]
  readonly templates: readonly Template[]
  /** Its cards hide parts of one text, and all of them come from one template. */
  readonly isCloze: boolean
}

type Types = ReadonlyMap<string, NoteType>

/** By their ids. Empty where the deck doesn't say, or says it in a way that can't be read: the first two fields are the sides then. */
export function noteTypesIn(database: Database.Database): Types {
  const has = (table: string, column: string): boolean =>
    database.prepare(`SELECT 1 FROM sqlite_master AS made, pragma_table_info(made.name) AS info WHERE made.name = ? AND made.type = 'table' AND info.name = ?`).get(table, column) !== undefined
  try {
    if (has('templates', 'config') && has('fields', 'ntid')) return newTypes(database)
    return has('col', 'models') ? oldTypes((database.prepare('SELECT models FROM col').get() as { models: string }).models) : new Map()
  } catch {
    return new Map()
  }
}

type OldType = { readonly type?: number; readonly flds: readonly { readonly name: string }[]; readonly tmpls: readonly { readonly qfmt: string; readonly afmt: string }[] }

function oldTypes(models: string): Types {
  const types = Object.entries(JSON.parse(models) as Record<string, OldType>)
  return new Map(types.map(([id, { type, flds, tmpls }]) => [id, { fields: flds.map(({ name }) => name), templates: tmpls.map(({ qfmt, afmt }) => ({ front: qfmt, back: afmt })), isCloze: type === 1 }]))
}

const mostRows = 5_000

function newTypes(database: Database.Database): Types {
  const fields = database.prepare(`SELECT CAST(ntid AS TEXT) AS id, name FROM fields ORDER BY ntid, ord LIMIT ${mostRows}`).all() as { id: string; name: string }[]
  const templates = database.prepare(`SELECT CAST(ntid AS TEXT) AS id, config FROM templates ORDER BY ntid, ord LIMIT ${mostRows}`).all() as { id: string; config: Uint8Array }[]
  const namesOf = Map.groupBy(fields, ({ id }) => id)
  return new Map([...Map.groupBy(templates, ({ id }) => id)].map(([id, some]) => {
    const sides = some.map(({ config }) => ({ front: textField(config, 1), back: textField(config, 2) }))
    return [id, { fields: (namesOf.get(id) ?? []).map(({ name }) => name), templates: sides, isCloze: sides.some(({ front }) => /\{\{cloze:/u.test(front)) }]
  }))
}

/** Of a message in protobuf: https://protobuf.dev/programming-guides/encoding */
function textField(message: Uint8Array, wanted: number): string {
  let at = 0
  const number = (): number => {
    let [value, shift, byte] = [0, 0, 0x80]
    for (; byte >= 0x80 && at < message.length; shift += 7) {
      byte = message[at] ?? 0
      at += 1
      value += (byte & 0x7f) * 2 ** shift
    }
    return value
  }
  while (at < message.length) {
    const head = number()
    const kind = head % 8
    if (kind === 2) {
      const length = number()
      if (Math.floor(head / 8) === wanted) return new TextDecoder().decode(message.subarray(at, at + length))
      at += length
    } else if (kind === 0) number()
    else at += kind === 1 ? 8 : kind === 5 ? 4 : message.length
  }
  return ''
}

type Sides = { readonly front: string; readonly back: string; readonly nth: number }

/** @param values of its fields, in order @param numbers of the cards that there are of the note */
export function sidesOf(type: NoteType | undefined, values: readonly string[], numbers: readonly number[]): readonly Sides[] {
  const [first = '', second = ''] = values
  if (type === undefined || type.templates.length === 0) return [{ front: first, back: second, nth: 0 }]
  const all = new Map(type.fields.map((name, at) => [name, values[at] ?? '']))
  const wanted = type.isCloze ? [0] : numbers
  const sides = wanted.flatMap((nth): readonly Sides[] => {
    const template = type.templates[nth]
    if (template === undefined) return []
    // What the question shows is not said again.
    const shown = new Set(fieldsIn(template.front))
    const others = new Map([...all].map(([name, value]) => [name, shown.has(name) ? '' : value]))
    return [{ front: filled(template.front, all), back: filled(template.back, others), nth }]
  })
  return sides.length === 0 ? [{ front: first, back: second, nth: 0 }] : sides
}

const reference = /\{\{\s*([^{}#^/][^{}]*?)\s*\}\}/gu

/** Behind the filters that stand before it, as in `{{hint:Extra}}`. */
const fieldOf = (written: string): string => written.split(':').at(-1)?.trim() ?? ''

const fieldsIn = (template: string): readonly string[] => [...template.matchAll(reference)].map(([, written = '']) => fieldOf(written))

function filled(template: string, values: ReadonlyMap<string, string>): string {
  const isEmpty = (name: string): boolean => (values.get(name.trim()) ?? '').trim() === ''
  let [parts, before] = [template.replaceAll(/<!--[^]*?-->/gu, ''), '']
  // Some sections stand inside others.
  while (parts !== before) {
    before = parts
    parts = parts.replaceAll(section, (_, sign: string, name: string, inside: string) => (isEmpty(name) === (sign === '^') ? inside : ''))
  }
  return parts.replaceAll(reference, (_, written: string) => values.get(fieldOf(written)) ?? '')
}

/** Shown if the field has something in it; or, with `^`, if it hasn't. */
const section = /\{\{([#^])([^{}]+)\}\}([^]*?)\{\{\/\2\}\}/gu
