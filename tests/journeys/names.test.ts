// People with names of every kind, over the wire: they answer, stand on boards and lists, and harm nobody by what they are called.
import { expect, test } from 'vitest'
import { verifyLedger } from '../../src/ledger/sqlite/file/verify.ts'
import { hostileTexts } from '../platforms/hostile-texts.ts'
import { until } from '../fakes/until.ts'
import { textOf as discordText } from '../fakes/discord/people.ts'
import { settled as settledOnDiscord } from './discord-two-channels.ts'
import { close, due, good, settled } from './slack-two-channels.ts'
import { textOf } from './slack-town.ts'

/** Names of the world, and what stands in names although it is none. */
const names = [
  ...hostileTexts.map(({ text }) => text),
  'José Ñandú', 'Владимир Щукин', 'Ἀριστοτέλης', 'محمد بن سلمان', 'יעל כהן', '李雷', '田中さん', '김민준', 'नरेन्द्र', 'ณัฐพงษ์', 'Nguyễn Thị Hương', 'İbrahim ıßẞ', 'ﷺ', '𝕬𝖉𝖆 𝒢',
  'Åke (decomposed: A\u030Ake)', '🇩🇪🇺🇦', '👩🏽‍🚒', '1️⃣', '\uFFFD\uFFFE\uFFFF', '\u{10FFFF}', '\u{E0041}\u{E0042}', '\u2028\u2029', 'null', 'undefined', '__proto__', "Robert'); DROP TABLE people;--", '=1+1', '../..', '\t',
]
/** The direction of what follows is turned, or the terminal is told something. */
// oxlint-disable-next-line no-control-regex -- these are what must not come through
const acting = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u
/** What keeps a name written from right to left apart from what stands around it. */
const isolate = /\u2068([^\u2066-\u2069\n]*)\u2069/gu

test('on Slack everybody answers, and stands on the board under a name that does nothing', async () => {
  const town = await settled()
  const { slack } = town
  await town.wait(due)
  const post = town.postIn(good)
  const people = names.map((name, index) => slack.addUser(`U1${index}`, name).id)
  for (const who of people) expect(await town.answer(who, post, true)).toContain('✅ Right')
  for (const who of people.slice(0, 5)) expect(await town.type(who, 'me')).toContain('1 point, 1 of 1 right')
  const pages: string[] = []
  for (let page = 1; page <= Math.ceil(names.length / 10); page++) pages.push(await town.type(town.bob, `board week here ${page}`))
  expect(new Set(pages).size).toBe(pages.length)
  await town.wait(close)
  await until(() => textOf(town.postIn(good)).includes(`${names.length} people answered`), 'the answer with its numbers')
  // What notifications say is read as markup; in the cells of a table the same words are only words.
  const notifications = [town.postIn(good), ...slack.whispers(town.bob)].map(({ text }) => text)
  for (const shown of [...pages, textOf(town.postIn(good)), ...notifications]) {
    expect(shown.replace(isolate, '$1')).not.toMatch(acting)
    expect(shown.isWellFormed()).toBe(true)
  }
  expect(notifications.join()).not.toMatch(/<!|<@(?!U)/u)
  expect([slack.world.refusals, town.faults]).toEqual([[], []])
  expect(verifyLedger(town.file)).toMatchObject({ problems: [], answers: names.length, people: names.length })
})

test('on Discord everybody answers, and stands on the board under a name that does nothing', async () => {
  const town = await settledOnDiscord()
  const { discord, guild, bob } = town
  await town.wait(due)
  const post = town.postIn(town.good)
  const people = names.map((globalName, index) => discord.world.addPerson(guild, { username: `person${index}`, globalName, may: bob.may }))
  for (const who of people) expect(discordText(await discord.people.seen(town.answer(who, post, true)))).toContain('## ✅ Right')
  const pages: string[] = []
  for (let page = 1; page <= Math.ceil(names.length / 10); page++) pages.push(discordText(await town.type(bob, '/study board', { page })))
  expect(new Set(pages).size).toBe(pages.length)
  await town.wait(close)
  const shown = [...pages, discordText(town.postIn(town.good))]
  expect(shown.at(-1)).toContain(`${names.length} people answered`)
  for (const each of shown) {
    expect(each.replace(isolate, '$1')).not.toMatch(acting)
    expect(each.isWellFormed()).toBe(true)
  }
  town.clean()
  expect(verifyLedger(town.file)).toMatchObject({ problems: [], answers: names.length, people: names.length })
})
