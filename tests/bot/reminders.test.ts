// Reminders to review: who gets one, when, and that nobody gets one twice.
import { afterEach, expect, it } from 'vitest'
import { openStage, words, type Stage } from './stage.ts'
import { answerControl } from '../../src/screens/question.ts'
import { optionsOf } from '../features/session-screens.ts'

let stage: Stage
afterEach(() => stage.close())

const id = (who: string) => `terminal:team:${who}`

/** On Monday at noon, after these people got the daily question wrong, so that it is due from Tuesday on; with a reminder at two. */
async function reminded(people: readonly string[], days = 'mon-fri'): Promise<void> {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('owner', `setup 09:00 UTC ${days} topics=repairs open=2h`)
  await stage.until('2026-03-02T09:00Z')
  const round = stage.channel.posts[0]?.round ?? ''
  for (const who of people) {
    await stage.press(who, answerControl.text({ round, option: stage.optionsOf(round).wrong }))
    await stage.type(who, 'review remind 14:00')
  }
}

/** With the daily question of that day, which is closed by then. */
async function untilTwoOn(date: string): Promise<void> {
  for (const time of ['09:00', '12:00', '14:05']) await stage.until(`${date}T${time}Z`)
}

const told = () => stage.channel.told.filter(({ screen }) => screen.name === 'review-reminder').map(({ person }) => person)

it('everybody who asked for one and has something due gets one, once, a few minutes around the time they chose', async () => {
  await reminded(['ada', 'bob'])
  for (const time of ['09:00', '12:00', '13:59']) await stage.until(`2026-03-03T${time}Z`)
  expect(told()).toEqual([])
  for (const minutes of ['00', '01', '02', '03', '04', '05', '06']) await stage.until(`2026-03-03T14:${minutes}Z`)
  expect(told().toSorted()).toEqual([id('ada'), id('bob')])
  expect(stage.channel.told.map(({ screen }) => words(screen))).toContainEqual(expect.stringContaining('There’s one thing to go over'))
})

it('one that cannot be sent is not tried again that day, and the others get theirs', async () => {
  await reminded(['ada', 'bob'])
  const { platform } = stage.channel
  const { tell } = platform
  let tries = 0
  Object.assign(platform, {
    tell: (...what: Parameters<typeof tell>) => {
      if (what[0] !== id('ada')) return tell(...what)
      tries += 1
      return tries === 1 ? Promise.reject(new Error('Slack is away')) : tell(...what)
    },
  })
  await untilTwoOn('2026-03-03')
  for (const minutes of ['06', '07']) await stage.until(`2026-03-03T14:${minutes}Z`)
  expect([told(), tries]).toEqual([[id('bob')], 1])
  expect(stage.logged).toContain('a reminder was not sent; the next one comes tomorrow')
  await untilTwoOn('2026-03-04')
  expect(told().filter((person) => person === id('ada'))).toHaveLength(1)
})

it('nobody gets one who has left, on a day off, more than an hour late, or with nothing due', async () => {
  await reminded(['ada', 'bob'])
  for (const time of ['09:00', '12:00', '16:00']) await stage.until(`2026-03-03T${time}Z`)
  await untilTwoOn('2026-03-07')
  expect(told()).toEqual([])
  await stage.ledger.people.setPresence([{ person: id('bob'), gone: true }], stage.clock.now)
  stage.channel.presence.set(id('bob'), { gone: true, name: null })
  await untilTwoOn('2026-03-09')
  expect(told()).toEqual([id('ada')])
  const { control, chosen } = optionsOf(stage.course, await stage.type('ada', 'review')).right
  await stage.press('ada', control, { chosen })
  await untilTwoOn('2026-03-10')
  expect(told()).toEqual([id('ada')])
})

it('on a weekend one comes where the daily question comes on weekends, too', async () => {
  await reminded(['ada'], 'daily')
  await untilTwoOn('2026-03-07')
  expect(told()).toEqual([id('ada')])
})

it('somebody whose platform does not run gets none, and the log has no fault', async () => {
  await reminded(['ada'])
  await stage.ledger.reminders.set('slack:T1/U1', { time: '14:00', zone: 'UTC', nextAt: Date.parse('2026-03-03T14:00Z') })
  await untilTwoOn('2026-03-03')
  expect([told(), stage.logged.filter((line) => line.includes('reminder'))]).toEqual([[id('ada')], []])
})
