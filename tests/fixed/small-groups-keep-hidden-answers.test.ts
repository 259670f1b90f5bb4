// Two answered, one of them hidden, and the votes and names of the answer told what the hidden one chose, although nobody was to see it.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RoundView } from '../../src/ledger/rounds.ts'
import { answerScreen, askedScreen } from '../../src/features/daily/answer-screen.ts'
import type { Shown } from '../../src/core/person.ts'
import { privacyScreen } from '../../src/features/privacy/privacy-screen.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { questionScreen, unanswered } from '../../src/screens/question.ts'
import { recapScreen } from '../../src/screens/recap.ts'
import { revealScreen } from '../../src/screens/reveal.ts'
import { words } from '../bot/stage.ts'
import { day, group, monday, someone, wordedBank, wordsOf, worldOf, type World } from '../ledger/world.ts'

/** One letter a person, in the order of their answers. */
type Play = { readonly shown: string; readonly hidden: string; readonly feedback?: 'instant' | 'at-close'; readonly hides?: 'before the close' | 'after it'; readonly by?: 'hiding' | 'an alias' }
type Seen = { readonly view: RoundView; readonly screens: readonly unknown[] }

/** All that others see of a question after its close: its post, the screen of somebody who answered and of somebody who did not, the recap, the board. */
async function seenAfter({ shown, hidden, feedback = 'instant', hides = 'before the close', by = 'hiding' }: Play): Promise<Seen> {
  const ledger = await openLedger(':memory:', { salt: 'salt' })
  const world = worldOf(ledger)
  await world.setUp({ feedback })
  const round = await world.post(monday, wordedBank())
  const hiding = [...hidden].map((_, index) => someone(`Hidden ${index}`))
  for (const [index, option] of [...hidden].entries()) await world.answer(round, hiding[index] ?? someone(''), option, monday + index)
  for (const [index, option] of [...shown].entries()) await world.answer(round, someone(`Shown ${index}`), option, monday + 100 + index)
  const hide = async () => void (await Promise.all(hiding.map((person, index) => (by === 'hiding' ? ledger.people.setHidden(person, true) : ledger.people.setAlias(person, `Heron ${'abcd'[index]}`)))))
  if (hides === 'before the close') await hide()
  await ledger.closing.closeDue(round.closesAt, 9)
  await hide()
  // Boards and recaps show the points of an alias: that is what it is for.
  const seen = await screensOf(world, round.id)
  await ledger.close()
  return seen
}

async function screensOf({ ledger, post, board }: World, id: string): Promise<Seen> {
  const view = await ledger.rounds.view(id, group, someone('Shown 0').id)
  const [redrawn] = await ledger.closing.toRedraw(1)
  const next = await post(monday + day, wordedBank())
  const { recap } = await ledger.recaps.fixExtras(next.id)
  if (view === undefined || redrawn === undefined || recap === null) throw new Error('the round is gone')
  const content = { ...wordsOf(`${view.round.question}?`), tip: null }
  const mine = view.mine?.chosen ?? null
  return {
    view,
    screens: [
      revealScreen(redrawn.round, content, redrawn),
      answerScreen(view.round, content, { ...view, mine }),
      askedScreen(view.round, content, { ...view, mine }),
      answerScreen(view.round, content, { ...view, mine: null, late: true }),
      recapScreen(recap),
      questionScreen(next, content, { ...unanswered, recap }),
      await board(),
    ],
  }
}

const option = fc.constantFrom('a', 'b', 'c', 'd')
const choices = (most: number) => fc.array(option, { maxLength: most }).map((all) => all.join(''))

/** Some shown people, and two ways in which the same hidden people may have chosen. */
const twoWays = fc.integer({ min: 1, max: 4 }).chain((hidden) => {
  const some = fc.array(option, { minLength: hidden, maxLength: hidden }).map((all) => all.join(''))
  return fc.record({ shown: choices(4 - hidden), one: some, other: some, feedback: fc.constantFrom('instant' as const, 'at-close' as const), hides: fc.constantFrom('before the close' as const, 'after it' as const) })
})

