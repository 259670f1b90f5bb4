// Registers the commands with Discord, but only after a change: each registration takes a while to reach all clients, and until then
// people who type a command see "outdated".
import { setTimeout as sleep } from 'node:timers/promises'
import { ApplicationIntegrationType, Routes, type REST } from 'discord.js'
import type { Commands } from '../../../commands/commands.ts'
import type { Log } from '../../../core/log.ts'
import { loggable } from '../connection/errors.ts'
import { commandData } from './command-data.ts'

type Registration = {
  readonly rest: REST
  /** The application's id. */
  readonly application: string
  readonly commands: Commands
  /** Gets the id of each command by its name, as soon as Discord has told it: with it, a message can mention the command. */
  readonly ids: Map<string, string>
  /** Whether this process takes interactions over HTTP. */
  readonly overHttp: boolean
  /** Milliseconds before the first retry, doubled with each further one. */
  readonly retry: number
  readonly stop: AbortSignal
  readonly log: Log
}

/** In milliseconds. */
const longestPause = 10 * 60_000

/** Never fails: commands registered by an earlier start still work, so a failed registration is repeated in the background. */
export async function registerCommands(registration: Registration, attempt = 1): Promise<void> {
  const { retry, stop, log } = registration
  try {
    const application = (await registration.rest.get(Routes.currentApplication())) as Application
    const userInstall = application.integration_types_config?.[ApplicationIntegrationType.UserInstall] !== undefined
    const what = await registerChanges(registration, userInstall)
    log.info({ commands: what, userInstall }, 'registered the commands with Discord')
    sayWhereInteractionsGo(application, registration)
  } catch (error) {
    log.error({ attempt, ...loggable(error) }, 'could not register the commands with Discord; trying again')
    const pause = sleep(Math.min(retry * 2 ** attempt, longestPause), undefined, { signal: stop, ref: false })
    void pause.then(() => registerCommands(registration, attempt + 1)).catch(() => undefined)
  }
}

/**
 * `integration_types_config`: whether people can install the app for themselves, which a command for them needs. `interactions_endpoint_url`:
 * where Discord sends interactions; over the gateway if it is not set. https://docs.discord.com/developers/resources/application#application-object
 */
type Application = { readonly integration_types_config?: Fields | null; readonly interactions_endpoint_url?: string | null }

/** Otherwise nobody would get an answer, and nothing would say why. */
function sayWhereInteractionsGo({ interactions_endpoint_url: endpoint }: Application, { overHttp, log }: Registration): void {
  const isSet = (endpoint ?? '') !== ''
  if (overHttp && !isSet) log.warn({}, 'Discord doesn’t send interactions over HTTP yet: at discord.com/developers/applications, your application, General Information, set Interactions Endpoint URL to the bot’s public address with /discord/interactions')
  if (!overHttp && isSet) log.error({}, 'Discord sends interactions to the Interactions Endpoint URL and not to this process, so nobody gets an answer: remove that URL at discord.com/developers/applications, your application, General Information, or set DISCORD_PUBLIC_KEY and PORT')
}

async function registerChanges({ rest, application, commands, ids }: Registration, userInstall: boolean): Promise<'changed' | 'unchanged'> {
  const wanted = commandData(commands, userInstall)
  const route = Routes.applicationCommands(application)
  const known = await rest.get(route)
  keepIds(known, ids)
  if (sameCommands(known, wanted)) return 'unchanged'
  keepIds(await rest.put(route, { body: wanted }), ids)
  return 'changed'
}

function keepIds(registered: unknown, ids: Map<string, string>): void {
  for (const { name, id } of list(registered)) if (typeof name === 'string' && typeof id === 'string' && /^\d+$/u.test(id)) ids.set(name, id)
}

function sameCommands(known: unknown, wanted: unknown): boolean {
  return JSON.stringify(byName(known)) === JSON.stringify(byName(wanted))
}

function byName(commands: unknown): unknown {
  const read = list(commands).map((command) => comparable(command, commandFields))
  return read.sort((one, other) => String(one['name']).localeCompare(String(other['name'])))
}

/** The fields that the bot sets, with the value that Discord fills in if one is missing. Ids and versions are Discord's own. */
const commandFields = { type: 1, name: '', description: '', default_member_permissions: null, contexts: null, integration_types: null, nsfw: false } as const
const optionFields = {
  type: 0, name: '', description: '', required: false, autocomplete: false, choices: null, min_value: null, max_value: null, min_length: null, max_length: null,
} as const

type Fields = Readonly<Record<string, unknown>>

function comparable(thing: Fields, fields: Fields): Fields {
  const values = Object.entries(fields).map(([field, absent]) => [field, normalized(thing[field] ?? absent)])
  return Object.fromEntries([...values, ['options', list(thing['options']).map((option) => comparable(option, optionFields))]])
}

/** Choices without the translations that Discord adds; lists of numbers in ascending order. */
function normalized(value: unknown): unknown {
  if (!Array.isArray(value)) return value
  if (value.length === 0) return null
  if (value.every((item) => typeof item === 'number')) return value.toSorted((a, b) => a - b)
  return list(value).map(({ name, value: chosen }) => ({ name, value: chosen }))
}

const list = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value : [])
