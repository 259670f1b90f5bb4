import { afterEach, expect, it } from 'vitest'
import type { Screen } from '../../src/screens/screen.ts'
import { openStage, PostError, words, type Stage } from '../bot/stage.ts'

let stage: Stage
afterEach(() => stage.close())

const noAccess = () => new PostError('refused', 'The bot may not write here.')
const told = () => stage.channel.told.map(({ person, screen }) => [person, words(screen as Screen)] as const)

async function channels(count: number): Promise<void> {
  stage = await openStage('2026-03-02T07:00Z')
  for (let n = 0; n < count; n++) await stage.type('ada', 'setup 09:00 Europe/Berlin', `terminal:team:${n}`)
}

it('whoever set up several channels that fail at once hears of them in one message', async () => {
  await channels(3)
  stage.channel.failures.push(noAccess(), noAccess(), new PostError('refused', 'The channel is gone.'))
  await stage.until('2026-03-02T08:00Z')
  expect(told()).toHaveLength(1)
  const [[person, text] = ['', '']] = told()
  expect(person).toBe('terminal:team:ada')
  expect(text.match(/may not write/g)).toHaveLength(1)
  expect(text.match(/, due/g)).toHaveLength(3)
  expect(text).toContain('is gone')
})

it('hears once of a cause that stays, and again when it comes back', async () => {
  await channels(1)
  for (const date of ['02', '03', '04', '05', '06']) {
    // The answer of the one that was held is shown first.
    await stage.until(`2026-03-${date}T07:00Z`)
    if (date !== '04') stage.channel.failures.push(noAccess())
    await stage.until(`2026-03-${date}T08:00Z`)
  }
  expect([told().length, stage.channel.posts.length]).toEqual([2, 1])
})

it('the next manager is told where the first one cannot be reached', async () => {
  await channels(1)
  await stage.type('ada', 'managers add terminal:team:u:bob', 'terminal:team:0')
  const managers = (await stage.ledger.quizzes.at('terminal:team:0'))?.managers
  stage.channel.stored.unreachable = [managers?.[0] ?? '']
  stage.channel.failures.push(noAccess())
  await stage.until('2026-03-02T08:00Z')
  expect(told().map(([person]) => person)).toEqual([managers?.[1]])
})

it('nobody is left out where a question was missed in one channel and refused in another', async () => {
  await channels(2)
  stage.channel.failures.push(noAccess())
  await stage.until('2026-03-02T08:00Z')
  await stage.until('2026-03-03T23:00Z')
  const texts = told().map(([, text]) => text)
  expect(texts).toHaveLength(2)
  expect(texts[1]?.match(/, due/g)).toHaveLength(2)
})
