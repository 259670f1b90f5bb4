// After a restore: the clock was behind at the start and was put right later, the course was edited, or a review of duties was due meanwhile.
// Questions came twice, a post was judged by texts that it doesn't show, and the review came twice.
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Course } from '../../src/course/course.ts'
import { backupFrom } from '../../src/ledger/sqlite/file/backup.ts'
import { restoreLedger } from '../../src/ledger/sqlite/file/restore.ts'
import { answerControl } from '../../src/screens/question.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { temporaryFolder } from '../ledger/temporary-folder.ts'

const newFolder = temporaryFolder()
const place = 'terminal:team:general'
const at = (moment: string) => Date.parse(moment)

type Lived = { readonly lines?: readonly string[]; readonly start?: string; readonly until?: readonly string[]; readonly course?: string }

/** A backup, what is due in the time after it, and the backup put back. */
async function wentBack({ lines = ['setup 08:00 UTC mon-fri open=4h'], start = '2026-03-02T07:00Z', until = ['2026-03-02T08:00Z'], course = 'tests/courses/house-rules' }: Lived = {}): Promise<{ before: Stage; file: string }> {
  const folder = newFolder()
  const [file, backup] = [join(folder, 'ledger'), join(folder, 'backup')]
  const before = await openStage(start, { file, salt: 'a', course })
  for (const line of lines) await before.type('owner', line)
  await before.ledger.upkeep.noteBeat(at(start))
  await backupFrom(file, backup)
  for (const moment of until) await before.until(moment)
  await before.close()
  restoreLedger(backup, file, 'test')
  return { before, file }
}

it('a clock that was an hour behind at the start, and is put right later, has no question posted twice', async () => {
  const { before, file } = await wentBack()
  const after = await openStage('2026-03-02T07:10Z', { file, channel: before.channel })
  const beat = async (moment: string) => {
    await after.ledger.upkeep.noteBeat(at(moment))
    await after.until(moment)
  }
  await beat('2026-03-02T07:11Z')
  await beat('2026-03-02T08:12Z')
  expect(after.channel.posts).toHaveLength(1)
  expect((await after.ledger.rounds.latest(place, 1))[0]).toMatchObject({ state: 'open', message: '0' })
  await after.close()
})

const reworded = (course: Course): Course => {
  const questions = course.questions.map((question) => {
    const [a, b, ...rest] = question.options
    return a === undefined || b === undefined ? question : { ...question, options: [{ ...a, text: b.text }, { ...b, text: a.text }, ...rest] }
  })
  return { ...course, questions, byId: { ...course.byId, questions: new Map(questions.map((question) => [question.id, question])) } }
}

it('a post whose question has other texts now takes no answers, and managers hear why', async () => {
  const { before, file } = await wentBack()
  const after = await openStage('2026-03-02T08:10Z', { file, channel: before.channel, course: reworded(before.course) })
  await after.until('2026-03-02T08:10Z')
  expect(after.channel.posts).toHaveLength(1)
  const { round = '', screen } = after.channel.posts[0] ?? {}
  const choices = screen?.blocks.find(({ kind }) => kind === 'choices')
  if (choices?.kind !== 'choices') throw new Error('no choices')
  for (const { control } of choices.options) expect((await after.press('bob', control)).title).not.toMatch(/Right|Not this time/u)
  expect(answerControl.read(choices.options[0]?.control ?? '')?.round).toBe(round)
  await after.until('2026-03-02T08:11Z')
  expect(after.channel.told.map((told) => words(told.screen)).join()).toContain('no longer has that question as it was asked')
  await after.close()
})

it('a question that was posted and closed in the time that is gone does not come again soon', async () => {
  const { before, file } = await wentBack({ until: ['2026-03-02T08:00Z', '2026-03-02T12:01Z'] })
  const after = await openStage('2026-03-02T12:30Z', { file, channel: before.channel })
  await after.until('2026-03-02T12:30Z')
  const [lost] = await after.ledger.rounds.latest(place, 1)
  expect(lost).toMatchObject({ state: 'skipped' })
  const asked: string[] = []
  for (const date of ['2026-03-03', '2026-03-04']) {
    await after.until(`${date}T08:00Z`)
    asked.push((await after.ledger.rounds.latest(place, 1))[0]?.question ?? '')
  }
  expect(asked).not.toContain(lost?.question)
  await after.close()
})

it('a review of duties that was due in the time that is gone is not posted again, and says why', async () => {
  const course = 'data/aws-shared-responsibility'
  const { before, file } = await wentBack({ start: '2026-03-31T07:00Z', lines: ['setup 08:00 UTC mon-fri open=4h', 'duties on'], until: ['2026-04-01T08:00Z'], course })
  const after = await openStage('2026-04-01T08:10Z', { file, channel: before.channel, course })
  await after.until('2026-04-01T08:10Z')
  expect(after.channel.announced.filter(({ screen }) => screen.name === 'duties-post')).toHaveLength(1)
  expect(words(await after.type('owner', 'duties'))).toContain('The database was restored from a backup')
  await after.close()
})
