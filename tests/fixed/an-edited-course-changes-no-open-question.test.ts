// After an edit of the course while a question was open, people read what they had never been asked: texts and key swapped, so the post
// said “A: The landlord” and the result “Right. You answered A: The tenant”. Nobody was told that the course had changed.
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Course, Question } from '../../src/course/course.ts'
import { answerControl } from '../../src/screens/question.ts'
import { moreControl } from '../../src/screens/round-controls.ts'
import type { Screen } from '../../src/screens/screen.ts'
import { openStage, PostError, words, type Stage } from '../bot/stage.ts'
import { courseOf } from '../fakes/course-of.ts'
import { editedCourse, swapped } from '../fakes/edited-course.ts'
import { temporaryFolder } from '../ledger/temporary-folder.ts'

const newFolder = temporaryFolder()
const { course } = courseOf('tests/courses/house-rules')
const reworded = (question: Question): Question => ({ ...question, stem: `New: ${question.stem}`, explanation: `New: ${question.explanation}` })

let stage: Stage
afterEach(() => stage.close())

/** A new process with the course as it is now. */
async function restart(at: string, now: Course, file: string): Promise<void> {
  const { channel } = stage
  await stage.close()
  stage = await openStage(at, { file, channel, course: now })
  await stage.until(at)
}

async function opened(settings = ''): Promise<{ readonly file: string; readonly round: string; readonly asked: Question; readonly post: string }> {
  const file = join(newFolder(), 'ledger')
  stage = await openStage('2026-03-02T07:00Z', { file })
  await stage.type('ada', `setup 09:00 Europe/Berlin mon-fri topics=repairs ${settings}`)
  await stage.until('2026-03-02T08:00Z')
  const [post] = stage.channel.posts
  if (post === undefined) throw new Error('nothing was posted')
  const { question } = (await stage.ledger.rounds.find(post.round)) ?? { question: '' }
  const asked = course.byId.questions.get(question)
  if (asked === undefined) throw new Error(`no question ${question}`)
  return { file, round: post.round, asked, post: words(post.screen) }
}

const told = (): string[] => stage.channel.told.map(({ screen }) => words(screen as Screen))
const pressed = (round: string, option: string): Promise<Screen> => stage.press('bob', answerControl.text({ round, option }))
const textOf = ({ options }: Question, id: string) => options.find((option) => option.id === id)?.text ?? ''
/** The letter under which the post shows an option. */
const letterIn = (post: string, text: string) => post.split('\n').find((line) => line.endsWith(`: ${text}`))?.[0] ?? ''

describe('an open question whose course was edited', () => {
  it.each([
    ['at once', ''],
    ['at the close', 'feedback=at-close'],
  ])('is judged and shown as it was posted (explained %s)', async (_, settings) => {
    const { file, round, asked, post } = await opened(settings)
    const right = textOf(asked, asked.key[0] ?? '')
    await restart('2026-03-02T09:00Z', editedCourse(course, swapped), file)
    const result = words(await pressed(round, asked.key[0] ?? ''))
    expect(result).toContain(`${letterIn(post, right)}: ${right}`)
    await stage.until('2026-03-03T07:30Z')
    const reveal = words(stage.channel.posts[0]?.redrawn as Screen)
    expect(reveal).toContain(`${letterIn(post, right)}: ${right} 1 right`)
    expect(reveal).toContain(asked.explanation)
    for (const line of ['last', 'today']) expect(words(await stage.type('bob', line))).toContain(`${letterIn(post, right)}: ${right}`)
  })

  it('keeps its explanations behind “More”, also where the question was removed', async () => {
    const { file, round, asked } = await opened()
    await restart('2026-03-02T09:00Z', editedCourse(course, ({ id, ...rest }) => (id === asked.id ? undefined : { id, ...rest })), file)
    await pressed(round, asked.key[0] ?? '')
    const more = words(await stage.press('bob', moreControl.text({ round, form: 'long' })))
    for (const why of Object.values(asked.whyNot)) expect(more).toContain(why)
    expect(more).toContain(asked.sources[0]?.section)
    expect(more).not.toContain('removed')
  })

  it('keeps its words in an edit of its post', async () => {
    const { file, round, asked } = await opened()
    await restart('2026-03-02T09:00Z', editedCourse(course, reworded), file)
    await pressed(round, asked.key[0] ?? '')
    await stage.pass(10_000)
    expect(words(stage.channel.posts[0]?.redrawn as Screen)).toContain(`\n${asked.stem}`)
  })

  it('is news to a manager, once however often the bot starts and the course changes', async () => {
    const { file, asked } = await opened()
    for (const now of [editedCourse(course, swapped), editedCourse(course, swapped), course, editedCourse(course, reworded)]) await restart('2026-03-02T09:00Z', now, file)
    expect(told()).toHaveLength(1)
    expect(told()[0]).toContain('The course changed while a question was open')
    expect(told()[0]).toContain(asked.stem.slice(0, 60))
    expect(told()[0]).toContain('a different right answer')
  })

  it('is in the status while it is open', async () => {
    const { file } = await opened()
    expect(words(await stage.type('ada', 'status'))).not.toContain('new version')
    await restart('2026-03-02T09:00Z', editedCourse(course, reworded), file)
    expect(words(await stage.type('ada', 'status'))).toContain('the course has a new version')
    await stage.until('2026-03-03T07:30Z')
    expect(words(await stage.type('ada', 'status'))).not.toContain('new version')
  })

  it('is no news where the course says the same, or the same again before anybody was told', async () => {
    const { file, asked } = await opened()
    await restart('2026-03-02T09:00Z', editedCourse(course, (question) => ({ ...question, difficulty: 'hard' })), file)
    await restart('2026-03-02T09:01Z', editedCourse(course, (question) => (question.id === asked.id ? question : reworded(question))), file)
    stage.channel.stored.unreachable = ['terminal:team:ada']
    await restart('2026-03-02T09:02Z', editedCourse(course, reworded), file)
    await restart('2026-03-03T07:30Z', course, file)
    stage.channel.stored.unreachable = []
    await stage.until('2026-03-03T08:00Z')
    await stage.until('2026-03-03T13:00Z')
    expect(told()).toEqual([])
  })
})

it('a question that was chosen and not posted yet is posted as it was chosen, and the manager hears of it then', async () => {
  const file = join(newFolder(), 'ledger')
  stage = await openStage('2026-03-02T07:00Z', { file })
  await stage.type('ada', 'setup 09:00 Europe/Berlin mon-fri topics=repairs')
  stage.channel.failures.push(new PostError('busy', 'Wait.', { retryAfter: 600_000 }))
  await stage.until('2026-03-02T08:00Z')
  await restart('2026-03-02T08:01Z', editedCourse(course, reworded), file)
  expect(told()).toEqual([])
  await stage.until('2026-03-02T08:12Z')
  expect(words(stage.channel.posts[0]?.screen as Screen)).not.toContain('New:')
  await stage.until('2026-03-02T08:13Z')
  expect(told()).toHaveLength(1)
})

it('the next time, a question comes in its new form', async () => {
  const { file } = await opened()
  await restart('2026-03-02T09:00Z', editedCourse(course, reworded), file)
  await stage.until('2026-03-03T08:00Z')
  expect(words(stage.channel.posts[1]?.screen as Screen)).toContain('New: ')
})
