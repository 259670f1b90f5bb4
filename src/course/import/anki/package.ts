// Decks that Anki exports: a zip with a database in it. https://github.com/ankitects/anki/tree/main/rslib/src/import_export/package
// An old one holds `collection.anki21` or `.anki2`; a new one has a file `meta` and `collection.anki21b`, packed by zstd, beside an old
// one that only says that it is too old to be read.
import { zstdDecompressSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { cardOf, deckName, type ReadCards } from '../cards.ts'
import { noteTypesIn, sidesOf } from './templates.ts'
import { unpacked, zipEntries } from './zip-entries.ts'

export interface PackageLimits {
  /** Unpacked, without pictures and sounds: those stay packed. */
  readonly bytes: number
  /** Of notes, and of cards. */
  readonly rows: number
}

/** Far more than a deck has. */
const usual: PackageLimits = { bytes: 200_000_000, rows: 50_000 }

export function readAnkiPackage(data: Uint8Array, most = usual): ReadCards | { readonly problem: string } {
  const collection = collectionIn(data, most)
  if ('problem' in collection) return collection
  try {
    const cards = cardsIn(collection.database, most)
    return 'problem' in cards ? cards : { format: 'Anki package', cards }
  } catch (fault) {
    return { problem: `The deck in the file can’t be read (${fault instanceof Error ? fault.message : String(fault)}). In Anki, export it as “Notes in Plain Text”.` }
  }
}

/** The database of the newest kind that the zip has. */
function collectionIn(data: Uint8Array, most: PackageLimits): { readonly database: Uint8Array } | { readonly problem: string } {
  try {
    const entries = zipEntries(data)
    const name = ['collection.anki21b', 'collection.anki21', 'collection.anki2'].find((each) => entries.has(each))
    const entry = entries.get(name ?? '')
    if (name === undefined || entry === undefined) return { problem: 'This zip holds no deck of flashcards. In Anki, export a deck as .apkg or as “Notes in Plain Text”. In a spreadsheet, save it as “CSV UTF-8”.' }
    const file = unpacked(data, entry, most.bytes)
    return { database: name.endsWith('b') ? zstdDecompressSync(file, { maxOutputLength: most.bytes }) : file }
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ERR_BUFFER_TOO_LARGE') return { problem: `The deck is larger than ${most.bytes / 1_000_000} MB. Export a part of it, or “Notes in Plain Text”.` }
    return { problem: 'The file is damaged: it begins like a zip and can’t be unpacked. Export the deck again.' }
  }
}

type NoteRow = { readonly id: number; readonly guid: string; readonly mid: string; readonly flds: string }

/** A note type makes a card of a note for each of its templates that the note has a card of. */
function cardsIn(bytes: Uint8Array, most: PackageLimits): ReadCards['cards'] | { readonly problem: string } {
  const database = openCopy(bytes)
  try {
    const needed = ['notes', 'cards', isNew(database) ? 'decks' : 'col']
    const missing = needed.find((name) => !hasTable(database, name))
    if (missing !== undefined) return { problem: `The deck in the file can’t be read: it has no table “${missing}”. In Anki, export it as “Notes in Plain Text”.` }
    const types = noteTypesIn(database)
    const decks = decksIn(database, most)
    const cards = cardsOfNotes(database, most)
    const notes = rowsOf<NoteRow>(database, most, 'SELECT id, guid, CAST(mid AS TEXT) AS mid, flds FROM notes ORDER BY id')
    if (cards === undefined || notes === undefined) return { problem: `The deck has more than ${most.rows.toLocaleString('en-US')} notes or cards. Export a part of it.` }
    return notes.flatMap(({ id, guid, mid, flds }) => {
      const made = cards.get(id) ?? [{ ord: 0, did: '' }]
      return sidesOf(types.get(mid), flds.split('\u001F'), made.map(({ ord }) => ord)).map(({ front, back, nth }) => cardOf({ front, back, name: nth === 0 ? guid : `${guid}-${nth + 1}`, topic: deckName(decks.get(made[0]?.did ?? '') ?? '') }))
    })
  } finally {
    database.close()
  }
}

const isNew = (database: Database.Database): boolean => database.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'notetypes'`).get() !== undefined

/** A view could go on for ever. */
const hasTable = (database: Database.Database, name: string): boolean => database.prepare(`SELECT 1 FROM sqlite_master WHERE name = ? AND type = 'table' AND sql LIKE 'CREATE TABLE%'`).get(name) !== undefined

/** Undefined if there are too many. */
function rowsOf<Row>(database: Database.Database, most: PackageLimits, sql: string): readonly Row[] | undefined {
  const rows = database.prepare(`${sql} LIMIT ${most.rows + 1}`).all() as Row[]
  return rows.length > most.rows ? undefined : rows
}

function cardsOfNotes(database: Database.Database, most: PackageLimits): ReadonlyMap<number, readonly { readonly ord: number; readonly did: string }[]> | undefined {
  const rows = rowsOf<{ nid: number; ord: number; did: string }>(database, most, 'SELECT nid, ord, CAST(did AS TEXT) AS did FROM cards ORDER BY nid, ord')
  return rows === undefined ? undefined : Map.groupBy(rows, ({ nid }) => nid)
}

function decksIn(database: Database.Database, most: PackageLimits): ReadonlyMap<string, string> {
  if (isNew(database)) return new Map((rowsOf<{ id: string; name: string }>(database, most, 'SELECT CAST(id AS TEXT) AS id, name FROM decks') ?? []).map(({ id, name }) => [id, name]))
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
