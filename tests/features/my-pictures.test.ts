// One's own study days and topics as pictures: the numbers stand in the text above them, and in their alternative text.
import { expect, it } from 'vitest'
import { daysShown, overviewOf } from '../../src/core/overview.ts'
import { picturesScreen } from '../../src/features/me/pictures-screen.ts'
import { words } from '../bot/stage.ts'

const entry = (day: string, id: string) => ({ item: `question:${id}`, day, at: Date.parse(`${day}T12:00Z`), source: 'practice', grade: 'good' }) as const
const log = [entry('2026-08-30', 'too-old'), entry('2026-08-31', 'a'), entry('2026-11-21', 'b'), entry('2026-11-22', 'a'), entry('2026-11-22', 'c')]
const { days } = overviewOf({ log, day: '2026-11-22', weights: new Map([['t', 1]]), topicOf: () => 't' })

it('counts the answers of the last twelve weeks, day by day', () => {
  expect(days.length).toBe(daysShown)
  expect([days[0], days.at(-2), days.at(-1)]).toEqual([{ date: '2026-08-31', count: 1 }, { date: '2026-11-21', count: 1 }, { date: '2026-11-22', count: 2 }])
  expect(days.reduce((sum, { count }) => sum + count, 0)).toBe(4)
})

it('says the numbers before each picture', () => {
  const screen = picturesScreen(days, [{ topic: 't', title: 'Patching', right: 1, of: 4 }, { topic: 'u', title: 'Keys', right: 0, of: 0 }])
  expect(screen.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'picture', 'list', 'picture', 'buttons'])
  expect(words(screen)).toContain('You studied on 3 of 84 days: 4 answers.')
  expect(words(screen)).toContain('3 of 84 days with something done, from Aug 31 to Nov 22. They are: Aug 31: 1, Nov 21: 1, Nov 22: 2.')
  expect(words(screen)).toContain('Patching: 25%, 1 of 4 right.')
  expect(words(screen)).not.toContain('Keys')
})
