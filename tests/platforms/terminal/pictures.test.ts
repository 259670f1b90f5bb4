// Pictures drawn with characters: the same numbers, in any width.
import { describe, expect, it } from 'vitest'
import { render } from '../../../src/platforms/terminal/outgoing/render.ts'
import { pictureBlock } from '../../../src/screens/pictures/blocks.ts'
import type { Picture } from '../../../src/screens/pictures/picture.ts'
import { widthOf } from '../../../src/screens/width.ts'
import { samplePictures } from '../../screens/sample-pictures.ts'

const draw = (picture: Picture, columns = 80) => render({ name: 'notice', title: 'Title', tone: 'plain', blocks: [pictureBlock(picture)] }, { columns, color: false })

describe.each([...samplePictures])('the picture of %s', (_, picture) => {
  it('keeps to the width of the window', () => {
    for (const columns of [24, 40, 80, 200]) expect(Math.max(...draw(picture, columns).split('\n').map(widthOf))).toBeLessThanOrEqual(Math.min(columns, 88))
  })
})

it('bars have their numbers, also in a narrow window', () => {
  const picture: Picture = { kind: 'bars', title: 'By topic', rows: [{ label: 'Patching', right: 3, of: 4 }, { label: 'Keys', right: 0, of: 0 }] }
  expect(draw(picture)).toContain('  Patching ██████████████████░░░░░░ 75%, 3 of 4\n  Keys     ░░░░░░░░░░░░░░░░░░░░░░░░  no answers\n')
  expect(draw(picture, 24)).toContain('  Patching\n  ████████░░ 75%, 3 of 4\n')
})

it('a calendar has a line for each day of the week, and its dates', () => {
  const days = ['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'].map((date, count) => ({ date, count }))
  expect(draw({ kind: 'calendar', title: 'Days', days }).split('\n').slice(2, -1)).toEqual([
    '  Mon   █',
    '  Tue',
    '  Wed -',
    '  Thu ░',
    '  Fri ░',
    '  Sat ▒',
    '  Sun █',
    '  5 of 6 days, from Nov 18 to Nov 23. - none, █ most',
  ])
})

it('steps are boxes with arrows between them', () => {
  expect(draw({ kind: 'steps', title: 'A loop', steps: [{ title: 'Define', points: [] }, { title: 'Deploy', points: [] }], loop: { title: 'Mend', points: [] } }, 80)).toMatch(
    /┌─+┐\n {2}│ 1\. Define +│\n {2}├─+▼─+┤\n {2}│ 2\. Deploy +│\n {2}├─+▼─+┤\n {2}│ 3\. Mend +│\n {2}└─+┘\n {2}▲ Then back to step 1/u,
  )
})
