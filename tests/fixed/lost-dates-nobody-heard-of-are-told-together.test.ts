// Three dates were lost while nobody could be told. Afterwards one message named the first of them, the status the last, and the one in
// between was nowhere: those that failed for the reason of one before counted as known, although nobody had heard of that either.
import { afterEach, expect, it } from 'vitest'
import { openStage, PostError, words, type Stage } from '../bot/stage.ts'

let stage: Stage
afterEach(() => stage.close())

const reason = 'The bot may not write here.'
const lostDays = ['2026-03-05', '2026-03-06', '2026-03-09']

/** Thursday, Friday and Monday are refused, and nobody takes messages until Tuesday. */
async function loseThree(reasons: readonly string[] = [reason, reason, reason]): Promise<void> {
  stage = await openStage('2026-03-04T09:00Z')
  await stage.type('ada', 'setup 09:00 Europe/Berlin mon-fri')
  stage.channel.announced.length = 0
  stage.channel.stored.unreachable = ['terminal:team:ada']
  stage.channel.refusals.push(...Array.from({ length: 99 }, () => new PostError('refused', reason)))
  for (const [index, date] of lostDays.entries()) {
    stage.channel.failures.push(new PostError('refused', reasons[index] ?? reason))
    for (const hour of ['08', '12', '16', '20']) await stage.until(`${date}T${hour}:00Z`)
  }
}

const told = () => stage.channel.told.map(({ screen }) => words(screen))

it('one message names all of them, and none is told again', async () => {
  await loseThree()
  stage.channel.stored.unreachable = []
  await stage.until('2026-03-10T06:00Z')
  expect(told()).toHaveLength(1)
  expect(told()[0]).toContain('3 questions, due Thu, Mar 5 to Mon, Mar 9')
  await stage.until('2026-03-10T12:00Z')
  expect(told()).toHaveLength(1)
})

it('with several reasons, each has its dates', async () => {
  await loseThree([reason, reason, 'The channel is archived.'])
  stage.channel.stored.unreachable = []
  await stage.until('2026-03-10T06:00Z')
  expect(told()).toHaveLength(1)
  expect(told()[0]).toMatch(/may not write here\.[^]*2 questions, due Thu, Mar 5 to Fri, Mar 6[^]*archived\.[^]*due Mon, Mar 9, 09:00/u)
})

it('a manager who looks sees all of them, and the status keeps their span', async () => {
  await loseThree()
  expect(words(await stage.type('ada', 'status'))).toContain('3 questions, due Thu, Mar 5 to Mon, Mar 9')
  const later = words(await stage.type('ada', 'status'))
  expect(later).not.toContain('3 questions')
  expect(later).toContain(`due Thu, Mar 5 to Mon, Mar 9, not posted: ${reason}`)
  stage.channel.stored.unreachable = []
  await stage.until('2026-03-10T06:00Z')
  expect(told()).toEqual([])
})

it('what is lost for the same reason after somebody heard is not told again', async () => {
  await loseThree()
  stage.channel.stored.unreachable = []
  stage.channel.failures.push(new PostError('refused', reason))
  await stage.until('2026-03-10T06:00Z')
  await stage.until('2026-03-10T12:00Z')
  expect(told()).toHaveLength(1)
  expect(words(await stage.type('bob', 'status'))).toContain('due Thu, Mar 5 to Tue, Mar 10, not posted')
})
