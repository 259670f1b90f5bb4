// Exams: drawn, walked through, submitted or timed out, and judged, wherever and whenever somebody goes on.
import { describe, expect, it } from 'vitest'
import type { Screen } from '../../src/screens/screen.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { buttons, choices, control, optionsOf, stemOf } from './session-screens.ts'

const noon = '2026-03-02T12:00Z'
/** With enough questions for every exam. */
const course = 'data/aws-shared-responsibility'
const minute = 60_000
const learner = (name: string) => `terminal:team:${name}`
const logOf = (stage: Stage, name: string) => stage.ledger.memories.log(learner(name), '2026-01-01')

async function begun(stage: Stage, line = 'exam 5', who = 'ada'): Promise<Screen> {
  return stage.press(who, control(await stage.type(who, line), 'Start'))
}

/** Answers what is shown until the overview comes: right, or wrong at these questions, from 0; and skips others. */
async function answerAll(stage: Stage, first: Screen, wrong: readonly number[] = [], skipped: readonly number[] = []): Promise<Screen> {
  let screen = first
  for (let at = 0; screen.name === 'exam'; at += 1) {
    const options = optionsOf(stage.course, screen)
    const skip = buttons(screen).find(({ label }) => label === 'Skip')?.control ?? control(screen, 'Overview')
    const answer = wrong.includes(at) ? options.wrong : options.right
    screen = skipped.includes(at) ? await stage.press('ada', skip) : await stage.press('ada', answer.control, { chosen: answer.chosen })
  }
  return screen
}

