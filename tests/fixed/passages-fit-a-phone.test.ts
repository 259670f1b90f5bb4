// Some passages took more than 30 lines of 44 letters: what one had to press was out of sight.
import { describe, expect, it } from 'vitest'
import { withTitles } from '../../src/course/document-titles.ts'
import { passage } from '../../src/features/read/passage.ts'
import { render } from '../../src/platforms/terminal/outgoing/render.ts'
import { passageControl, sectionMark } from '../../src/screens/passage.ts'
import type { Screen } from '../../src/screens/screen.ts'
import { courseOf } from '../fakes/course-of.ts'
import { words } from '../bot/stage.ts'

/** The terminal leaves two columns empty. */
const lines = (screen: Screen): number => render(screen, { color: false, columns: 46 }).trimEnd().split('\n').length

describe.each(['data/aws-shared-responsibility', 'tests/courses/house-rules'])('on %s', (folder) => {
  const { course } = courseOf(folder)
  const pagesOf = (mark: string): readonly Screen[] => {
    const first = passage(course, mark, 0)
    const pages = Number(/page 1 of (\d+)/u.exec(words(first))?.[1] ?? 1)
    return [first, ...Array.from({ length: pages - 1 }, (_, at) => passage(course, mark, at + 1))]
  }
  const sections = course.documents.flatMap((document) => document.sections)

  it('every page of every passage', () => {
    const long = sections.flatMap(({ key }) => pagesOf(sectionMark(key)).flatMap((screen, at) => (lines(screen) > 30 ? [`${key}, page ${at + 1}: ${lines(screen)}`] : [])))
    expect(long).toEqual([])
  })

  it('no word of a passage is lost between its pages', () => {
    const plain = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? []
    for (const { key, text } of sections) {
      const shown = new Set(plain(pagesOf(sectionMark(key)).map(words).join('\n')))
      const own = plain(withTitles(course, text).replaceAll(/<!--[^]*?-->|\]\([^)]*\)|^ {0,3}(?:```|~~~)\w*/gmu, ' '))
      expect(own.filter((word) => !shown.has(word)), key).toEqual([])
    }
  })

  it('an old button to a page further on still leads to the passage', () => {
    const { key = '' } = sections.find(({ text }) => text !== '') ?? {}
    expect(passageControl.read(passageControl.text({ section: sectionMark(key), page: 9, show: 'here' }))).toBeDefined()
    expect(words(passage(course, sectionMark(key), 99))).toContain('There’s no page 100.')
  })
})
