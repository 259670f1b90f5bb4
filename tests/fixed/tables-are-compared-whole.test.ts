// Six tables were made of rows of the matrix: cells, columns and whole tables of the documents were missing.
import { afterEach, expect, it } from 'vitest'
import { withTitles } from '../../src/course/document-titles.ts'
import { loadCourseOrThrow } from '../../src/course/load.ts'
import { render as renderDiscord } from '../../src/platforms/discord/outgoing/render.ts'
import { render as renderTerminal } from '../../src/platforms/terminal/outgoing/render.ts'
import type { Screen } from '../../src/screens/screen.ts'
import { sectionMark } from '../../src/screens/passage.ts'
import { openStage, type Stage } from '../bot/stage.ts'
import { commands } from '../catalog.ts'
import { allComponents, type Component } from '../fakes/discord/world.ts'
import { buttons } from '../features/session-screens.ts'

let stage: Stage
afterEach(() => stage.close())

const shipped = { course: 'data/aws-shared-responsibility' }
const course = loadCourseOrThrow(shipped.course)
const sections = course.documents.flatMap((document) => document.sections).filter(({ text }) => /^\|/mu.test(text))

/** All pages of a table. */
async function pages(first: Screen): Promise<readonly Screen[]> {
  const screens = [first]
  for (let more = first; ; ) {
    const next = buttons(more).find(({ label }) => label === 'More')
    if (next === undefined) return screens
    more = await stage.press('bob', next.control)
    screens.push(more)
  }
}

const rowsOf = (screens: readonly Screen[]) => screens.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? block.rows : [])))

it('shows every table of the documents whole, cell by cell', async () => {
  stage = await openStage('2026-03-02T07:00Z', shipped)
  expect(sections.length).toBeGreaterThan(30)
  for (const section of sections) {
    const lines = section.text.split('\n').filter((line) => line.startsWith('|'))
    const rules = new Set(lines.flatMap((line, at) => (/^\|[\s:|-]+\|$/u.test(line) ? [at] : [])))
    const rows = lines.filter((_, at) => !rules.has(at) && !rules.has(at + 1)).map((line) => line.slice(1, -1).split('|').map((cell) => withTitles(course, cell.trim())))
    expect([section.key, rowsOf(await pages(await stage.press('bob', `v1:table:0:${sectionMark(section.key)}`)))]).toEqual([section.key, rows])
  }
})

it('shows no page that is longer than the screen of a phone', async () => {
  stage = await openStage('2026-03-02T07:00Z', shipped)
  const long: string[] = []
  for (const section of sections) {
    for (const screen of await pages(await stage.press('bob', `v1:table:0:${sectionMark(section.key)}`))) {
      const inTerminal = renderTerminal(screen, { color: false, columns: 46 }).trimEnd().split('\n').length
      const texts = allComponents(renderDiscord(screen, commands).components as unknown as readonly Component[]).map((part) => String(part['content'] ?? ''))
      const onDiscord = texts.join('\n').split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.replaceAll('*', '').length / 44)), 2)
      if (Math.max(inTerminal, onDiscord) > 30) long.push(`${section.key}: ${inTerminal}, ${onDiscord}`)
    }
  }
  expect(long).toEqual([])
})
