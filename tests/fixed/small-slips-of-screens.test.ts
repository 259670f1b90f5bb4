// An address in a document was shown in brackets and broken over two lines, a button said “2. 2. Configuration Management”, and
// “study -- verify” counted none of what people had answered alone.
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { verifyLedger } from '../../src/ledger/sqlite/file/verify.ts'
import { markdownBlocks } from '../../src/features/read/markdown-blocks.ts'
import { span } from '../../src/platforms/terminal/outgoing/styled.ts'
import { wrap } from '../../src/platforms/terminal/outgoing/wrap.ts'
import { openStage, words } from '../bot/stage.ts'

const address = 'https://example.com/a/rather/long/path/that/is/wider/than/a/narrow/window/'

describe('an address', () => {
  it('in a document is a link', () => {
    expect(markdownBlocks(`See <${address}>.`)).toMatchObject([{ text: ['See ', { kind: 'link', text: address, url: address }, '.'] }])
    expect(markdownBlocks('a < b, c > d')).toMatchObject([{ text: ['a < b, c > d'] }])
  })

  it.each([20, 40, 80])('stays whole in a terminal of %i columns', (width) => {
    for (const text of [address, `See ${address}. Or ask.`, `AWS (${address}) says`]) {
      expect(wrap([span(text)], width).map((line) => line.map((part) => part.text).join(''))).toContainEqual(expect.stringContaining(address))
    }
  })
})

it('a heading with a number has one number in a list', async () => {
  const stage = await openStage('2026-03-02T08:00Z', { course: 'data/aws-shared-responsibility' })
  onTestFinished(() => stage.close())
  const said = words(await stage.type('ada', 'read configuration management'))
  expect(said).toContain('2. Configuration Management')
  expect(said).not.toMatch(/\d\. \d\. /u)
})

it('verify counts what was answered alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'verify-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'bot.sqlite')
  const stage = await openStage('2026-03-02T08:00Z', { file })
  onTestFinished(() => stage.close())
  for (const who of ['ada', 'bob']) {
    const choices = (await stage.type(who, 'practice 1')).blocks.find((block) => block.kind === 'choices')
    await stage.press(who, choices?.kind === 'choices' ? (choices.options[0]?.control ?? '') : '', { chosen: choices?.kind === 'choices' ? choices.options.slice(0, choices.pick).map(({ id }) => id) : [] })
  }
  expect(verifyLedger(file)).toMatchObject({ problems: [], answers: 0, studied: 2, learners: 2 })
})
