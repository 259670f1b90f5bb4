// The look at what comes next: of the channel that is meant, and of no other, from a database that a bot may be using.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { approve } from '../../src/core/team-question.ts'
import { readDraw } from '../../src/ledger/sqlite/file/read-draw.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { ada, day, group, monday, worldOf } from './world.ts'

const newFolder = temporaryFolder()

async function running() {
  const file = join(newFolder(), 'ledger')
  const ledger = await openLedger(file, { salt: 'salt' })
  onTestFinished(() => ledger.close())
  return { file, world: worldOf(ledger) }
}

it('has the salt of the database, and what the channel was asked, the newest first', async () => {
  const { file, world } = await running()
  const quiz = await world.setUp()
  const first = await world.post()
  await world.answer(first, ada, 'b')
  await world.ledger.closing.closeDue(first.closesAt, 9)
  const second = await world.post(monday + day)
  const found = readDraw(file, quiz.place)
  if ('channels' in found) throw new Error('no such channel')
  expect(found.quiz).toEqual(await world.ledger.quizzes.at(quiz.place))
  expect(found.draw.salt).toBe('salt')
  expect(found.draw.history).toMatchObject([
    { question: second.question, day: '2026-01-06', open: true },
    { question: first.question, day: '2026-01-05', open: false, answered: 1, right: 1 },
  ])
})

it('has the questions of the channel’s team that are approved', async () => {
  const { file, world } = await running()
  const quiz = await world.setUp()
  const manager = { id: 'slack:T1/Manager', admin: true }
  const text = { stem: 'Who restarts it?', explanation: '', keyPoint: '', source: '', options: [{ text: 'You', right: true, why: '' }, { text: 'I', right: false, why: '' }] }
  const added = await world.ledger.teamQuestions.add(quiz.place, manager, [text, { ...text, stem: 'Who looks?' }], 'questions', monday)
  if (added.kind !== 'added' || added.questions[0] === undefined) throw new Error('it was not added')
  const { id } = added.questions[0]
  await world.ledger.teamQuestions.change(quiz.place, manager, id, (found) => approve(found, 1, monday, []))
  const found = readDraw(file, quiz.place)
  expect('channels' in found ? [] : found.draw.team?.items.map((item) => item.id)).toEqual([id])
})

it('takes the end of an id if only one channel has it, and the whole id before any end', async () => {
  const { file, world } = await running()
  const [one, other] = ['C1', 'xC1'].map((name) => `${group}/${name}`) as [string, string]
  await world.setUp({ place: one })
  const placeOf = (channel: string) => {
    const found = readDraw(file, channel)
    return 'channels' in found ? found.channels : found.quiz.place
  }
  expect([placeOf('C1'), placeOf('C2')]).toEqual([one, [one]])
  await world.setUp({ place: other })
  expect([placeOf('/C1'), placeOf('xC1'), placeOf(one)]).toEqual([one, other, one])
  expect([placeOf('C1'), placeOf('C2')]).toEqual([[one, other], [one, other]])
  // The whole id of one channel may be the end of another.
  await world.setUp({ place: `discord:${one}` })
  expect(placeOf(one)).toBe(one)
})

it('of a file that is none, says what is wrong', () => {
  const file = join(newFolder(), 'notes')
  expect(() => readDraw(file, 'C1')).toThrow('There is no database')
  writeFileSync(file, 'Buy milk.\n'.repeat(300))
  expect(() => readDraw(file, 'C1')).toThrow("isn't a database of this bot")
})
