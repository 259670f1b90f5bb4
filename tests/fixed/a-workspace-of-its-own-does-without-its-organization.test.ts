// A workspace may have the app by itself, in an organization that has it, too. When Slack refuses the organization's token, it goes on.
import { expect, test } from 'vitest'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { createStanding } from '../../src/platforms/slack/many/standing.ts'
import { createTokens, type OpenToken } from '../../src/platforms/slack/many/tokens.ts'
import { createLog } from '../../src/ops/log.ts'
import { until } from '../fakes/until.ts'
import { monday } from '../ledger/world.ts'

test('only workspaces that the refused token serves are away', async () => {
  const ledger = await openLedger(':memory:')
  const kept = ledger.installations
  const app = (id: string) => ({ id, name: id, url: '', bot: 'U1', botId: 'B1', scopes: [] })
  const [own, other] = ['slack:T1', 'slack:T2'].map((group) => ({ group, name: null })) as [{ group: string; name: null }, { group: string; name: null }]
  await kept.save(app('slack:E1'), Buffer.from('of E1'), [own, other], monday)
  await kept.save(app('slack:T1'), Buffer.from('of T1'), [own], monday)
  const open: OpenToken = (installation) => ({ installation, token: Buffer.from(installation.sealed ?? []).toString() })
  const ask = async (token: string) => {
    if (token === 'of E1') throw Object.assign(new Error('refused'), { code: 'slack_webapi_platform_error', data: { ok: false, error: 'account_inactive' } })
  }
  const now = () => monday
  const standing = createStanding({ kept, tokens: createTokens(kept, open, now), handler: {} as never, ask, open, now, log: createLog('error') }, [])
  standing.refused('slack:T2')
  await until(() => standing.away().length > 0, 'the refusal')
  expect(standing.away()).toEqual(['slack:T2'])
  await ledger.close()
})
