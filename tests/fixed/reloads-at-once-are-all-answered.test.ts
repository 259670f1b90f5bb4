// Two operators, or two scripts, ask a running bot for a reload in the same moment.
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { answerTo, ask, takeBack, takeRequests } from '../../src/service/requests.ts'

let folder: string
let db: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'requests-'))
  db = join(folder, 'db')
})
afterEach(() => rmSync(folder, { recursive: true }))

const report = { lines: ['house-rules: nothing has changed.'], failed: false }

it('and each hears what came of it', () => {
  ask(db, 'reload', 'one')
  ask(db, 'reload', 'two')
  const request = takeRequests(db, 'reload')
  ask(db, 'reload', 'three')
  request?.answer(report)
  expect(['one', 'two', 'three'].map((id) => answerTo(db, 'reload', id))).toEqual([report, report, undefined])
  takeRequests(db, 'reload')?.answer(report)
  expect(answerTo(db, 'reload', 'three')).toEqual(report)
  expect([takeRequests(db, 'reload'), readdirSync(folder)]).toEqual([undefined, []])
})

it('who gives up leaves nothing that hinders the others, and nothing for ever', () => {
  ask(db, 'reload', 'one')
  takeBack(db, 'reload', 'one')
  expect(takeRequests(db, 'reload')).toBeUndefined()
  writeFileSync(`${db}.reload-done.gone`, '{}')
  utimesSync(`${db}.reload-done.gone`, 1, 1)
  ask(db, 'reload', 'two')
  takeRequests(db, 'reload')
  expect(readdirSync(folder)).toEqual([])
})
