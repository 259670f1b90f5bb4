// The commands as they are registered with Discord.
import { ApplicationCommandOptionType as Type } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { commandData } from '../../../src/platforms/discord/incoming/command-data.ts'
import { commands } from '../../catalog.ts'

type Option = { readonly name: string; readonly type: number; readonly options?: readonly Option[]; readonly [field: string]: unknown }

const registered = () => commandData(commands, true) as unknown as readonly Option[]
const optionOf = (all: readonly Option[], command: string, name: string) =>
  all.flatMap(({ options = [] }) => options).find((each) => each.name === command)?.options?.find((each) => each.name === name)

test('what everybody may do is apart from what managers do, and each command is once in one of them', () => {
  const [study, account, admin] = registered()
  const names = registered().flatMap(({ options = [] }) => options.map(({ name }) => name))
  expect(names.toSorted()).toEqual(commands.list.map(({ name }) => name).toSorted())
  expect(admin?.options?.map(({ name }) => name)).toEqual(commands.list.filter((command) => command.for === 'managers').map(({ name }) => name))
  expect(account?.options?.map(({ name }) => name)).toEqual(['away', 'privacy', 'link', 'unlink', 'export', 'forget'])
  expect(registered().every(({ options = [] }) => options.length <= 25)).toBe(true)
  expect([study?.['default_member_permissions'], account?.['default_member_permissions'], admin?.['default_member_permissions']]).toEqual([undefined, undefined, '32'])
})

test('each subcommand says what it does, and no option has to be filled in but those that the command needs', () => {
  const [study] = registered()
  const board = study?.options?.find(({ name }) => name === 'board')
  expect(board).toMatchObject({ type: Type.Subcommand, description: commands.find('board')?.summary })
  const all = registered()
  for (const { name, options } of commands.list) {
    for (const option of options) {
      const found = optionOf(all, name, option.name)
      expect([name, option.name, found?.['required'], found?.['description']]).toEqual([name, option.name, option.required ?? false, option.summary])
    }
  }
})

describe('an option', () => {
  test.each<readonly [string, string, string, object]>([
    ['of any words is completed, and takes a sentence or two', 'lookup', 'words', { type: Type.String, autocomplete: true, max_length: 300 }],
    ['with the title of something is completed', 'compare', 'table', { type: Type.String, autocomplete: true, max_length: 300 }],
    ['with the name of a command is completed', 'help', 'command', { type: Type.String, autocomplete: true }],
    ['with a zone is completed', 'setup', 'zone', { type: Type.String, autocomplete: true }],
    ['with topics is completed', 'setup', 'topics', { type: Type.String, autocomplete: true }],
    ['with people to ping is completed', 'settings', 'mention', { type: Type.String, autocomplete: true }],
    ['with a time is typed', 'setup', 'time', { type: Type.String, max_length: 100 }],
    ['with days is typed', 'setup', 'days', { type: Type.String, max_length: 100 }],
    ['with a number is a number', 'board', 'page', { type: Type.Integer, min_value: 1, max_value: 9999 }],
    ['with a person is chosen from the list of people', 'managers', 'person', { type: Type.User }],
    ['with one choice that says the same is a yes or no', 'skip', 'undo', { type: Type.Boolean }],
    ['with one choice under another name offers it', 'off', 'change', { type: Type.String, choices: [{ name: 'remove', value: 'remove' }] }],
    ['with several choices offers them', 'managers', 'change', { type: Type.String, choices: [{ name: 'add', value: 'add' }, { name: 'remove', value: 'remove' }] }],
  ])('%s', (_, command, option, wanted) => {
    const { name: _name, description: _description, required: _required, ...rest }: Partial<Option> = optionOf(registered(), command, option) ?? {}
    expect(rest).toEqual(wanted)
  })

  test('with an hour takes the hours of a day', () => {
    const list = [{ name: 'wake', summary: 'Wake up', for: 'everyone', examples: [], options: [{ name: 'hour', kind: 'hour', summary: 'The hour' }] }] as const
    const all = commandData({ ...commands, list }, false) as unknown as readonly Option[]
    expect(optionOf(all, 'wake', 'hour')).toMatchObject({ type: Type.Integer, min_value: 0, max_value: 23 })
  })
})

test('people find the commands wherever the app can be: everybody’s in all messages, those of managers also in the bot’s', () => {
  const places = (userInstall: boolean) => commandData(commands, userInstall).map(({ contexts, integration_types: types }) => [contexts, types])
  expect(places(true)).toEqual([[[0, 1, 2], [0, 1]], [[0, 1, 2], [0, 1]], [[0, 1], [0]]])
  expect(places(false)).toEqual([[[0, 1], [0]], [[0, 1], [0]], [[0, 1], [0]]])
})
