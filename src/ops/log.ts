// The operator's log: one JSON object a line on standard error, never with a token in it.
import { createRequire } from 'node:module'
import type { Logger } from 'pino'
import type { Log } from '../core/log.ts'

/** Fields that may hold a secret, up to two levels deep. */
const secretFields = ['token', 'botToken', 'appToken', 'signingSecret', 'authorization', 'Authorization', 'headers', 'requestBody']

/**
 * Secrets anywhere in a line: Slack's tokens, bot tokens of Discord, and addresses that let anybody post: Discord's webhooks and
 * interactions, Slack's webhooks and response_url; passwords in the address of a database.
 * https://docs.slack.dev/authentication/tokens, https://docs.discord.com/developers/reference#authentication
 */
const secretText =
  /xox[a-z](?:[-.][\w%-]+)+|xapp-[\w-]+|(?<![\w-])[\w-]{23,}\.[\w-]{5,}\.[\w-]{25,}|(?<=\/(?:webhooks|interactions)\/\d+\/)[\w.~%-]+|(?<=hooks\.slack(?:-gov)?\.com(?:\/|%2F))[\w/.~%-]+|(?<=postgres(?:ql)?:\/\/[^\s:@/]{0,100}:)[^\s@/]+(?=@)/giu

/** @param write takes each line; by default standard error, because standard output belongs to the terminal */
export function createLog(level: Level, write: (line: string) => void = (line) => process.stderr.write(line)): Log {
  let [plain, careful]: (Logger | undefined)[] = []
  const at = (name: Level): Log[Level] => {
    if (levels.indexOf(name) < levels.indexOf(level)) return () => undefined
    return (fields, message) => (isPlain(fields) ? (plain ??= openLog(write, [])) : (careful ??= openLog(write, secretPaths)))[name](fields, message)
  }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

const secretPaths = secretFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`])

/** Has no field that may hold a secret, so that looking for one, which takes most of the time of a line, can be skipped. */
function isPlain(fields: object): boolean {
  for (const [name, value] of Object.entries(fields)) if ((typeof value === 'object' && value !== null) || secretFields.includes(name)) return false
  return true
}

const levels = ['debug', 'info', 'warn', 'error'] as const
type Level = (typeof levels)[number]

/** Takes every level. Loaded at the first line, because a start need not wait for it and the terminal rarely logs one. */
function openLog(write: (line: string) => void, paths: string[]): Logger {
  const { pino, stdSerializers } = createRequire(import.meta.url)('pino') as typeof import('pino')
  return pino(
    {
      level: 'debug',
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      ...(paths.length === 0 ? {} : { redact: { paths, censor: '(secret)' } }),
      serializers: { fault: stdSerializers.err, err: stdSerializers.err },
    },
    { write: (line: string) => write(line.replace(secretText, '(secret)')) },
  )
}
