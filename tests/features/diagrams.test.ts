// The diagrams of the course: in words first, then as a picture; found by name, and one after the other.
import { describe, expect, it } from 'vitest'
import { loadCourseOrThrow } from '../../src/course/load.ts'
import type { Screen } from '../../src/screens/screen.ts'
import { plain } from '../../src/screens/text.ts'
import { openStage, words } from '../bot/stage.ts'
import { control } from './session-screens.ts'

const noon = '2026-03-02T12:00Z'
const shipped = 'data/aws-shared-responsibility'
const { diagrams } = loadCourseOrThrow(shipped)

/** What the screen says besides its picture. */
const textOf = ({ blocks }: Screen) => blocks.flatMap((block) => (block.kind === 'paragraph' ? [plain(block.text)] : block.kind === 'list' ? block.items.map(plain) : block.kind === 'heading' ? [block.text] : [])).join('\n')

describe('a diagram', () => {
  it.each(diagrams.map(({ id, title }) => [id, title] as const))('%s is found by its id and its title, and says everything in words above its picture', async (id, title) => {
    const stage = await openStage(noon, { course: shipped })
    const screen = await stage.type('ada', `diagram ${id}`)
    expect(screen.title).toBe(title)
    expect(await stage.type('ada', `diagram ${title}`)).toEqual(screen)
    const diagram = stage.course.byId.diagrams.get(id)
    const parts = diagram?.kind === 'layers' ? diagram.stacks.flatMap((stack) => [stack.title, ...stack.points]) : diagram?.kind === 'areas' ? [...diagram.sides.flatMap((side) => [side.title, ...side.points]), ...diagram.joint.areas.flatMap((area) => [area.title, ...area.halves])] : (diagram?.steps.flatMap((step) => [step.title, ...step.points]) ?? [])
    expect(parts.length).toBeGreaterThan(3)
    for (const part of parts) expect(textOf(screen)).toContain(part)
    const picture = screen.blocks.findIndex(({ kind }) => kind === 'picture')
    expect(screen.blocks[picture]).toMatchObject({ alt: diagram?.alt })
    expect(screen.blocks.slice(0, picture).every(({ kind }) => kind === 'paragraph' || kind === 'list' || kind === 'heading')).toBe(true)
    await stage.close()
  })

  it('leads to its passage, to the next one around in a circle, and to the list', async () => {
    const stage = await openStage(noon, { course: shipped })
    let screen = await stage.type('ada', 'diagram layers')
    expect((await stage.press('ada', control(screen, 'Read the passage'))).name).toBe('passage')
    expect((await stage.press('ada', control(screen, 'All diagrams'))).name).toBe('diagrams')
    const seen: string[] = []
    for (const _ of diagrams) {
      seen.push(screen.title)
      screen = await stage.press('ada', control(screen, 'Next diagram'))
    }
    expect(seen).toEqual(diagrams.map(({ title }) => title))
    expect(screen.title).toBe(diagrams[0]?.title)
    await stage.close()
  })

  it('is found by a few words, and by what is nearly its name', async () => {
    const stage = await openStage(noon, { course: shipped })
    expect((await stage.type('ada', 'diagram configuration drift')).title).toBe('Preventing configuration drift')
    expect((await stage.type('ada', 'diagram colaboration')).title).toBe('The collaboration model')
    const unknown = await stage.type('ada', 'diagram of the moon')
    expect(unknown.name).toBe('diagrams')
    expect(words(unknown)).toContain('There’s no diagram “of the moon”')
    await stage.close()
  })

  it('is in another course too, and missing without a word where there are none', async () => {
    const stage = await openStage(noon)
    expect((await stage.type('ada', 'diagram repair')).title).toBe('A repair')
    expect(words(await stage.type('ada', 'diagram repair'))).toContain('Then back to step 1')
    await stage.close()
  })
})
