// A press in the last second before the close that arrived after the closing beat was told that it came too late.
import { afterEach, describe, expect, it } from 'vitest'
import type { Feedback } from '../../src/core/quiz.ts'
import { day, minute } from '../../src/core/time.ts'
import { answerControl } from '../../src/screens/question.ts'
import type { Screen } from '../../src/screens/screen.ts'
import { seeded } from '../../src/core/random.ts'
import { verifyLedger } from '../../src/ledger/sqlite/file/verify.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { openStage, PostError, words, type Stage } from '../bot/stage.ts'
import { temporaryFolder } from '../ledger/temporary-folder.ts'
import { someone, worldOf } from '../ledger/world.ts'

let stage: Stage
const newFolder = temporaryFolder()
afterEach(() => stage?.close())

const closesAt = Date.parse('2026-03-02T09:00Z')

/** An open question that closes at 09:00 UTC. */
async function openQuestion(feedback: Feedback) {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('ada', `setup 09:00 Europe/Berlin mon-fri topics=repairs open=1h feedback=${feedback}`)
  await stage.until('2026-03-02T08:00Z')
  const round = stage.channel.posts[0]?.round ?? ''
  return { round, ...stage.optionsOf(round) }
}

/** @param late how long after the close it arrives */
async function press(who: string, question: { readonly round: string }, option: string, { at = closesAt - 1, late = 1_000 } = {}): Promise<Screen> {
  stage.clock.now = closesAt + late
  return (await stage.send({ kind: 'press', control: answerControl.text({ round: question.round, option }), chosen: [], at } as never, who)).screen
}

const close = () => stage.until('2026-03-02T09:00Z')
const nextBeat = () => stage.until('2026-03-02T09:01Z')
const revealed = () => words(stage.channel.posts[0]?.redrawn as Screen)
const board = async (who = 'bob') => words(await stage.type(who, 'board'))

describe.each<Feedback>(['instant', 'at-close'])('with feedback %s, a press before the close that arrives after it', (feedback) => {
  it('counts: on the board, for the streak, and in the post', async () => {
    const question = await openQuestion(feedback)
    await close()
    expect(revealed()).not.toContain('bob')
    expect((await press('bob', question, question.right)).title).toBe('Right')
    expect(await board()).toMatch(/1\. bob 1 100 % 1/)
    await nextBeat()
    expect(revealed()).toContain('Right: bob')
    expect(await stage.ledger.recaps.claimReply(question.round, stage.clock.now)).toBeUndefined()
  })

  it('is judged if it was wrong as well', async () => {
    const question = await openQuestion(feedback)
    await close()
    expect((await press('bob', question, question.wrong)).title).toBe('Not this time')
    expect(await board()).toMatch(/1\. bob 0 0 % 1/)
  })

  it.each([
    ['made at the close', { at: closesAt }],
    ['arriving more than a minute after it', { late: minute + 1 }],
    ['replayed a day later', { late: day }],
    ['arriving before it, because the clock was set back', { late: -minute }],
  ])('changes nothing if it is %s', async (_, how) => {
    const question = await openQuestion(feedback)
    await close()
    expect((await press('bob', question, question.right, how)).title).toBe('This question is closed')
    expect(await board()).toContain('Nobody is on this leaderboard yet')
  })

  it('is in the recap of the next question', async () => {
    const question = await openQuestion(feedback)
    await close()
    await press('bob', question, question.right)
    await stage.until('2026-03-03T08:00Z')
    expect(words(stage.channel.posts[1]?.screen as Screen)).toContain('One person answered and got it right. bob leads with 1 point.')
  })
})

