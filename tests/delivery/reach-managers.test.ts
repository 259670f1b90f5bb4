// Whom news of a quiz reaches: the first manager who is here and can be told, and each person once for all of their quizzes.
import { describe, expect, it } from 'vitest'
import { reachFirst, toManagers } from '../../src/delivery/reach-managers.ts'
import type { Platform, Presence } from '../../src/platforms/platform.ts'

const here: Presence = { gone: false, name: null } as unknown as Presence
const left: Presence = { gone: true, name: null } as unknown as Presence

function slack(presence: (people: readonly string[]) => Promise<ReadonlyMap<string, Presence>>) {
  const asked: (readonly string[])[] = []
  const platform = {
    presence: (people: readonly string[]) => {
      asked.push(people)
      return presence(people)
    },
  } as unknown as Platform
  return { asked, platform: (id: string) => (id.startsWith('slack') ? platform : undefined) }
}

const quizOf = (...managers: string[]) => ({ quiz: { managers } })
const peopleOf = async (items: readonly ReturnType<typeof quizOf>[], needs: { readonly platform: (id: string) => Platform | undefined }) =>
  (await toManagers(items, needs)).map(({ people }) => people)

describe('managers of a quiz', () => {
  it('are tried in their order, without those who left', async () => {
    const needs = slack(async (people) => new Map(people.map((person) => [person, person === 'slack:b' ? left : here])))
    expect(await peopleOf([quizOf('slack:a', 'slack:b', 'slack:c'), quizOf('slack:b')], needs)).toEqual([['slack:a', 'slack:c'], []])
    expect(needs.asked).toEqual([['slack:a', 'slack:b', 'slack:c']])
  })

  it('are tried where the platform fails, says nothing of them, or is not there', async () => {
    expect(await peopleOf([quizOf('slack:a')], slack(async () => Promise.reject(new Error('away'))))).toEqual([['slack:a']])
    expect(await peopleOf([quizOf('slack:a')], slack(async () => new Map()))).toEqual([['slack:a']])
    expect(await peopleOf([quizOf('discord:a')], slack(async () => new Map()))).toEqual([['discord:a']])
  })

  it('are asked about fifty at a time, and no further once the platform says nothing', async () => {
    const many = Array.from({ length: 120 }, (_, number) => `slack:${number}`)
    const needs = slack(async (people) => new Map(people.map((person) => [person, person === 'slack:119' ? left : here])))
    expect((await peopleOf([quizOf(...many)], needs))[0]).toHaveLength(119)
    expect(needs.asked.map((people) => people.length)).toEqual([50, 50, 20])
    const even = slack(async (people) => new Map(people.map((person) => [person, here])))
    await peopleOf([quizOf(...many.slice(0, 100))], even)
    expect(even.asked.map((people) => people.length)).toEqual([50, 50])
    const silent = slack(async () => new Map())
    await peopleOf([quizOf(...many)], silent)
    expect(silent.asked).toHaveLength(1)
  })
})

describe('news', () => {
  it('reaches each person in one message, and the next one where the first cannot be told', async () => {
    const told: [string, readonly string[]][] = []
    const unheard = await reachFirst(
      [{ item: 'one', people: ['ada', 'bob'] }, { item: 'two', people: ['ada'] }, { item: 'three', people: ['cyd', 'bob'] }, { item: 'four', people: [] }],
      async (person, items) => {
        told.push([person, items])
        return person === 'bob'
      },
    )
    expect(told).toEqual([['ada', ['one', 'two']], ['cyd', ['three']], ['bob', ['one', 'three']]])
    expect(unheard.toSorted()).toEqual(['four', 'two'])
  })
})
