// Sends traces to a collector of OpenTelemetry, by OTLP over HTTP. Loaded only where there is an address to send them to. What else
// OpenTelemetry can be told by variables, such as what to sample or which headers to send, its own packages read.
import { readFileSync } from 'node:fs'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { BatchSpanProcessor, NodeTracerProvider, type SpanExporter, type TracerConfig } from '@opentelemetry/sdk-trace-node'
import type { Log } from '../core/log.ts'
import { minute } from '../core/time.ts'
import { spansOf, type Spans } from './spans.ts'

/** Where to, and as whom. */
export type TracingConfig = { readonly url: string; readonly serviceName: string; readonly attributes: Readonly<Record<string, string>> }

export type Tracing = Spans & {
  /** Sends what is left, for as long as the end of the bot can wait. Never fails. */
  readonly stop: () => Promise<void>
}

/** In milliseconds, of the ten seconds after which a stop is cut short. */
const longestStop = 2_000
/** A collector that is away is no news every few seconds. */
const tellAgain = 15 * minute

/** While the collector is away, the processor keeps some 2,000 spans and drops the rest. */
export function createTracing({ url, serviceName, attributes }: TracingConfig, log: Log): Tracing {
  const exporter = telling(new OTLPTraceExporter({ url }), log)
  const resource = resourceOf({ ...attributes, 'service.name': serviceName, 'service.version': version })
  // Not registered for the whole process: nothing else in it should begin to trace.
  const provider = new NodeTracerProvider({ resource, spanProcessors: [new BatchSpanProcessor(exporter)] })
  return {
    ...spansOf(provider.getTracer('studyhall', version)),
    stop: async () => {
      const { promise, resolve } = Promise.withResolvers<void>()
      const timer = setTimeout(resolve, longestStop)
      await Promise.race([provider.shutdown().catch(() => undefined), promise])
      clearTimeout(timer)
    },
  }
}

/** The exporter, and a line in the log now and then while it can't send anything. */
function telling(exporter: OTLPTraceExporter, log: Log): SpanExporter {
  let toldAt: number | undefined
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        if (result.error !== undefined && (toldAt === undefined || performance.now() - toldAt >= tellAgain)) {
          toldAt = performance.now()
          log.warn({ why: reasonOf(result.error), lost: spans.length }, 'could not send traces; check OTEL_EXPORTER_OTLP_ENDPOINT and the collector. The bot works without them')
        } else if (result.error === undefined && toldAt !== undefined) {
          toldAt = undefined
          log.info({}, 'traces are sent again')
        }
        done(result)
      }),
    shutdown: () => exporter.shutdown(),
    forceFlush: () => exporter.forceFlush(),
  }
}

/** `ECONNREFUSED`, or the status of HTTP. What the collector answered may be anything. */
const reasonOf = (fault: Error): string => ('code' in fault && fault.code !== undefined ? String(fault.code) : fault.name)

type Resource = NonNullable<TracerConfig['resource']>

/** Who sends the traces. The package's own way is in one that the bot doesn't depend on. */
function resourceOf(attributes: Record<string, string>): Resource {
  return {
    attributes,
    getRawAttributes: () => Object.entries(attributes),
    merge: (other) => (other === null ? resourceOf(attributes) : resourceOf({ ...attributes, ...(other.attributes as Record<string, string>) })),
  }
}

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { readonly version: string }
