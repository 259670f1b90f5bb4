// Names for a platform that knows ids alone.
import { afterEach, expect, it } from 'vitest'
import { here, openStage, type Stage } from './stage.ts'
import { answerControl } from '../../src/screens/question.ts'

let stage: Stage
afterEach(() => stage.close())

const id = (who: string) => `terminal:team:${who}`

async function answeredBy(...people: readonly string[]): Promise<void> {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('owner', 'setup 09:00 UTC daily topics=repairs')
  await stage.type('owner', 'now')
  await stage.until('2026-03-02T07:01Z')
  const round = stage.channel.posts[0]?.round ?? ''
  for (const who of people) await stage.press(who, answerControl.text({ round, option: stage.optionsOf(round).right }))
}

it('people are named as they last answered; others, and who is hidden, are left out', async () => {
  await answeredBy('Grace', 'bob')
  await stage.type('bob', 'privacy hide')
  const names = await stage.channel.handler().names(here.group, [id('Grace'), id('bob'), id('linus')])
  expect([...names]).toEqual([[id('Grace'), 'Grace']])
  expect([...(await stage.channel.handler().names('terminal:other', [id('Grace')]))]).toEqual([])
})

it('a ledger that cannot be read leaves people without names', async () => {
  await answeredBy('Grace')
  stage.ledger.people.namesOf = () => Promise.reject(new Error('the disk is gone'))
  expect([...(await stage.channel.handler().names(here.group, [id('Grace')]))]).toEqual([])
  expect(stage.logged).toContain('could not read the names of people')
})
