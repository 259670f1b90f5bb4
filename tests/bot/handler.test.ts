// The bot as platforms see it: what they may tell it about people, and that nothing that goes wrong inside comes out as a fault.
import { LedgerError } from '../../src/ledger/ledger-error.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { answerControl } from '../../src/screens/question.ts'
import { here, openStage, words, type Stage } from './stage.ts'

let stage: Stage
afterEach(() => stage.close())

const bob = 'terminal:team:bob'
const handler = () => stage.channel.handler()
const away = () => Promise.reject(new Error('the disk is full'))

/** With an answer of Bob's, so that he is on the board. */
beforeEach(async () => {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('owner', 'setup 09:00 UTC daily topics=repairs')
  await stage.until('2026-03-02T09:00Z')
  const round = stage.channel.posts[0]?.round ?? ''
  await stage.press('bob', answerControl.text({ round, option: stage.optionsOf(round).right }))
})

const nameOfBob = async () => (await handler().names(here.group, [bob])).get(bob)
const status = (asker: object = {}) => stage.send({ kind: 'command', command: { kind: 'known', name: 'status', values: {} }, ...asker } as never, 'bob')

describe('somebody who asks for something', () => {
  const asBob = { id: bob, zone: null, admin: false, maySetUp: true }

  it('is called from then on what they are called now', async () => {
    await status({ asker: { ...asBob, name: 'Robert' } })
    expect(await nameOfBob()).toBe('Robert')
  })

  it('keeps their name where the platform has only a stand-in for it', async () => {
    await status({ asker: { ...asBob, name: 'u0bob', standIn: true } })
    expect(await nameOfBob()).toBe('bob')
  })

  it('gets their answer also where that they are here cannot be saved', async () => {
    stage.ledger.people.noteSeen = away
    expect((await status()).screen.name).toBe('status')
    await expect.poll(() => stage.logged).toContain('could not save that a person is here')
  })

  it('hears that something went wrong where it did, in a message of their own; the log says what', async () => {
    stage.ledger.quizzes.at = away
    const reply = await status()
    expect(reply).toMatchObject({ to: 'asker', update: false, screen: { title: 'Something went wrong' } })
    expect(words(reply.screen)).toContain('Please try again in a moment. Everything you did before is saved.')
    expect(stage.logged.some((line) => line.startsWith('a request failed'))).toBe(true)
  })

  it.each(['missing', 'damaged', 'in-use'] as const)('hears that answers may be lost where the database is (%s)', async (code) => {
    stage.ledger.quizzes.at = () => Promise.reject(new LedgerError(code, 'Something happened.'))
    const said = words((await status()).screen)
    expect(said).toContain("Something happened to its database. It can't save anything until that is fixed, and your latest answers may be lost.")
    expect(said).not.toContain('Everything you did before is saved')
  })
})

describe('somebody who has changed, as the platform says', () => {
  it('is asked about within a second or so, and called what the platform says then', async () => {
    stage.channel.presence.set(bob, { gone: false, name: 'Robert' })
    await handler().changed(here.group, bob, { gone: false, name: 'Bobby' })
    await stage.pass(1_000)
    await expect.poll(nameOfBob).toBe('Robert')
  })

  it('and left, is asked about, too', async () => {
    stage.channel.presence.set(bob, { gone: true, name: null })
    await handler().changed(here.group, bob, { gone: true, name: null })
    await stage.pass(1_000)
    await expect.poll(nameOfBob).toBeUndefined()
  })

  it.each([{ gone: false, name: 'bob' }, { gone: false, name: null }])('is not asked about where that is no news: %j', async (news) => {
    stage.channel.presence.set(bob, { gone: false, name: 'Robert' })
    await handler().changed(here.group, bob, news)
    await stage.pass(1_000)
    expect(await nameOfBob()).toBe('bob')
  })

  it('is not asked about where that cannot be saved; the log says so, and the platform goes on', async () => {
    stage.ledger.people.noteChange = away
    await handler().changed(here.group, bob, { gone: false, name: 'Robert' })
    expect(stage.logged.at(-1)).toBe('could not save a change to a person')
  })
})

describe('a word', () => {
  it.each(['smoke', 'ALARMS', 'Heating', 'whole'])('is one of the course’s if it stands in one of its titles: “%s”', (word) => {
    expect(handler().isTerm(word)).toBe(true)
  })

  it.each(['alarm', 'smoke alarms', 'xyzzy', ''])('is none if no title has it whole: “%s”', (word) => {
    expect(handler().isTerm(word)).toBe(false)
  })
})

it('completions are those of the command’s own option, and none where there is no such option', async () => {
  const values = async (command: string, option: string) => (await handler().suggest(command, option, 'smoke', 3)).map(({ value }) => value)
  expect(await values('lookup', 'words')).toContain('Smoke alarms as a whole')
  expect(await values('lookup', 'nonsense')).toEqual([])
  expect(await values('nonsense', 'words')).toEqual([])
  expect(await values('setup', 'time')).toEqual([])
  expect(stage.logged).not.toContain('could not find completions')
})
