// After the course was edited, each changed question of a session that was running had to be clicked away on its own.
import { expect, it } from 'vitest'
import { indexOf } from '../../src/course/course-index.ts'
import type { Course } from '../../src/course/course.ts'
import type { SessionKind } from '../../src/core/session.ts'
import { readItem } from '../../src/core/study-item.ts'
import { examControls } from '../../src/features/exam/face.ts'
import { courseOf } from '../fakes/course-of.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { courseFolder } from '../course/course-folder.ts'

const [ada, noon] = ['terminal:team:ada', '2026-03-02T12:00Z']
const folder = 'data/aws-shared-responsibility'

/** Everything that may stand in a session, with other words, except the items to keep. */
function edited(course: Course, keep: (id: string) => boolean): Course {
  const other = <Item extends { readonly id: string }>(items: readonly Item[], change: (item: Item) => Item) => items.map((item) => (keep(item.id) ? item : change(item)))
  const content = {
    ...course,
    questions: other(course.questions, (one) => ({ ...one, stem: `${one.stem} Now?` })),
    flashcards: other(course.flashcards, (one) => ({ ...one, front: `${one.front} Now?` })),
    responsibilities: other(course.responsibilities, (one) => ({ ...one, title: `${one.title} now` })),
    cases: course.cases.map((one) => ({ ...one, findings: other(one.findings, (finding) => ({ ...finding, finding: `${finding.finding} Now.` })) })),
  }
  return { ...content, byId: indexOf(content) }
}

type Started = { readonly stage: Stage; readonly items: readonly string[] }

/** Starts a session, restarts the bot with an edited course, and hands over what the session was about. @param kept positions of tasks that stay as they are */
async function restarted(line: string, kind: SessionKind, kept: readonly number[], begin?: (stage: Stage) => Promise<void>): Promise<Started> {
  const file = `${courseFolder()}/ledger.sqlite`
  const { course } = courseOf(folder)
  const first = await openStage(noon, { file, course: folder })
  await (begin === undefined ? first.type('ada', line) : begin(first))
  const session = await first.ledger.sessions.running(ada, kind)
  await first.close()
  const items = session?.tasks.map(({ item }) => readItem(item).id) ?? []
  const ids = new Set(kept.flatMap((at) => (items[at] ?? '').split('/').at(-1) ?? []))
  return { stage: await openStage(noon, { file, course: edited(course, (id) => ids.has(id)) }), items }
}

const startExam = async (stage: Stage) => void (await stage.press('ada', examControls.start.text({ questions: 6, topics: [] })))
const answerWrong = async (stage: Stage) => {
  // A review asks again what was answered before.
  await stage.type('ada', 'cards 6')
  const { id = '', tasks = [] } = (await stage.ledger.sessions.running(ada, 'cards')) ?? {}
  for (const at of tasks.keys()) {
    await stage.ledger.sessions.act(ada, id, { kind: 'answer', position: at, chosen: ['again'] }, stage.clock.now)
    await stage.ledger.sessions.act(ada, id, { kind: 'go', position: at, to: at + 1 }, stage.clock.now)
  }
  await stage.until('2026-03-05T12:00Z')
  await stage.type('ada', 'review')
}

type Kind = { readonly line: string; readonly kind: SessionKind; readonly thing: string; readonly begin?: (stage: Stage) => Promise<void> }

const kinds: readonly Kind[] = [
  { line: 'practice 6', kind: 'practice', thing: 'question' },
  { line: 'cards 6', kind: 'cards', thing: 'card' },
  { line: 'drill 6', kind: 'drill', thing: 'task' },
  { line: 'exam', kind: 'exam', thing: 'question', begin: startExam },
  { line: 'review', kind: 'review', thing: 'item', begin: answerWrong },
]

it.each(kinds)('$line: goes past all of them at once, and says how many', async ({ line, kind, thing, begin }) => {
  const { stage, items } = await restarted(line, kind, [2, 4], begin)
  const changed = items.length - items.filter((_, at) => at === 2 || at === 4).length
  const shown = words(await stage.type('ada', line))
  expect(shown).toContain(`${changed} ${thing}s changed since you started, so they’re left out and don’t count.`)
  expect(shown).not.toMatch(/no longer counts|Now\?/u)
  const session = await stage.ledger.sessions.running(ada, kind)
  expect(session?.position).toBe(2)
  // Those behind the next one were counted as well, so they are passed without another word.
  await stage.ledger.sessions.act(ada, session?.id ?? '', { kind: 'go', position: 2, to: 3 }, stage.clock.now)
  const next = words(await stage.type('ada', line))
  expect((await stage.ledger.sessions.running(ada, kind))?.position).toBe(4)
  expect(next).not.toMatch(/left out|no longer counts/u)
  await stage.close()
})

it.each(kinds)('$line: with all of them changed is over, and says so', async ({ line, kind, thing, begin }) => {
  const { stage, items } = await restarted(line, kind, [], begin)
  const shown = words(await stage.type('ada', line))
  expect(shown).toContain(`${items.length} ${thing}s changed since you started`)
  expect(shown).not.toMatch(/no longer counts|You stopped/u)
  // An exam stays open behind its last question, to be submitted.
  expect((await stage.ledger.sessions.running(ada, kind)) === undefined).toBe(kind !== 'exam')
  expect(/––––––.*– left out/su.test(shown)).toBe(kind === 'exam')
  await stage.close()
})

it('a case goes on with the finding that is as it was', async () => {
  const { course } = courseOf(folder)
  const one = course.cases.find(({ findings }) => findings.length > 3)
  const { stage, items } = await restarted(`case ${one?.title}`, 'case', [3])
  expect(words(await stage.type('ada', 'case'))).toContain(`${items.length - 1} findings changed since you started`)
  expect((await stage.ledger.sessions.running(ada, 'case'))?.position).toBe(3)
  await stage.close()
})

it('in an exam Back and Skip lead past them too', async () => {
  const { stage } = await restarted('exam', 'exam', [0, 3, 5], startExam)
  const buttons = async () => (await stage.type('ada', 'exam')).blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
  const press = async (label: string) => stage.press('ada', (await buttons()).find((button) => button.label === label)?.control ?? label)
  const position = async () => (await stage.ledger.sessions.running(ada, 'exam'))?.position
  await press('Skip')
  expect(await position()).toBe(3)
  await press('Skip')
  expect(await position()).toBe(5)
  await press('Back')
  await press('Back')
  expect(await position()).toBe(0)
  await stage.close()
})
