// A file that is sent along with a command.
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { attachedFile } from '../../../src/platforms/terminal/attached-file.ts'
import { commands } from '../../catalog.ts'

const folder = mkdtempSync(join(tmpdir(), 'attached-'))
afterAll(() => rmSync(folder, { recursive: true }))
const attach = (line: string) => attachedFile(commands.parse(line), commands)

it('is read where the command takes one, and nothing else is', async () => {
  const file = join(folder, 'my questions.gift')
  writeFileSync(file, 'Who? {=a ~b}')
  for (const line of [`add-question < ${file}`, `add-question <"${file}"`]) {
    const found = await attach(line)
    expect(found !== undefined && 'data' in found ? [found.name, new TextDecoder().decode(found.data)] : found).toEqual(['my questions.gift', 'Who? {=a ~b}'])
  }
  for (const line of ['add-question', 'add-question Is 1 < 2? | * Yes | - No', `lookup < ${file}`, 'add-question <quiz><question/></quiz>']) expect(await attach(line)).toBeUndefined()
})

it('says why it cannot be read', async () => {
  const large = join(folder, 'large')
  writeFileSync(large, '')
  truncateSync(large, 6_000_000)
  expect(await attach(`add-question < ${large}`)).toMatchObject({ problem: expect.stringContaining('too large') })
  expect(await attach(`add-question < ${folder}`)).toMatchObject({ problem: expect.stringContaining('isn’t a file') })
  expect(await attach(`add-question < ${join(folder, 'none')}`)).toMatchObject({ problem: expect.stringContaining('ENOENT') })
})
