// The bot as a process of its own that lives fast, for what takes minutes.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { until } from '../fakes/until.ts'
import { bareEnvironment } from '../fakes/bare-environment.ts'

/**
 * @param settings how it finds its platform
 * @param speed how many times as fast as the world its clock runs
 */
export async function startFastProcess(settings: NodeJS.ProcessEnv, speed: number) {
  const folder = mkdtempSync(join(tmpdir(), 'studyhall-faults-'))
  const port = await freePort()
  const env = bareEnvironment({
    CLOCK_SPEED: String(speed), DATABASE_FILE: join(folder, 'studyhall.sqlite'), COURSE_FOLDER: 'tests/courses/house-rules',
    HEALTH_PORT: String(port), ...settings,
  })
  const child = spawn(process.execPath, ['--import', join(import.meta.dirname, 'fast-clock.ts'), 'src/main.ts'], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  let log = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => void (log += text))
  const state: { status: number | null | undefined } = { status: undefined }
  child.once('exit', (status) => void (state.status = status))
  onTestFinished(() => {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })
  const says = async (path: string) => fetch(`http://127.0.0.1:${port}${path}`).then(({ status }) => status, () => 0)
  return {
    says,
    /** How long it takes by the clock of the process, in milliseconds. */
    timeOf: async (work: () => Promise<unknown>) => {
      const start = performance.now()
      await work()
      return (performance.now() - start) * speed
    },
    log: () => log,
    becomes: (ready: number) => until(async () => (await says('/readyz')) === ready, `/readyz to say ${ready}; ${log.slice(-2_000)}`),
    end: () => until(() => state.status !== undefined && { status: state.status }, `the end of the process; ${log.slice(-2_000)}`),
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
