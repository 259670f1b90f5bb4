// The bot as a process of its own, without any token: lines from a pipe, screens to a pipe.
import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { bareEnvironment } from '../fakes/bare-environment.ts'

let folder = ''
/** The checked course, which an installation keeps beside its database: making it takes longer than a start. */
let keptCourse = ''
beforeAll(() => void (keptCourse = mkdtempSync(join(tmpdir(), 'studyhall-course-'))))
afterAll(() => rmSync(keptCourse, { recursive: true, force: true }))
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'studyhall-'))
  cpSync(keptCourse, join(folder, 'cache'), { recursive: true })
})
afterEach(() => {
  if (existsSync(join(folder, 'cache'))) cpSync(join(folder, 'cache'), keptCourse, { recursive: true })
  rmSync(folder, { recursive: true, force: true })
})

type Ended = { readonly status: number | null; readonly out: string; readonly err: string }

/** @param readChars how much is read before the reader goes away, as `head` does */
function run(typed: string, readChars = Infinity): Promise<Ended> {
  const env = bareEnvironment({ HOME: folder, TZ: 'Europe/Berlin', DATABASE_FILE: join(folder, 'studyhall.sqlite') })
  const child = spawn(process.execPath, ['src/start.js'], { env, stdio: ['pipe', 'pipe', 'pipe'] })
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    out += chunk
    if (out.length > readChars) child.stdout.destroy()
  })
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (err += chunk))
  // What is not read any more may break the pipe on this side, too.
  child.stdin.on('error', () => {})
  child.stdin.end(typed)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, out, err }))
  })
}

describe('npm start with lines from a pipe', () => {
  it('prints the screens in order, keeps what was answered, and ends with status 0', async () => {
    const letters = /Type two letters/u.test((await run('')).out) ? 'AB' : 'B'
    const first = await run(`/study today\n${letters}\n/study board\n`)
    expect(first).toMatchObject({ status: 0, err: '' })
    expect(first.out).toMatch(/› \/study today\n\n── Question of the day[\s\S]*› A?B\n\n── [✓✗] [\s\S]*› \/study board\n\n── Leaderboard: this week[\s\S]*1 person/u)
    expect(first.out.match(/Question of the day/gu)).toHaveLength(1)
    // oxlint-disable-next-line no-control-regex -- color codes
    expect(first.out).not.toMatch(/\u001B/u)

    const second = await run('/study me\n')
    expect(second).toMatchObject({ status: 0, err: '' })
    expect(second.out).toMatch(/Streak +1 study day/u)
  })

  it('prints the question where nothing is typed', async () => {
    const { status, out, err } = await run('')
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(out).toContain('Question of the day')
  })

  it('ends without a word when nobody reads on', async () => {
    const { status, err } = await run('/study help\n'.repeat(2000), 500)
    expect({ status, err }).toEqual({ status: 0, err: '' })
  })
})
