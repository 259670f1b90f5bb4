// Tips, terms, the matrix and the study sheets: every piece of the course can be reached, by name and by turning pages.
import { describe, expect, it } from 'vitest'
import { loadCourseOrThrow } from '../../src/course/load.ts'
import { openStage, words } from '../bot/stage.ts'
import { buttons } from './session-screens.ts'

const noon = '2026-03-02T12:00Z'
const shipped = 'data/aws-shared-responsibility'
const course = loadCourseOrThrow(shipped)

/** The labels of all buttons of the glossary, page by page and letter by letter. */
async function wholeGlossary(stage: Awaited<ReturnType<typeof openStage>>): Promise<ReadonlySet<string>> {
  const labels = new Set<string>()
  let screen = await stage.type('ada', 'define')
  for (let turn = 0; turn < 100; turn += 1) {
    const shown = buttons(screen)
    for (const { label } of shown) labels.add(label)
    const letter = screen.title.slice(-1)
    const next = shown.find(({ label }) => label === 'More') ?? shown.find(({ label }) => label.startsWith('Terms: ') && label.slice(-1) > letter)
    if (next === undefined) break
    screen = await stage.press('ada', next.control)
  }
  return labels
}

describe('a tip', () => {
  it('is of the kind that was asked for, and is followed by every other one of its kind', async () => {
    const stage = await openStage(noon, { course: shipped })
    const myths = course.tips.filter(({ kind }) => kind === 'myth')
    const seen = new Set<string>()
    let screen = await stage.type('ada', 'tip myth')
    for (let turn = 0; turn < myths.length; turn += 1) {
      seen.add(words(screen))
      expect(words(screen)).toContain('In fact:')
      screen = await stage.press('ada', buttons(screen)[0]?.control ?? '')
    }
    expect(seen.size).toBe(myths.length)
  })

  it('is refused in a course that has none', async () => {
    const stage = await openStage(noon)
    const has = stage.course.tips.some(({ kind }) => kind === 'analogy')
    expect((await stage.type('ada', 'tip analogy')).name).toBe(has ? 'tip' : 'refusal')
  })
})

describe('a term', () => {
  it('is defined by any of its names, with what is related and where it stands', async () => {
    const stage = await openStage(noon, { course: shipped })
    for (const { term, aliases } of course.glossary) {
      for (const name of [term, ...aliases.slice(0, 1)]) expect([name, (await stage.type('ada', `define ${name}`)).name]).toEqual([name, 'term'])
    }
    expect(words(await stage.type('ada', 'define shared control'))).toContain('patch management')
  })

  it('is found by letter, whichever it is', async () => {
    const stage = await openStage(noon, { course: shipped })
    const labels = await wholeGlossary(stage)
    const missing = course.glossary.filter(({ term }) => !labels.has(term) && ![...labels].some((label) => label.endsWith('…') && term.startsWith(label.slice(0, -1))))
    expect(missing.map(({ term }) => term)).toEqual([])
  })

  it('that there is not is said so, with the one that may be meant', async () => {
    const stage = await openStage(noon, { course: shipped })
    expect(words(await stage.type('ada', 'define zzzz'))).toContain('There’s no term “zzzz”')
    expect(words(await stage.type('ada', 'define atestation'))).toContain('Attestation')
  })
})

describe('the matrix', () => {
  it('shows every duty of every service', async () => {
    const stage = await openStage(noon, { course: shipped })
    for (const service of course.concepts.filter(({ kind }) => kind === 'service')) {
      const rows = course.responsibilities.filter((row) => row.service.includes(service.id))
      if (rows.length === 0) continue
      let screen = await stage.type('ada', `matrix ${service.name}`)
      let shown = words(screen) + JSON.stringify(screen)
      for (let more = buttons(screen).find(({ label }) => label === 'More'); more !== undefined; more = buttons(screen).find(({ label }) => label === 'More')) {
        screen = await stage.press('ada', more.control)
        shown += JSON.stringify(screen)
      }
      const missing = rows.filter(({ title, thing, act }) => (thing.length > 0 || act.length > 0) && !shown.includes(title))
      expect([service.id, missing.map(({ title }) => title)]).toEqual([service.id, []])
    }
  })

  it('lists the services where none of that name is known', async () => {
    const stage = await openStage(noon, { course: shipped })
    expect(words(await stage.type('ada', 'matrix kinesis'))).toContain('The matrix has no service “kinesis”')
    expect((await stage.type('ada', 'matrix')).name).toBe('services')
  })
})

describe('a study sheet', () => {
  it('opens every section that it is made of', async () => {
    const stage = await openStage(noon, { course: shipped })
    for (const { title, sources } of course.sheets) {
      const screen = await stage.type('ada', `sheet ${title}`)
      expect([title, screen.name]).toEqual([title, sources.length === 1 ? 'passage' : 'sheet'])
      for (const { control } of sources.length === 1 ? [] : buttons(screen)) expect((await stage.press('ada', control)).name).toBe('passage')
    }
  })

  it('is chosen from a list, also where nothing of that name is known', async () => {
    const stage = await openStage(noon, { course: shipped })
    expect((await stage.type('ada', 'sheet')).name).toBe('sheets')
    expect(words(await stage.type('ada', 'sheet zebra'))).toContain('There’s no sheet “zebra”')
  })
})
