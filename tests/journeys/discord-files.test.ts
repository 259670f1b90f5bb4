// A manager sends a file with questions along with a command on Discord.
import { expect, test } from 'vitest'
import { ankiPackage } from '../fakes/anki-package.ts'
import { textOf } from '../fakes/discord/people.ts'
import type { Channel, SentFile } from '../fakes/discord/world.ts'
import { settled } from './discord-two-channels.ts'

const gift = '::One::Who restarts the queue? { =The team on call ~Whoever sees it ~Nobody }\n\n::Two::When is the audit? { =In May ~In June ~Never }\n'
const bytes = (text: string) => new TextEncoder().encode(text)
const questions: SentFile = { name: 'questions.gift', data: bytes(gift) }

async function town() {
  const all = await settled()
  const { people } = all.discord
  const send = (file: SentFile, where: Channel = all.good, who = all.ada) => people.seen(people.command(who, where, '/study-admin add-question', {}, file))
  const questionsIn = async (where: Channel) => textOf(await all.type(all.ada, '/study-admin questions', {}, where))
  return { ...all, send, questionsIn }
}

test('the command that takes a file offers one, and its questions become drafts of the channel', async () => {
  const { discord, good, bad, send, questionsIn, clean } = await town()
  const options = (name: string) => discord.world.commands.flatMap((top) => top['options'] as readonly { readonly name: string; readonly options: readonly { readonly name: string; readonly type: number }[] }[]).find((each) => each.name === name)?.options.map((each) => [each.name, each.type])
  expect(options('add-question')).toEqual([['text', 3], ['file', 11]])
  expect(options('questions')).toEqual([['export', 5], ['page', 4]])
  expect(textOf(await send(questions))).toContain('Added 2 drafts')
  expect(await questionsIn(good)).toContain('Who restarts the queue?')
  expect(await questionsIn(bad)).toContain('hasn’t written any questions')
  clean()
})

test('a deck becomes a draft, and once it is used, people of the channel get its cards', async () => {
  const { discord, good, ada, bob, send, type, clean } = await town()
  const draft = await send({ name: 'ops.apkg', data: ankiPackage('On call', [['Who holds the pager?', 'The primary']]) })
  expect(textOf(draft)).toContain('**On call**: 1 card from Anki package.')
  await discord.people.seen(discord.people.press(ada, draft, 'Use these cards'))
  expect(textOf(await type(bob, '/study cards', { topics: 'team' }, good))).toContain('Who holds the pager?')
  clean()
})

test('in direct messages a file is for the channel that its sender chooses, also if they choose twice', async () => {
  const { discord, ada, bad, send, questionsIn, clean } = await town()
  const which = await send(questions, discord.world.directChannel(ada))
  expect(textOf(which)).toContain('Which channel?')
  const chosen = textOf(which).indexOf(bad.id) < textOf(which).indexOf('2. ') ? 'Choose 1' : 'Choose 2'
  const [first, second] = [discord.people.press(ada, which, chosen), discord.people.press(ada, which, chosen)]
  expect(textOf(await discord.people.seen(first))).toContain('Added 2 drafts')
  await discord.people.seen(second)
  expect(await questionsIn(bad)).toContain('2 drafts')
  clean()
})

test('a file that can’t be read is answered with why', async () => {
  const { discord, ada, send, person, good, questionsIn, clean } = await town()
  const says = async (file: SentFile) => textOf(await send(file))
  expect(await says({ ...questions, size: 5_000_001 })).toContain('questions.gift is too large. Send at most 5 MB')
  expect(await says({ name: 'long.gift', data: bytes('x'.repeat(300_000)), size: 10 })).toContain('too large')
  expect(await says({ ...questions, gone: true })).toContain('I couldn’t get questions.gift from Discord')
  expect(await says({ name: 'cat.png', data: new Uint8Array([0x89, 0x50, 0xff, 0x00]) })).toContain('isn’t a text file')
  expect(await says({ name: 'notes.txt', data: bytes('Dear all, the audit is in May.') })).toContain('I couldn’t add that')
  expect(textOf(await discord.people.seen(discord.people.command(ada, good, '/study-admin add-question', { text: 'Who? | * I | - You' }, questions)))).toContain('a file or text, not both')
  const mallory = person('mallory')
  discord.people.allowCommands(mallory)
  expect(textOf(await send(questions, good, mallory))).toContain('Only managers can')
  expect(textOf(await send(questions, discord.world.directChannel(mallory), mallory))).toMatch(/Only managers can|You don’t have a channel yet/u)
  expect(await questionsIn(good)).toContain('hasn’t written any questions')
  clean()
})
