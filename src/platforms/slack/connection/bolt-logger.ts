// The logger that Bolt, its web client and its socket write to: the operator's log, without tokens.
import type { Logger, LogLevel } from '@slack/bolt'
import type { Log } from '../../../core/log.ts'
import { redactTokens } from './redact-tokens.ts'

/** Drops debug lines, which hold whole payloads and so what people wrote. Bolt's info lines become debug lines. */
export function boltLogger(log: Log): Logger {
  const write = (level: 'debug' | 'warn' | 'error') => (...parts: unknown[]) =>
    log[level]({ from: 'bolt' }, redactTokens(parts.map(textOf).join(' ')))
  return {
    debug: () => undefined,
    info: write('debug'),
    warn: write('warn'),
    error: write('error'),
    setLevel: () => undefined,
    // The enum's member, spelled out, so that this file imports types only.
    getLevel: () => 'info' as LogLevel.INFO,
    setName: () => undefined,
  }
}

function textOf(part: unknown): string {
  return part instanceof Error ? `${part.name}: ${part.message}` : String(part)
}
