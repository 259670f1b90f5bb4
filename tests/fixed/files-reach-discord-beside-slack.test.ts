// With Slack in the same process, no file and no picture reached Discord: Slack's HTTP client became that of the whole process, and took
// forms of discord.js's own version for nothing.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { REST } from 'discord.js'
import { Agent } from 'undici'
import { expect, it } from 'vitest'
import { withWholeBody } from '../../src/platforms/discord/connection/make-request.ts'

it('sends a file', async () => {
  // Loading it is what makes it that of the process.
  await new Agent().close()
  let got = ''
  const server = createServer((request, response) => {
    request.setEncoding('utf8').on('data', (text: string) => (got += text)).on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end('{}'))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const rest = new REST({ api: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, makeRequest: withWholeBody, retries: 0 }).setToken('token')
  await rest.post('/channels/1/messages', { body: { content: 'Here it is' }, files: [{ name: 'table.csv', data: Buffer.from('a,b') }] })
  expect(got).toMatch(/name="files\[0\]"; filename="table.csv".*a,b.*name="payload_json".*Here it is/su)
  rest.clearHandlerSweeper()
  rest.clearHashSweeper()
  await new Promise((closed) => server.close(closed))
})
