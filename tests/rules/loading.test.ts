// Node runs the sources as they are: what type stripping refuses (enums, parameter properties) must not come in.
import { readdirSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).sort()

/** They act when they are loaded. */
const programs = new Set(['main.ts', 'cli.ts', 'ledger/sqlite/file/vacuum-thread.ts', 'ledger/sqlite/file/examine-thread.ts', 'cli/progress-thread.ts'])

describe('every source file', () => {
  it.each(files)('%s survives type stripping', (file) => {
    expect(() => stripTypeScriptTypes(readFileSync(join(root, 'src', file), 'utf8'))).not.toThrow()
  })

  it('loads in the Node that the project brings', async () => {
    const { spawnSync } = await import('node:child_process')
    const loads = files.filter((file) => !programs.has(file)).map((file) => `await import('./src/${file}')`)
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', `${loads.join('\n')}\nprocess.exit(0)`], { cwd: root, encoding: 'utf8' })
    expect(run.stderr).toBe('')
    expect(run.status).toBe(0)
  })
})
