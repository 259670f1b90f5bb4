// Comparison tables: every table of the documents, by the title of its section and by what people call it.
import { afterEach, expect, it } from 'vitest'
import { withTitles } from '../../src/course/document-titles.ts'
import { loadCourseOrThrow } from '../../src/course/load.ts'
import type { Screen } from '../../src/screens/screen.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { buttons } from './session-screens.ts'

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

it('lists all of them, and leads to the passage that each stands in', async () => {
  stage = await openStage('2026-03-02T07:00Z', shipped)
  const titles = new Set<string>()
  for (const screen of await pages(await stage.type('bob', 'compare'))) {
    for (const { label, control } of buttons(screen).filter((button) => !['More', 'Back'].includes(button.label))) {
      const table = await stage.press('bob', control)
      expect([label, table.name]).toEqual([label, 'compare'])
      titles.add(table.title)
      expect((await stage.press('bob', buttons(table).find((button) => button.label === 'Read the passage')?.control ?? '')).name).toBe('passage')
    }
  }
  expect(titles.size).toBe(sections.length)
})

it('still knows the buttons of before, and what tables are called in the course', async () => {
  stage = await openStage('2026-03-02T07:00Z', shipped)
  for (const { id, title, sources } of course.tables) {
    for (const screen of [await stage.press('bob', `v1:compare:${id}`), await stage.type('bob', `compare ${title}`)]) {
      expect([id, screen.name, screen.title]).toEqual([id, 'compare', sources[0]?.section])
    }
  }
})

it('says who is responsible, service by service', async () => {
  stage = await openStage('2026-03-02T07:00Z', shipped)
  expect(words(await stage.type('bob', 'compare ec2 rds workmail'))).toContain('Operating system | You | AWS | AWS')
})

it('shows what each side patches, in the words of the documents', async () => {
  stage = await openStage('2026-03-02T07:00Z', shipped)
  const shown = JSON.stringify(await pages(await stage.type('bob', 'compare patching')))
  for (const cell of ['Hypervisor, host OS, and hardware firmware', 'Guest OS, middleware, and applications', 'Updates of the ECS agent', 'The runtime and the execution environment', 'Worker nodes and custom (self-chosen) add-ons']) {
    expect(shown).toContain(cell)
  }
  expect((await pages(await stage.type('bob', 'compare tools'))).map(words).join('\n')).toContain('CloudFormation | Infrastructure as code | Write the templates')
  expect(JSON.stringify(await pages(await stage.type('bob', 'compare security awareness')))).toContain('Not applicable')
})

it.each(['best of all', 'patching of toasters', 'who is it on'])('shows no table for “%s”, which shares no more than a word with one', async (asked) => {
  stage = await openStage('2026-03-02T07:00Z', shipped)
  const screen = await stage.type('bob', `compare ${asked}`)
  expect(screen.title).toBe('What do you want to compare?')
  expect(words(screen)).toContain('No table matches')
})

it('shows a table by its title, which is what is offered while somebody types', async () => {
  stage = await openStage('2026-03-02T07:00Z', shipped)
  const offered = (await stage.channel.handler().suggest('compare', 'table', 'patching', 5)).map(({ value }) => value)
  expect(offered).toEqual(['Patching Scenarios by Service Type'])
  expect((await stage.type('bob', `compare ${offered[0]}`)).title).toBe(offered[0])
})

it('offers the tables that match where several do, and all where none does', async () => {
  stage = await openStage('2026-03-02T07:00Z', shipped)
  const training = await stage.type('bob', 'compare training')
  expect(words(training)).toContain('These tables match “training”')
  expect(buttons(training).map(({ label }) => label)).toEqual(expect.arrayContaining(['Training Responsibilities', 'Security Awareness Topics', 'Training and Awareness']))
  expect(words(await stage.type('bob', 'compare lunch'))).toContain('No table matches “lunch”')
})

it('shows what the documents leave open about the duties in a table, once each', async () => {
  stage = await openStage('2026-03-02T07:00Z', shipped)
  expect((await pages(await stage.type('bob', 'compare responsibility matrix for rds'))).map(words).join('\n')).toContain('Note on Patching on RDS: Documents differ: Joint Accountability counts ')
  for (const table of course.tables) {
    const shown = (await pages(await stage.press('bob', `v1:compare:${table.id}`))).map(words).join('\n')
    const notes = shown.match(/^Note on /gmu) ?? []
    const ids = new Set(table.rows.flatMap(({ cells }) => cells))
    const known = new Set(course.responsibilities.flatMap(({ id, note }) => (ids.has(id) && note !== undefined ? [withTitles(course, note)] : [])))
    expect([table.id, notes.length]).toEqual([table.id, known.size])
    for (const note of known) expect(shown).toContain(note)
  }
})

it('shows tables that an author made of rows of the matrix where the documents have none', async () => {
  stage = await openStage('2026-03-02T07:00Z', shipped)
  const documents = course.documents.map((document) => ({ ...document, sections: document.sections.map((section) => ({ ...section, text: section.text.replaceAll(/^\|.*$/gmu, '') })) }))
  const { compare } = await import('../../src/features/lookup/compare.ts')
  expect(words(compare({ ...course, documents }, 'ec2-rds-workmail'))).toContain('Operating system | The customer | AWS | AWS')
  expect(compare({ ...course, documents, tables: [] }, undefined).name).toBe('refusal')
})
