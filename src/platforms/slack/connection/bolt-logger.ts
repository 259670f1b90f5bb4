// Bolt's own lines in the operator's log, without tokens.
import type { Logger, LogLevel } from '@slack/bolt'
import type { Log } from '../../../core/log.ts'

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
