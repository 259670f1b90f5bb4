// The machine's clock was three days ahead for some minutes: the dates in between were put down as missed, and when they came the
// channel had no question on them, nor the day after.
import { afterEach, expect, test } from 'vitest'
import { openStage, words, type Stage } from '../bot/stage.ts'

let stage: Stage
afterEach(() => stage.close())

const postedOn = () => stage.ledger.rounds.latest('terminal:team:general', 50).then((rounds) => rounds.filter(({ state }) => state === 'open' || state === 'closed').map(({ occasion }) => occasion).sort())
const setUp = async () => {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('ada', 'setup 09:00 Europe/Berlin daily')
  await stage.until('2026-03-02T08:00Z')
}

test('dates that were put down as missed under a clock that was ahead get their rounds when they come', async () => {
  await setUp()
  // Outside of the window of any round, so that nothing is posted early.
  await stage.until('2026-03-05T20:00Z')
  await stage.until('2026-03-02T09:00Z')
  expect(words(await stage.type('bob', 'status'))).not.toMatch(/missed|was away/u)
  for (const date of ['03', '04', '05', '06']) await stage.until(`2026-03-${date}T08:00Z`)
  expect(await postedOn()).toEqual(['02', '03', '04', '05', '06'].map((date) => `2026-03-${date}`))
  expect(stage.channel.posts).toHaveLength(5)
})

test('the one that was posted early is not posted again, and those before it come', async () => {
  await setUp()
  await stage.until('2026-03-05T08:30Z')
  expect(stage.channel.posts).toHaveLength(2)
  await stage.until('2026-03-02T09:00Z')
  for (const date of ['03', '04', '05', '06']) await stage.until(`2026-03-${date}T08:00Z`)
  expect(await postedOn()).toEqual(['02', '03', '04', '05', '06'].map((date) => `2026-03-${date}`))
  expect(stage.channel.posts).toHaveLength(5)
})

test('what was really missed stays on record', async () => {
  await setUp()
  await stage.until('2026-03-03T20:00Z')
  await stage.until('2026-03-04T08:00Z')
  expect(await postedOn()).toEqual(['2026-03-02', '2026-03-04'])
  expect(words(await stage.type('bob', 'status'))).toContain('Tue')
})
