import { withTitles } from '../../src/course/document-titles.ts'
import { afterEach, expect, it } from 'vitest'
import { openStage, words, type Stage } from '../bot/stage.ts'

let stage: Stage
afterEach(() => stage.close())

const shipped = { course: 'data/aws-shared-responsibility' }

it('shows every comparison table of the documents from the rows of the matrix', async () => {
  stage = await openStage('2026-03-02T07:00Z', shipped)
  for (const table of stage.course.tables) {
    const screen = await stage.press('bob', `v1:compare:${table.id}`)
    expect(screen.title).toBe(table.title)
    const block = screen.blocks.find(({ kind }) => kind === 'table')
    expect(block?.kind === 'table' ? block.rows.map(([title]) => title) : []).toEqual(table.rows.map(({ title }) => title))
  }
})

it('says who is responsible, service by service', async () => {
  stage = await openStage('2026-03-02T07:00Z', shipped)
  expect(words(await stage.type('bob', 'compare ec2 rds workmail'))).toContain('Operating system | The customer | AWS | AWS')
})

it('shows what each side patches', async () => {
  stage = await openStage('2026-03-02T07:00Z', shipped)
  expect(words(await stage.type('bob', 'compare patching'))).toContain('Lambda | Managed runtime of Lambda | Function code and dependencies')
})

it.each(['best of all', 'patching of toasters', 'who is it on'])('shows no table for “%s”, which shares no more than a word with one', async (asked) => {
  stage = await openStage('2026-03-02T07:00Z', shipped)
  const screen = await stage.type('bob', `compare ${asked}`)
  expect(screen.title).toBe('What do you want to compare?')
  expect(words(screen)).toContain('No table matches')
})

it('shows a table by its title, which is what is offered while somebody types', async () => {
  stage = await openStage('2026-03-02T07:00Z', shipped)
  const offered = (await stage.channel.handler().suggest('compare', 'table', 'patches', 5)).map(({ value }) => value)
  expect(offered).toEqual(['Who patches what, service by service'])
  expect((await stage.type('bob', `compare ${offered[0]}`)).title).toBe(offered[0])
})

it('offers the tables where none is about what was asked, or nothing was', async () => {
  stage = await openStage('2026-03-02T07:00Z', shipped)
  expect(words(await stage.type('bob', 'compare lunch'))).toContain('No table matches “lunch”')
  expect(words(await stage.type('bob', 'compare'))).toContain('Responsibility matrix for RDS')
})

it('shows what the documents leave open about the duties in a table, once each', async () => {
  stage = await openStage('2026-03-02T07:00Z', shipped)
  const screen = await stage.type('bob', 'compare responsibility matrix for rds')
  expect(words(screen)).toContain('Patching on RDS: Documents differ: one box in “')
  for (const table of stage.course.tables) {
    const list = (await stage.press('bob', `v1:compare:${table.id}`)).blocks.find(({ kind }) => kind === 'list')
    const notes = list?.kind === 'list' ? list.items.map((item) => item.at(-1)) : []
    const ids = new Set(table.rows.flatMap(({ cells }) => cells))
    const known = stage.course.responsibilities.flatMap(({ id, note }) => (ids.has(id) && note !== undefined ? [`: ${withTitles(stage.course, note)}`] : []))
    expect(notes.toSorted()).toEqual([...new Set(known)].toSorted())
  }
})

it('says so where a course has no tables', async () => {
  stage = await openStage('2026-03-02T07:00Z', shipped)
  const bare = { ...stage.course, tables: [] }
  const { compare } = await import('../../src/features/lookup/compare.ts')
  expect(compare(bare, undefined).name).toBe('refusal')
})
