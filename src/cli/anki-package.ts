// Decks that Anki exports: a zip with a database in it. https://github.com/ankitects/anki/tree/main/rslib/src/import_export/package
// An old one holds `collection.anki21` or `.anki2`; a new one has a file `meta` and `collection.anki21b`, packed by zstd, beside an old
// one that only says that it is too old to be read.
import { zstdDecompressSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { unzipSync } from 'fflate'
import { cardOf, deckName, type ReadCards } from '../course/import/cards.ts'

/** Far more than a deck without its pictures has. Nothing larger is unpacked. */
const mostBytes = 200_000_000

export const isZip = (data: Uint8Array): boolean => data[0] === 0x50 && data[1] === 0x4b

export function readAnkiPackage(data: Uint8Array): ReadCards | { readonly problem: string } {
  const collection = collectionIn(data)
  if ('problem' in collection) return collection
  try {
    return { format: 'Anki package', cards: cardsIn(collection.database) }
  } catch (fault) {
    return { problem: `The deck in the file can’t be read (${fault instanceof Error ? fault.message : String(fault)}). In Anki, export it as “Notes in Plain Text”.` }
  }
}

/** The database of the newest kind that the zip has. */
function collectionIn(data: Uint8Array): { readonly database: Uint8Array } | { readonly problem: string } {
  const sizes = new Map<string, number>()
  try {
    unzipSync(data, { filter: ({ name, originalSize }) => (sizes.set(name, originalSize), false) })
    const name = ['collection.anki21b', 'collection.anki21', 'collection.anki2'].find((each) => sizes.has(each))
    if (name === undefined) return { problem: 'This zip holds no deck. In Anki, export a deck as .apkg or as “Notes in Plain Text”.' }
    if ((sizes.get(name) ?? 0) > mostBytes) return { problem: tooLarge }
    const file = unzipSync(data, { filter: (each) => each.name === name })[name]
    if (file === undefined || file.byteLength > mostBytes) return { problem: tooLarge }
    return { database: name.endsWith('b') ? zstdDecompressSync(file, { maxOutputLength: mostBytes }) : file }
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ERR_BUFFER_TOO_LARGE') return { problem: tooLarge }
    return { problem: 'The file is damaged: it begins like a zip and can’t be unpacked. Export the deck again.' }
  }
}

const tooLarge = `The deck is larger than ${mostBytes / 1_000_000} MB. Export a part of it, or “Notes in Plain Text”.`

type NoteRow = { readonly guid: string; readonly mid: number; readonly flds: string; readonly deck: string | null }

function cardsIn(bytes: Uint8Array): ReadCards['cards'] {
  const database = openCopy(bytes)
  try {
    const isNew = database.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'notetypes'`).get() !== undefined
    const decks = isNew
      ? new Map((database.prepare('SELECT id, name FROM decks').all() as { id: number; name: string }[]).map(({ id, name }) => [String(id), name]))
      : oldDecks(database)
    const rows = database
      .prepare('SELECT guid, mid, flds, (SELECT CAST(did AS TEXT) FROM cards WHERE nid = notes.id ORDER BY ord LIMIT 1) AS deck FROM notes ORDER BY id')
      .all() as NoteRow[]
    return rows.map(({ guid, flds, deck }) => {
      const [front = '', back = ''] = flds.split('\u001F')
      return cardOf(front, back, guid, deckName(decks.get(deck ?? '') ?? ''))
    })
  } finally {
    database.close()
  }
}

function oldDecks(database: Database.Database): ReadonlyMap<string, string> {
  const { decks } = database.prepare('SELECT decks FROM col').get() as { decks: string }
  return new Map(Object.entries(JSON.parse(decks) as Record<string, { readonly name: string }>).map(([id, { name }]) => [id, name]))
}

/**
 * In memory. A file that was written with a log beside it can't be opened so, until its head says that it has none
 * (https://www.sqlite.org/fileformat.html#file_format_version_numbers). Anki sorts by an order of its own, which SQLite lacks.
 */
function openCopy(bytes: Uint8Array): Database.Database {
  const copy = Buffer.from(bytes)
  if (copy.length > 20) copy.fill(1, 18, 20)
  const database = new Database(copy)
  if (!/unicase/u.test((database.prepare(`SELECT group_concat(sql) AS sql FROM sqlite_master`).get() as { sql: string | null }).sql ?? '')) return database
  database.unsafeMode(true)
  database.pragma('writable_schema = ON')
  database.prepare(`UPDATE sqlite_master SET sql = replace(sql, 'unicase', 'nocase')`).run()
  const cured = database.serialize()
  database.close()
  return new Database(cured)
}
