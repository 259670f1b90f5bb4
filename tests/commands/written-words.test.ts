// What people write to the bot without a slash, in a channel and in a direct message.
import { expect, it } from 'vitest'
import { readWrittenWords } from '../../src/commands/written-words.ts'
import { commands } from '../catalog.ts'

const read = (text: string, where: 'channel' | 'direct') => readWrittenWords(text, where, { commands, isTerm: (word) => word === 'hypervisor', spokenOf: () => undefined })

it.each([
  ['board', 'board', 'board'],
  ['  Board   month ', 'Board month', 'Board month'],
  ['/study board', 'board', 'board'],
  ['/study-admin pause', 'pause', 'pause'],
  ['/board', 'board', 'board'],
  ['study board', 'board', 'board'],
  ['/study', '?', '?'],
  ['?', '?', '?'],
  ['who patches RDS?', 'who patches RDS?', 'who patches RDS?'],
  ['is RDS patched by AWS?', 'lookup is RDS patched by AWS?', 'lookup is RDS patched by AWS?'],
  ['hypervisor', 'lookup hypervisor', 'lookup hypervisor'],
  ['rds patching', undefined, 'lookup rds patching'],
  ['boord', undefined, 'boord'],
  ['board wek', 'board wek', 'board wek'],
  ['now is a good time for lunch', undefined, 'now is a good time for lunch'],
  ['study tips', undefined, 'lookup study tips'],
])('%s', (text, inChannel, direct) => {
  expect([read(text, 'channel'), read(text, 'direct')]).toEqual([inChannel, direct])
})

it.each([
  ['team responsibilities', 'lookup team responsibilities'],
  ['question 3', 'lookup question 3'],
  ['questions 3', 'questions 3'],
  ['board wek', 'board wek'],
  ['team mnoth', 'team mnoth'],
  ['board topics', 'board topics'],
  ['board please', 'board please'],
  ['team', 'team'],
  ['/study team responsibilities', 'team responsibilities'],
])('“%s”, where the course speaks of it, is “%s”', (text, meant) => {
  const said: Readonly<Record<string, 'title' | 'words'>> = { responsibilities: 'words', topics: 'words', 'question 3': 'title', 'questions 3': 'words' }
  const vocabulary = { commands, isTerm: () => false, spokenOf: (words: string) => said[words] }
  expect(['channel', 'direct'].map((where) => readWrittenWords(text, where as 'channel', vocabulary))).toEqual([meant, meant])
})

it.each(['', '   ', 'hi', 'Hi there!', 'hello :)', 'thank you very much', '👍', '!!!', 'ok', '...'])('“%s” is small talk', (text) => {
  expect([read(text, 'channel'), read(text, 'direct')]).toEqual([undefined, undefined])
})
