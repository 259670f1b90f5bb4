// Where one part of a beat failed, such as the reminders, the beat counted as over at once: a stop let the platform go while a question
// was on its way, and the faults of the other parts were in no log.
import { expect, it, onTestFinished } from 'vitest'
import { here, openStage } from '../bot/stage.ts'

async function failing() {
  const stage = await openStage('2026-03-02T07:00Z')
  await stage.type('owner', 'setup 09:00 UTC daily topics=repairs')
  stage.clock.now = Date.parse('2026-03-02T09:00Z')
  stage.ledger.reminders.due = () => Promise.reject(new Error('no reminders'))
  return stage
}

it('a stop waits for the question that is on its way', async () => {
  const { bot, channel, ledger } = await failing()
  onTestFinished(() => ledger.close())
  const order: string[] = []
  const release = channel.holdUp(here.place)
  const { post } = channel.platform
  const posting = new Promise<void>((started) => Object.assign(channel.platform, {
    post: (...what: Parameters<typeof post>) => (started(), post(...what)),
    stop: async () => void order.push(`stopped after ${channel.posts.length} posts`),
  }))
  void bot.tick()
  await posting
  const stopped = bot.stop()
  for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate)
  expect(order).toEqual([])
  release()
  await stopped
  expect(order).toEqual(['stopped after 1 posts'])
})

it('each fault is in the log', async () => {
  const stage = await failing()
  onTestFinished(() => stage.close())
  stage.ledger.sessions.endDue = () => Promise.reject(new Error('no sessions'))
  await stage.bot.tick()
  expect(stage.logged.filter((line) => line.startsWith('a beat failed'))).toHaveLength(2)
  expect(stage.channel.posts).toHaveLength(1)
})
