// Where replies arrive: a small HTTP server that looks whether each is an explanation. Lean, since it shares the machine.
import { createServer, type AddressInfo, type Socket } from 'node:net'
import type { SinkHears, SinkSays } from './messages.ts'

const ok = Buffer.from('HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ncontent-length: 2\r\n\r\nok')
const say = (message: SinkSays) => process.send?.(message)
let explained = 0
let all = 0

const server = createServer((socket: Socket) => {
  let kept: Buffer = Buffer.alloc(0)
  socket.setNoDelay(true)
  socket.on('error', () => undefined)
  socket.on('data', (data: Buffer) => {
    kept = kept.length === 0 ? data : Buffer.concat([kept, data])
    for (let end = endOfRequest(kept); end > 0; end = endOfRequest(kept)) {
      all += 1
      if (kept.subarray(0, end).includes('Remember: ')) explained += 1
      kept = kept.subarray(end)
      socket.write(ok)
    }
  })
})

/** 0 where the request is not whole yet. */
function endOfRequest(data: Buffer): number {
  const head = data.indexOf('\r\n\r\n')
  if (head < 0) return 0
  const length = Number(/content-length: (\d+)/iu.exec(data.toString('latin1', 0, head))?.[1] ?? 0)
  return data.length >= head + 4 + length ? head + 4 + length : 0
}

process.on('message', (heard: SinkHears) => {
  if (heard.kind === 'stop') process.exit()
  say({ kind: 'seen', explained, all })
  explained = 0
  all = 0
})
server.listen(0, '127.0.0.1', () => say({ kind: 'ready', port: (server.address() as AddressInfo).port }))
