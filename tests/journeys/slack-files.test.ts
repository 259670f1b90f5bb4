// A manager sends the bot a file with questions in a direct message on Slack.
import { expect, test } from 'vitest'
import { ankiPackage } from '../fakes/anki-package.ts'
import { onMessage } from '../fakes/slack/fake-slack.ts'
import { until } from '../fakes/until.ts'
import { bad, good, settled, type Settled } from './slack-two-channels.ts'
import { openTown, textOf, type Town } from './slack-town.ts'

const gift = '::One::Who restarts the queue? { =The team on call ~Whoever sees it ~Nobody }\n\n::Two::When is the audit? { =In May ~In June ~Never }\n'
const questions = { name: 'questions.gift', data: gift }

type Sent = Parameters<Town['slack']['sendFiles']>[1]

/** What the bot says next in their direct messages. */
async function answered({ slack }: Town, who: string, act: () => Promise<unknown>) {
  const before = slack.messages(`D${who}`).length
  await act()
  return until(() => slack.messages(`D${who}`)[before], `an answer to ${who}`)
}

async function one() {
  const town = await openTown('2026-11-23T07:30:00Z')
  const [ada, bob] = [town.person('Ada'), town.person('Bob')]
  await town.type(ada, 'setup 09:00 Europe/Berlin mon-fri')
  return { ...town, ada, bob, send: async (who: string, files: Sent, words?: string) => textOf(await answered(town, who, () => town.slack.sendFiles(who, files, words))) }
}

test('a file alone, and one with words about it, becomes drafts of the only channel', async () => {
  const { slack, ada, type, send, faults } = await one()
  const added = await send(ada, [questions])
  expect(added).toContain('Added 2 drafts')
  expect(added).toContain('2 questions from GIFT')
  expect(await type(ada, 'questions')).toContain('Who restarts the queue?')
  expect(await send(ada, [{ name: 'more.gift', data: 'Who signs? {=The lead ~Nobody ~Anybody}' }], 'Here are the questions for next week')).toContain('Who signs?')
  expect(await send(ada, [{ name: 'again.gift', data: 'Who pays? {=The lead ~Nobody ~Anybody}' }], 'add-question')).toContain('Who pays?')
  expect([slack.world.refusals, faults]).toEqual([[], []])
})

test('a deck becomes a draft, and once it is used, people of the channel get its cards', async () => {
  const town = await one()
  const { slack, ada, bob, type, faults } = town
  const draft = await answered(town, ada, () => slack.sendFiles(ada, [{ name: 'ops.apkg', data: ankiPackage('On call', [['Who holds the pager?', 'The primary']]) }]))
  expect(textOf(draft)).toContain('On call: 1 card from Anki package.')
  await slack.press(ada, onMessage(draft), 'Use these cards')
  await until(() => (textOf(draft).includes('from now on') ? true : undefined), 'the deck in use')
  expect(await type(bob, 'cards team')).toContain('Who holds the pager?')
  expect([slack.world.refusals, faults]).toEqual([[], []])
})

test('a file is for the channel that its sender chooses, once', async () => {
  const town: Settled = await settled()
  const { slack, ada, type, faults } = town
  const which = await answered(town, ada, () => slack.sendFiles(ada, [questions]))
  expect(textOf(which)).toContain('Which channel?')
  const shown = JSON.stringify(which.blocks)
  const chosen = shown.indexOf(bad) < shown.indexOf(good) ? 'Choose 1' : 'Choose 2'
  // As it stands on another device.
  const elsewhere = { ...which }
  await slack.press(ada, onMessage(which), chosen)
  await until(() => (textOf(which).includes('Added 2 drafts') ? true : undefined), 'the drafts')
  await slack.press(ada, onMessage(elsewhere), chosen)
  await until(() => (textOf(elsewhere).includes('Added 2 drafts') ? true : undefined), 'the same drafts')
  expect(await type(ada, 'questions', bad)).toContain('2 drafts')
  expect(await type(ada, 'questions', good)).toContain('hasn’t written any questions')
  expect([slack.world.refusals, faults]).toEqual([[], []])
})

test('a choice that comes too late asks for the file again, and a bad file asks for no choice', async () => {
  const town: Settled = await settled()
  const { slack, ada, moveClock } = town
  const which = await answered(town, ada, () => slack.sendFiles(ada, [questions]))
  moveClock('2026-11-23T07:50:00Z')
  await slack.press(ada, onMessage(which), 'Choose 1')
  await until(() => (textOf(which).includes('Please send the file again') ? true : undefined), 'that it is gone')
  expect(textOf(await answered(town, ada, () => slack.sendFiles(ada, [{ ...questions, more: { size: 5_000_001 } }])))).toContain('questions.gift is too large. Send at most 5 MB')
})

test('a file that can’t be read, or isn’t for the bot, is answered with why', async () => {
  const { slack, ada, bob, type, send, faults } = await one()
  expect(await send(bob, [questions])).toContain('I only take files from managers')
  expect(await send(ada, [{ name: 'cat.png', data: new Uint8Array([0x89, 0x50, 0xff, 0x00]), type: 'image/png' }])).toContain('isn’t a text file')
  expect(await send(ada, [{ name: 'notes.txt', data: 'Dear all, the audit is in May.' }])).toContain('I couldn’t add that')
  expect(await send(ada, [questions, questions])).toContain('one file at a time')
  expect(await send(ada, [{ ...questions, more: { url_private: 'https://drive.example.org/questions.gift', is_external: true } }])).toContain('isn’t kept in this Slack workspace')
  expect(await send(ada, [{ ...questions, more: { size: 10, url_private: `${slack.world.origin}/files-pri/none` } }])).toContain('Send it again in a minute')
  expect(await send(ada, [{ name: 'long.gift', data: 'x'.repeat(300_000), more: { size: 10 } }])).toContain('too large')
  slack.world.scopes.delete('files:read')
  expect(await send(ada, [questions])).toContain('needs the permission files:read')
  expect(await type(ada, 'questions')).toContain('hasn’t written any questions')
  expect([slack.world.refusals, faults]).toEqual([[], []])
})

test('words beside a picture mean what they say', async () => {
  const { ada, send } = await one()
  const shot = { name: 'screenshot.png', data: new Uint8Array([0x89, 0x50]), type: 'image/png' }
  expect(await send(ada, [shot], 'status')).not.toContain('file')
  expect(await send(ada, [shot], 'incident report')).not.toContain('text file')
})
