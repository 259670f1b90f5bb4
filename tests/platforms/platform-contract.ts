// What every platform has to keep, over its own wire. Each adapter describes how to set its scene and calls this in its own test.
import { describe, expect, onTestFinished, test } from 'vitest'
import { PostError, type Platform } from '../../src/platforms/platform.ts'
import type { PersonId, PlaceId } from '../../src/core/quiz.ts'
import { notice } from '../../src/screens/notice.ts'
import { answerControl, questionMark, questionScreen, unanswered } from '../../src/screens/question.ts'
import { roundOfTwo, sampleRound, twoRight } from '../../src/screens/sample-round.ts'
import type { Screen } from '../../src/screens/screen.ts'

/** A started platform with a place and a person, and the eyes of that person. */
export type Scene = {
  readonly platform: Platform
  readonly place: PlaceId
  readonly person: PersonId
  /** What stands in the place now, as people read it; oldest first. */
  readonly posts: () => readonly string[]
  /** What the person alone was told. */
  readonly told: () => readonly string[]
  readonly now: () => number
  /** Makes the next post fail; left out where a platform has no such failure. */
  readonly spoil?: Readonly<Partial<Record<Spoiled, () => void | Promise<void>>>>
  /** Connections and timers of the platform that are still open; left out where nothing can be counted. */
  readonly leftOpen?: () => number | Promise<number>
  readonly close: () => Promise<void>
}

/** `lost`: sent, but the confirmation got lost. `unsent`: it broke off before anything was sent, and nobody can know. */
export type Spoiled = 'refused' | 'busy' | 'lost' | 'unsent'

const round = '0123456789abcdef'
const other = 'fedcba9876543210'
const first = notice('A first screen', [['Words of the first.']])
const second = notice('A second screen', [['Words of the second.']])

export function describePlatform(name: string, open: () => Promise<Scene>): void {
  const scene = async (): Promise<Scene> => {
    const opened = await open()
    onTestFinished(opened.close)
    return opened
  }

  describe(`the platform ${name}`, () => {
    test('posts for everyone, once', async () => {
      const { platform, place, posts } = await scene()
      expect((await platform.post(place, first, round)).length).toBeGreaterThan(0)
      expect(posts()).toEqual([expect.stringContaining('Words of the first.')])
    })

    test('announces for everyone what belongs to no round, redraws it, and finds no round there', async () => {
      const { platform, place, posts, now } = await scene()
      const since = now()
      const announced = await platform.announce(place, first, 'event 1')
      expect(posts()).toEqual([expect.stringContaining('Words of the first.')])
      expect(['cannot-tell', undefined]).toContain(await platform.find(place, round, since))
      await platform.redraw(announced, second)
      expect(posts()).toEqual([expect.stringContaining('Words of the second.')])
    })

    test('finds the post of a round, and no post for another round', async () => {
      const { platform, place, now } = await scene()
      const since = now()
      const posted = await platform.post(place, first, round)
      expect(['cannot-tell', posted]).toContain(await platform.find(place, round, since))
      expect(['cannot-tell', undefined]).toContain(await platform.find(place, other, since))
    })

    test('says what the buttons of a post say, in order, with the values of its menus', async () => {
      const { platform, place } = await scene()
      const shown = async (screen: Screen, id: string) => platform.shows?.(await platform.post(place, screen, id))
      for (const question of [sampleRound, roundOfTwo]) {
        const found = await shown(questionScreen(question, twoRight, unanswered), question.id)
        const answers = found?.controls.flatMap((control) => answerControl.read(control) ?? []) ?? []
        const options = answers.some(({ option }) => option === null) ? found?.values : answers.map(({ option }) => option)
        expect(platform.shows === undefined ? question.order : options).toEqual(question.order)
        expect(answers.every((answer) => answer.round === question.id && answer.asked === questionMark(question.question, question.words))).toBe(true)
      }
    })

    test('redraws a post, and takes it when that is asked again', async () => {
      const { platform, place, posts } = await scene()
      const posted = await platform.post(place, first, round)
      await platform.redraw(posted, second)
      await platform.redraw(posted, second)
      expect(posts()).toEqual([expect.stringContaining('Words of the second.')])
    })

    test('replies to a post of its own, and refuses to reply to what is none', async () => {
      const { platform, place } = await scene()
      const posted = await platform.post(place, first, round)
      await platform.reply(posted, second, round)
      expect((await failureOf(platform.reply('no message', second, round))).code).toBe('refused')
    })

    test('tells one person alone', async () => {
      const { platform, person, posts, told } = await scene()
      expect(await platform.tell(person, first)).toBe(true)
      expect(told()).toEqual([expect.stringContaining('Words of the first.')])
      expect(posts()).toEqual([])
    })

    test('cannot tell somebody whom it does not know, and says so', async () => {
      const { platform } = await scene()
      expect(await platform.tell('elsewhere:nobody', first)).toBe(false)
    })

    test('knows of a person that they are here, perhaps under which name, and nothing of a stranger', async () => {
      const { platform, person } = await scene()
      const presence = await platform.presence([person, 'elsewhere:nobody'])
      expect([false, undefined]).toContain(presence.get(person)?.gone)
      expect(presence.get(person)?.name).not.toBe('')
      expect(presence.has('elsewhere:nobody')).toBe(false)
    })

    test('says in a sentence that it cannot tell who has a role that is not there', async () => {
      const { platform, person } = await scene()
      for (const role of ['elsewhere:role', 'here', '']) {
        expect(await platform.havingRole(role, [person])).toEqual({ kind: 'cannot-tell', reason: expect.stringMatching(/^[A-Z].{15,}\.$/su) })
      }
    })

    test('refuses a place and a message that are not its own', async () => {
      const { platform, posts } = await scene()
      expect((await failureOf(platform.post('elsewhere:place', first, round))).code).toBe('refused')
      expect((await failureOf(platform.announce('elsewhere:place', first, 'event 1'))).code).toBe('refused')
      expect((await failureOf(platform.redraw('no such message', first))).code).toBe('refused')
      expect(posts()).toEqual([])
    })

    describeFailures(scene)

    test('is healthy from its start to its stop, and stops with nothing left open', async () => {
      const { platform, leftOpen } = await scene()
      expect(platform.healthy()).toBe(true)
      await platform.stop()
      expect(platform.healthy()).toBe(false)
      expect((await leftOpen?.()) ?? 0).toBe(0)
    })
  })
}

