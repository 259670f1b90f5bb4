import { describe, expect, test } from 'vitest'
import { indexCitations, resolveCitation, withKeys } from '../../src/course/read/citations.ts'
import { readSections } from '../../src/course/read/sections.ts'

const handbook = `# The handbook

Opening words.

## Rules

<!-- facts: f1, f2 -->
Walk.

<!-- facts: f3 -->

### Pets **and** guests ###

#### Data / logs

Kept.

## Exceptions

### Pets **and** guests
`

describe('reading a document', () => {
  const sections = readSections('h', handbook)

  test('cuts it at every heading, with its line', () => {
    expect(sections.map(({ heading, level, line }) => [heading, level, line])).toEqual([
      ['The handbook', 1, 1],
      ['Rules', 2, 5],
      ['Pets and guests', 3, 12],
      ['Data / logs', 4, 14],
      ['Exceptions', 2, 18],
      ['Pets and guests', 3, 20],
    ])
  })

  test('gives the path without the title, and the title to the opening', () => {
    expect(sections.map(({ path }) => path)).toEqual([
      ['The handbook'],
      ['Rules'],
      ['Rules', 'Pets and guests'],
      ['Rules', 'Pets and guests', 'Data / logs'],
      ['Exceptions'],
      ['Exceptions', 'Pets and guests'],
    ])
  })

  test('takes the fact markers out of the text', () => {
    expect(sections[1]).toMatchObject({ text: 'Walk.', facts: ['f1', 'f2', 'f3'] })
  })

  test('leaves headings in code fences alone', () => {
    const fenced = readSections('h', '# Title\n\n````md\n## Not one\n```\n## Nor this\n````\n\n~~~\n# Nor that\n~~~\n## One\n')
    expect(fenced.map(({ heading }) => heading)).toEqual(['Title', 'One'])
  })

  test('copes with a level left out and with Windows line ends', () => {
    const skipped = readSections('h', '# Title\r\n\r\n## Two\r\n\r\n#### Four\r\ntext\r\n\r\n### Three\r\n')
    expect(skipped.map(({ path }) => path.join(' > '))).toEqual(['Title', 'Two', 'Two > Four', 'Two > Three'])
    expect(skipped[2]?.text).toBe('text')
  })
})

describe('citing a document', () => {
  const sections = withKeys(readSections('h', handbook))
  const index = indexCitations([{ id: 'h', title: 'The handbook for all who live in the house', short: 'The handbook', sections }])
  const resolve = (text: string) => resolveCitation(index, text)

  test('takes a heading that occurs once', () => {
    expect(resolve('h / Rules')).toEqual({ citation: { document: 'h', title: 'The handbook', section: 'Rules', key: 'h / Rules' } })
  })

  test('takes a heading with the one above it, and gives the shortest key', () => {
    expect(resolve('h / Exceptions / Pets and guests').citation).toMatchObject({
      section: 'Pets and guests',
      key: 'h / Exceptions / Pets and guests',
    })
    expect(resolve('h / Rules / Pets and guests / Data / logs').citation.key).toBe('h / Data / logs')
  })

  test('refuses a heading that occurs twice and says how to tell them apart', () => {
    expect(resolve('h / Pets and guests').fault).toEqual({
      message: '"h / Pets and guests" names 2 sections',
      remedy: 'Write the heading above it too: "h / Rules / Pets and guests" or "h / Exceptions / Pets and guests"',
    })
  })

  test('offers the nearest headings for a slip', () => {
    expect(resolve('h / Exeptions').fault?.remedy).toMatch(/^Did you mean "h \/ Exceptions"/)
  })

  test('names the documents there are', () => {
    expect(resolve('x / Rules').fault).toEqual({ message: 'There is no document "x"', remedy: 'The documents are h' })
  })
})
