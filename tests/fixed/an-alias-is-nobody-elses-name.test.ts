// An alias could be the name of somebody who had never used the bot, or look like a name in another script, and stayed when that person came.
import { afterEach, describe, expect, it } from 'vitest'
import { aliasKey, readAlias } from '../../src/core/alias.ts'
import { answerControl } from '../../src/screens/question.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'

let stage: Stage
afterEach(() => stage?.close())

/** Bob and four others have answered three times, and he goes by an alias. */
async function heron() {
  stage = await openStage('2026-02-26T07:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri topics=repairs open=1h')
  for (const at of ['2026-02-26T09:00Z', '2026-02-27T09:00Z', '2026-03-02T09:00Z']) {
    await stage.until(at)
    const round = stage.channel.posts.at(-1)?.round ?? ''
    const { right, wrong } = stage.optionsOf(round)
    for (const who of ['bob', 'cat', 'dan', 'eve', 'fay']) await stage.press(who, answerControl.text({ round, option: who === 'bob' ? right : wrong }))
  }
  await stage.type('bob', 'privacy alias Blue Heron')
  return stage.channel.posts.at(-1)?.round ?? ''
}

const board = async () => words(await stage.type('cyd', 'board all'))

it('is marked as one wherever others see it, and the screens say so', async () => {
  await heron()
  expect(await board()).toContain('Blue Heron (alias) 3')
  expect(words(await stage.type('bob', 'privacy'))).toContain('marked as an alias')
  expect(words(await stage.type('bob', 'privacy alias Blue Heron (alias)'))).toContain('Use letters')
  expect(words(await stage.type('bob', 'privacy alias Blue alias'))).toContain('means something else')
})

it('gives way to somebody of that name, and its owner is told', async () => {
  const round = await heron()
  await stage.press('Blue Heron', answerControl.text({ round, option: stage.optionsOf(round).wrong }))
  expect(await board()).toMatch(/Member 1 \(alias\) 3.*Blue Heron 0/su)
  await stage.until('2026-03-02T09:01Z')
  expect(stage.channel.told.map(({ person, screen }) => [person, words(screen)])).toEqual([['terminal:team:bob', expect.stringMatching(/looks like your alias Blue Heron\..*Member 1 \(alias\)/su)]])
  await stage.until('2026-03-02T09:02Z')
  expect(stage.channel.told).toHaveLength(1)
  expect(words(await stage.type('bob', 'privacy'))).toContain('so it was taken back')
  expect(words(await stage.type('bob', 'privacy alias Blue Heron'))).toContain('Somebody here has that alias')
  expect(words(await stage.type('bob', 'privacy alias Member 2'))).toContain('means something else')
  expect(words(await stage.type('bob', 'privacy alias Red Fox'))).not.toContain('taken back')
  expect(await board()).toContain('Red Fox (alias) 3')
})

it('gives way to somebody who is renamed to it, also when the platform says so; their own new name does nothing', async () => {
  await heron()
  await stage.ledger.people.setHidden({ id: 'terminal:team:dee', group: 'terminal:team', name: 'Dee' }, false)
  await stage.ledger.people.noteSeen({ id: 'terminal:team:bob', group: 'terminal:team', name: 'Blue Heron' })
  expect(await board()).toContain('Blue Heron (alias)')
  await stage.ledger.people.setPresence([{ person: 'terminal:team:dee', gone: false, name: 'B1ue Hеron' }], stage.clock.now)
  expect(await board()).toContain('Member 1 (alias)')
})

describe('a name of other letters that looks the same', () => {
  it.each([
    ['Marcel', 'M4rc3l'], ['Tobias', '7o8ia5'], ['Ada', 'ＡＤＡ'], ['Ada', 'Ꭺꓒꓮ'], ['Ada', 'ᴀᴅᴀ'], ['Ada', 'Αda'], ['Zoe', 'Ζοё'], ['Omar', 'Օmаґ'], ['Eve', 'Ǝvе'], ['Sam', 'Ѕ-а.м'], ['Ana', 'A\u200bn\u00ada'],
    ['Łukasz', 'Lukasz'], ['Ｂｌｕｅ　Ｈｅｒｏｎ', 'blue heron'], ['Björn', 'Bjørn'], ['𝓐𝓭𝓪', 'Ada'], ['Ⓐⓓⓐ', 'Ada'],
  ])('%s and %s', (one, other) => expect(aliasKey(one)).toBe(aliasKey(other)))

  it.each([['Ирина', 'Полина'], ['Лена', 'Нина'], ['שרה', 'דוד'], ['王小明', '王小红'], ['Ali', 'Eli'], ['Ben', 'Dan'], ['🦊', '🐻']])('%s and %s don’t', (one, other) => expect(aliasKey(one)).not.toBe(aliasKey(other)))

  it('reserved words too', () => {
    for (const text of ['3veryone', '4dmin', 'Ѕtudyhаll', 'ｈｅｒｅ', 'member 12', 'MEMBER 7']) expect(readAlias(text), text).toEqual({ problem: 'reserved' })
  })
})
