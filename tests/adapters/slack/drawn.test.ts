// Screens that are drawn once for many: the same bytes as if each had been drawn anew.
import { expect, test } from 'vitest'
import { createDrawn } from '../../../src/adapters/slack/drawn.ts'
import { render } from '../../../src/adapters/slack/render.ts'
import { notice } from '../../../src/screens/notice.ts'
import { samples } from '../../../src/screens/samples.ts'
import type { Screen } from '../../../src/screens/screen.ts'

const drawnAnew = (screen: Screen) => JSON.stringify(render(screen)).slice(1, -1)

test.each([...samples])('gives the sample %s as it is drawn, the first time and the second', (_, screen) => {
  const drawn = createDrawn()
  expect([drawn.fields(screen), drawn.fields(structuredClone(screen))]).toEqual([drawnAnew(screen), drawnAnew(screen)])
})

test('takes no screen for another with the same words', () => {
  const drawn = createDrawn()
  const page = (page: number) => notice('A board', [['The same words']], [{ label: 'Next', control: { kind: 'board', scope: 'place', period: 'week', page }, primary: false }])
  const bold: Screen = { ...notice('A board', []), blocks: [{ kind: 'paragraph', text: [{ kind: 'strong', text: 'The same words' }] }] }
  for (const screen of [page(1), page(2), bold, page(1), { ...bold, tone: 'right' as const }]) expect(drawn.fields(screen)).toBe(drawnAnew(screen))
})

test('forgets the oldest of many', () => {
  const drawn = createDrawn()
  for (let index = 0; index < 1000; index++) {
    const screen = notice(`Screen ${index}`, [])
    expect(drawn.fields(screen)).toBe(drawnAnew(screen))
  }
})
