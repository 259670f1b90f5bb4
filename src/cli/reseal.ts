// Seals all tokens with the first key: the running bot does it itself, by its own keys, and where none runs, this command.
import type { Config } from '../config/config.ts'
import type { Report } from '../service/requests.ts'
import { resealTokens } from '../service/reseal.ts'
import { tokenKeysOf } from '../service/slack-for-many.ts'
import { askBot } from './ask-bot.ts'
import type { DatabaseSettings } from './ledger-file.ts'
import { nothingThere, openForCommand } from './open-ledger.ts'

/** In milliseconds. Ten thousand tokens take a few seconds. */
const longestWait = 5 * 60_000

export async function resealOnRequest({ slack, ...database }: Pick<Config, 'slack'> & DatabaseSettings): Promise<Report> {
  if (slack?.mode !== 'oauth') return { failed: true, lines: ['TOKEN_KEYS isn’t set: only a bot that serves many Slack workspaces keeps tokens in its database.'] }
  const nothing = await nothingThere(database)
  if (nothing !== undefined) return nothing
  const keys = tokenKeysOf(slack)
  const report = await askBot(database, { kind: 'reseal', what: String(keys.current), longestWait })
  if (report === 'no-answer') return { failed: true, lines: ['The bot doesn’t answer. Its log may say why.'] }
  if (report !== 'not-running') return report
  const ledger = await openForCommand(database)
  try {
    return await resealTokens(ledger.installations, keys)
  } finally {
    await ledger.close()
  }
}
