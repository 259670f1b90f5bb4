// The configuration from the environment, checked once and frozen. The only file that reads process.env.
import { existsSync, lstatSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Values } from './schema.ts'
import { unquoted } from './unquoted.ts'
import { onlyMany, settings, type Given, type Key } from './settings.ts'

type SlackOptions = {
  readonly apiUrl?: string
  /** Another slash command than /study. */
  readonly command?: string
}

/** The bot of one workspace. */
type OwnSlack = SlackOptions & { readonly botToken: string } & ({ readonly mode: 'socket'; readonly appToken: string } | { readonly mode: 'http'; readonly signingSecret: string; readonly port: number })

/** One bot for all workspaces that install it. */
export type ManySlack = SlackOptions & {
  readonly mode: 'oauth'
  readonly clientId: string
  readonly clientSecret: string
  readonly stateSecret: string
  readonly signingSecret: string
  readonly port: number
  /** Without a slash at the end. */
  readonly publicUrl: string
  /** As it's written: `2:base64,1:base64`. */
  readonly tokenKeys: string
  /** What the pages say of who runs the bot; null if nobody said. */
  readonly about: { readonly operator: string | null; readonly contact: string | null; readonly keepRemovedDays: number }
}

export type SlackConfig = OwnSlack | ManySlack

export type DiscordConfig = {
  readonly token: string
  readonly apiUrl?: string
  readonly requestsPerSecond?: number
  /** Interactions come over HTTP; absent for the gateway. */
  readonly overHttp?: { readonly publicKey: string; readonly port: number }
}

export type Config = {
  readonly slack: SlackConfig | null
  readonly discord: DiscordConfig | null
  /** Beside it are files through which an operator's commands reach the running bot, also where answers are kept elsewhere. */
  readonly databaseFile: string
  /** Null for a file. It may have a password in it. */
  readonly databaseUrl: string | null
  /** Of courses, or of folders of courses. At least one. */
  readonly courseFolders: readonly string[]
  /** Where read courses are kept, so that the next start does not check them again. */
  readonly courseCache: string
  /** Null for no health port. */
  readonly healthAddress: { readonly port: number; readonly host: string } | null
  /** How long a stop waits first, until requests go to another process. */
  readonly drainSeconds: number
  /** Null for no backups. */
  readonly backups: { readonly folder: string; readonly keep: number } | null
  /** Where traces go, and what they say of this bot. Null for none. */
  readonly tracing: { readonly url: string; readonly serviceName: string; readonly attributes: Readonly<Record<string, string>> } | null
  /** Null if it is not set. */
  readonly logLevel: 'error' | 'warn' | 'info' | 'debug' | null
  /** Whether the terminal may use color: https://no-color.org */
  readonly color: boolean
  /** What the operator may want to know or mend, each a sentence for the log. */
  readonly notes: readonly string[]
}

/** The message has one line for each variable that is missing or wrong. It never shows a value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly code = 'bad-config'
}

/**
 * @param environment usually process.env; blank values count as absent, and quotes around a value are dropped (docker --env-file keeps them)
 * @throws ConfigError naming every variable that is missing or wrong
 */
export async function readConfig(environment: Readonly<Record<string, string | undefined>>): Promise<Config> {
  const all = Object.entries(settings).map(([key, { name }]) => [key, unquoted(environment[name] ?? '')] as const)
  const given: Given = Object.fromEntries(all.filter(([, value]) => value !== ''))
  const values = await check(given)
  const databaseFile = values.databaseFile ?? 'var/studyhall.sqlite'
  return Object.freeze({
    slack: slackConfig(values),
    discord: discordConfig(values),
    databaseFile,
    databaseUrl: values.databaseUrl ?? null,
    courseFolders: courseFolders(values),
    courseCache: join(dirname(databaseFile), 'cache'),
    healthAddress: values.healthPort === undefined ? null : { port: values.healthPort, host: values.healthHost ?? '127.0.0.1' },
    drainSeconds: values.drainSeconds ?? (values.databaseUrl !== undefined && values.port !== undefined ? usualDrain : 0),
    backups: values.backupFolder === undefined || values.databaseUrl !== undefined ? null : { folder: values.backupFolder, keep: values.backupKeep ?? 14 },
    tracing: await tracingConfig(values),
    logLevel: values.logLevel ?? null,
    color: (environment['NO_COLOR'] ?? '') === '',
    notes: Object.keys(given).length === 0 ? [] : (await import('./notes.ts')).notesOn(values),
  })
}

