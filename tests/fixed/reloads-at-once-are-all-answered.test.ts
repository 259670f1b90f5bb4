// Two operators, or two scripts, ask a running bot for a reload in the same moment.
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { answerTo, ask, takeBack, takeRequests } from '../../src/service/reload-request.ts'

let folder: string
let db: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'requests-'))
  db = join(folder, 'db')
})
afterEach(() => rmSync(folder, { recursive: true }))

const report = { lines: ['house-rules: nothing has changed.'], failed: false }

it('and each hears what came of it', () => {
  ask(db, 'one')
  ask(db, 'two')
  const answer = takeRequests(db)
  ask(db, 'three')
  answer?.(report)
  expect(['one', 'two', 'three'].map((id) => answerTo(db, id))).toEqual([report, report, undefined])
  takeRequests(db)?.(report)
  expect(answerTo(db, 'three')).toEqual(report)
  expect([takeRequests(db), readdirSync(folder)]).toEqual([undefined, []])
})

it('who gives up leaves nothing that hinders the others, and nothing for ever', () => {
  ask(db, 'one')
  takeBack(db, 'one')
  expect(takeRequests(db)).toBeUndefined()
  writeFileSync(`${db}.reloaded.gone`, '{}')
  utimesSync(`${db}.reloaded.gone`, 1, 1)
  ask(db, 'two')
  takeRequests(db)
  expect(readdirSync(folder)).toEqual([])
})
