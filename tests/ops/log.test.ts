import { expect, it } from 'vitest'
import { createLog } from '../../src/ops/log.ts'

const tokens = ['xoxb-1234567890-abcdefghijkl', 'xapp-1-A12345-67890-abcdef', 'MTIzNDU2Nzg5MDEyMzQ1Njc4OQ.GabcDe.abcdefghijklmnopqrstuvwxyz0123456789ab']
// Parts of an address that let anybody post: https://docs.discord.com/developers/interactions/receiving-and-responding#followup-messages
const secrets = [
  ...['xoxb-1-2-abcDEF', 'xoxp-1-2-3-abcdef', 'xoxe.xoxp-1-Mi0yLTEyMw', 'xoxe-1-Mi0yLTEyMw', 'xoxc-1-2-abc', 'xoxd-abc%2Bdef', 'XAPP-1-A1-2-abc'].map((secret) => ['', secret] as const),
  ['', `${'MTIzNDU2Nzg5MDEyMzQ1Njc4'.repeat(2)}.Gabcde.${'a-_'.repeat(20)}`],
  ['https://discord.com/api/v10/webhooks/123456789012345678/', 'aW50ZXJhY3Rpb246MTIzNDU2-_short'],
  ['/webhooks/123/', 'aB3-_d'],
  ['https://discord.com/api/v10/interactions/123456789012345678/', 'aW50ZXJhY3Rpb246'],
  ['https://hooks.slack.com/commands/', 'T1/2/abcDEF'],
  ['https://hooks.slack.com/', 'actions/T1/2/abcDEF'],
  ['response_url=https%3A%2F%2Fhooks.slack.com%2F', 'actions%2FT1%2F2%2Fabc'],
  ['https://hooks.slack.com/services/', 'T1/B2/abcDEF'],
  ['https://hooks.slack-gov.com/workflows/', 'T1/A2/3/abcDEF'],
] as const

it.each(secrets)('never lets a secret out of %s%s', (before, secret) => {
  const lines: string[] = []
  const log = createLog('debug', (line) => lines.push(line))
  log.warn({ url: `${before}${secret}`, deep: { fault: new Error(`POST ${before}${secret} failed`) } }, `to ${before}${secret}, that is`)
  log.error({ fault: new Error(`refused "${before}${secret}"`, { cause: new Error(`${before}${secret}`) }) }, 'failed')
  expect(lines.join('')).not.toContain(secret)
})

it('hides a field that may hold a secret, also in a line of plain values and deep inside', () => {
  const lines: string[] = []
  const log = createLog('debug', (line) => lines.push(line))
  log.info({ signingSecret: '0123abcd', round: 'ab12' }, 'plain')
  log.info({ options: { headers: { cookie: '0123abcd' } } }, 'deep')
  expect(lines.map((line) => [line.includes('0123abcd'), line.includes('(secret)')])).toEqual([[false, true], [false, true]])
})

it('leaves ordinary words, ids and addresses as they are', () => {
  const lines: string[] = []
  const said = 'https://discord.com/api/v10/channels/123456789012345678/messages to src/platforms/discord/connection.test.ts, 2026-11-29T08:00:00.000Z, slack:T0123/C0456'
  createLog('debug', (line) => lines.push(line)).info({ said }, said)
  expect(lines.join('')).toContain(JSON.stringify(said))
  expect(lines.join('')).not.toContain('(secret)')
})

it.each([['debug', 4], ['info', 3], ['warn', 2], ['error', 1]] as const)('at level %s has %i of four lines', (level, count) => {
  const lines: string[] = []
  const log = createLog(level, (line) => lines.push(line))
  for (const name of ['debug', 'info', 'warn', 'error'] as const) log[name]({}, name)
  expect(lines).toHaveLength(count)
})

it.each(tokens)('never lets a token out: %s', (token) => {
  const lines: string[] = []
  const log = createLog('debug', (line) => lines.push(line))
  log.info({ token, config: { botToken: token }, url: `https://x/?a=${token}` }, `text with ${token}`)
  log.error({ fault: new Error(`refused ${token}`, { cause: new Error(token) }) }, 'failed')
  expect(lines.join('')).not.toContain(token)
  expect(lines).toHaveLength(2)
})

it('tells an operator the whole fault, with its cause', () => {
  const lines: string[] = []
  createLog('error', (line) => lines.push(line)).error({ fault: new Error('outer', { cause: new Error('inner') }) }, 'failed')
  expect(lines[0]).toContain('outer')
  expect(lines[0]).toContain('inner')
  expect(lines[0]).toContain('log.test.ts')
})
