// A post that is found is taken for the round's own: the round asks what people see in the channel, or says why it can't.
import { afterEach, describe, expect, it } from 'vitest'
import type { Question } from '../../src/course/course.ts'
import { onlyCourse } from '../../src/course/courses.ts'
import { noLookup } from '../../src/course/no-lookup.ts'
import type { Round } from '../../src/core/round.ts'
import { adopt } from '../../src/delivery/adopt.ts'
import { closedPost, openPost } from '../../src/delivery/round-post.ts'
import { PostError, type Shows } from '../../src/platforms/platform.ts'
import { answerControl } from '../../src/screens/question.ts'
import { showRoundControl } from '../../src/screens/round-controls.ts'
import type { Screen } from '../../src/screens/screen.ts'
import { editedCourse } from '../fakes/edited-course.ts'
import { course, openDueQuestion, type DueQuestion } from './due-question.ts'

let due: DueQuestion
afterEach(() => due.ledger.close())

async function openWith(topic: 'repairs' | 'safety', change: Parameters<typeof openDueQuestion>[0] = {}): Promise<Round> {
  due = await openDueQuestion({ quiz: { topics: [topic] }, ...change })
  return due.round()
}

/** Adopts a post with these controls, or one that the platform says nothing of. @returns whether the round is open, as it was told */
async function found(shown: Shows | undefined): Promise<boolean> {
  return adopt(due.work, await due.claim(), { ...due.platform, shows: async () => shown }, 'message 7')
}

const buttons = (...controls: string[]): Shows => ({ controls, values: [] })

/** The controls of a post, as a platform gives them back. */
function controlsOf({ blocks }: Screen): Shows {
  const choices = blocks.flatMap((block) => (block.kind === 'choices' ? [block] : []))
  return {
    controls: [
      ...choices.flatMap(({ pick, several, options }) => (pick > 1 ? [several] : options.map(({ control }) => control))),
      ...blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons.map(({ control }) => control) : [])),
    ],
    values: choices.flatMap(({ pick, options }) => (pick > 1 ? options.map(({ id }) => id) : [])),
  }
}

const postOf = (round: Round): Screen => openPost(course, { ...round, words: null }, { recap: null, mention: null }, 0)
const question = (id: string): Question => {
  const found = course.byId.questions.get(id)
  if (found === undefined) throw new Error(`no question ${id}`)
  return found
}
/** A post of the round that asks something else. */
const asking = (round: Round, other: Question, order = other.options.map(({ id }) => id as string)): Shows =>
  controlsOf(postOf({ ...round, question: other.id, order, key: other.key }))
const anotherThan = ({ question: asked }: Round, topic: string): Question => {
  const other = course.questions.find((each) => each.topic === topic && each.id !== asked)
  if (other === undefined) throw new Error('the course has one question only')
  return other
}

