// After days away each missed round was compared with the wrong one, so a manager heard of none of them, or of each.
import { afterEach, expect, it } from 'vitest'
import { openStage, words, type Stage } from '../bot/stage.ts'
import type { Screen } from '../../src/screens/screen.ts'

let stage: Stage
afterEach(() => stage.close())

it('a manager hears once of rounds that were missed in a row, and again of the next series', async () => {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('ada', 'setup 09:00 Europe/Berlin mon-fri')
  await stage.until('2026-03-02T08:00Z')
  await stage.until('2026-03-09T20:00Z')
  expect(stage.channel.told.map(({ person }) => person)).toEqual(['terminal:team:ada'])
  expect(words(stage.channel.told[0]?.screen as Screen)).toContain('Tue, Mar 3')
  await stage.until('2026-03-10T08:00Z')
  await stage.until('2026-03-12T20:00Z')
  expect(stage.channel.told).toHaveLength(2)
})
