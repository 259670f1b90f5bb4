// The body of a request over HTTP, as it came: signatures are made over its bytes.
import type { IncomingMessage } from 'node:http'

/** @param done is called once, with undefined if the body has more bytes than `most`; the rest of such a body is dropped */
export function readBody(request: IncomingMessage, most: number, done: (body: Buffer | undefined) => void): void {
  const parts: Buffer[] = []
  let length = 0
  request.on('data', (part: Buffer) => {
    length += part.length
    if (length <= most) return void parts.push(part)
    parts.length = 0
    if (length - part.length <= most) done(undefined)
  })
  request.on('end', () => {
    if (length <= most) done(parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts))
  })
  request.on('error', () => undefined)
}