it('a changed answer counts though the earlier one was judged, and boards and post are corrected', async () => {
  const question = await openQuestion('at-close')
  await stage.press('bob', answerControl.text({ round: question.round, option: question.wrong }))
  await stage.press('cyd', answerControl.text({ round: question.round, option: question.right }))
  await close()
  expect(await board()).toMatch(/1\. cyd 1 100 % 1\n2\. bob 0 0 % 1/)
  expect((await press('bob', question, question.right)).title).toBe('Right')
  expect((await press('cyd', question, question.wrong)).title).toBe('Not this time')
  expect(await board()).toMatch(/1\. bob 1 100 % 1.*\n2\. cyd 0 0 % 1/)
  await nextBeat()
  expect(revealed()).toContain('Right: bob')
  expect((await press('bob', question, question.wrong, { at: closesAt - 2 })).title).toBe('Right')
})

it('an answer that stands is not changed by a late one', async () => {
  const question = await openQuestion('instant')
  await stage.press('bob', answerControl.text({ round: question.round, option: question.wrong }))
  await close()
  expect((await press('bob', question, question.right)).title).toBe('You already answered')
  expect(await board()).toMatch(/1\. bob 0 0 % 1/)
})

it('a late press whose redraw fails is in the post once that works again', async () => {
  const question = await openQuestion('instant')
  await close()
  await press('bob', question, question.right)
  stage.channel.failures.push(new PostError('unclear', 'The connection broke.'))
  await nextBeat()
  expect(revealed()).not.toContain('bob')
  await stage.until('2026-03-02T09:02Z')
  expect(revealed()).toContain('Right: bob')
})

it('a press that arrives while the answer is being shown is in the post after the next beat', async () => {
  const question = await openQuestion('instant')
  const { redraw } = stage.channel.platform
  const during = async () => {
    Object.assign(stage.channel.platform, { redraw })
    await press('bob', question, question.right)
  }
  Object.assign(stage.channel.platform, {
    redraw: async (...drawn: Parameters<typeof redraw>) => {
      await redraw(...drawn)
      await during()
    },
  })
  await close()
  expect(revealed()).not.toContain('bob')
  await nextBeat()
  expect(revealed()).toContain('Right: bob')
})

it('between the slices in which answers are judged, every press before the close is on the boards as it was made last', async () => {
  const random = seeded('late presses')
  const file = `${newFolder()}/ledger.sqlite`
  const ledger = await openLedger(file)
  const { setUp, post, answer, board } = worldOf(ledger)
  await setUp({ feedback: 'at-close' })
  const round = await post()
  const people = Array.from({ length: 40 }, (_, number) => someone(`P${number}`))
  const last = new Map<string, string>()
  const choose = (person: { readonly id: string }) => {
    const chosen = 'abcd'[Math.floor(random() * 4)] ?? 'a'
    last.set(person.id, chosen)
    return chosen
  }
  for (const person of people.slice(0, 30)) await answer(round, person, choose(person), round.closesAt - minute)
  const pressLate = async (now: number) => {
    for (const person of people.filter(() => random() < 0.3)) {
      const taken = await ledger.answers.take(round.id, person, [choose(person)], round.closesAt - 1_000 + last.size, now)
      expect(taken?.verdict.kind).toBe('counted')
    }
  }
  for (let slice = 0; slice < 5; slice += 1) {
    await ledger.closing.judgeDue(round.closesAt + slice, 7)
    await pressLate(round.closesAt + slice)
  }
  await ledger.closing.closeDue(round.closesAt + 10, 10)
  const [drawn] = await ledger.closing.toRedraw(1)
  await pressLate(round.closesAt + 20)
  await ledger.closing.markRedrawn(round.id, null, drawn)
  await pressLate(round.closesAt + 30)
  const right = [...last.values()].filter((chosen) => chosen === 'b').length
  expect(await ledger.closing.toRedraw(1)).toMatchObject([{ answered: last.size, right: { length: right } }])
  const { rows } = await board({ size: 100 })
  expect(new Map(rows.map(({ person, points }) => [person.id, points]))).toEqual(new Map([...last].map(([id, chosen]) => [id, chosen === 'b' ? 1 : 0])))
  await ledger.close()
  expect(verifyLedger(file).problems).toEqual([])
})
