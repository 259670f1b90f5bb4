// The operator's log: one JSON object a line on standard error. Tokens never appear in it.
import { pino, stdSerializers, type Logger } from 'pino'

/** Fields that could hold a secret, wherever they stand. */
const secretFields = ['token', 'botToken', 'appToken', 'signingSecret', 'authorization', 'Authorization', 'headers', 'requestBody']

const secretText = /xox[abeprs]-[\w-]+|xapp-[\w-]+|xoxe\.[\w.-]+|[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}/gu

/** @param write where lines go; standard error by default, so that standard output is the terminal's */
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