describe('an exam', () => {
  it('starts when somebody presses Start, explains nothing before the end, and is judged when it is submitted', async () => {
    const stage = await openStage(noon, { course })
    const start = await stage.type('ada', 'exam 5')
    expect(words(start)).toContain('5 questions in 7 minutes')
    const first = await stage.press('ada', control(start, 'Start'))
    expect(first.title).toBe('Exam: question 1 of 5')
    expect(words(first)).toContain('0 of 5 answered · until 12:07')
    const overview = await answerAll(stage, first, [1])
    expect(words(overview)).toContain('5 of 5 answered')
    expect(await logOf(stage, 'ada')).toEqual([])
    const result = await stage.press('ada', control(overview, 'Submit'))
    expect(words(result)).toContain('4 of 5 right. Your level is somewhere between 37% and 97%.')
    expect((await logOf(stage, 'ada')).map(({ grade }) => grade).toSorted()).toEqual(['again', 'good', 'good', 'good', 'good'])
    const miss = await stage.press('ada', control(result, 'Go through the misses'))
    expect([miss.name, miss.title]).toEqual(['exam-miss', 'Miss 1 of 1'])
    expect(words(miss)).toContain('The answer is')
    expect(await stage.press('ada', control(miss, 'Back to the result'))).toEqual(result)
    await stage.close()
  })

  it('is 20 questions in 28 minutes unless somebody wants another, and all 65 where they are there', async () => {
    const stage = await openStage(noon, { course })
    const start = await stage.type('ada', 'exam')
    expect(words(start)).toContain('20 questions in 28 minutes')
    const full = await stage.press('ada', control(start, 'Full exam: 65 in 90 minutes'))
    expect(full.title).toBe('Exam: question 1 of 65')
    expect(words(full)).toContain('until 13:30')
    await stage.close()
  })

  it('lets people flag, go back, change an answer, and jump from the overview', async () => {
    const stage = await openStage(noon, { course })
    const first = await begun(stage)
    const flagged = await stage.press('ada', control(first, 'Flag'))
    const wrong = optionsOf(stage.course, flagged).wrong
    const second = await stage.press('ada', wrong.control, { chosen: wrong.chosen })
    expect(second.title).toBe('Exam: question 2 of 5')
    const overview = await stage.press('ada', control(second, 'Overview'))
    expect(words(overview)).toContain('1–5: ⚑○○○○')
    const again = await stage.press('ada', control(overview, 'First flagged'))
    expect(stemOf(again)).toBe(stemOf(first))
    expect(choices(again)?.chosen.length).toBeGreaterThan(0)
    await stage.press('ada', control(again, '⚑ Unflag'))
    const right = optionsOf(stage.course, again).right
    const changed = await stage.press('ada', right.control, { chosen: right.chosen })
    const back = await stage.press('ada', control(changed, 'Overview'))
    expect(words(back)).toContain('1–5: ●○○○○')
    const fourth = await stage.press('ada', control(back, 'Q4'))
    expect(fourth.title).toBe('Exam: question 4 of 5')
    expect((await stage.press('ada', control(fourth, 'Back'))).title).toBe('Exam: question 3 of 5')
    await stage.close()
  })

  it('asks once before it counts unanswered questions as wrong', async () => {
    const stage = await openStage(noon, { course })
    const overview = await answerAll(stage, await begun(stage), [], [1, 3, 4])
    const sure = await stage.press('ada', control(overview, 'Submit'))
    expect(words(sure)).toContain('3 unanswered count as wrong. Submit anyway?')
    expect(await stage.press('ada', control(sure, 'Back to the exam'))).toEqual(overview)
    const result = await stage.press('ada', control(sure, 'Submit anyway'))
    expect(words(result)).toContain('2 of 5 right.')
    expect(words(result)).toContain('3 unanswered count as wrong.')
    // What nobody answered says nothing about memory.
    expect(await logOf(stage, 'ada')).toHaveLength(2)
    expect(words(await stage.press('ada', control(result, 'Go through the misses')))).toContain('You didn’t answer.')
    await stage.close()
  })

  it('changes nothing for a second press, an old message, or somebody else', async () => {
    const stage = await openStage(noon, { course })
    const first = await begun(stage)
    const { right, wrong } = optionsOf(stage.course, first)
    const second = await stage.press('ada', right.control, { chosen: right.chosen })
    expect(await stage.press('ada', wrong.control, { chosen: wrong.chosen })).toEqual(second)
    expect(await stage.press('ada', control(first, 'Skip'))).toEqual(second)
    expect((await stage.press('ben', right.control, { chosen: right.chosen })).name).toBe('refusal')
    expect((await stage.press('ben', control(first, 'Overview'))).name).toBe('refusal')
    expect(await stage.type('ada', 'exam')).toEqual(second)
    const result = await stage.press('ada', control(await answerAll(stage, second), 'Submit'))
    expect(await stage.press('ada', wrong.control, { chosen: wrong.chosen })).toEqual(result)
    expect(words(result)).toContain('5 of 5 right.')
    await stage.close()
  })

  it('tells no answer while it runs, also not for a forged button', async () => {
    const stage = await openStage(noon, { course })
    const first = await begun(stage)
    const session = (await stage.ledger.sessions.running(learner('ada'), 'exam'))?.id ?? ''
    expect(await stage.press('ada', `v1:exam-miss:${session}:0`)).toEqual(first)
    expect(await stage.press('ada', `v1:exam-result:${session}:0`)).toEqual(first)
    await stage.close()
  })

  it('asks before another one takes its place, and before it is given up', async () => {
    const stage = await openStage(noon, { course })
    const first = await begun(stage)
    expect(await stage.type('ada', 'exam 5')).toEqual(first)
    const asked = await stage.type('ada', 'exam 6')
    expect(asked.title).toBe('You have an exam running')
    expect(await stage.press('ada', control(asked, 'Go on'))).toEqual(first)
    const sure = await stage.press('ada', control(asked, 'Give up and start a new one'))
    expect(await stage.press('ada', control(sure, 'Go on with it'))).toEqual(first)
    const other = await stage.press('ada', control(sure, 'Give up and start'))
    expect(other.title).toBe('Exam: question 1 of 6')
    // The button is old now, and gives up nothing else.
    expect(await stage.press('ada', control(sure, 'Give up and start'))).toEqual(other)
    const overview = await stage.press('ada', control(other, 'Overview'))
    const gone = await stage.press('ada', control(await stage.press('ada', control(overview, 'Give up')), 'Give up'))
    expect(gone.name).toBe('exam-given-up')
    expect(words(await stage.type('ada', 'exam history'))).toContain('Your results will be here.')
    expect(await logOf(stage, 'ada')).toEqual([])
    await stage.close()
  })

  it('keeps a history, and can be taken again with questions that were in none', async () => {
    const stage = await openStage(noon, { course })
    const stems = new Set<string>()
    for (let exam = 0; exam < 3; exam += 1) {
      let screen = await begun(stage, 'exam 5 iam')
      while (screen.name === 'exam') {
        stems.add(stemOf(screen))
        const { right } = optionsOf(stage.course, screen)
        screen = await stage.press('ada', right.control, { chosen: right.chosen })
      }
      await stage.press('ada', control(screen, 'Submit'))
      stage.clock.now += 86_400_000
    }
    expect(stems.size).toBeGreaterThan(5)
    const history = await stage.type('ada', 'exam history')
    expect(words(history)).toContain('1. Wed, Mar 4: 5 of 5 right (56% to 100%)')
    expect(words(await stage.press('ada', control(history, 'Result 3')))).toContain('5 of 5 right.')
    await stage.close()
  })

  it('refuses what makes no sense, and says when there are fewer questions', async () => {
    const stage = await openStage(noon)
    for (const count of ['4', '66']) expect(words(await stage.type('ada', `exam ${count}`))).toContain('Choose 5 to 65 questions.')
    expect(words(await stage.type('ada', 'exam topics=nonsense'))).toContain('There’s no topic “nonsense”')
    expect(words(await stage.type('ada', 'exam 65'))).toMatch(/There are only \d+ questions about different points right now, not 65/u)
    expect(words(await begun(stage, 'exam 65'))).toMatch(/Only \d+ of the 65 questions you asked for/u)
    await stage.close()
  })

  it('never asks what is open in a channel', async () => {
    const stage = await openStage('2026-03-02T06:00Z', { course })
    await stage.type('owner', 'setup 08:00 UTC')
    await stage.until('2026-03-02T08:00Z')
    const open = await stage.ledger.rounds.open('terminal:team:general', stage.clock.now)
    await begun(stage, 'exam 65')
    const asked = (await stage.ledger.sessions.running(learner('ada'), 'exam'))?.tasks.map(({ item }) => item) ?? []
    expect(asked.length).toBeGreaterThan(0)
    expect(asked).not.toContain(`question:${open?.question}`)
    await stage.close()
  })
})

