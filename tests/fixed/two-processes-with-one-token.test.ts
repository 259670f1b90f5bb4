// A second process on a copy of the database, with the same bot token: each question came twice on 5 of 5 days.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import { day, minute } from '../../src/core/time.ts'
import { openStage, PostError, type Stage } from '../bot/stage.ts'
import { openDiscord } from '../crash/discord-side.ts'
import type { Side } from '../crash/side.ts'
import { openSlack } from '../crash/slack-side.ts'
import { createVictim } from '../crash/victim.ts'
import type { Doorkeeper } from '../fakes/doorkeeper.ts'

describe('two programs, each on its own copy of the database', () => {
  /** The clock of the platforms at the due minute of the first day. */
  const due = Date.parse('2026-11-23T09:00Z')
  const questions = 5

  /** Both platforms with a room each, and the two programs. */
  async function openBoth() {
    const folder = mkdtempSync(join(tmpdir(), 'studyhall-two-'))
    const clock = { now: due - 30 * minute }
    const sides: Side[] = []
    const doorkeeper: Doorkeeper = (call, carryOut) => {
      carryOut()
      for (const side of sides) side.carriedOut(call)
    }
    const opening = { now: () => clock.now, doorkeeper, death: () => new Promise<never>(() => undefined) }
    sides.push(await openSlack(opening), await openDiscord(opening))
    const environment = { ...sides[0]?.environment, ...sides[1]?.environment, COURSE_FOLDER: join(import.meta.dirname, '../courses/house-rules'), BACKUP_FOLDER: join(folder, 'backups') }
    const file = (name: string) => join(folder, name)
    const open = (name: string) => createVictim({ environment: { ...environment, DATABASE_FILE: file(name) }, cache: file('code'), spare: false })
    const [one, two] = [open('one'), open('two')]
    onTestFinished(async () => {
      one.close()
      two.close()
      await Promise.all(sides.map((side) => side.close()))
      rmSync(folder, { recursive: true, force: true })
    })
    const places = sides.map((side, number) => side.openPlace(number, 1))
    await one.start(clock.now)
    for (const place of places) expect(await place.side.type(place, place.manager, 'setup time=09:00 zone=UTC days=daily feedback=instant open=60min')).toContain('is set up')
    await one.stop()
    copyFileSync(file('one'), file('two'))
    await one.start(clock.now)
    await two.start(clock.now)
    return { clock, one, two, places }
  }

  it('post each question once, in the same minute or with the second one late by four', { timeout: 600_000 }, async () => {
    const { clock, one, two, places } = await openBoth()
    const beat = (program: typeof one) => program.setClock(clock.now, { beat: true, lastLook: null })
    for (let date = 0; date < questions; date += 1) {
      // Longer than Discord remembers a nonce.
      const late = date % 2 === 0 ? 4 : 0
      for (const at of [0, 0.5, 1, 2, 4, 4.5, 5, 6]) {
        clock.now = due + date * day + at * minute
        await Promise.all([beat(one), ...(at < late ? [] : [beat(two)])])
      }
      clock.now += 2 * 60 * minute
      await Promise.all([beat(one), beat(two)])
      expect(places.map((place) => [place.side.name, place.side.posts(place).length])).toEqual([['slack', date + 1], ['discord', date + 1]])
    }
    expect(two.log.join('')).toContain('another process seems to use the same bot token')
    expect([...one.faults, ...two.faults, ...places.flatMap(({ side }) => side.complaints())]).toEqual([])
  })
})

describe('a process that has a sign of another one', () => {
  let stage: Stage
  afterEach(() => stage.close())

  async function open(): Promise<void> {
    stage = await openStage('2026-03-02T07:00Z')
    await stage.type('ada', 'setup 09:00 Europe/Berlin mon-fri recap=thread')
    Object.assign(stage.channel.platform, { shared: () => true })
    await stage.until('2026-03-02T08:00Z')
    expect(stage.channel.posts).toHaveLength(0)
  }

  it('posts within a minute if the other one does not', async () => {
    await open()
    await stage.pass(9_999)
    expect(stage.channel.posts).toHaveLength(0)
    await stage.pass(50_001)
    expect(stage.channel.posts).toHaveLength(1)
  })

  it('posts where it may not look, or the sign would cost the question', async () => {
    await open()
    stage.channel.stored.canLook = false
    await stage.pass(60_000)
    expect(stage.channel.posts).toHaveLength(1)
  })

  it('asks again where the platform does not answer', async () => {
    await open()
    stage.channel.lookFailures.push(new PostError('unclear', 'The connection broke.'))
    await stage.pass(60_000)
    expect(stage.channel.posts).toHaveLength(0)
    await stage.until('2026-03-02T08:02Z')
    expect(stage.channel.posts).toHaveLength(1)
  })

  it('replies to no post with the answer: one reply too few is better than two', async () => {
    await open()
    await stage.pass(60_000)
    await stage.until('2026-03-03T07:30Z')
    expect([stage.channel.posts[0]?.redrawn?.title, stage.channel.replies.length]).toEqual([expect.stringContaining('The answer'), 0])
  })
})

it('a process without a sign of another one looks for nothing', async () => {
  const stage = await openStage('2026-03-02T07:00Z')
  onTestFinished(() => stage.close())
  await stage.type('ada', 'setup 09:00 Europe/Berlin mon-fri')
  let looks = 0
  Object.assign(stage.channel.platform, { shared: () => false, find: async () => void (looks += 1) })
  await stage.until('2026-03-02T08:00Z')
  expect([stage.channel.posts.length, looks]).toEqual([1, 0])
})