/** Loading zod takes a third of a start, so it is skipped if there is nothing to check. */
async function check(given: Given): Promise<Values> {
  if (Object.keys(given).length === 0) return {}
  const { checkValues } = await import('./schema.ts')
  const checked = checkValues(given)
  if ('wrong' in checked) throw new ConfigError(checked.wrong.map((key) => complaint(key, 'is not valid')).join('\n'))
  return checked.values
}

/** In seconds, for one of several processes. A load balancer looks every few seconds, and a container has ten for its stop. */
const usualDrain = 5

/** How long the data of a workspace stays after the app was removed there. */
const usualKeepDays = 30

function slackConfig(values: Values): SlackConfig | null {
  const many = onlyMany.filter((key) => values[key] !== undefined)
  if (values.slackBotToken === undefined && many.length > 0) return manyConfig(values)
  if (many.length === onlyMany.length) {
    throw new ConfigError(`SLACK_BOT_TOKEN is set, and ${many.map((key) => settings[key].name).join(', ')} are, too. With SLACK_BOT_TOKEN the bot serves one workspace; with the others, all that install it. Remove the ones you don’t want.`)
  }
  return ownConfig(values)
}

/** Says all that is missing. */
function manyConfig(values: Values): ManySlack {
  const { slackClientId: clientId, slackClientSecret: clientSecret, slackStateSecret: stateSecret, slackSigningSecret: signingSecret, port, publicUrl, tokenKeys } = values
  if (clientId === undefined || clientSecret === undefined || stateSecret === undefined || signingSecret === undefined || port === undefined || publicUrl === undefined || tokenKeys === undefined) {
    const needed = [...onlyMany, 'slackSigningSecret', 'port', 'publicUrl'] as const
    const set = onlyMany.flatMap((key) => (values[key] === undefined ? [] : [settings[key].name]))
    const missing = needed.filter((key) => values[key] === undefined)
    throw new ConfigError([`To serve many workspaces, for which ${set.join(', ')} ${set.length === 1 ? 'is' : 'are'} set, the bot needs more settings. To serve one, set SLACK_BOT_TOKEN instead.`, ...missing.map((key) => complaint(key, 'is missing'))].join('\n'))
  }
  const about = { operator: values.operatorName ?? null, contact: values.supportContact ?? null, keepRemovedDays: values.keepRemovedDays ?? usualKeepDays }
  return { ...slackOptions(values), mode: 'oauth', clientId, clientSecret, stateSecret, signingSecret, port, publicUrl: publicUrl.replace(/\/$/u, ''), tokenKeys, about }
}

const slackOptions = (values: Values): SlackOptions => ({ ...optional('apiUrl', values.slackApiUrl), ...optional('command', values.slackCommand) })

function ownConfig(values: Values): OwnSlack | null {
  const { slackBotToken: botToken, slackAppToken: appToken, slackSigningSecret: signingSecret } = values
  const http = signingSecret !== undefined && values.port !== undefined
  if (botToken === undefined) {
    const other = appToken !== undefined ? 'slackAppToken' : signingSecret !== undefined ? 'slackSigningSecret' : undefined
    if (other === undefined) return null
    throw new ConfigError(complaint('slackBotToken', `is missing, but ${settings[other].name} is set`))
  }
  const common = { botToken, ...slackOptions(values) }
  if (http) return { ...common, mode: 'http', signingSecret, port: values.port ?? 0 }
  if (appToken !== undefined) return { ...common, mode: 'socket', appToken }
  if (signingSecret !== undefined) throw new ConfigError(complaint('port', 'is missing, but SLACK_SIGNING_SECRET is set'))
  throw new ConfigError(complaint('slackAppToken', 'is missing, but SLACK_BOT_TOKEN is set'))
}

