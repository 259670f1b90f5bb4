// Slack was asked who Bob is, then said that he has changed, and then answered with what was true before: that stayed for an hour.
import { expect, it } from 'vitest'
import { createPeople } from '../../src/platforms/slack/incoming/people.ts'

it('is asked again', async () => {
  const answers: ((answer: object) => void)[] = []
  const info = () => {
    const { promise, resolve } = Promise.withResolvers<object>()
    answers.push(resolve)
    return promise
  }
  const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }
  const people = createPeople({ web: { users: { info } } as never, team: 'T0STUDY', log, now: () => 0 })
  const before = people.presence('U0BOB')
  people.changed('U0BOB')
  const after = people.presence('U0BOB')
  answers[1]?.({ user: { name: 'Robert', team_id: 'T0STUDY' } })
  answers[0]?.({ user: { name: 'Bob', team_id: 'T0STUDY' } })
  expect((await before)?.name).toBe('Bob')
  expect((await after)?.name).toBe('Robert')
  expect((await people.presence('U0BOB'))?.name).toBe('Robert')
})
