// Screens that are drawn once for many: the same bytes as if each had been drawn anew.
import { expect, test } from 'vitest'
import { renderedFields } from '../../../src/platforms/slack/outgoing/render-cache.ts'
import { render } from '../../../src/platforms/slack/outgoing/render.ts'
import { samples } from '../../samples.ts'
import type { Screen } from '../../../src/screens/screen.ts'

const renderedAnew = (screen: Screen) => JSON.stringify(render(screen)).slice(1, -1)

test.each([...samples])('gives the sample %s as it is drawn, the first time and the second', (_, screen) => {
  expect([renderedFields(screen), renderedFields(screen)]).toEqual([renderedAnew(screen), renderedAnew(screen)])
})
