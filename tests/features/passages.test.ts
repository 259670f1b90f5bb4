// Passages of the study documents: every cited section opens whole, in pages that each platform shows without cutting.
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadCourseOrThrow } from '../../src/course/load.ts'
import { markdownBlocks } from '../../src/features/read/markdown-blocks.ts'
import { pagesOf } from '../../src/features/read/pages.ts'
import { passage } from '../../src/features/read/passage.ts'
import { render as renderDiscord } from '../../src/platforms/discord/outgoing/render.ts'
import { render as renderSlack } from '../../src/platforms/slack/outgoing/render.ts'
import { passageControl, passageButtons, sectionMark } from '../../src/screens/passage.ts'
import type { Screen } from '../../src/screens/screen.ts'
import { words } from '../bot/stage.ts'
import { commands } from '../catalog.ts'

const course = loadCourseOrThrow(resolve(import.meta.dirname, '../../data/aws-shared-responsibility'))
const cited = [...new Set(course.questions.flatMap(({ sources }) => sources.map(({ key }) => key)))]

function pagesFor(key: string): readonly Screen[] {
  const screens = [passage(course, sectionMark(key), 0)]
  for (let next = nextOf(screens[0]); next !== undefined; next = nextOf(screens.at(-1))) screens.push(passage(course, sectionMark(key), next))
  return screens
}

function nextOf(screen: Screen | undefined): number | undefined {
  const buttons = screen?.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : [])) ?? []
  const control = buttons.find(({ label }) => label === 'Next page')?.control
  return control === undefined ? undefined : passageControl.read(control)?.page
}

/** The words of a text without marks, to compare. */
const bare = (text: string): string => text.replaceAll(/\*\*|[|`\s–•<>-]|:?-{3,}:?/gu, '')

describe('a cited section', () => {
  it('opens whole, whichever it is', () => {
    const cut = cited.filter((key) => {
      const section = course.byId.sections.get(key)
      const shown = bare(pagesFor(key).map(words).join('\n'))
      const lines = (section?.text ?? '').split('\n').filter((line) => /\w/u.test(line) && !/\b00\d\b|^\s*(?:[-*]|\d+\.)|^\||\]\(/u.test(line))
      return section === undefined || lines.some((line) => !shown.includes(bare(line)))
    })
    expect(cut).toEqual([])
    expect(cited.length).toBeGreaterThan(100)
  })

  it('is shown on Slack and on Discord without a word cut off', () => {
    const screens = cited.flatMap(pagesFor)
    const shortened = screens.filter((screen) => /…/u.test(JSON.stringify([renderSlack(screen).blocks, renderDiscord(screen, commands)])) && !words(screen).includes('…'))
    expect(shortened.map(({ title }) => title)).toEqual([])
  })

  it('names its document, and says where it is gone', () => {
    const [key = ''] = cited
    expect(words(passage(course, sectionMark(key), 0))).toContain(course.byId.documents.get(course.byId.sections.get(key)?.document ?? '')?.title ?? 'no title')
    expect(passage(course, '0123456789abcdef', 0).title).toBe('This passage is gone')
    expect(passage(course, sectionMark(key), 999).name).toBe('passage')
  })

  it('has a button that fits and is its own', () => {
    const marks = [...course.byId.sections.keys()].map(sectionMark)
    expect(new Set(marks).size).toBe(marks.length)
    const sources = course.questions.find((question) => new Set(question.sources.map(({ key }) => key)).size > 1)?.sources.slice(0, 2) ?? []
    expect(passageButtons(sources).map(({ label }) => label)).toEqual(['Read the passage', expect.stringMatching(/^Read “.+”$/u)])
  })
})

describe('Markdown', () => {
  it('becomes paragraphs, lists, tables, notes and code', () => {
    const text = 'One *two* **three**\nand `four`.\n\n- first\n  goes on\n  - below\n- [second](#here)\n\n1. one\n2. two\n\n| A | B |\n|---|:-:|\n| 1 \\| 2 | **x** |\n\n> Note: careful.\n\n```\nlet x = 1\n```\n\n---'
    expect(markdownBlocks(text)).toEqual([
      { kind: 'paragraph', text: ['One two ', { kind: 'strong', text: 'three' }, ' and ', { kind: 'code', text: 'four' }, '.'] },
      { kind: 'list', items: [['first', ' ', 'goes on', '\n– ', 'below'], ['second']] },
      { kind: 'list', items: [[{ kind: 'strong', text: '1.' }, ' ', 'one'], [{ kind: 'strong', text: '2.' }, ' ', 'two']] },
      { kind: 'table', columns: ['A', 'B'], rows: [['1 | 2', 'x']] },
      { kind: 'paragraph', text: ['Note: careful.'] },
      { kind: 'paragraph', text: [{ kind: 'code-block', text: 'let x = 1', language: null }] },
    ])
  })

  it('of any length is cut into pages, and nothing is lost', () => {
    const long = `${'A sentence of some words. '.repeat(300)}\n\n## ignored\n\n${Array.from({ length: 200 }, (_, at) => `- item ${at} with some more words`).join('\n')}`
    const pages = pagesOf(markdownBlocks(long))
    expect(pages.length).toBeGreaterThan(4)
    expect(JSON.stringify(pages).match(/A sentence/gu)).toHaveLength(300)
    expect(JSON.stringify(pages).match(/item \d+ with/gu)).toHaveLength(200)
    expect(pagesOf([])).toEqual([[]])
  })
})
