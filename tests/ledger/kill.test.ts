// A process that is killed takes no confirmed answer with it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { verifyLedger } from '../../src/ledger/sqlite/file/verify.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { someone, worldOf } from './world.ts'

const newFolder = temporaryFolder()

/** Runs the child until `enough` answers are confirmed, and kills it in the middle of the next ones. */
async function confirmedBefore(file: string, enough: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'answering-child.ts'), file], { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
    if (output.split('\n').length > enough) child.kill('SIGKILL')
  })
  await once(child, 'close')
  expect(child.signalCode).toBe('SIGKILL')
  return output.split('\n').slice(0, -1)
}

it.each([1, 20, 300])('keeps every answer that was confirmed when the process is killed after %i of them', async (enough) => {
  const file = join(newFolder(), 'ledger')
  const confirmed = await confirmedBefore(file, enough)
  const ledger = await openLedger(file)
  const world = worldOf(ledger)
  const [round] = await ledger.rounds.latest('slack:T1/C1', 1)
  const answers = await Promise.all(
    confirmed.map((number) => ledger.rounds.view(round?.id ?? '', 'slack:T1', someone(`P${number}`).id)),
  )
  expect(answers.filter((view) => view?.mine?.chosen[0] !== 'b')).toEqual([])
  const board = await world.board({ size: 10_000 })
  expect(board.people).toBe(answers[0]?.answered)
  expect(board.people).toBeGreaterThanOrEqual(confirmed.length)
  await ledger.close()
  expect(verifyLedger(file).problems).toEqual([])
})