function describeFailures(scene: () => Promise<Scene>): void {
  const spoiled = (kind: Spoiled, check: (scene: Scene, failure: PostError) => Promise<void> | void) => async () => {
    const set = await scene()
    const spoil = set.spoil?.[kind]
    if (spoil === undefined) return
    await spoil()
    const failure = await failureOf(set.platform.post(set.place, first, round))
    expect(failure.message).toMatch(/^[A-Z].{15,}\.$/su)
    await check(set, failure)
  }

  test('says that a post was refused, and has sent nothing', spoiled('refused', ({ posts }, { code }) => {
    expect(code).toBe('refused')
    expect(posts()).toEqual([])
  }))

  test.each(['refused', 'busy', 'lost', 'unsent'] as const)('fails to announce as it fails to post: %s', async (kind) => {
    const { spoil, platform, place } = await scene()
    const doSpoil = spoil?.[kind]
    if (doSpoil === undefined) return
    await doSpoil()
    const failure = await failureOf(platform.announce(place, first, 'event 1'))
    expect(failure.code).toBe(kind === 'lost' || kind === 'unsent' ? 'unclear' : kind)
    expect(failure.message).toMatch(/^[A-Z].{15,}\.$/su)
  })

  test('says how long it is busy, has sent nothing, and posts when it is asked again', spoiled('busy', async ({ platform, place, posts }, failure) => {
    expect(failure.code).toBe('busy')
    expect(failure.retryAfter).toBeGreaterThan(0)
    expect(posts()).toEqual([])
    await platform.post(place, first, round)
    expect(posts()).toHaveLength(1)
  }))

  test('says that it is unclear where the confirmation got lost, and then finds the post', spoiled('lost', async ({ platform, place, posts, now }, { code }) => {
    expect(code).toBe('unclear')
    expect(posts()).toHaveLength(1)
    expect(['string', 'cannot-tell']).toContain(kindOf(await platform.find(place, round, now() - 5_000)))
  }))

  test('says that it is unclear where the post broke off, and then finds none', spoiled('unsent', async ({ platform, place, posts, now }, { code }) => {
    expect(code).toBe('unclear')
    expect(posts()).toEqual([])
    expect(['undefined', 'cannot-tell']).toContain(kindOf(await platform.find(place, round, now() - 5_000)))
  }))
}

const kindOf = (found: string | object | undefined) => (found === 'cannot-tell' ? found : typeof found)

/** The PostError that the work fails with; anything else is a broken promise of the platform. */
export async function failureOf(work: Promise<unknown>): Promise<PostError> {
  const failure = await work.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(failure instanceof PostError)) throw new Error(`It should have failed with a PostError: ${String(failure)}`)
  return failure
}
