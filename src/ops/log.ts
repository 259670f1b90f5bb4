// The operator's log: one JSON object a line on standard error, never with a token in it.
import { createRequire } from 'node:module'
import type { Logger } from 'pino'
import type { Log } from '../core/log.ts'

/** Fields that may hold a secret, up to two levels deep. */
const secretFields = ['token', 'botToken', 'appToken', 'signingSecret', 'authorization', 'Authorization', 'headers', 'requestBody']

/** The tokens of Slack and Discord, anywhere in a line. */
const secretText = /xox[abeprs]-[\w-]+|xapp-[\w-]+|xoxe\.[\w.-]+|[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}/gu

/** @param write takes each line; by default standard error, because standard output belongs to the terminal */
export function createLog(level: Level, write: (line: string) => void = (line) => process.stderr.write(line)): Log {
  let made: Logger | undefined
  const at = (name: Level): Log[Level] => {
    if (levels.indexOf(name) < levels.indexOf(level)) return () => undefined
    return (fields, message) => (made ??= openLog(level, write))[name](fields, message)
  }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

const levels = ['debug', 'info', 'warn', 'error'] as const
type Level = (typeof levels)[number]

/** Loaded at the first line: in the terminal there is none as long as all goes well, and a start need not wait for it. */
function openLog(level: Level, write: (line: string) => void): Logger {
  const { pino, stdSerializers } = createRequire(import.meta.url)('pino') as typeof import('pino')
  return pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: secretFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), censor: '(secret)' },
      serializers: { fault: stdSerializers.err, err: stdSerializers.err },
    },
    { write: (line: string) => write(line.replace(secretText, '(secret)')) },
  )
}
