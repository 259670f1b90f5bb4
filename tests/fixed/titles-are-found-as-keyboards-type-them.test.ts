// A title with a curly apostrophe was found by nobody: what people type is made straight where it comes in, and the title was not.
import { describe, expect, it } from 'vitest'
import { named } from '../../src/commands/matching.ts'
import { loadCourseOrThrow } from '../../src/course/load.ts'
import { readTopics } from '../../src/features/read-topics.ts'
import { openStage } from '../bot/stage.ts'

const shipped = 'data/aws-shared-responsibility'
const course = loadCourseOrThrow(shipped)
const at = '2026-03-02T12:00Z'

/** As a plain keyboard, a phone, a shouting person and a French keyboard type a title. */
const typings: readonly (readonly [string, (title: string) => string])[] = [
  ['straight quotes', (title) => title.replaceAll(/[‘’]/gu, "'").replaceAll(/[“”]/gu, '"').replaceAll(/[–—]/gu, '-')],
  ['no quotes', (title) => title.replaceAll(/['"‘’“”]/gu, '').replaceAll(/[–—]/gu, '-')],
  ['curly quotes and long dashes', (title) => title.replaceAll("'", '’').replaceAll('-', '–')],
  ['capitals', (title) => title.toUpperCase()],
  ['accents', (title) => title.replaceAll('e', 'é')],
]

describe.each(typings)('a title typed with %s', (_, typed) => {
  it('opens its sheet, diagram, case and section, and is the first that is offered', async () => {
    const stage = await openStage(at, { course: shipped })
    for (const { title, sources } of course.sheets) {
      const screen = await stage.type('ada', `sheet ${typed(title)}`)
      expect([title, screen.name]).toEqual([title, sources.length === 1 ? 'passage' : 'sheet'])
      expect((await stage.channel.handler().suggest('sheet', 'name', typed(title), 5))[0]?.value).toBe(title)
    }
    for (const { title } of course.diagrams) {
      expect((await stage.type('ada', `diagram ${typed(title)}`)).title).toBe(title)
      expect((await stage.channel.handler().suggest('diagram', 'name', typed(title), 5))[0]?.value).toBe(title)
    }
    for (const { term } of course.glossary) expect((await stage.type('ada', `define ${typed(term)}`)).title).toBe(term)
    for (const { title } of course.cases) expect((await stage.channel.handler().suggest('case', 'name', typed(title), 5))[0]?.value).toBe(title)
    expect((await stage.type('ada', `read ${typed('What’s Next?')}`)).name).toMatch(/passage|which-section/u)
    await stage.close()
  })

  it('is a topic', () => {
    for (const { id, title } of course.topics) expect(readTopics(typed(title), course)).toEqual({ value: [id] })
    const edited = { topics: course.topics.map((topic, at) => (at === 0 ? { ...topic, title: 'What’s “yours” – café' } : topic)) }
    expect(readTopics(typed('What’s “yours” – café'), edited)).toEqual({ value: [course.topics[0]?.id] })
  })
})

it.each(['do and don’t', "do and don't", "don't", 'dos and donts', 'do–and–dont'])('“%s” is the do and don’t lists', async (typed) => {
  const stage = await openStage(at, { course: shipped })
  expect((await stage.type('ada', `sheet ${typed}`)).title).toBe('Do and don’t lists')
  expect((await stage.channel.handler().suggest('sheet', 'name', typed, 5)).map(({ value }) => value)).toEqual(['Do and don’t lists'])
  await stage.close()
})

it('a sheet and a diagram are found by the headings that they are made of as well', async () => {
  const stage = await openStage(at, { course: shipped })
  expect((await stage.type('ada', 'sheet canonical')).title).toBe('The definition to learn by heart')
  expect((await stage.type('ada', 'diagram visual breakdown')).title).toBe('The layers of the model')
  await stage.close()
})

it('signs alone are no name', () => {
  expect(named(['Café', '🎓'], (name) => [name], '!?')).toEqual([])
  expect(named(['Café – bar', 'Bar'], (name) => [name], 'CAFE-BAR')).toEqual(['Café – bar'])
})
