// A deck as Anki exports it: a zip with a database in it.
import Database from 'better-sqlite3'
import { strToU8, zipSync } from 'fflate'

export function ankiPackage(deck: string, notes: readonly (readonly [front: string, back: string])[]): Uint8Array {
  const database = new Database(':memory:')
  database.exec('CREATE TABLE col (decks TEXT); CREATE TABLE notes (id INTEGER, guid TEXT, mid INTEGER, flds TEXT); CREATE TABLE cards (id INTEGER, nid INTEGER, did INTEGER, ord INTEGER)')
  database.prepare('INSERT INTO col VALUES (?)').run(JSON.stringify({ 7: { name: deck } }))
  for (const [at, [front, back]] of notes.entries()) {
    database.prepare('INSERT INTO notes VALUES (?, ?, 1, ?)').run(at, `guid-${at}`, `${front}\u001F${back}`)
    database.prepare('INSERT INTO cards VALUES (?, ?, 7, 0)').run(at, at)
  }
  const file = database.serialize()
  database.close()
  return zipSync({ 'collection.anki2': file, media: strToU8('{}') })
}
