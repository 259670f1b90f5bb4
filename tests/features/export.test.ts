// An export: all of one's own as two files, as the schema describes it, whatever somebody has, and never a formula.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Ajv } from 'ajv'
import { afterEach, expect, it } from 'vitest'
import { csv } from '../../src/core/csv.ts'
import { answersCsv, exportJson } from '../../src/features/export/export-files.ts'
import type { Dossier } from '../../src/ledger/exporting.ts'
import { filesOf } from '../../src/screens/files.ts'
import { answerControl } from '../../src/screens/question.ts'
import type { Screen } from '../../src/screens/screen.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { buttons } from './session-screens.ts'

let stage: Stage
afterEach(() => stage?.close())

const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../data/schemas/export.json'), 'utf8')) as object
// Formats are checked by name alone.
const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema)

const textOf = (screen: Screen, ending: string): string => {
  const file = filesOf(screen).find(({ name }) => name.replace(/\.gz$/u, '').endsWith(ending))
  if (file === undefined) throw new Error(`there is no file .${ending}`)
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.name.endsWith('.gz') ? gunzipSync(file.data) : file.data)
}

async function answered() {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('ada', 'setup 09:00 Europe/Berlin mon-fri topics=repairs open=1h')
  await stage.until('2026-03-02T08:00Z')
  const round = stage.channel.posts[0]?.round ?? ''
  const { right } = stage.optionsOf(round)
  for (const who of ['bob', 'cyd']) await stage.press(who, answerControl.text({ round, option: right }))
}

it('brings what the schema says, and nobody else', async () => {
  await answered()
  await stage.type('bob', 'practice 2')
  const screen = await stage.type('bob', 'export')
  expect(words(screen)).toContain('1 answer to a daily question, 1 session, and your settings')
  const exported = JSON.parse(textOf(screen, 'json')) as { version: number; groups: { answers: { right: boolean; text: string }[] }[] }
  expect(validate(exported) ? [] : validate.errors).toEqual([])
  expect(exported.version).toBe(2)
  expect(exported.groups[0]?.answers).toMatchObject([{ right: true, points: 1 }])
  const table = textOf(screen, 'csv')
  expect(table.split('\r\n')).toHaveLength(3)
  expect(table).toContain(exported.groups[0]?.answers[0]?.text.slice(0, 20) ?? 'nothing')
  for (const text of [textOf(screen, 'json'), table]) expect(text).not.toMatch(/\b(?:ada|cyd)\b/iu)
})

it('of a manager who never answered has what they manage; of a stranger there is nothing', async () => {
  await answered()
  const exported = JSON.parse(textOf(await stage.type('ada', 'export'), 'json')) as { groups: { manages: string[] }[] }
  expect(validate(exported) ? [] : validate.errors).toEqual([])
  expect(exported.groups).toMatchObject([{ name: null, manages: [expect.any(String)] }])
  expect((await stage.type('eve', 'export')).title).toBe('There’s nothing to export')
})

it('is one press away from the privacy screen, with deleting', async () => {
  await answered()
  expect(buttons(await stage.type('bob', 'privacy')).map(({ label }) => label)).toEqual(['Hide me', 'Use an alias', 'Export my data', 'Delete my data'])
})

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1'])('a text like %j is no formula in the table', (text) => {
  expect(csv(['a'], [[text]])).toMatch(/\r\n"?'/u)
})

it('quotes what a table needs quoted, and leaves numbers and nothing as they are', () => {
  expect(csv(['a', 'b', 'c', 'd'], [['say "hi", then', 'two\nlines', -1, null]])).toBe('\uFEFFa,b,c,d\r\n"say ""hi"", then","two\nlines",-1,\r\n')
})

const answer = (index: number) => ({
  at: 1e12 + index, day: '2026-03-02', channel: 'slack:T1/C1', round: index.toString(16).padStart(16, '0'), question: `question-${index}`, text: `=Which of these ${index}, say? `.repeat(8),
  chosen: [{ option: 'a', text: 'The first, "by the book"' }], right: index % 2 === 0, points: 1 - (index % 2),
})

const large: Dossier = {
  accounts: ['slack:T1/U1'], courses: [], chosenCourse: null,
  groups: [{ group: 'slack:T1', person: 'slack:T1/U1', name: '=Ada', shown: 'name', alias: null, left: false, manages: [], teams: [], away: [], daysOff: [], corrections: [], undoneCorrections: [], shareCodes: [], closeReminders: [], questions: [], decks: [], channels: [], scores: [], answers: Array.from({ length: 20_000 }, (_, index) => answer(index)) }],
  studied: [], memories: [], setAside: [], ticks: [], sessions: [], reminders: [], reports: [], links: [], linkCodes: [], wrongCodes: [],
}

it('of thousands of answers is whole', () => {
  const all = JSON.parse(exportJson(large, 0)) as { groups: { answers: unknown[] }[] }
  expect(validate(all)).toBe(true)
  expect(all.groups[0]?.answers).toHaveLength(20_000)
  const rows = answersCsv(large).split('\r\n')
  expect(rows).toHaveLength(20_002)
  expect(rows[1]).toContain('"\'=Which of these 0, say?')
})

it('packs what is large', async () => {
  await answered()
  const { exporting } = stage.ledger
  Object.assign(stage.ledger, { exporting: { ...exporting, of: async () => large } })
  const screen = await stage.type('bob', 'export')
  expect(filesOf(screen).map(({ name }) => name)).toEqual([expect.stringMatching(/\.json\.gz$/u), expect.stringMatching(/\.csv\.gz$/u)])
  expect(filesOf(screen).reduce((sum, { data }) => sum + data.byteLength, 0)).toBeLessThan(2_000_000)
  expect(JSON.parse(textOf(screen, 'json'))).toMatchObject({ accounts: large.accounts })
})
