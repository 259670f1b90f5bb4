// On a course about a rented apartment, help said “practice iam”, “diagram layers”, “matrix lambda” and “read shared controls”.
import { afterEach, describe, expect, it } from 'vitest'
import { courseOf } from '../fakes/course-of.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { commands } from '../catalog.ts'
import { withKeys } from '../../src/platforms/terminal/outgoing/adapt-screens.ts'
import { readControls } from '../../src/features/read/face.ts'
import { howToLookUpButton } from '../../src/screens/lookup-control.ts'

let stage: Stage
afterEach(() => stage.close())

const [apartment, shipped] = ['tests/courses/house-rules', 'data/aws-shared-responsibility']
/** Topics and services of the shipped course, and what examples named before. */
const foreign = (() => {
  const { course } = courseOf(shipped)
  const topics = course.topics.map(({ id }) => id).filter((id) => id.includes('-'))
  return new RegExp(String.raw`\b(?:aws|amazon|iam|ec2|rds|s3|eks|ecs|lambda|cloudtrail|encryption|hypervisor|shared controls?|layers|backups?|${topics.join('|')})\b`, 'iu')
})()

/** What is said about each command, and around it. */
async function saidAbout(open: Stage): Promise<readonly string[]> {
  const lines = commands.list.flatMap(({ name }) => [`help ${name}`, `${name} zzzz=1`, `${name}x`, `${name} zzqqzz`])
  const typed = await Promise.all([...lines, 'help', 'read', 'define', 'diagram nothing', 'matrix nothing', 'sheet nothing', 'compare nothing', 'case nothing', 'practice topics=zzqqzz'].map((line) => open.type('ada', line)))
  const pressed = [await open.press('ada', howToLookUpButton.control), await open.press('ada', readControls.sheets.text({ page: 0 }))]
  return [...typed, ...pressed, withKeys(await open.type('ada', 'help'))].map(words)
}

const examplesIn = (help: string): readonly string[] => help.slice(help.indexOf('\nExample')).split('\n').flatMap((line) => (line.startsWith('/study ') ? [line.slice('/study '.length)] : []))

describe('help, refusals and examples', () => {
  it('name nothing of the shipped course on another one', async () => {
    expect(foreign.test('practice iam')).toBe(true)
    stage = await openStage('2026-03-02T08:00Z', { course: apartment })
    for (const said of await saidAbout(stage)) expect(foreign.exec(said)?.[0], said).toBeUndefined()
  })

  it('name nothing at all where the course has nothing of the kind', async () => {
    const bare = { ...courseOf(apartment).course, sheets: [], diagrams: [], cases: [], tables: [], glossary: [], responsibilities: [], concepts: [], flashcards: [], documents: [] }
    stage = await openStage('2026-03-02T08:00Z', { course: bare })
    for (const name of ['read', 'sheet', 'define', 'matrix', 'diagram', 'case', 'compare', 'lookup']) {
      const examples = examplesIn(words(await stage.type('ada', `help ${name}`)))
      expect(examples.filter((line) => line !== name), name).toEqual([])
    }
  })
})

describe.each([apartment, shipped])('on %s', (course) => {
  it('every example that names something opens it', async () => {
    stage = await openStage('2026-03-02T08:00Z', { course })
    let named = 0
    for (const { name, courseExample, examples: plain } of commands.list) {
      if (courseExample === undefined) continue
      const examples = examplesIn(words(await stage.type('ada', `help ${name}`)))
      expect(words(await stage.type('ada', `${name} ${name} zzzz=1`)), name).not.toContain('undefined')
      for (const line of examples.filter((each) => !plain.includes(each))) {
        const { title, tone } = await stage.type('ada', line)
        expect(title, line).not.toMatch(/^(?:That didn’t work|Unknown command|Which|What do|Study sheets|Terms|No |Not )/u)
        expect(tone, line).not.toBe('warning')
        named += 1
      }
    }
    expect(named).toBeGreaterThan(8)
  })
})
