// A collector of OpenTelemetry: takes traces as JSON over HTTP, or answers whatever a test wants.
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

type Value = { readonly stringValue?: string; readonly intValue?: number; readonly doubleValue?: number }
type Attribute = { readonly key: string; readonly value: Value }

export type TracedSpan = {
  readonly traceId: string
  readonly spanId: string
  readonly parent: string | undefined
  readonly name: string
  readonly attributes: Readonly<Record<string, string | number>>
  readonly failed: boolean
  /** In milliseconds. */
  readonly began: number
  readonly ended: number
}

type Written = {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly Attribute[] }
    readonly scopeSpans: readonly { readonly spans: readonly (Omit<TracedSpan, 'attributes' | 'parent' | 'failed'> & { readonly parentSpanId?: string; readonly attributes: readonly Attribute[]; readonly status: { readonly code?: number }; readonly startTimeUnixNano: string; readonly endTimeUnixNano: string })[] }[]
  }[]
}

export async function startCollector(answer: (response: ServerResponse) => void = (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{}')) {
  const requests: { readonly path: string; readonly headers: Readonly<Record<string, unknown>>; readonly body: string }[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => (body += String(part)))
    request.on('end', () => {
      requests.push({ path: request.url ?? '', headers: request.headers, body })
      answer(response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const written = () => requests.flatMap(({ body }) => (JSON.parse(body) as Written).resourceSpans)
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    resource: () => valuesOf(written()[0]?.resource.attributes ?? []),
    spans: (): readonly TracedSpan[] => written().flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans.map(({ parentSpanId, attributes, status, startTimeUnixNano, endTimeUnixNano, ...span }) => ({
      ...span, parent: parentSpanId, attributes: valuesOf(attributes), failed: status.code === 2, began: Number(startTimeUnixNano) / 1e6, ended: Number(endTimeUnixNano) / 1e6,
    })))),
  }
}

const valuesOf = (attributes: readonly Attribute[]) => Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue ?? value.intValue ?? value.doubleValue ?? '']))
