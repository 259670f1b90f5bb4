// What becomes of answers and rounds when the ledger cannot be written while the bot runs: nobody is told what is not true, nothing is
// half-written, whoever runs the bot reads the cause, and all goes on by itself when the cause is gone.
import { closeSync, openSync, writeSync } from 'node:fs'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { verifyLedger } from '../../src/ledger/sqlite/file/verify.ts'
import { textOf as discordText } from '../fakes/discord/people.ts'
import { settled as settledOnDiscord } from './discord-two-channels.ts'
import { textOf } from './slack-town.ts'
import { close, due, good, settled } from './slack-two-channels.ts'

type Trouble = { readonly db: () => Database.Database; readonly file: string }
type Begin = (town: Trouble) => () => void

const count = (town: Trouble, what: string) => Number(town.db().pragma(what, { simple: true }))

const full: Begin = (town) => {
  // All space that the file has of its own is used up as well.
  town.db().exec('VACUUM')
  town.db().pragma(`max_page_count = ${count(town, 'page_count')}`)
  return () => void town.db().pragma('max_page_count = 1000000')
}
const readOnly: Begin = (town) => {
  town.db().pragma('query_only = ON')
  return () => void town.db().pragma('query_only = OFF')
}
const locked: Begin = (town) => {
  const other = new Database(town.file)
  other.exec('BEGIN IMMEDIATE')
  return () => void other.close()
}

const troubles: readonly (readonly [string, string, Begin])[] = [
  ['on a full disk', 'full', full],
  ['that has become read-only', 'read-only', readOnly],
  ['that another program holds', 'busy', locked],
]

/** Enough answers to want another page of the file. */
const crowd = 60

describe.each(troubles)('a ledger %s', (_, code, begin) => {
  test('makes no answer count that was not confirmed, and people are told to try again', async () => {
    const town = await settled()
    await town.wait(due)
    const post = town.postIn(good)
    const people = Array.from({ length: crowd }, (_, index) => town.person(`P${index}`))
    const end = begin(town)
    const confirmed: string[] = []
    for (const who of people) {
      const told = await town.answer(who, post, true)
      expect(told).toMatch(/✅ Right|Something went wrong[\s\S]*try again in a moment/u)
      if (told.includes('✅ Right')) confirmed.push(who)
      // One who was refused is enough where each is.
      if (confirmed.length === 0) break
    }
    expect(confirmed.length).toBeLessThan(crowd)
    expect(town.faults.join()).toContain(`"code":"${code}"`)
    end()
    const late = people.filter((who) => !confirmed.includes(who)).slice(0, 3)
    for (const who of late) expect(await town.answer(who, post, true)).toContain('✅ Right')
    for (const who of confirmed.slice(0, 3)) expect(await town.answer(who, post, true)).toContain('Your first answer counts')
    expect(verifyLedger(town.file)).toMatchObject({ problems: [], answers: confirmed.length + late.length })
  })

  test('holds rounds up and loses none: they are posted and closed, once, when it can be written again', async () => {
    const town = await settled()
    let end = begin(town)
    await town.wait(due)
    await town.wait('2026-11-23T08:01:00Z')
    end()
    await town.wait('2026-11-23T08:05:00Z')
    expect(town.counts()).toEqual([1, 1])
    end = begin(town)
    await town.wait(close)
    end()
    await town.wait('2026-11-24T07:05:00Z')
    expect(textOf(town.postIn(good))).toContain('The answer:')
    expect([town.counts(), town.told()]).toEqual([[1, 1], []])
    expect(verifyLedger(town.file).problems).toEqual([])
  })
})

test.each(troubles)('a post that is out when the ledger %s is to note it comes once', async (_, _code, begin) => {
  const town = await settled()
  let end: (() => void) | undefined
  // Asked at each call, when the post is on its way.
  town.slack.world.limit = (method, args) => {
    if (method === 'chat.postMessage' && args['channel'] === good) end ??= begin(town)
    return 0
  }
  await town.wait(due)
  end?.()
  await town.wait('2026-11-23T08:01:00Z')
  expect([town.counts(), town.asked('chat.postMessage', good), town.told()]).toEqual([[1, 1], 1, []])
  expect(await town.answer(town.bob, town.postIn(good), true)).toContain('✅ Right')
})

test('a ledger that is damaged while it is used: the answer is not confirmed, and the log says what to do', async () => {
  const town = await settled()
  await town.wait(due)
  const db = town.db()
  const page = Number(db.prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'answers'`).pluck().get())
  db.pragma('wal_checkpoint(TRUNCATE)')
  const handle = openSync(town.file, 'r+')
  writeSync(handle, Buffer.alloc(4096, 0xa5), 0, 4096, (page - 1) * 4096)
  closeSync(handle)
  db.pragma('cache_size = 0')
  db.pragma('shrink_memory')
  expect(await town.answer(town.bob, town.postIn(good), true)).toContain('The bot can’t work right now')
  expect(town.faults.join()).toContain('"code":"damaged"')
  expect(town.faults.filter((line) => line.startsWith('a request failed'))).toEqual([expect.stringContaining(`"why":"Something other than the bot wrote into the database `)])
  await expect(town.stop()).rejects.toThrow('restore a backup')
})

test('on Discord people are told the same', async () => {
  const town = await settledOnDiscord()
  await town.wait(due)
  const end = locked(town)
  expect(discordText(await town.discord.people.seen(town.answer(town.bob, town.postIn(town.good), true)))).toContain('try again in a moment')
  end()
  expect(discordText(await town.discord.people.seen(town.answer(town.bob, town.postIn(town.good), true)))).toContain('## ✅ Right')
  expect(verifyLedger(town.file)).toMatchObject({ problems: [], answers: 1 })
})
