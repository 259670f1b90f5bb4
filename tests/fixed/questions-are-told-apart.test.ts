// With three extra questions open, “today” had three buttons called “Extra question”; and the status called a question that was taken
// out of the course “a new version”.
import { afterEach, describe, expect, it } from 'vitest'
import { courseOf } from '../fakes/course-of.ts'
import { editedCourse } from '../fakes/edited-course.ts'
import { courseFolder } from '../course/course-folder.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'

let stage: Stage
afterEach(() => stage.close())

const labels = (shown: string): readonly string[] => [...shown.matchAll(/\[((?:Extra|Daily) question[^\]]*)\]/gu)].map(([, label = '']) => label)

/** A daily question at 09:00 and extra ones after it. @param minutes between them */
async function withExtras(minutes: readonly number[], file?: string): Promise<void> {
  stage = await openStage('2026-03-02T07:00Z', { course: 'data/aws-shared-responsibility', ...(file === undefined ? {} : { file }) })
  await stage.type('ada', 'setup 09:00 Europe/Berlin mon-fri open=3d')
  await stage.until('2026-03-02T08:00Z')
  for (const [at, wait] of minutes.entries()) {
    stage.clock.now += wait * 60_000
    await stage.type('ada', 'now')
    if (at > 0) await stage.press('ada', 'v1:now-anyway')
  }
}

describe('the buttons for other open questions', () => {
  it('say when each was posted', async () => {
    await withExtras([10, 10, 10])
    const shown = labels(words(await stage.type('bob', 'today')))
    expect(shown).toEqual(['Extra question, 09:20', 'Extra question, 09:10', 'Daily question'])
  })

  it('of one minute say their topics', async () => {
    await withExtras([10, 0, 0])
    const shown = labels(words(await stage.type('bob', 'today')))
    expect(new Set(shown).size).toBe(3)
    for (const label of shown.filter((each) => each.startsWith('Extra'))) expect(label).toMatch(/^Extra question, 09:10: \S/u)
  })

  it('of daily questions on several days say the day', async () => {
    await withExtras([])
    for (const day of ['03', '04']) await stage.until(`2026-03-${day}T08:00Z`)
    const shown = labels(words(await stage.type('bob', 'today')))
    expect(shown.length).toBeGreaterThan(1)
    expect(new Set(shown).size).toBe(shown.length)
    expect(shown.join()).toContain('Daily question, Mar ')
  })

  it('need no time where there is one of a kind', async () => {
    await withExtras([10])
    expect(labels(words(await stage.type('bob', 'today')))).toEqual(['Daily question'])
  })
})

it('the status says of each open question what became of it in the course', async () => {
  const file = `${courseFolder()}/ledger.sqlite`
  await withExtras([10, 10], file)
  const rounds = await stage.ledger.rounds.latest('terminal:team:general', 5)
  const [removed, reworded] = rounds.map(({ question }) => question)
  const { course } = courseOf('data/aws-shared-responsibility')
  const edited = editedCourse(course, (question) => (question.id === removed ? undefined : question.id === reworded ? { ...question, stem: `${question.stem} Now?` } : question))
  const { channel, clock } = stage
  await stage.close()
  stage = await openStage(new Date(clock.now).toISOString(), { file, course: edited, channel })
  const status = words(await stage.type('ada', 'status'))
  expect(status).toMatch(/Extra question: open since Mon, Mar 2, 09:20.*\nExtra question removed: the course no longer has this question\./u)
  expect(status).toMatch(/Extra question: open since Mon, Mar 2, 09:10.*\nExtra question changed: the course has a new version of this question\./u)
  expect(status).not.toContain('Changed since')
})
