// “checklist 9” showed the last page and “checklist 0” the first, and an old button to a page that the course no longer has showed
// another one: neither said so.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checklistControls } from '../../src/features/checklist/face.ts'
import { caseControls } from '../../src/features/cases/face.ts'
import { diagramControls } from '../../src/features/diagrams/face.ts'
import { examControls } from '../../src/features/exam/face.ts'
import { meControls } from '../../src/features/me/face.ts'
import { readControls } from '../../src/features/read/face.ts'
import { referenceControls } from '../../src/features/reference/face.ts'
import { passageControl, sectionMark } from '../../src/screens/passage.ts'
import { questionTasks } from '../../src/course/study-tasks.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'

let stage: Stage
const session = '0123456789abcdef'
beforeAll(async () => {
  stage = await openStage('2026-03-02T08:00Z', { course: 'data/aws-shared-responsibility' })
  const { course, ledger } = stage
  const drawn = course.topics.slice(0, 12).flatMap(({ id }) => course.questions.find(({ topic }) => topic === id)?.id ?? [])
  const [account, at] = ['terminal:team:ada', stage.clock.now]
  const tasks = questionTasks(course, drawn, session)
  await ledger.sessions.start(account, { id: session, kind: 'exam', about: `${tasks.length} `, tasks, zone: 'UTC', startedAt: at, endsAt: at + 3_600_000 })
  // Everything is answered wrong, so that there are mistakes to page through.
  for (const [position, { order, key }] of tasks.entries()) {
    const chosen = order.filter((id) => !key.includes(id)).slice(0, key.length)
    await ledger.sessions.act(account, session, { kind: 'answer', position, chosen }, at)
    await ledger.sessions.act(account, session, { kind: 'go', position, to: position + 1 }, at)
  }
  await ledger.sessions.act(account, session, { kind: 'end' }, at)
})
afterAll(() => stage.close())

describe('a page that somebody types', () => {
  it.each(['checklist 9', 'checklist 0', 'board 9', 'board 0', 'quizzes 9'])('“%s”', async (line) => {
    const page = line.split(' ')[1]
    await stage.type('ada', 'setup 09:00 UTC')
    expect(words(await stage.type('ada', line))).toContain(`There’s no page ${page}. `)
    expect(words(await stage.type('ada', line.replace(/\d/u, '1')))).not.toContain('no page')
  })
})

describe('a page that the course had when the button was made', () => {
  const passage = () => passageControl.text({ section: sectionMark(stage.course.documents[0]?.sections.find(({ text }) => text !== '')?.key ?? ''), page: 98, show: 'here' })
  const document = () => stage.course.documents[0]?.id ?? ''
  const service = () => stage.course.responsibilities.find((row) => row.service.length === 1)?.service[0] ?? ''
  const controls: readonly (readonly [string, () => string])[] = [
    ['checklist', () => checklistControls.list.text({ page: 98 })],
    ['cases', () => caseControls.list.text({ page: 98 })],
    ['passage', passage],
    ['table of contents', () => readControls.contents.text({ document: document(), page: 98 })],
    ['sheets', () => readControls.sheets.text({ page: 98 })],
    ['glossary', () => referenceControls.letter.text({ letter: 'a', page: 98 })],
    ['matrix of a service', () => referenceControls.service.text({ service: service(), page: 98 })],
    ['services', () => referenceControls.services.text({ page: 98 })],
    ['diagrams', () => diagramControls.diagrams.text({ page: 98 })],
    ['topics', () => meControls.topics.text({ page: 98 })],
    ['mistakes', () => meControls.mistakes.text({ page: 98 })],
    ['exam result', () => examControls.result.text({ session, page: 98 })],
  ]
  it.each(controls)('%s', async (_, control) => {
    const shown = words(await stage.press('ada', control()))
    expect(shown).toMatch(/There’s no page 99\. This (?:is page \d+|.+ has only one page)/u)
    expect(words(await stage.press('ada', control().replace('98', '0')))).not.toContain('no page')
  })

  it('a letter without terms is said to have none', async () => {
    expect(words(await stage.press('ada', referenceControls.letter.text({ letter: 'q', page: 0 })))).toContain('No term begins with Q.')
  })
})
