// Ten tokens that no key opened were always first in line, and no other workspace was looked at any more.
import { expect, onTestFinished, test } from 'vitest'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { createStanding } from '../../src/platforms/slack/many/standing.ts'
import { createTokens } from '../../src/platforms/slack/many/tokens.ts'
import { day, monday } from '../ledger/world.ts'

test('the others are still asked about once a week', async () => {
  const ledger = await openLedger(':memory:', { now: monday })
  onTestFinished(() => ledger.close())
  const { installations } = ledger
  const save = (team: string, at: number) =>
    installations.save({ id: `slack:${team}`, name: team, url: 'https://team.slack.com/', bot: 'U1', botId: 'B1', scopes: [] }, new TextEncoder().encode(team), [{ group: `slack:${team}`, name: team }], at)
  for (let nth = 0; nth < 25; nth += 1) await save(`T0LOST${nth}`, monday)
  await save('T0GOOD', monday + 1)
  const asked: string[] = []
  const tries: string[] = []
  const handler = { removed: async () => undefined } as never
  const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }
  const standing = createStanding({
    kept: installations, tokens: createTokens(installations, () => undefined, () => monday), handler, now: () => monday + 8 * day, log,
    ask: async (token) => void asked.push(token),
    open(installation) {
      tries.push(installation.id)
      return installation.id === 'slack:T0GOOD' ? { installation, token: 'good' } : undefined
    },
  }, [])
  for (let beat = 0; beat < 4; beat += 1) await standing.tend()
  expect(asked).toEqual(['good'])
  expect(new Set(tries).size).toBe(tries.length)
})
