// (e) From nothing to a bot that takes what is typed, without tokens, against Node importing zod and better-sqlite3; and its peak memory.
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { median, rounded, type Figure, type Size } from './figure.ts'

const root = resolve(import.meta.dirname, '../..')
/** What `npm start` says, after the name of the program. */
const [, ...command] = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { start: string } }).scripts.start.split(' ')
const repeatsOf = { whole: 15, brief: 1 }

/** Starts once to keep the course and the code, as every installation has after its first start; then measures, taking turns. */
export async function start(size: Size = 'whole'): Promise<readonly Figure[]> {
  const folder = installation()
  try {
    await bot(folder)
    const floors: number[] = []
    const bots: number[] = []
    const memory: number[] = []
    for (let repeat = 0; repeat < repeatsOf[size]; repeat++) {
      floors.push(await floor(folder))
      const { milliseconds, peak } = await bot(folder)
      bots.push(milliseconds)
      memory.push(peak)
    }
    const ratio = median(bots) / median(floors)
    const value = `${rounded(median(bots), 0)} ms, peak ${rounded(median(memory) / 1024, 0)} MiB`
    return [{ what: '(e) start to ready, no tokens', value, floor: `${rounded(median(floors), 0)} ms`, ratio, goal: '≤ 1.5', reached: ratio <= 1.5 }]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** A folder of its own with the code and the course of this one, so that no setting and no file of the developer takes part. */
export function installation(): string {
  const folder = mkdtempSync(join(tmpdir(), 'studyhall-start-'))
  for (const name of ['src', 'data', 'node_modules', 'package.json']) symlinkSync(join(root, name), join(folder, name))
  return folder
}

async function floor(folder: string): Promise<number> {
  const began = performance.now()
  await ended(run(folder, ['--input-type=module', '-e', "import 'zod'; import 'better-sqlite3'"]))
  return performance.now() - began
}

/** Ready is when the answer to a typed line begins to appear. */
async function bot(folder: string): Promise<{ readonly milliseconds: number; readonly peak: number }> {
  const began = performance.now()
  const child = run(folder, command)
  child.stdin?.write('/study privacy\n')
  await new Promise<void>((done, fail) => {
    child.stdout?.once('data', () => done())
    child.once('exit', () => fail(new Error('the bot ended before it was ready')))
  })
  const milliseconds = performance.now() - began
  const peak = peakMemory(child)
  child.stdin?.end()
  await ended(child)
  return { milliseconds, peak }
}

const run = (folder: string, args: readonly string[]): ChildProcess =>
  spawn(process.execPath, args, { cwd: folder, env: { PATH: process.env['PATH'] }, stdio: ['pipe', 'pipe', 'inherit'] })

async function ended(child: ChildProcess): Promise<void> {
  child.stdout?.resume()
  if (child.exitCode === null) await new Promise((done) => child.once('exit', done))
}

/** In KiB, from the kernel; 0 where it does not say. */
function peakMemory(child: ChildProcess): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}
