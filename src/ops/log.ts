// The operator's log: one JSON object a line on standard error, never with a token in it.
import { pino, stdSerializers, type Logger } from 'pino'

/** Fields that may hold a secret, up to two levels deep. */
const secretFields = ['token', 'botToken', 'appToken', 'signingSecret', 'authorization', 'Authorization', 'headers', 'requestBody']

/** The tokens of Slack and Discord, anywhere in a line. */
const secretText = /xox[abeprs]-[\w-]+|xapp-[\w-]+|xoxe\.[\w.-]+|[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}/gu

/** @param write takes each line; by default standard error, because standard output belongs to the terminal */
export function createLog(level: string, write: (line: string) => void = (line) => process.stderr.write(line)): Logger {
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
