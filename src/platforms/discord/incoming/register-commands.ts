// Registers the commands with Discord, but only when they are not registered as they are: a change takes a while to reach
// every client, and clients show "outdated" to people who type meanwhile.
import { Routes, type REST } from 'discord.js'
import type { Commands } from '../../../commands/commands.ts'
import { commandData } from './command-data.ts'

/** Whether anything had to be changed. */
export async function registerCommands(rest: REST, application: string, commands: Commands): Promise<'changed' | 'unchanged'> {
  const wanted = commandData(commands)
  const route = Routes.applicationCommands(application)
  const known = await rest.get(route)
  if (sameCommands(known, wanted)) return 'unchanged'
  await rest.put(route, { body: wanted })
  return 'changed'
}

export function sameCommands(known: unknown, wanted: unknown): boolean {
  return JSON.stringify(byName(known)) === JSON.stringify(byName(wanted))
}

function byName(commands: unknown): unknown {
  const read = list(commands).map((command) => said(command, topFields))
  return read.sort((one, other) => String(one['name']).localeCompare(String(other['name'])))
}

/** What we say of a command, and what Discord takes it for where we say nothing. The rest is Discord's own: ids, versions. */
const topFields = { type: 1, name: '', description: '', default_member_permissions: null, contexts: null, integration_types: null, nsfw: false } as const
const optionFields = {
  type: 0, name: '', description: '', required: false, autocomplete: false, choices: null, min_value: null, max_value: null, min_length: null, max_length: null,
} as const

type Fields = Readonly<Record<string, unknown>>

function said(thing: Fields, fields: Fields): Fields {
  const values = Object.entries(fields).map(([field, absent]) => [field, plain(thing[field] ?? absent)])
  return Object.fromEntries([...values, ['options', list(thing['options']).map((option) => said(option, optionFields))]])
}

/** Choices without the translations that Discord adds; lists of numbers in one order. */
function plain(value: unknown): unknown {
  if (!Array.isArray(value)) return value
  if (value.length === 0) return null
  return value.every((item) => typeof item === 'number') ? value.toSorted((a, b) => a - b) : list(value).map(({ name, value: chosen }) => ({ name, value: chosen }))
}

const list = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value : [])
