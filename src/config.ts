// The configuration from the environment, checked once and frozen. The only file that reads process.env.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Values } from './config-schema.ts'
import { settings, type Given, type Key } from './config-settings.ts'

export type SlackConfig = { readonly botToken: string; readonly apiUrl?: string } & (
  | { readonly mode: 'socket'; readonly appToken: string }
  | { readonly mode: 'http'; readonly signingSecret: string; readonly port: number }
)

export type Config = {
  readonly slack: SlackConfig | null
  readonly discord: { readonly token: string; readonly apiUrl?: string } | null
  readonly databaseFile: string
  readonly courseFolder: string
  /** Where read courses are kept, so that the next start does not check them again. */
  readonly courseCache: string
  readonly healthPort: number | null
  /** Null for no backups. */
  readonly backups: { readonly folder: string; readonly keep: number } | null
  readonly logLevel: 'error' | 'warn' | 'info' | 'debug'
  /** Whether the terminal may use color: https://no-color.org */
  readonly color: boolean
}

/** The message has one line for each variable that is missing or wrong, never with its value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly code = 'bad-config'
}

/**
 * @param environment usually process.env; blank values count as absent
 * @throws ConfigError naming every variable that is missing or wrong
 */
export async function readConfig(environment: Readonly<Record<string, string | undefined>>): Promise<Config> {
  const all = Object.entries(settings).map(([key, { name }]) => [key, environment[name]?.trim() ?? ''] as const)
  const given: Given = Object.fromEntries(all.filter(([, value]) => value !== ''))
  const values = await check(given)
  const databaseFile = values.databaseFile ?? 'var/studyhall.sqlite'
  return Object.freeze({
    slack: slackConfig(values),
    discord: values.discordToken === undefined ? null : { token: values.discordToken, ...optional('apiUrl', values.discordApiUrl) },
    databaseFile,
    courseFolder: values.courseFolder ?? 'data/aws-shared-responsibility',
    courseCache: join(dirname(databaseFile), 'cache'),
    healthPort: values.healthPort ?? null,
    backups: values.backupFolder === undefined ? null : { folder: values.backupFolder, keep: values.backupKeep ?? 14 },
    logLevel: values.logLevel ?? 'info',
    color: (environment['NO_COLOR'] ?? '') === '',
  })
}

/** Loading zod takes a third of a start, so it is skipped if there is nothing to check. */
async function check(given: Given): Promise<Values> {
  if (Object.keys(given).length === 0) return {}
  const { checkValues } = await import('./config-schema.ts')
  const checked = checkValues(given)
  if ('wrong' in checked) throw new ConfigError(checked.wrong.map((key) => complaint(key, 'is not right')).join('\n'))
  return checked.values
}

function slackConfig(values: Values): SlackConfig | null {
  const { slackBotToken: botToken, slackAppToken: appToken, slackSigningSecret: signingSecret } = values
  const http = signingSecret !== undefined && values.port !== undefined
  if (botToken === undefined) {
    const other = appToken !== undefined ? 'slackAppToken' : signingSecret !== undefined ? 'slackSigningSecret' : undefined
    if (other === undefined) return null
    throw new ConfigError(complaint('slackBotToken', `is missing, but ${settings[other].name} is set`))
  }
  const common = { botToken, ...optional('apiUrl', values.slackApiUrl) }
  if (http) return { ...common, mode: 'http', signingSecret, port: values.port ?? 0 }
  if (appToken !== undefined) return { ...common, mode: 'socket', appToken }
  if (signingSecret !== undefined) throw new ConfigError(complaint('port', 'is missing, but SLACK_SIGNING_SECRET is set'))
  throw new ConfigError(complaint('slackAppToken', 'is missing, but SLACK_BOT_TOKEN is set'))
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
  if (existsSync('.env')) process.loadEnvFile('.env')
  return readConfig(process.env)
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
