// A response_url was answered wherever it led: with a forged one, what somebody answered went to a stranger.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { createResponseUrlClient } from '../../src/platforms/slack/connection/response-url.ts'

async function listening() {
  const bodies: string[] = []
  const server = createServer((request, response) => {
    request.on('data', (part: Buffer) => bodies.push(String(part))).on('end', () => response.end())
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return { bodies, port: (server.address() as AddressInfo).port }
}

it.each([
  'http://127.0.0.1:PORT/commands/1', 'http://hooks.slack.com@127.0.0.1:PORT/', 'http://127.0.0.1:PORT/hooks.slack.com', 'http://127.0.0.1:PORT?.slack.com/', 'http://127.0.0.1:PORT#.slack.com/', 'http://localhost:PORT/',
])('%s gets nothing', async (url) => {
  const { bodies, port } = await listening()
  const client = createResponseUrlClient()
  onTestFinished(() => client.close())
  await expect(client.send(url.replace('PORT', String(port)), '{"text":"B"}')).rejects.toThrow('the response_url')
  expect(bodies).toEqual([])
})

it.each(['https://evilslack.com/x', 'https://slack.com.example.org/x', 'http://hooks.slack.com/x', 'https://hooks.slack.com:8443/x', 'https://hooks.slack.com\\@example.org/x'])('%s is not one of Slack', async (url) => {
  const client = createResponseUrlClient('https://slack-gov.com/api/')
  onTestFinished(() => client.close())
  const refused = await client.send(url, '{}').catch((error: unknown) => error)
  expect(refused).toMatchObject({ cause: { message: 'its host does not belong to Slack' } })
})

it('the host of SLACK_API_URL gets it, on whatever port', async () => {
  const { bodies, port } = await listening()
  const client = createResponseUrlClient('http://127.0.0.1:1/api/')
  onTestFinished(() => client.close())
  await client.send(`http://127.0.0.1:${port}/commands/1`, '{"text":"B"}')
  expect(bodies).toEqual(['{"text":"B"}'])
})
