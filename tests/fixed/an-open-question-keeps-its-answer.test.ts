// Nobody sees the answer before an at-close question closes, data/RULES.md says; but `correct` showed it to managers, who can answer too, the news of
// a course with another key told it while the question was asked again, and a manager could try out a question of the team that was open.
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import type { Course, Question } from '../../src/course/course.ts'
import { answerControl } from '../../src/screens/question.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { courseOf } from '../fakes/course-of.ts'
import { editedCourse } from '../fakes/edited-course.ts'
import { choices, control, labels } from '../features/session-screens.ts'
import { temporaryFolder } from '../ledger/temporary-folder.ts'

let stage: Stage
afterEach(() => stage.close())
const newFolder = temporaryFolder()

async function open(): Promise<string> {
  stage = await openStage('2026-03-02T07:00Z', { course: 'data/aws-shared-responsibility', salt: 'x' })
  await stage.type('owner', 'setup 09:00 UTC mon-fri feedback=at-close open=4h')
  await stage.until('2026-03-02T09:00Z')
  return stage.channel.posts[0]?.round ?? ''
}

it('of an at-close question, managers see it once it has closed, and can void it before', async () => {
  const round = await open()
  const { right, wrong } = stage.optionsOf(round)
  for (const [who, option] of [['bob', right], ['cara', right], ['dan', wrong]] as const) await stage.press(who, answerControl.text({ round, option }))
  const shown = await stage.press('owner', control(await stage.type('owner', 'correct'), '1'))
  expect(words(shown)).not.toContain('✅')
  expect(words(shown)).toContain('3 answers · the answer comes when it closes')
  expect(labels(shown)).toEqual(['Void it', 'All questions'])
  const replies = await Promise.all(['A', 'B', 'C', 'D'].map(async (letter) => words(await stage.type('owner', `correct regrade key=${letter} today`))))
  expect(new Set(replies).size).toBe(1)
  for (const text of [...replies, words(await stage.type('owner', 'correct regrade today'))]) expect(text).toContain('nobody sees which answer is right before the question closes')
  const confirm = await stage.press('owner', control(shown, 'Void it'))
  expect(words(confirm)).toContain('3 answers. Points come when the question closes, so none change now.')
  const voided = await stage.press('owner', control(confirm, 'Void it'))
  expect(labels(voided)).toEqual(['Undo', 'All questions'])
  expect(words(voided)).toContain('counts → doesn’t count')
  expect(words(voided)).not.toContain('points change')
  const back = await stage.type('owner', 'correct undo today')
  expect(words(back)).toContain('After undoing: it counts')
  expect(words(await stage.press('owner', control(back, 'Undo it')))).not.toContain('✅')
  await stage.until('2026-03-02T13:01Z')
  expect(words(await stage.type('owner', 'correct 2 Mar'))).toContain('✅')
})

const { course } = courseOf('tests/courses/house-rules')
const only = (mend: boolean): Course => editedCourse(course, (question) => {
  if (question.pick !== 1 || question !== course.questions.find(({ pick }) => pick === 1)) return undefined
  const other = question.options.find(({ id }) => !question.key.includes(id))?.id ?? 'a'
  return mend ? ({ ...question, key: [other] } as Question) : question
})

it('another key in the course is told once the question is not open again, and the screen it leads to says it, too', async () => {
  const file = join(newFolder(), 'ledger')
  stage = await openStage('2026-03-02T08:00Z', { file, course: only(false) })
  await stage.type('owner', 'setup 09:00 UTC mon-fri feedback=at-close open=4h')
  for (const day of [2, 3]) await stage.until(`2026-03-0${day}T09:00Z`)
  await stage.close()
  const told = () => stage.channel.told.map(({ screen }) => words(screen)).filter((text) => text.includes('another answer now') || text.includes('other answers now'))
  stage = await openStage('2026-03-03T10:00Z', { file, channel: stage.channel, course: only(true) })
  await stage.until('2026-03-03T10:01Z')
  expect(told()).toEqual([])
  for (const line of ['status', 'correct 2 Mar']) expect(words(await stage.type('owner', line))).not.toMatch(/judge it again|now says/iu)
  for (const time of ['13:00', '13:01']) await stage.until(`2026-03-03T${time}Z`)
  expect(told()).toHaveLength(1)
  expect(words(await stage.type('owner', 'status'))).toContain('correct 2026-03-02')
  const shown = await stage.type('owner', 'correct 2026-03-02')
  expect(words(shown)).toMatch(/The course now says [A-F]\./u)
  expect((await stage.press('owner', control(shown, 'Judge again'))).title).toBe('Change the answer?')
})

it('of a question of the team, other managers than its author', async () => {
  stage = await openStage('2026-03-09T08:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri feedback=at-close open=1h')
  await stage.type('cleo', 'today')
  const draft = await stage.type('owner', 'add-question Who restarts the queue at night? | * The team on call | - Whoever sees it first | - Nobody until Monday | Why: They have the runbook. | Source: https://wiki.example.org/queue')
  await stage.press('owner', control(draft, 'Approve'))
  await stage.until('2026-03-09T09:00Z')
  expect(words(stage.channel.posts[0]?.screen ?? draft)).toContain('Who restarts the queue at night?')
  const as = (who: string, press: string, chosen: readonly string[] = []) =>
    stage.send({ kind: 'press', control: press, chosen, asker: { id: `terminal:team:${who}`, name: who, zone: null, admin: true, maySetUp: true } } as never, who)
  const option = choices(draft)?.options[0]?.control ?? ''
  for (const press of [option, control(draft, 'Change')]) expect(words((await as('dora', press)).screen)).toContain('nobody sees the answer before the question closes')
  const list = await stage.type('owner', 'questions')
  expect(words((await as('dora', control(list, 'Export'))).screen)).toContain('Your team’s only question is open')
  expect(words((await as('owner', option)).screen)).toContain('They have the runbook.')
  await stage.until('2026-03-09T10:00Z')
  expect(words((await as('dora', option)).screen)).toContain('They have the runbook.')
})
