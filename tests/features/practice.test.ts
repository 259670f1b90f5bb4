// Practice: questions for one person, explained at once, that go on wherever they were left.
import { describe, expect, it } from 'vitest'
import type { Screen } from '../../src/screens/screen.ts'
import { plain } from '../../src/screens/text.ts'
import { commands } from '../catalog.ts'
import { openStage, words } from '../bot/stage.ts'
import { buttons, choices, control, optionsOf } from './session-screens.ts'

const noon = '2026-03-02T12:00Z'

describe('a practice', () => {
  it('asks, explains at once, and says at the end how it went and what to read', async () => {
    const stage = await openStage(noon)
    const first = await stage.type('ada', 'practice 2')
    expect(words(first)).toContain('question 1 of 2')
    const explained = await stage.press('ada', optionsOf(stage.course, first).right.control)
    expect([explained.title, explained.name]).toEqual(['Right', 'practice-explained'])
    const second = await stage.press('ada', control(explained, 'Next question'))
    expect(words(second)).toContain('question 2 of 2')
    const missed = await stage.press('ada', optionsOf(stage.course, second).wrong.control)
    expect(missed.title).toBe('Not this time')
    const summary = await stage.press('ada', control(missed, 'See how it went'))
    expect(words(summary)).toContain('1 of 2 right.')
    expect(words(summary)).toContain('Worth another look')
    expect(await stage.type('ada', 'practice 2')).toMatchObject({ name: 'practice' })
  })

  it('goes on where it was left: after a restart, and for a press that came twice or on an old message', async () => {
    const stage = await openStage(noon)
    const first = await stage.type('ada', 'practice 3')
    const { right, wrong } = optionsOf(stage.course, first)
    const explained = await stage.press('ada', right.control)
    expect(await stage.press('ada', wrong.control)).toEqual(explained)
    expect(await stage.type('ada', 'practice')).toEqual(explained)
    const second = await stage.press('ada', control(explained, 'Next question'))
    expect(await stage.press('ada', right.control)).toEqual(second)
    expect(await stage.press('ada', control(explained, 'Next question'))).toEqual(second)
    expect(await stage.ledger.memories.log('terminal:team:ada', '2026-01-01')).toHaveLength(1)
  })

  it('is nobody else’s', async () => {
    const stage = await openStage(noon)
    const first = await stage.type('ada', 'practice')
    expect((await stage.press('ben', optionsOf(stage.course, first).right.control)).name).toBe('refusal')
    expect(await stage.ledger.memories.log('terminal:team:ben', '2026-01-01')).toEqual([])
  })

  it('takes a guess for less than knowledge', async () => {
    const stage = await openStage(noon)
    const first = await stage.type('ada', 'practice')
    const guessing = await stage.press('ada', control(first, 'I’m guessing'))
    expect(buttons(guessing).find(({ label }) => label === 'I’m guessing')?.state).toBe('current')
    expect((await stage.press('ada', optionsOf(stage.course, first).right.control)).title).toBe('Right, and a good guess')
    expect((await stage.ledger.memories.log('terminal:team:ada', '2026-01-01')).map(({ grade }) => grade)).toEqual(['hard'])
  })

  it('never asks what is open in a channel', async () => {
    const stage = await openStage('2026-03-02T06:00Z')
    await stage.type('owner', 'setup 08:00 UTC')
    await stage.until('2026-03-02T08:00Z')
    const open = await stage.ledger.rounds.open('terminal:team:general', stage.clock.now)
    const asked = new Set<string>()
    for (let round = 0; round < 3; round += 1) {
      let screen = await stage.type('ada', 'practice 50')
      while (screen.name === 'practice') {
        const shown = choices(screen)?.options.map(({ text }) => plain(text)) ?? []
        const question = stage.course.questions.find((each) => shown.every((text) => each.options.some((option) => option.text === text)))
        asked.add(question?.id ?? '')
        screen = await stage.press('ada', control(screen, 'Skip'))
      }
    }
    expect(asked.size).toBeGreaterThan(0)
    expect([...asked]).not.toContain(open?.question)
  })

  it('asks first what was missed, once it is due', async () => {
    const stage = await openStage(noon)
    const first = await stage.type('ada', 'practice 1')
    const stem = first.blocks[0]
    const missed = await stage.press('ada', optionsOf(stage.course, first).wrong.control)
    await stage.press('ada', control(missed, 'See how it went'))
    stage.clock.now += 2 * 86_400_000
    const later = await stage.type('ada', 'practice 1')
    expect(later.blocks[0]).toEqual(stem)
  })

  it('refuses a topic that there is not, and a number of questions that makes no sense', async () => {
    const stage = await openStage(noon)
    expect(words(await stage.type('ada', 'practice topics=nonsense'))).toContain('There’s no topic “nonsense”')
    for (const count of ['0', '51']) expect(words(await stage.type('ada', `practice ${count}`))).toContain('Choose 1 to 50 questions.')
  })

  it('starts once for a command that arrives twice', async () => {
    const stage = await openStage(noon)
    await stage.type('ada', 'practice')
    const once = () => stage.send({ kind: 'command', command: commands.parse('practice 2'), event: 'twice' } as never, 'ada')
    const [one, other] = [await once(), await once()]
    expect(words(one.screen)).toContain('question 1 of 2')
    expect(words(one.screen)).toContain(words(other.screen))
  })

  it('earns no points', async () => {
    const stage = await openStage(noon)
    await stage.type('owner', 'setup 08:00 UTC')
    const first = await stage.type('ada', 'practice')
    await stage.press('ada', optionsOf(stage.course, first).right.control)
    expect(words(await stage.type('ada', 'board'))).not.toContain('ada')
  })
})

