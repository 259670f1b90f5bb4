// A course file whose answer was mended: managers of rounds that were asked before are offered to judge them again.
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Course, Question } from '../../src/course/course.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { courseOf } from '../fakes/course-of.ts'
import { editedCourse } from '../fakes/edited-course.ts'
import { temporaryFolder } from '../ledger/temporary-folder.ts'
import { choices, control } from './session-screens.ts'

const newFolder = temporaryFolder()
const { course } = courseOf('tests/courses/house-rules')
/** The first option that was wrong is right, in place of one that was. */
const mended = (question: Question): Question => {
  const other = question.options.find(({ id }) => !question.key.includes(id))?.id ?? 'a'
  return { ...question, key: [...question.key.slice(1), other].toSorted() }
}

async function restarted(stage: Stage, at: string, now: Course, file: string): Promise<Stage> {
  await stage.close()
  const next = await openStage(at, { file, channel: stage.channel, course: now })
  await next.until(at)
  return next
}

const told = ({ channel }: Stage) => channel.told.map(({ screen }) => words(screen)).filter((text) => text.includes('another answer now'))

it('tells managers once, leads to what would change, and stands in the status until it is done', async () => {
  const file = join(newFolder(), 'ledger')
  let stage = await openStage('2026-03-02T08:00Z', { file })
  await stage.type('owner', 'setup 09:00 UTC mon-fri')
  await stage.until('2026-03-02T09:00Z')
  const shown = choices(stage.channel.posts[0]?.screen ?? (await stage.type('ada', 'today')))
  const asked = course.byId.questions.get((await stage.ledger.rounds.find(stage.channel.posts[0]?.round ?? ''))?.question ?? '')
  if (shown === undefined || asked === undefined) throw new Error('nothing was posted')
  const now = mended(asked).key
  await stage.press('ada', now.length === 1 ? (shown.options.find(({ id }) => id === now[0])?.control ?? '') : shown.several, { chosen: now })
  await stage.until('2026-03-03T08:30Z')

  stage = await restarted(stage, '2026-03-03T08:40Z', editedCourse(course, mended), file)
  expect(told(stage)).toHaveLength(1)
  expect(told(stage)[0]).toMatch(/Judged by .*; the course now says [A-F]/u)
  expect(words(await stage.type('owner', 'status'))).toContain('To judge it again: /study correct 2026-03-02')
  expect(words(await stage.type('ada', 'status'))).not.toContain('To judge it again')
  stage = await restarted(stage, '2026-03-03T08:50Z', editedCourse(course, mended), file)
  expect(told(stage)).toHaveLength(1)

  const offered = stage.channel.told.find(({ screen }) => words(screen).includes('another answer now'))?.screen
  const confirm = await stage.press('owner', control(offered ?? (await stage.type('owner', 'status')), 'Judge again'))
  expect(words(confirm)).toContain('1 answer: 1 becomes right')
  await stage.press('owner', control(confirm, 'Change it'))
  expect(words(await stage.type('owner', 'status'))).not.toContain('To judge it again')
  await stage.close()
})

it('says nothing where a manager has corrected it, or the course was put back', async () => {
  const file = join(newFolder(), 'ledger')
  let stage = await openStage('2026-03-02T08:00Z', { file })
  await stage.type('owner', 'setup 09:00 UTC mon-fri')
  await stage.until('2026-03-02T09:00Z')
  await stage.until('2026-03-03T08:30Z')
  const confirm = await stage.press('owner', control(await stage.type('owner', 'correct 2 Mar'), 'Void it'))
  await stage.press('owner', control(confirm, 'Void it'))
  stage = await restarted(stage, '2026-03-03T08:40Z', editedCourse(course, mended), file)
  stage = await restarted(stage, '2026-03-03T08:45Z', course, file)
  expect(told(stage)).toEqual([])
  expect(words(await stage.type('owner', 'status'))).not.toContain('To judge it again')
  await stage.close()
})
