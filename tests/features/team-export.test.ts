// A channel's own questions as files: for managers, to be changed and sent back, or taken to another channel.
import { afterEach, expect, it } from 'vitest'
import { filesOf } from '../../src/screens/files.ts'
import type { Screen } from '../../src/screens/screen.ts'
import { commands } from '../catalog.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { control, labels } from './session-screens.ts'

let stage: Stage
afterEach(() => stage?.close())

const line = (stem: string) => `add-question ${stem} | * The team on call | - Whoever sees it first | > Two restarts lose orders. | - Nobody until Monday | Why: They have the runbook. | Remember: Drain first. | Source: Runbook, page 2`
const textIn = (screen: Screen, name: string) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(filesOf(screen).find((file) => file.name === name)?.data)
const sent = async (text: string, place?: string) => {
  const file = { name: 'questions.csv', data: new TextEncoder().encode(text) }
  return (await stage.send({ kind: 'command', command: commands.parse('add-question'), file, ...(place === undefined ? {} : { place }) } as never, 'owner')).screen
}

it('is a table that can be changed and sent back, here and elsewhere, and a file for a course', async () => {
  stage = await openStage('2026-03-09T08:00Z')
  await stage.type('owner', 'setup 09:00 UTC')
  expect(words(await stage.type('owner', 'questions export'))).toContain('There’s nothing to export')
  const draft = await stage.type('owner', line('Who restarts the queue at night?'))
  const none = await stage.press('owner', control(await stage.type('owner', 'questions'), 'Export'))
  expect(filesOf(none).map(({ name }) => name)).toEqual(['team-questions.csv'])
  await stage.press('owner', control(draft, 'Approve'))
  await stage.type('owner', line('Who pays for the pager?'))
  const screen = await stage.type('owner', 'questions export')
  expect(filesOf(screen).map(({ name }) => name)).toEqual(['team-questions.yaml', 'team.md', 'team-questions.csv'])
  expect(words(screen)).toContain('One draft isn’t in it.')
  expect(textIn(screen, 'team-questions.yaml')).toContain('stem: Who restarts the queue at night?')
  expect(textIn(screen, 'team-questions.yaml')).not.toContain('pager')
  const table = textIn(screen, 'team-questions.csv')
  expect(words(await sent(table))).toContain('Nothing was added')
  expect(words(await sent(table))).toContain('2 are already here')
  expect(words(await stage.type('owner', 'questions'))).toContain('1 draft · 1 approved')
  expect(words(await sent(table.replace('at night', 'on Sundays')))).toContain('1 replaces an earlier version. 1 is already here.')
  expect(words(await stage.type('owner', 'questions'))).toContain('2 drafts · 0 approved')
  await stage.type('owner', 'setup 09:00 UTC', 'terminal:team:other')
  expect((await sent(table, 'terminal:team:other')).title).toBe('Added 2 drafts')
  const [head = '', first = ''] = table.split('\r\n')
  await stage.type('owner', 'setup 09:00 UTC', 'terminal:team:third')
  expect((await sent(`${head}\r\n${first}\r\n`, 'terminal:team:third')).title).toBe('A draft')
})

it('is for managers alone', async () => {
  stage = await openStage('2026-03-09T08:00Z')
  await stage.type('owner', 'setup 09:00 UTC')
  await stage.type('owner', line('Who pays for the pager?'))
  const list = await stage.type('owner', 'questions')
  expect(labels(list)).toContain('Export')
  expect(words(await stage.type('ada', 'questions export'))).toContain('Only managers can do that')
  expect(words(await stage.press('ada', control(list, 'Export')))).toContain('Only managers can do that')
})
