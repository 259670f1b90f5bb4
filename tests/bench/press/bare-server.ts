// The floor: a bare Bolt app over HTTP that acknowledges and does nothing else.
import { App, HTTPReceiver, LogLevel } from '@slack/bolt'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { signingSecret, type ServerHears, type ServerSays } from './messages.ts'

const receiver = new HTTPReceiver({ signingSecret, logLevel: LogLevel.ERROR })
const app = new App({ receiver, token: 'xoxb-bench', botId: 'B0BENCH', botUserId: 'U0BENCH', tokenVerificationEnabled: false, deferInitialization: true, logLevel: LogLevel.ERROR })
await app.init()
app.action(/.*/u, async ({ ack }) => {
  await ack()
})
const server = (await app.start(0)) as Server
const say = (message: ServerSays) => process.send?.(message)

let before = process.cpuUsage()
process.on('message', (heard: ServerHears) => {
  switch (heard.kind) {
    case 'open-rounds':
    case 'open-practices':
      return
    case 'usage': {
      const { user, system } = process.cpuUsage(before)
      before = process.cpuUsage()
      return void say({ kind: 'usage', cpuMicroseconds: user + system, peakBytes: process.resourceUsage().maxRSS * 1024 })
    }
    case 'stop':
      return process.exit()
  }
})
say({ kind: 'ready', port: (server.address() as AddressInfo).port })