describe('the end of an exam', () => {
  it('comes by the clock; the next press and the next command show the result', async () => {
    const stage = await openStage(noon, { course })
    const first = await begun(stage)
    const { right, wrong } = optionsOf(stage.course, first)
    const second = await stage.press('ada', right.control, { chosen: right.chosen })
    stage.clock.now += 7 * minute
    const late = optionsOf(stage.course, second).right
    const result = await stage.press('ada', late.control, { chosen: late.chosen })
    expect(words(result)).toContain('1 of 5 right.')
    expect(words(result)).toContain('Your time was up')
    await stage.until('2026-03-02T12:30Z')
    expect(await stage.press('ada', wrong.control, { chosen: wrong.chosen })).toEqual(result)
    const start = await stage.type('ada', 'exam')
    expect(words(start)).toContain('Your last exam: 1 of 5 right. Its time was up.')
    expect(await stage.press('ada', control(start, 'See the result'))).toEqual(result)
    await stage.close()
  })

  it('counts a press from before it that arrives later', async () => {
    const stage = await openStage(noon, { course })
    const first = await begun(stage)
    const { right } = optionsOf(stage.course, first)
    const pressedAt = stage.clock.now + 7 * minute - 1
    await stage.until('2026-03-02T12:07:30Z')
    await stage.send({ kind: 'press', control: right.control, chosen: right.chosen, at: pressedAt } as never, 'ada')
    await stage.until('2026-03-02T12:09Z')
    expect(words(await stage.type('ada', 'exam'))).toContain('1 of 5 right. Its time was up.')
    await stage.close()
  })

  it('shows the result to a command in the last seconds before the clock closes it', async () => {
    const stage = await openStage(noon, { course })
    await begun(stage)
    stage.clock.now += 7 * minute + 1000
    expect((await stage.type('ada', 'exam')).name).toBe('exam-result')
    await stage.close()
  })
})
