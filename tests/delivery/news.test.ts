// Each kind of news, over a real ledger: what is told of it, to whom, and what the log says.
import { afterEach, describe, expect, it } from 'vitest'
import { hour } from '../../src/core/time.ts'
import { questionBank } from '../../src/course/question-bank.ts'
import { createTeller } from '../../src/delivery/tell-managers.ts'
import type { Claim } from '../../src/ledger/delivery.ts'
import { words } from '../bot/stage.ts'
import { editedCourse } from '../fakes/edited-course.ts'
import { course, openDueQuestion, type DueQuestion } from './due-question.ts'

const [manager, owner] = ['slack:T1/Manager', 'slack:T1/Owner']
const edited = editedCourse(course, (question) => ({ ...question, stem: `New: ${question.stem}` }))

let due: DueQuestion
afterEach(() => due.ledger.close())

type Kind = {
  readonly name: string
  readonly happen: (claims: readonly Claim[]) => Promise<void>
  readonly says: string
  readonly fields: (claim: Claim) => object
}

const failed = async (claims: readonly Claim[], reason: string, lost?: 'deleted') => {
  for (const { round } of claims) await due.ledger.delivery.fail(round.id, reason, due.clock.now, lost)
}

const kinds: readonly Kind[] = [
  {
    name: 'a question that was not posted',
    happen: (claims) => failed(claims, 'The bot may not write here.'),
    says: 'The bot may not write here.',
    fields: ({ round: { id, group, place } }) => ({ news: 'a round was not posted', round: id, group, place, reason: 'The bot may not write here.' }),
  },
  {
    name: 'a daily question that was stopped',
    happen: (claims) => failed(claims, 'There is no such channel.', 'deleted'),
    says: 'The channel was deleted',
    fields: ({ round: { place } }) => ({ news: 'a daily question was stopped', place, reason: 'deleted' }),
  },
  {
    name: 'an open question that changed',
    happen: async (claims) => {
      for (const { round } of claims) await due.ledger.delivery.markSending(round.id, due.clock.now, null)
      await Promise.all(claims.map(({ round }) => due.ledger.delivery.confirmPosted(round.id, 'message', due.clock.now)))
      await due.ledger.news.noteChanges(questionBank(edited), due.clock.now)
    },
    says: 'The course now has a different text for it.',
    fields: ({ round: { id, group, place, question } }) => ({ news: 'an open question changed in the course', round: id, group, place, question }),
  },
]

describe.each(kinds)('$name', ({ happen, says, fields }) => {
  /** News of two channels; those in `reachable` read what the bot sends them. */
  async function open(reachable: readonly string[], gone = false) {
    const tried: string[] = []
    const heard: string[] = []
    due = await openDueQuestion({
      channels: 2, course: edited, quiz: { openMinutes: 3 * 24 * 60, days: [1] },
      platform: {
        presence: async (people) => new Map(people.map((person) => [person, { gone, name: null }])),
        owners: async () => [owner],
        tell: async (person, screen) => {
          tried.push(person)
          return reachable.includes(person) && heard.push(words(screen)) > 0
        },
        announce: async (place, screen) => `message ${tried.push(place) + heard.push(words(screen))}`,
      },
    })
    const claims = await due.claims()
    await happen(claims)
    return { tell: createTeller(due.work), tried, heard, claims }
  }

  it('is told once, of both channels in one message, and on record', async () => {
    const { tell, tried, heard, claims } = await open([manager])
    await tell()
    due.pass(4 * hour)
    await tell()
    expect([tried, heard.length]).toEqual([[manager], 1])
    expect(heard[0]).toContain(says)
    expect(due.logged).toHaveLength(2)
    for (const claim of claims) expect(due.logged).toContainEqual(['told somebody what went wrong', { ...fields(claim), told: manager }])
  })

  it('is told to a manager eight times in vain, to an owner then, with the reason', async () => {
    const { tell, tried, heard, claims } = await open([owner])
    for (let time = 0; time < 10; time += 1) {
      await tell()
      expect(tried).toHaveLength(time < 7 ? time + 1 : 9)
      due.pass(4 * hour)
    }
    expect(tried).toEqual([...Array.from({ length: 8 }, () => manager), owner])
    expect(heard[0]).toContain(says)
    expect(heard[0]).toMatch(/\nYou get this as an owner or admin, because the bot can’t reach any manager of this daily question\.$/u)
    for (const claim of claims) expect(due.logged).toContainEqual(['cannot reach any manager right now', { ...fields(claim), tried: 7 }])
  })

  it('is posted in each of the channels where nobody can be told, with the reason', async () => {
    const { tell, tried, heard, claims } = await open([], true)
    await tell()
    due.pass(4 * hour)
    await tell()
    expect(tried.toSorted()).toEqual([owner, ...claims.map(({ round }) => round.place)].toSorted())
    for (const text of heard) {
      expect(text).toContain(says)
      expect(text).toMatch(/\nThis is posted here because the bot can’t send a direct message to any manager of this daily question\.$/u)
    }
    expect(due.logged.map(([, what]) => (what as { told: string }).told).toSorted()).toEqual(claims.map(({ round }) => round.place).toSorted())
  })
})