function discordConfig(values: Values): DiscordConfig | null {
  const { discordToken: token, discordPublicKey: publicKey, discordRequestsPerSecond: requestsPerSecond, port } = values
  if (token === undefined && publicKey === undefined) return null
  if (token === undefined) throw new ConfigError(complaint('discordToken', 'is missing, but DISCORD_PUBLIC_KEY is set'))
  const common = { token, ...optional('apiUrl', values.discordApiUrl), ...(requestsPerSecond === undefined ? {} : { requestsPerSecond }) }
  if (publicKey === undefined) return common
  if (port === undefined) throw new ConfigError(complaint('port', 'is missing, but DISCORD_PUBLIC_KEY is set'))
  return { ...common, overHttp: { publicKey, port } }
}

async function tracingConfig({ otlpEndpoint, otlpTracesEndpoint, otelServiceName, otelResourceAttributes = '' }: Values): Promise<Config['tracing']> {
  // As the standard has it: the one for traces as it is, the other with a path.
  const url = otlpTracesEndpoint ?? (otlpEndpoint === undefined ? undefined : `${otlpEndpoint.replace(/\/$/u, '')}/v1/traces`)
  if (url === undefined) return null
  const attributes = (await import('./resource-attributes.ts')).attributesIn(otelResourceAttributes) ?? {}
  return { url, serviceName: otelServiceName ?? attributes['service.name'] ?? 'studyhall', attributes }
}

function courseFolders({ courseFolder = 'data/aws-shared-responsibility', courseFolders: several }: Values): readonly string[] {
  const named = (several ?? '').split(',').map((folder) => folder.trim()).filter((folder) => folder !== '')
  return named.length === 0 ? [courseFolder] : named
}

function complaint(key: Key, what: string): string {
  const { name, purpose, hint } = settings[key]
  return `${name} ${what}. It ${purpose}. ${hint}.`
}

function optional<Name extends string>(name: Name, value: string | undefined): { readonly [N in Name]?: string } {
  return value === undefined ? {} : ({ [name]: value } as { [N in Name]: string })
}

/**
 * From process.env and, for variables that it does not set, the file .env if there is one.
 *
 * @throws ConfigError
 */
export async function configFromEnvironment(): Promise<Config> {
  const notes = await addFile('.env')
  const config = await readConfig(process.env)
  return Object.freeze({ ...config, notes: [...notes, ...config.notes] })
}

/** @returns notes for the log */
async function addFile(path: string): Promise<readonly string[]> {
  // A link to a missing file is not the same as no .env: the bot would start without its settings.
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) {
    const hidden = `${path}.txt`
    const connects = [settings.slackBotToken, settings.discordToken].some(({ name }) => process.env[name] !== undefined)
    if (existsSync(hidden) && !connects) throw new ConfigError(`The file is called ${hidden}, so the bot does not read it. Rename it to ${path}.`)
    return []
  }
  const [{ readEnvFile }, { settingsFromFile }] = await Promise.all([import('./env-file.ts'), import('./from-file.ts')])
  const { values, notes, complaints } = settingsFromFile(path, readEnvFile(bytesOf(path)), process.env)
  if (complaints.length > 0) throw new ConfigError(complaints.join('\n'))
  for (const [name, value] of Object.entries(values)) process.env[name] ??= value
  return notes
}

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? String(fault.code) : 'unknown reason'
    throw new ConfigError(`The file ${path} cannot be read (${code}). Make it a text file that the bot can read, or remove it.`)
  }
}

/** Whether `npm start` started this process: npm sets this variable for its scripts. */
export function startedByNpm(): boolean {
  return process.env['npm_lifecycle_event'] === 'start'
}

/**
 * Makes the process run in UTC, because node-cron loses an hour of beats when the clocks of the machine's own zone go back.
 *
 * @returns the zone that the machine was in
 */
export function runInUtc(): string {
  const zone = Temporal.Now.timeZoneId()
  process.env['TZ'] = 'UTC'
  return zone
}