describe('a round whose post is found', () => {
  it('is open as it was drawn where the post asks the same', async () => {
    const drawn = await openWith('repairs')
    expect(await found(controlsOf(postOf(drawn)))).toBe(true)
    expect(await due.round()).toEqual({ ...drawn, state: 'open', message: 'message 7', openedAt: due.clock.now })
    expect(due.logged.map(([message]) => message)).toEqual(['found the post of a round'])
  })

  it('keeps the words that it was posted with, though the course has changed since', async () => {
    const drawn = await openWith('repairs', { course: editedCourse(course, (each) => ({ ...each, stem: `New: ${each.stem}` })) })
    await found(controlsOf(postOf(drawn)))
    expect((await due.round()).words).toEqual(drawn.words)
  })

  it.each<[string, (round: Round) => Shows | undefined]>([
    ['the post is gone again', () => undefined],
    ['the platform gives no controls back', () => buttons()],
    ['its buttons are from before they said what they ask', ({ id }) => buttons(answerControl.text({ round: id, option: 'c' }), answerControl.text({ round: id, option: 'a' }))],
    ['its buttons are of another round', (round) => asking({ ...round, id: '0000000000000000' }, anotherThan(round, 'repairs'))],
    ['it leads to the result of another round', () => buttons(showRoundControl.text({ round: '0000000000000000' }))],
  ])('is open as it was drawn where %s', async (_, shown) => {
    const drawn = await openWith('repairs')
    expect(await found(shown(drawn))).toBe(true)
    expect(await due.round()).toMatchObject({ state: 'open', message: 'message 7', question: drawn.question, order: drawn.order, key: drawn.key })
  })

  it('is open as it was drawn on a platform that keeps no posts to look at', async () => {
    const drawn = await openWith('repairs')
    const { shows: _, ...platform } = due.platform
    expect(await adopt(due.work, await due.claim(), platform, 'message 7')).toBe(true)
    expect(await due.round()).toMatchObject({ state: 'open', question: drawn.question, order: drawn.order })
  })

  it('asks what the post asks, with the key and the words of that question', async () => {
    const drawn = await openWith('repairs')
    const other = anotherThan(drawn, 'repairs')
    const order = other.options.map(({ id }) => id).toReversed()
    expect(await found(asking(drawn, other, order))).toBe(true)
    const round = await due.round()
    expect(round).toMatchObject({ state: 'open', message: 'message 7', question: other.id, order, key: other.key })
    expect(round.words?.stem).toBe(other.stem)
    expect(due.logged[0]).toEqual([expect.stringContaining('asks another question'), { round: drawn.id, group: drawn.group, place: drawn.place, drawn: drawn.question, asked: other.id }])
  })

  it('asks what the post asks, whatever other buttons stand before the answers', async () => {
    const drawn = await openWith('repairs')
    const other = anotherThan(drawn, 'repairs')
    const { controls } = asking(drawn, other)
    expect(await found(buttons('v1:help', showRoundControl.text({ round: '0000000000000000' }), ...controls))).toBe(true)
    expect(await due.round()).toMatchObject({ question: other.id, order: other.options.map(({ id }) => id) })
  })

  it('asks what the post asks, though the options have the same letters in the same order', async () => {
    const drawn = await openWith('repairs')
    const { options } = question(drawn.question)
    const other = { ...anotherThan(drawn, 'repairs'), options }
    const courses = onlyCourse(editedCourse(course, (each) => (each.id === other.id ? other : each)), noLookup)
    const platform = { ...due.platform, shows: async () => asking(drawn, other, [...drawn.order]) }
    expect(await adopt({ ...due.work, courses }, await due.claim(), platform, 'message 7')).toBe(true)
    expect(await due.round()).toMatchObject({ question: other.id, order: drawn.order, key: other.key })
  })

  it('takes the order of the post where the question is the same', async () => {
    const drawn = await openWith('repairs')
    const order = [...drawn.order.slice(1), ...drawn.order.slice(0, 1)]
    expect(await found(asking(drawn, question(drawn.question), order))).toBe(true)
    expect(await due.round()).toMatchObject({ state: 'open', question: drawn.question, order })
  })

  it('takes the order of a menu, where several options are right', async () => {
    const drawn = await openWith('safety')
    const order = [...drawn.order.slice(0, 1), ...drawn.order.slice(1).toReversed()]
    expect(await found(asking(drawn, question(drawn.question), order))).toBe(true)
    expect(await due.round()).toMatchObject({ state: 'open', question: drawn.question, order })
  })

  it.each<[string, (round: Round) => Shows]>([
    ['the course no longer has its question', (round) => asking(round, { ...anotherThan(round, 'repairs'), id: 'removed-since' })],
    ['the question has fewer options now', (round) => asking(round, anotherThan(round, 'repairs'), ['a', 'b', 'c', 'd', 'e', 'f'])],
    ['the question has more options now', (round) => asking(round, anotherThan(round, 'repairs'), ['a', 'b'])],
    ['the question has other options now', (round) => asking(round, anotherThan(round, 'repairs'), [...anotherThan(round, 'repairs').options.slice(1).map(({ id }) => id as string), 'f'])],
  ])('cannot be judged where %s, and says so', async (_, shown) => {
    const drawn = await openWith('repairs')
    expect(await found(shown(drawn))).toBe(false)
    expect(await due.round()).toMatchObject({ state: 'failed', reason: expect.stringContaining('nobody’s answer can be judged') })
  })

  it('is left out where its answer is out already, and says why', async () => {
    const drawn = await openWith('repairs')
    const view = { round: { ...drawn, state: 'closed' as const, closedAt: drawn.closesAt }, answered: 0, votes: new Map(), right: [], mine: null }
    expect(await found(controlsOf(closedPost(course, view)))).toBe(false)
    expect(await due.round()).toMatchObject({ state: 'skipped', reason: expect.stringContaining('posted and closed before') })
  })
})

describe('a post that cannot be read now', () => {
  it('is read again at the next beat: nothing is decided about its round', async () => {
    const drawn = await openWith('repairs')
    const busy = { ...due.platform, shows: async () => Promise.reject(new PostError('busy', 'Wait.')) }
    expect(await adopt(due.work, await due.claim(), busy, 'message 7')).toBe(false)
    expect(await due.round()).toEqual(drawn)
    expect(due.logged).toEqual([['cannot read right now what a post asks', expect.objectContaining({ message: 'message 7', code: 'busy' })]])
  })

  it('does not hide a fault of the program', async () => {
    await openWith('repairs')
    const broken = { ...due.platform, shows: async () => Promise.reject(new TypeError('bug')) }
    await expect(adopt(due.work, await due.claim(), broken, 'message 7')).rejects.toThrow('bug')
  })
})
