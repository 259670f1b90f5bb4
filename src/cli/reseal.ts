// Seals all tokens with the first key: the running bot does it itself, by its own keys, and where none runs, this command.
import { existsSync } from 'node:fs'
import type { Config } from '../config/config.ts'
import { openLedger } from '../ledger/sqlite/sqlite-ledger.ts'
import type { Report } from '../service/requests.ts'
import { resealTokens } from '../service/reseal.ts'
import { tokenKeysOf } from '../service/slack-for-many.ts'
import { askBot, noDatabase } from './ask-bot.ts'

/** In milliseconds. Ten thousand tokens take a few seconds. */
const longestWait = 5 * 60_000

export async function resealOnRequest({ slack, databaseFile }: Pick<Config, 'slack' | 'databaseFile'>): Promise<Report> {
  if (slack?.mode !== 'oauth') return { failed: true, lines: ['TOKEN_KEYS isn’t set: only a bot that serves many Slack workspaces keeps tokens in its database.'] }
  if (!existsSync(databaseFile)) return noDatabase(databaseFile)
  const keys = tokenKeysOf(slack)
  const report = await askBot(databaseFile, { kind: 'reseal', what: String(keys.current), longestWait })
  if (report === 'no-answer') return { failed: true, lines: ['The bot doesn’t answer. Its log may say why.'] }
  if (report !== 'not-running') return report
  const ledger = await openLedger(databaseFile, { now: Date.now() })
  try {
    return await resealTokens(ledger.installations, keys)
  } finally {
    await ledger.close()
  }
}