describe('a question that is posted while somebody practices it', () => {
  it('waits: it takes no answer there, and is not explained', async () => {
    const stage = await openStage('2026-03-02T06:00Z')
    const shown = new Map<string, Screen>()
    for (let screen = await stage.type('ada', 'practice 50'); screen.name === 'practice'; screen = await stage.press('ada', control(screen, 'Skip'))) {
      const texts = choices(screen)?.options.map(({ text }) => plain(text)) ?? []
      const question = stage.course.questions.find((each) => texts.every((text) => each.options.some((option) => option.text === text)))
      shown.set(question?.id ?? '', screen)
    }
    await stage.type('cleo', 'practice 50')
    await stage.type('owner', 'setup 08:00 UTC')
    await stage.until('2026-03-02T08:00Z')
    const open = await stage.ledger.rounds.open('terminal:team:general', stage.clock.now)
    let screen = await stage.type('cleo', 'practice')
    const heldBack: Screen[] = []
    while (screen.name === 'practice') {
      if (words(screen).includes('open in a channel right now')) heldBack.push(screen)
      screen = await stage.press('cleo', (buttons(screen).find(({ label }) => label === 'Skip' || label === 'Next question' || label === 'See how it went')?.control) ?? '')
    }
    expect(shown.has(open?.question ?? '')).toBe(true)
    expect(heldBack).toHaveLength(1)
    expect(choices(heldBack[0] as Screen)).toBeUndefined()
  })
})

describe('the same command', () => {
  it('goes on where a practice is, with its number and topic as well, until everything is answered', async () => {
    const stage = await openStage(noon)
    const first = await stage.type('ada', 'practice 2')
    const explained = await stage.press('ada', optionsOf(stage.course, first).right.control)
    const second = await stage.press('ada', control(explained, 'Next question'))
    expect(await stage.type('ada', 'practice 2')).toEqual(second)
    expect(await stage.type('ada', 'practice')).toEqual(second)
    await stage.press('ada', optionsOf(stage.course, second).right.control)
    expect(words(await stage.type('ada', 'practice 2'))).toContain('question 1 of 2')
  })
})
