// A disk that takes no more in the middle of a write: what was confirmed is there, the rest is not, and the file is whole.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { verifyLedger } from '../../src/ledger/sqlite/file/verify.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { someone, worldOf } from './world.ts'

const newFolder = temporaryFolder()

it.each([2_000, 4_000, 9_000])('loses no confirmed answer where no file may grow beyond %i blocks', async (blocks) => {
  const file = join(newFolder(), 'ledger')
  const program = `ulimit -f ${blocks}; exec "$0" "$1" "$2"`
  const child = spawn('sh', ['-c', program, process.execPath, join(import.meta.dirname, 'answering-child.ts'), file], { stdio: ['ignore', 'pipe', 'pipe'] })
  const said = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => void (said.out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => void (said.err += text))
  const [status] = (await once(child, 'close')) as [number | null]
  expect(status).toBe(1)
  expect(said.err).toMatch(/this change was not saved/u)
  const confirmed = said.out.split('\n').slice(0, -1)
  expect(confirmed.length).toBeGreaterThan(0)
  const ledger = await openLedger(file)
  const [round] = await ledger.rounds.latest('slack:T1/C1', 1)
  const answers = await Promise.all(confirmed.map((number) => ledger.rounds.view(round?.id ?? '', 'slack:T1', someone(`P${number}`).id)))
  expect(answers.filter((view) => view?.mine?.chosen[0] !== 'b')).toEqual([])
  expect((await worldOf(ledger).board({ size: 10_000 })).people).toBe(answers[0]?.answered)
  await ledger.close()
  expect(verifyLedger(file).problems).toEqual([])
})
