// The leaderboard of the week as a picture: at the press of a button, below the rows that it shows.
import { expect, it } from 'vitest'
import type { Screen } from '../../src/screens/screen.ts'
import { boardScreen, type BoardView } from '../../src/features/boards/board-screen.ts'
import { openStage } from '../bot/stage.ts'
import { buttons } from './session-screens.ts'

const pictures = ({ blocks }: Screen) => blocks.filter((block) => block.kind === 'picture')
const offers = (screen: Screen) => buttons(screen).some(({ label }) => label === 'Show as a picture')

const rows: BoardView['rows'] = [
  { rank: 1, person: { id: 'terminal:team:ada', name: 'Ada' }, points: 5, accuracy: 100, streak: 3, answered: 20, days: 18, you: true },
  { rank: 2, person: { id: 'terminal:team:wang', name: '王小明' }, points: 1, accuracy: 50, streak: 0, answered: 20, days: 18, you: false },
]
const view: BoardView = { scope: 'place', period: 'week', by: 'points', season: null, hasSeasons: false, otherScope: false, past: null, accuracy: null, withoutAliases: false, page: 0, pages: 1, noPage: null, people: 2, rows, own: null, absent: null, picture: false }

it('is offered on the first page of the week alone, and only where there is anybody', () => {
  expect(offers(boardScreen(view))).toBe(true)
  for (const other of [{ period: 'month' }, { page: 1, pages: 2 }, { rows: [], people: 0 }, { picture: true }] as const) expect(offers(boardScreen({ ...view, ...other }))).toBe(false)
})

it('shows the rows again, with every name in its alternative text', () => {
  expect(pictures(boardScreen(view))).toEqual([])
  const screen = boardScreen({ ...view, picture: true })
  expect(screen.blocks.findIndex(({ kind }) => kind === 'picture')).toBeGreaterThan(screen.blocks.findIndex(({ kind }) => kind === 'ranking'))
  expect(pictures(screen)).toMatchObject([{ alt: 'Leaderboard: this week, this channel. 1: Ada (you), 5 points. 2: 王小明, 1 point.' }])
})

it('answers a press also where the board has become empty', async () => {
  const stage = await openStage('2026-03-02T12:00Z')
  const screen = await stage.press('ada', 'v1:boardpicture:place')
  expect([screen.name, pictures(screen)]).toEqual(['board', []])
  await stage.close()
})
