// Traces of the bot as a process: what a start loads, what it refuses, and how it ends.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { bareEnvironment } from '../fakes/bare-environment.ts'
import { startCollector } from '../fakes/collector.ts'
import { freePort } from '../fakes/free-port.ts'

/** Says at the end which packages of OpenTelemetry were loaded. */
const tell = `import { createRequire } from 'node:module'
const { cache } = createRequire(${JSON.stringify(import.meta.url)})
process.on('exit', () => console.error('loaded:', JSON.stringify([...new Set(Object.keys(cache).flatMap((path) => /@opentelemetry.([\\w-]+)/.exec(path)?.[1] ?? []))].sort())))`

async function run(more: Record<string, string>): Promise<{ readonly out: string; readonly err: string; readonly status: number | null; readonly loaded: readonly string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'studyhall-tracing-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const env = bareEnvironment({ DATABASE_FILE: join(folder, 'studyhall.sqlite'), COURSE_FOLDER: 'tests/courses/house-rules', ...more })
  const child = spawn(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(tell)}`, 'src/start.js'], { env })
  let [out, err] = ['', '']
  child.stdout.on('data', (part) => (out += String(part)))
  child.stderr.on('data', (part) => (err += String(part)))
  child.stdin.end('help\n')
  const status = await new Promise<number | null>((done) => child.once('close', done))
  return { out, err, status, loaded: JSON.parse(/^loaded: (.*)$/mu.exec(err)?.[1] ?? '[]') as readonly string[] }
}

it('without an endpoint nothing of OpenTelemetry is loaded, but for what the metrics bring', async () => {
  const { status, loaded } = await run({ OTEL_EXPORTER_OTLP_ENDPOINT: ' ', OTEL_SERVICE_NAME: 'a bot', HEALTH_PORT: String(await freePort()) })
  expect([status, loaded]).toEqual([0, ['api']])
})

it('with one, what was done is sent before the end, with the headers that are set', async () => {
  const collector = await startCollector()
  const { status, loaded } = await run({ OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.url}/`, OTEL_EXPORTER_OTLP_HEADERS: 'x-key=a%20secret', HEALTH_PORT: String(await freePort()) })
  expect(status).toBe(0)
  expect(loaded).toContain('sdk-trace')
  expect(collector.requests.map(({ path, headers }) => [path, headers['x-key']])).toEqual([['/v1/traces', 'a secret']])
  expect(collector.resource()).toMatchObject({ 'service.name': 'studyhall' })
  expect(collector.spans().find(({ name }) => name === 'terminal command')?.attributes).toMatchObject({ 'studyhall.action': 'help', 'studyhall.outcome': 'answered' })
})

it('a sampler that takes none sends none', async () => {
  const collector = await startCollector()
  expect((await run({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_TRACES_SAMPLER: 'always_off' })).status).toBe(0)
  expect(collector.requests).toEqual([])
})

it('a collector that is away makes no end fail', async () => {
  const { status, out } = await run({ OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${await freePort()}` })
  expect(status).toBe(0)
  expect(out).toContain('One scenario question')
})

it.each([
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' }, 'OTEL_EXPORTER_OTLP_ENDPOINT is not valid. It is the collector'],
  [{ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: '/v1/traces' }, 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT is not valid'],
  [{ OTEL_TRACES_SAMPLER: 'sometimes' }, 'OTEL_TRACES_SAMPLER is not valid'],
  [{ OTEL_RESOURCE_ATTRIBUTES: 'production' }, 'OTEL_RESOURCE_ATTRIBUTES is not valid'],
])('%o is refused with a sentence', async (wrong, sentence) => {
  const { status, err } = await run(wrong)
  expect(status).toBe(1)
  expect(err).toContain(sentence)
  expect(err).not.toMatch(/\n {4}at /u)
})
