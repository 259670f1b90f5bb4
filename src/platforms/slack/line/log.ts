// The operator's log, as this adapter writes it and as Bolt is made to write it.
import type { Logger, LogLevel } from '@slack/bolt'

/** As pino's: what happened as fields, then a sentence. */
export type Log = {
  readonly debug: (fields: object, message: string) => void
  readonly info: (fields: object, message: string) => void
  readonly warn: (fields: object, message: string) => void
  readonly error: (fields: object, message: string) => void
}

const secrets = /xox[a-z](?:\.xox[a-z])?-[\w.-]+|xapp-[\w-]+/gu

/** Text without tokens, for whatever comes from the SDK. */
export const withoutSecrets = (text: string): string => text.replace(secrets, '(secret)')

/**
 * The logger that Bolt, its web client and its socket write to. Their debug lines are dropped: they hold whole payloads, so
 * what people wrote.
 */
export function boltLogger(log: Log): Logger {
  const write = (level: 'debug' | 'warn' | 'error') => (...parts: unknown[]) =>
    log[level]({ from: 'bolt' }, withoutSecrets(parts.map(line).join(' ')))
  return {
    debug: () => undefined,
    info: write('debug'),
    warn: write('warn'),
    error: write('error'),
    setLevel: () => undefined,
    // The enum's member, spelled out: this file is types only at run time.
    getLevel: () => 'info' as LogLevel.INFO,
    setName: () => undefined,
  }
}

function line(part: unknown): string {
  return part instanceof Error ? `${part.name}: ${part.message}` : String(part)
}
