// Makes the platform of a bot that serves many Slack workspaces, from the settings as they're written.
import type { ManySlack } from '../config/config.ts'
import type { Installations } from '../ledger/installations.ts'
import { StartError, type Platform } from '../platforms/platform.ts'
import type { ManyConfig } from '../platforms/slack/many/config.ts'
import { createSlackForMany } from '../platforms/slack/many/platform.ts'
import { isCurrent, readTokenKeys, type TokenKeys } from '../platforms/slack/many/sealed-token.ts'

type Common = Pick<ManyConfig, 'commands' | 'httpPort' | 'log' | 'drawPicture' | 'health' | 'measures' | 'now'>

/** @throws StartError if a token was sealed with a key that isn't there */
export async function slackForMany(config: ManySlack, installations: Installations, common: Common): Promise<() => Platform> {
  const tokenKeys = tokenKeysOf(config)
  const sealed = await installations.sealed()
  const missing = new Set(sealed.map(({ sealed: [number = 0] }) => number).filter((number) => !tokenKeys.keys.has(number)))
  if (missing.size > 0) throw new StartError(`TOKEN_KEYS lacks key ${[...missing].join(', ')}, which tokens in the database are sealed with. Add it behind the others. If it's lost, add a new key with that number: those workspaces then have to install the app again, and keep their data.`)
  const old = sealed.filter((each) => !isCurrent(tokenKeys, each.sealed)).length
  if (old > 0) common.log.warn({ tokens: old }, 'tokens are sealed with an older key; `npm run -s study -- reseal` seals them with the first one, and then the old key can go')
  return () => createSlackForMany({ ...config, tokenKeys, kept: installations, ...common })
}

/** The settings were checked when they were read. */
export function tokenKeysOf({ tokenKeys }: Pick<ManySlack, 'tokenKeys'>): TokenKeys {
  const keys = readTokenKeys(tokenKeys)
  if (keys === undefined) throw new StartError('TOKEN_KEYS isn’t valid.')
  return keys
}
