// One's own progress: everything at a glance, topic by topic, the mistakes, and what to do next.
import { describe, expect, it } from 'vitest'
import type { Screen } from '../../src/screens/screen.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { buttons, control, labels, optionsOf } from './session-screens.ts'

const noon = '2026-03-02T12:00Z'
const ada = 'terminal:team:ada'
const day = 86_400_000

/** Answers the shown question of a practice, and goes on. @param right whether by its key */
async function answer(stage: Stage, who: string, screen: Screen, right: boolean): Promise<Screen> {
  const { control: pressed, chosen } = optionsOf(stage.course, screen)[right ? 'right' : 'wrong']
  const explained = await stage.press(who, pressed, { chosen })
  return stage.press(who, buttons(explained).find(({ label }) => label === 'Next question' || label === 'See how it went')?.control ?? '')
}

/** A practice of one question after another; `marks`: which are right. */
async function practice(stage: Stage, who: string, marks: readonly boolean[]): Promise<void> {
  let screen = await stage.type(who, `practice ${marks.length}`)
  for (const right of marks) screen = await answer(stage, who, screen, right)
  expect(screen.name).toBe('practice-summary')
}

describe('one’s own progress', () => {
  it('before any answer says where to begin', async () => {
    const stage = await openStage(noon)
    const screen = await stage.type('ada', 'me', null)
    expect(words(screen)).toContain('Your progress starts with your first answer.')
    expect((await stage.press('ada', buttons(screen)[0]?.control ?? '')).name).toBe('practice')
  })

  it('has the points, the streak and the rank in the channel, and what was done alone, also in a direct message', async () => {
    const stage = await openStage('2026-03-02T06:00Z')
    await stage.type('owner', 'setup 08:00 UTC topics=repairs')
    await stage.until('2026-03-02T08:00Z')
    expect(words(await stage.type('ada', 'me'))).toMatch(/You have no points in this channel yet[^]*Next: answer today’s question/u)
    await stage.press('ada', control(await stage.type('ada', 'me'), 'Answer'))
    const round = await stage.ledger.rounds.open('terminal:team:general', stage.clock.now)
    await stage.press('ada', `v1:answer:${round?.id}:${stage.optionsOf(round?.id ?? '').right}`)
    await practice(stage, 'ada', [true, false])
    const here = words(await stage.type('ada', 'me'))
    for (const fact of ['Today: 3 answers, 2 right', 'On your own: 2 answers, 1 right', 'This week: 1 point, 1 of 1 right (100%)', 'Streak: 1 study day (longest: 1)', 'Rank here: 1 of 1', 'Covered: ']) expect(here).toContain(fact)
    expect(words(await stage.type('ada', 'me', null))).toContain('Rank: 1 of 1 in a channel')
    expect(await stage.press('ada', 'v1:progress')).toEqual(await stage.type('ada', 'stats'))
  })

  it('tells the readiness only from enough first answers, and says what is missing', async () => {
    const stage = await openStage(noon)
    await practice(stage, 'ada', [true, false, true])
    // It has fewer than 30 questions.
    expect(words(await stage.type('ada', 'me'))).toContain('This course is too small to say how an exam would go')
    const { course } = await openStage(noon, { course: 'data/aws-shared-responsibility' })
    const large = await openStage(noon, { course })
    await practice(large, 'bob', [true, false, true])
    expect(words(await large.type('bob', 'me'))).toMatch(/To see how an exam would go, answer 27 more new questions/u)
    await practice(large, 'ada', Array.from({ length: 45 }, (_, at) => at % 3 > 0))
    const said = words(await large.type('ada', 'me'))
    expect(said).toMatch(/If the exam were today, you’d get about \d\d% right \(between \d\d% and \d\d%\)\.|answer questions on at least \d+ more topics?/u)
    expect(said).toContain(`of ${course.topics.length} topics`)
  })

  it('says what to do next: what is due first, and otherwise the weakest topic', async () => {
    const stage = await openStage(noon)
    await practice(stage, 'ada', [false])
    const weak = await stage.type('ada', 'me')
    expect(words(weak)).toContain('Next: practice your weakest topic')
    expect((await stage.press('ada', control(weak, 'Practice'))).name).toBe('practice')
    stage.clock.now += 3 * day
    expect(words(await stage.type('ada', 'me'))).toMatch(/Due for review: 1[^]*Next: go over the one thing that’s due/u)
  })

  it('has the topics, the weakest first, each with a practice', async () => {
    const stage = await openStage(noon)
    await practice(stage, 'ada', [false])
    const topics = await stage.press('ada', control(await stage.type('ada', 'me'), 'By topic'))
    expect(words(topics)).toMatch(/1\. .*0 of 1 right\n2\. .*no answers yet/u)
    expect((await stage.press('ada', control(topics, 'Practice 1'))).name).toBe('practice')
    expect((await stage.press('ada', control(topics, 'My progress'))).title).toBe('Your progress')
  })

  it('has the mistakes until they are put right, to practice and to read about', async () => {
    const stage = await openStage(noon)
    await practice(stage, 'ada', [false, true, false])
    const list = await stage.press('ada', control(await stage.type('ada', 'me'), 'My mistakes'))
    expect(words(list)).toMatch(/^1\. .*\n.* · Mon, Mar 2/mu)
    expect(labels(list)).toEqual(['Read 1', 'Read 2', 'Practice these', 'My progress'])
    expect((await stage.press('ada', control(list, 'Read 1'))).name).toBe('passage')
    const first = await stage.press('ada', control(list, 'Practice these'))
    expect(words(first)).toContain('question 1 of 2')
    expect(await stage.press('ada', control(list, 'Practice these'))).toEqual(first)
    stage.clock.now += day
    await answer(stage, 'ada', await answer(stage, 'ada', first, true), true)
    expect(words(await stage.type('ada', 'mistakes'))).toContain('There’s nothing right now.')
    expect(words(await stage.press('ada', control(list, 'Practice these')))).toContain('No mistakes left to practice')
  })

  it('tells nobody else', async () => {
    const stage = await openStage(noon)
    await practice(stage, 'ada', [false])
    expect(words(await stage.press('ben', 'v1:my-mistakes:0'))).toContain('No mistakes right now')
    expect(words(await stage.press('ben', 'v1:progress'))).toContain('No answers yet.')
  })

  it('hides a mistake while its question is open in a channel', async () => {
    const stage = await openStage('2026-03-02T06:00Z')
    await practice(stage, 'ada', Array.from({ length: stage.course.questions.length }, () => false).slice(0, 50))
    const before = (await stage.ledger.memories.log(ada, '')).length
    await stage.type('owner', 'setup 08:00 UTC')
    await stage.until('2026-03-02T08:00Z')
    const round = await stage.ledger.rounds.open('terminal:team:general', stage.clock.now)
    const missed = (await stage.ledger.memories.log(ada, '')).some(({ item }) => item === `question:${round?.question}`)
    let shown = ''
    let screen = await stage.type('ada', 'me mistakes')
    for (;;) {
      shown += words(screen)
      const more = buttons(screen).find(({ label }) => label === 'More')
      if (more === undefined) break
      screen = await stage.press('ada', more.control)
    }
    expect([before > 0, missed]).toEqual([true, true])
    const stem = stage.course.questions.find(({ id }) => id === round?.question)?.stem ?? ''
    expect(shown).not.toContain(stem.slice(0, 60))
  })
})

describe('a picture of one’s own', () => {
  it('shows the study days and the topics, below the numbers', async () => {
    const stage = await openStage('2026-03-02T12:00Z')
    const question = await stage.type('ada', 'practice 1')
    const option = question.blocks.flatMap((block) => (block.kind === 'choices' ? block.options : []))[0]
    await stage.press('ada', option?.control ?? '')
    const me = await stage.type('ada', 'me')
    const button = buttons(me).find(({ label }) => label === 'Show as a picture')
    const shown = await stage.press('ada', button?.control ?? '')
    expect(words(shown)).toContain('You studied on 1 of the last 84 days, with 1 answer.')
    expect(shown.blocks.filter(({ kind }) => kind === 'picture')).toHaveLength(2)
  })
})

describe('somebody who answered nothing', () => {
  it('hears neither of points in a channel without a question, nor that everything was right', async () => {
    const stage = await openStage(noon)
    expect(words(await stage.type('ada', 'me'))).toContain('No answers yet.')
    expect(words(await stage.type('ada', 'mistakes'))).not.toContain('everything right')
  })
})
