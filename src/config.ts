// The environment, checked once and frozen. The only place that reads process.env.
import { existsSync } from 'node:fs'
import type { Values } from './config-schema.ts'

type Setting = {
  readonly name: string
  /** What it is for; goes on after "It ". */
  readonly purpose: string
  /** Where to get it or what it may be. */
  readonly hint: string
}

const settings = {
  slackBotToken: { name: 'SLACK_BOT_TOKEN', purpose: 'lets the bot act in your Slack workspace', hint: 'It begins with "xoxb-" and stands at api.slack.com/apps: your app, OAuth & Permissions' },
  slackAppToken: { name: 'SLACK_APP_TOKEN', purpose: 'opens the Socket Mode connection to Slack', hint: 'It begins with "xapp-" and is made at api.slack.com/apps: your app, Basic Information, App-Level Tokens, scope connections:write' },
  slackSigningSecret: { name: 'SLACK_SIGNING_SECRET', purpose: 'proves that HTTP requests come from Slack', hint: 'It stands at api.slack.com/apps: your app, Basic Information, App Credentials' },
  port: { name: 'PORT', purpose: 'is the port on which Slack reaches the bot over HTTP', hint: 'It is a number from 1 to 65535, only used with SLACK_SIGNING_SECRET' },
  slackApiUrl: { name: 'SLACK_API_URL', purpose: 'is another address of the Slack Web API, for GovSlack', hint: 'It is an http or https address such as https://slack-gov.com/api/' },
  discordToken: { name: 'DISCORD_TOKEN', purpose: 'lets the bot act in your Discord server', hint: 'Get it at discord.com/developers/applications: your application, Bot, Reset Token' },
  discordApiUrl: { name: 'DISCORD_API_URL', purpose: 'is another address of the Discord API, for a proxy', hint: 'It is an http or https address such as https://discord.com/api, without a version' },
  databaseFile: { name: 'DATABASE_FILE', purpose: 'is where answers and boards are kept', hint: 'It is a path; its folder is made if it is missing' },
  courseFolder: { name: 'COURSE_FOLDER', purpose: 'is the course that the bot teaches', hint: 'It is a folder of the shape described in data/README.md' },
  healthPort: { name: 'HEALTH_PORT', purpose: 'is the port of /healthz and /readyz', hint: 'It is a number from 1 to 65535; without it there is no such port' },
  backupFolder: { name: 'BACKUP_FOLDER', purpose: 'is where a backup is saved each day', hint: 'It is a path; without it no backups are made' },
  backupKeep: { name: 'BACKUP_KEEP', purpose: 'says how many of these backups are kept', hint: 'It is a number from 1 to 1000' },
  logLevel: { name: 'LOG_LEVEL', purpose: 'says how much is logged', hint: 'It is one of error, warn, info, debug' },
} as const satisfies Record<string, Setting>

export type Key = keyof typeof settings

/** The variables as they are given: by name of the setting, without those that are absent or empty. */
export type Given = { readonly [K in Key]?: string }

export type SlackConfig = { readonly botToken: string; readonly apiUrl?: string } & (
  | { readonly mode: 'socket'; readonly appToken: string }
  | { readonly mode: 'http'; readonly signingSecret: string; readonly port: number }
)

export type Config = {
  readonly slack: SlackConfig | null
  readonly discord: { readonly token: string; readonly apiUrl?: string } | null
  readonly databaseFile: string
  readonly courseFolder: string
  readonly healthPort: number | null
  /** Daily backups; null: none. */
  readonly backups: { readonly folder: string; readonly keep: number } | null
  readonly logLevel: 'error' | 'warn' | 'info' | 'debug'
  /** Whether the terminal may use colour: https://no-color.org */
  readonly colour: boolean
}

/** What is wrong with the environment: one line a variable, never with its value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly code = 'bad-config'
}

/**
 * @param environment usually process.env; empty values count as absent
 * @throws ConfigError naming every variable that is missing or wrong
 */
export async function readConfig(environment: Readonly<Record<string, string | undefined>>): Promise<Config> {
  const all = Object.entries(settings).map(([key, { name }]) => [key, environment[name]?.trim() ?? ''] as const)
  const given: Given = Object.fromEntries(all.filter(([, value]) => value !== ''))
  const values = await check(given)
  return Object.freeze({
    slack: slackConfig(values),
    discord: values.discordToken === undefined ? null : { token: values.discordToken, ...optional('apiUrl', values.discordApiUrl) },
    databaseFile: values.databaseFile ?? 'var/studyhall.sqlite',
    courseFolder: values.courseFolder ?? 'data/aws-shared-responsibility',
    healthPort: values.healthPort ?? null,
    backups: values.backupFolder === undefined ? null : { folder: values.backupFolder, keep: values.backupKeep ?? 14 },
    logLevel: values.logLevel ?? 'info',
    colour: (environment['NO_COLOR'] ?? '') === '',
  })
}

/** zod takes a third of a start; where nothing is given there is nothing to check. */
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
    throw new ConfigError(`${complaint('slackBotToken', `is missing, but ${settings[other].name} is set`)}`)
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

/** The real environment, with what stands in .env where that file is and the variable is not set already. */
export async function configFromEnvironment(): Promise<Config> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  return readConfig(process.env)
}

/**
 * Makes the process run in UTC, because node-cron loses an hour of beats where the machine's own clocks go back.
 *
 * @returns the zone that the machine was in
 */
export function runInUtc(): string {
  const zone = Temporal.Now.timeZoneId()
  process.env['TZ'] = 'UTC'
  return zone
}
