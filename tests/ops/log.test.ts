import { expect, it } from 'vitest'
import { createLog } from '../../src/ops/log.ts'

const tokens = ['xoxb-1234567890-abcdefghijkl', 'xapp-1-A12345-67890-abcdef', 'MTIzNDU2Nzg5MDEyMzQ1Njc4OQ.GabcDe.abcdefghijklmnopqrstuvwxyz0123456789ab']

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
