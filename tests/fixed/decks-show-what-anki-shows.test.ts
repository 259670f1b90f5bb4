// A note of Anki has fields, and its templates say which of them is asked: the first two can be a number and somebody's remark.
import Database from 'better-sqlite3'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { target } from '../fakes/import-files.ts'

const types = [
  { id: 1, name: 'Vocab', type: 0, fields: ['Id', 'Note', 'Answer', 'Question'], templates: [['<div class=q>{{Question}}</div>', '{{FrontSide}}<hr id=answer>{{Answer}}{{#Note}} ({{hint:Note}}){{/Note}}']] },
  { id: 2, name: 'Reversed', type: 0, fields: ['Front', 'Back'], templates: [['{{Front}}', '{{Front}}<hr id=answer>{{Back}}'], ['{{Back}}', '{{FrontSide}}<hr>{{text:Front}}']] },
  { id: 4, name: 'Nested', type: 0, fields: ['Word', 'Gender', 'Plural'], templates: [['{{#Word}}{{#Gender}}{{Gender}} {{/Gender}}{{Word}}{{/Word}}', '{{^Gender}}{{^Plural}}No forms{{/Plural}}{{/Gender}}{{Plural}}']] },
  { id: 3, name: 'Cloze', type: 1, fields: ['Text', 'Extra'], templates: [['{{cloze:Text}}', '{{cloze:Text}}<br>{{Extra}}']] },
] as const

const notes: readonly (readonly [type: number, fields: readonly string[], cards: readonly number[]])[] = [
  [1, ['17', '', 'Forty-two', 'What is the answer?'], [0]],
  [1, ['18', 'roughly', 'Three', 'What is pi? [sound:pi.mp3]<img src="pi.png">'], [0]],
  [2, ['CPU', 'Central unit'], [0, 1]],
  [4, ['Haus', 'das', 'Häuser'], [0]],
  [4, ['bald', '', ''], [0]],
  [3, ['{{c1::Ada::who}} signs on {{c2::Friday}}', 'Always'], [0, 1]],
]

const text = (field: number, words: string): Buffer => Buffer.concat([Buffer.from([field * 8 + 2, ...varint(Buffer.byteLength(words))]), Buffer.from(words)])
const varint = (value: number): readonly number[] => (value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))])

function deck(isNew: boolean): Uint8Array {
  const database = new Database(':memory:')
  database.exec('CREATE TABLE notes (id INTEGER, guid TEXT, mid INTEGER, flds TEXT); CREATE TABLE cards (id INTEGER, nid INTEGER, did INTEGER, ord INTEGER)')
  if (isNew) {
    database.exec('CREATE TABLE notetypes (id INTEGER, name TEXT); CREATE TABLE decks (id INTEGER, name TEXT); CREATE TABLE fields (ntid INTEGER, ord INTEGER, name TEXT, config BLOB); CREATE TABLE templates (ntid INTEGER, ord INTEGER, name TEXT, config BLOB)')
    for (const { id, fields, templates } of types) {
      for (const [ord, name] of fields.entries()) database.prepare('INSERT INTO fields VALUES (?, ?, ?, ?)').run(id, ord, name, Buffer.alloc(0))
      for (const [ord, [front, back]] of templates.entries()) database.prepare('INSERT INTO templates VALUES (?, ?, ?, ?)').run(id, ord, `Card ${ord}`, Buffer.concat([Buffer.from([5 * 8, 200, 1]), text(1, front), text(2, back)]))
    }
  } else {
    const models = types.map(({ id, type, fields, templates }) => [id, { type, flds: fields.map((name) => ({ name })), tmpls: templates.map(([qfmt, afmt]) => ({ qfmt, afmt })) }])
    database.exec('CREATE TABLE col (decks TEXT, models TEXT)')
    database.prepare('INSERT INTO col VALUES (?, ?)').run('{}', JSON.stringify(Object.fromEntries(models)))
  }
  for (const [nth, [type, fields, cards]] of notes.entries()) {
    database.prepare('INSERT INTO notes VALUES (?, ?, ?, ?)').run(nth, `guid${nth}x`, type, fields.join('\u001F'))
    for (const ord of cards) database.prepare('INSERT INTO cards VALUES (?, ?, 1, ?)').run(nth * 10 + ord, nth, ord)
  }
  const bytes = database.serialize()
  database.close()
  return zipSync({ 'collection.anki2': bytes, media: strToU8('{}') })
}

test.each([['an old deck', false], ['a new deck', true]])('%s has the sides of its templates, and what is left out is counted', (_, isNew) => {
  const ops = target()
  const said = ops.take('deck.apkg', deck(isNew))
  expect(ops.course().flashcards.map(({ id, front, back }) => [id, front, back])).toEqual([
    ['guid0x', 'What is the answer?', 'Forty-two'],
    ['guid1x', 'What is pi?', 'Three (roughly)'],
    ['guid2x', 'CPU', 'Central unit'],
    ['guid2x-2', 'Central unit', 'CPU'],
    ['guid3x', 'das Haus', 'Häuser'],
    ['guid4x', 'bald', 'No forms'],
    ['guid5x', '[who] signs on […]', 'Ada, Friday. Always'],
  ])
  expect(said).toContain('1 sound and 1 picture were left out: cards are text only.')
  expect(ops.take('deck.apkg', deck(isNew))).toContain('7 cards already there.')
})