describe('a group with hidden people', () => {
  it('of fewer than five is shown the same whatever they chose', async () => {
    await fc.assert(
      fc.asyncProperty(twoWays, async ({ one, other, ...play }) => {
        const [first, second] = [await seenAfter({ ...play, hidden: one }), await seenAfter({ ...play, hidden: other })]
        expect(JSON.stringify(first.screens)).toBe(JSON.stringify(second.screens))
      }),
      { numRuns: 60 },
    )
  })

  it('of fewer than five is shown the same whatever those chose who go by an alias, but for their points', async () => {
    await fc.assert(
      fc.asyncProperty(twoWays, async ({ one, other, ...play }) => {
        const [first, second] = [await seenAfter({ ...play, hidden: one, by: 'an alias' }), await seenAfter({ ...play, hidden: other, by: 'an alias' })]
        expect(JSON.stringify(first.screens.slice(0, 4))).toBe(JSON.stringify(second.screens.slice(0, 4)))
      }),
      { numRuns: 20 },
    )
  })

  it('of five and more names nobody as right who goes by an alias', async () => {
    const { view, screens } = await seenAfter({ shown: 'bbccdd', hidden: 'b', by: 'an alias' })
    expect(view.votes).toEqual(new Map([['b', 3], ['c', 2], ['d', 2]]))
    expect(view.right.map(({ name }) => name)).toEqual(['Shown 0', 'Shown 1'])
    expect(JSON.stringify(screens.slice(0, 4))).not.toMatch(/Heron|Hidden/u)
    expect(JSON.stringify(screens)).not.toContain('Hidden')
  })

  it('of any size is shown the same whatever they chose where all others chose the same', async () => {
    const ways = fc.record({ shown: fc.tuple(option, fc.integer({ min: 0, max: 7 })).map(([one, people]) => one.repeat(people)), one: option, other: option })
    await fc.assert(
      fc.asyncProperty(ways, async ({ shown, one, other }) => {
        const [first, second] = [await seenAfter({ shown, hidden: one }), await seenAfter({ shown, hidden: other })]
        expect(JSON.stringify(first.screens)).toBe(JSON.stringify(second.screens))
      }),
      { numRuns: 30 },
    )
  })

  it('of five and more is kept back where all who were wrong chose one wrong option: points on boards tell who was wrong', async () => {
    for (const shown of ['bbbc', 'bbbbccc', 'bbbcccd']) expect((await seenAfter({ shown, hidden: 'c', by: 'an alias' })).view).toMatchObject({ votes: null, right: [] })
  })

  it('says how many answered, and that the rest is private', async () => {
    const { screens } = await seenAfter({ shown: 'b', hidden: 'b' })
    const [reveal = '', , mine = '', , recap = ''] = screens.slice(0, 5).map((screen) => words(screen as Parameters<typeof words>[0]))
    for (const text of [reveal, mine]) expect(text).toContain('2 people answered. To keep answers private, this question shows no votes and no names.')
    expect(recap).toContain('2 people answered.')
    expect(mine).toContain('your answer')
    expect(reveal).not.toContain('Shown 0')
  })

  it('of five and more sees its votes and the names of those who are shown', async () => {
    const { view } = await seenAfter({ shown: 'bbccdd', hidden: 'b' })
    expect(view.votes).toEqual(new Map([['b', 3], ['c', 2], ['d', 2]]))
    expect(view.right.map(({ name }) => name)).toEqual(['Shown 0', 'Shown 1'])
  })
})

it.each(['b', 'bc', 'bbb'])('a group in which nobody hides keeps votes and names: %s', async (shown) => {
  const { view } = await seenAfter({ shown, hidden: '' })
  expect(view.votes?.get('b')).toBe([...shown].filter((chosen) => chosen === 'b').length)
  expect(view.right[0]?.name).toBe('Shown 0')
})

it('the privacy screen promises nobody more than that', () => {
  const shown: readonly Shown[] = [{ as: 'hidden' }, { as: 'alias', alias: 'Blue Heron' }, { as: 'name' }]
  const [hidden = '', aliased = '', visible] = shown.map((each) => words(privacyScreen(each, false)))
  for (const text of [hidden, aliased, visible]) expect(text).not.toContain('Nobody sees')
  for (const text of [hidden, aliased]) expect(text).toContain('A question shows no totals and no names unless at least five people answered it')
  expect(visible).toContain('In a small group, that can be enough to tell what you chose.')
})
