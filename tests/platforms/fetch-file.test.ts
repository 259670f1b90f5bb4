// Files from a platform: from its own hosts alone, and no more than wanted.
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { slackHosts } from '../../src/platforms/slack/connection/slack-hosts.ts'
import { isFromDiscord } from '../../src/platforms/discord/incoming/attached-file.ts'
import { fetchFile } from '../../src/platforms/fetch-file.ts'

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/file`
}

it('reads a file of the most bytes, and breaks off one that has no end', async () => {
  const exact = await serve((_, response) => void response.writeHead(200, { 'content-type': 'text/csv' }).end('x'.repeat(1000)))
  expect(await fetchFile(exact, { mostBytes: 1000 })).toMatchObject({ data: Buffer.alloc(1000, 'x'), type: 'text/csv' })
  expect(await fetchFile(exact, { mostBytes: 999 })).toEqual({ no: 'too-large' })
  const closed = Promise.withResolvers<void>()
  const endless = await serve((_, response) => {
    response.on('close', closed.resolve)
    const more = (): unknown => response.write('x'.repeat(65_536), () => response.destroyed || setImmediate(more))
    more()
  })
  expect(await fetchFile(endless, { mostBytes: 1000 })).toEqual({ no: 'too-large' })
  await closed.promise
})

it('gives up where nothing comes, and follows no redirect', async () => {
  const silent = await serve(() => undefined)
  expect(await fetchFile(silent, { mostBytes: 1000, within: 1 })).toEqual({ no: 'unreachable' })
  const asked: string[] = []
  const elsewhere = await serve((request, response) => {
    asked.push(request.url ?? '')
    response.writeHead(302, { location: '/secret' }).end()
  })
  expect(await fetchFile(elsewhere, { mostBytes: 1000, headers: { authorization: 'Bearer token' } })).toEqual({ no: 'refused', status: 302 })
  expect(asked).toEqual(['/file'])
})

it('comes from the hosts of the platform alone', () => {
  expect(isFromDiscord('https://cdn.discordapp.com/ephemeral-attachments/1/2/q.gift?ex=1', undefined)).toBe(true)
  expect(isFromDiscord('http://127.0.0.1:4000/attachments/q', 'http://127.0.0.1:4000/api')).toBe(true)
  for (const url of ['http://cdn.discordapp.com/a', 'https://cdn.discordapp.com:8443/a', 'https://cdn.discordapp.com.evil.example/a', 'https://evil.example/cdn.discordapp.com', 'https://cdn.discordapp.com@evil.example/a', 'http://127.0.0.1/a', 'file:///etc/passwd', 'nothing', '']) expect(isFromDiscord(url, undefined)).toBe(false)
  const isSlack = slackHosts(undefined)
  expect(isSlack('https://files.slack.com')).toBe(true)
  for (const origin of ['http://files.slack.com', 'https://files.slack.com.evil.example', 'https://notslack.com', 'https://slack.com:8443', 'null', '']) expect(isSlack(origin)).toBe(false)
})
