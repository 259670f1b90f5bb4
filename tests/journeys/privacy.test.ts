// One's privacy on all three platforms: an alias by form, one's data as files, and everything forgotten, with the posts that showed the name.
import { readFileSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { textOf as discordText } from '../fakes/discord/people.ts'
import { until } from '../fakes/until.ts'
import { verifyLedger } from '../../src/ledger/sqlite/file/verify.ts'
import { settled as settledOnDiscord } from './discord-two-channels.ts'
import { close, due, good, settled } from './slack-two-channels.ts'
import { textOf, textOn } from './slack-town.ts'
import { openDesk } from './terminal-desk.ts'

type Exported = { readonly groups: readonly { readonly alias: string | null; readonly answers: readonly unknown[]; readonly manages: readonly string[] }[] }

const read = (data: Uint8Array | undefined) => JSON.parse(new TextDecoder().decode(data ?? new Uint8Array())) as Exported

test('on Slack', async () => {
  const town = await settled()
  const { slack, ada, bob } = town
  await town.wait(due)
  for (const who of [ada, bob]) await town.answer(who, town.postIn(good), true)
  await town.wait(close)
  await until(() => textOf(town.postIn(good)).includes(bob), 'the names')

  const screen = await town.shown(bob, () => slack.command(bob, good, 'privacy'))
  await slack.press(bob, { kind: 'message', message: screen }, 'Use an alias')
  const form = await until(() => slack.modal(bob), 'the form')
  expect((await slack.submit(bob, form, { alias: '<!here>' })).ack.body).toMatchObject({ response_action: 'errors', errors: { alias: expect.stringContaining('Use letters') } })
  expect((await slack.submit(bob, form, { alias: 'ADA' })).ack.body).toMatchObject({ response_action: 'errors' })
  await slack.submit(bob, form, { alias: 'Blue Heron' })
  expect(textOn(form)).toContain('You’re shown as Blue Heron')
  expect(await town.type(ada, 'board all')).not.toContain('Bob')
  expect(await town.type(bob, 'board all')).toContain('You go by an alias')
  await town.wait('2026-11-24T07:01:00Z')
  await until(() => !textOf(town.postIn(good)).includes(bob), 'a post without the name')

  expect(await town.type(bob, 'export')).toContain('studyhall-export-2026-11-24.json comes in your direct messages')
  const files = await until(() => {
    const found = slack.messages(`D${bob}`).flatMap((message) => message.files ?? [])
    return found.length === 2 ? found : undefined
  }, 'two files')
  expect(read(files[0]?.sent).groups).toMatchObject([{ alias: 'Blue Heron', answers: [{ right: true }], manages: [] }])
  expect(JSON.stringify(read(files[0]?.sent))).not.toContain(ada)
  expect(slack.messages(good).flatMap((message) => message.files ?? [])).toEqual([])

  const ask = await town.shown(bob, () => slack.command(bob, good, 'forget'))
  await slack.press(bob, { kind: 'message', message: ask }, 'Delete everything')
  await until(() => textOf(ask).includes('Your data is gone'), 'the word that it is gone')
  expect(await town.type(bob, 'export')).toContain('There’s nothing to export')
  expect(await town.type(ada, 'board all')).not.toContain('Heron')
  expect([slack.world.refusals, town.faults]).toEqual([[], []])
  expect(verifyLedger(town.file).problems).toEqual([])
})

test('on Slack without files:write, with a word about what to do', async () => {
  const town = await settled()
  const { slack, ada } = town
  slack.world.scopes.delete('files:write')
  await town.type(ada, 'export')
  expect(await until(() => slack.messages(`D${ada}`).map(textOf).find((text) => text.includes('couldn’t send')), 'the word')).toContain('files:write')
})

test('on Discord', async () => {
  // Files take their time on a slow machine.
  const town = await settledOnDiscord({ timing: { request: 60_000 } })
  const { discord: { people }, bob, ada } = town
  await town.wait(due)
  for (const who of [ada, bob]) await people.seen(town.answer(who, town.postIn(town.good), true))
  await town.wait(close)
  expect(discordText(town.postIn(town.good))).toContain('Bob')

  const form = await people.form(people.press(bob, await town.type(bob, '/study-account privacy'), 'Use an alias'))
  const wrong = await people.seen(people.submit(bob, town.good, form, { alias: 'Ada' }))
  expect(discordText(wrong)).toContain('Somebody here has that alias, or a name that looks like it')
  const saved = await people.seen(people.submit(bob, town.good, await people.form(people.press(bob, wrong, 'Try again')), { alias: 'Blue Heron' }))
  expect(discordText(saved)).toContain('You’re shown as Blue Heron')
  const board = discordText(await town.type(ada, '/study board', { period: 'all' }))
  expect(board).not.toMatch(/Bob|Heron/u)
  expect(board).not.toContain(bob.id)
  await town.wait('2026-11-24T07:01:00Z')
  await until(() => !discordText(town.postIn(town.good)).includes('Bob') || undefined, 'a post without the name')

  const exported = await people.seen(people.press(bob, saved, 'Export my data'))
  expect(discordText(exported)).toContain('Everything the bot keeps')
  await until(() => exported.attachments?.length === 2, `two files below: ${discordText(exported)}`)
  expect(exported.attachments?.map(({ filename }) => filename)).toEqual(['studyhall-export-2026-11-24.json', 'studyhall-answers-2026-11-24.csv'])
  expect(read(exported.attachments?.[0]?.data).groups).toMatchObject([{ alias: 'Blue Heron', answers: [{ right: true }] }])
  const direct = town.discord.world.directChannel(bob)
  people.say(bob, direct, 'export')
  const written = await until(() => town.discord.world.messagesIn(direct).find(({ attachments = [] }) => attachments.length === 2), 'the files in a direct message')
  expect(read(written.attachments?.[0]?.data).groups).toEqual(read(exported.attachments?.[0]?.data).groups)
  const asked = await people.seen(people.press(bob, exported, 'Delete my data'))
  expect(asked.attachments ?? []).toEqual([])
  expect(discordText(await people.seen(people.press(bob, asked, 'Delete everything')))).toContain('Your data is gone')
  expect(discordText(await town.type(bob, '/study-account export'))).toContain('There’s nothing to export')
  town.clean()
  expect(verifyLedger(town.file).problems).toEqual([])
})

test('in the terminal', async () => {
  const desk = await openDesk('2026-03-02T12:00Z')
  expect(await desk.type('/study practice 2', 'A', 'privacy alias "Blue Heron"')).toContain('You’re shown as Blue Heron')
  expect(await desk.type('/as Ben', 'privacy alias blue-heron')).toContain('That can’t be your alias')
  const printed = await desk.type('/as ada', '/study export', '/study export')
  const paths = [...printed.matchAll(/\S+\/studyhall-export-2026-03-02(?:-2)?\.json/gu)].map(([path]) => path)
  expect(paths.length).toBe(2)
  for (const path of paths) expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(read(readFileSync(paths[1] ?? '')).groups).toMatchObject([{ alias: 'Blue Heron' }])
  expect(await desk.type('/study forget', '1')).toContain('Nothing was deleted')
  expect(await desk.type('/study forget', '3')).toContain('Your data is gone')
  await desk.restart()
  expect(await desk.type('/study export')).toContain('There’s nothing to export')
})
