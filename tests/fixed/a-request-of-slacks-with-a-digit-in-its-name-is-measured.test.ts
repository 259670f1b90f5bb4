// oauth.v2.access was counted as the upload of a file.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { measuredFetch } from '../../src/platforms/slack/connection/measured-fetch.ts'

it.each([
  ['/api/oauth.v2.access', 'oauth.v2.access'],
  ['/api/chat.postMessage?pretty=1', 'chat.postMessage'],
  ['/files/T0ONE/F0123', 'upload'],
])('%s is counted as %s', async (path, method) => {
  const server = createServer((_, response) => response.end('{"ok":true}'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const measured: string[] = []
  const { fetch: ask = fetch } = measuredFetch({ requested: (name, code) => void measured.push(`${name} ${code}`), toWait: () => undefined, acknowledged: () => undefined })
  await (await ask(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`)).text()
  expect(measured).toEqual([`${method} ok`])
  await new Promise((resolve) => server.close(resolve))
})
