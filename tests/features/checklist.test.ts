// The checklist: what backs each item, and what people tick themselves.
import { describe, expect, it } from 'vitest'
import { openStage, words } from '../bot/stage.ts'
import { choices, control, labels } from './session-screens.ts'

const noon = '2026-03-02T12:00Z'

describe('the checklist', () => {
  it('says what first answers back each item', async () => {
    const stage = await openStage(noon)
    expect(words(await stage.type('ada', 'checklist'))).toContain('1. Can you say what each side does about smoke alarms?\nNo answers yet: Safety')
    for (const _ of [1, 2]) {
      const asked = await stage.type('ada', 'practice 1 safety')
      const task = choices(asked)
      await stage.press('ada', task?.several ?? '', { chosen: task?.options.slice(0, task.pick).map(({ id }) => id) ?? [] })
      await stage.press('ada', control(asked, 'Stop'))
    }
    const log = await stage.ledger.memories.log('terminal:team:ada', '')
    const firsts = new Map(log.toReversed().map(({ item, grade }) => [item, grade]))
    const right = [...firsts.values()].filter((grade) => grade !== 'again').length
    expect(log).toHaveLength(2)
    expect(words(await stage.type('ada', 'goals'))).toContain(`Backed by ${right} of ${firsts.size} right: Safety`)
    expect(words(await stage.type('ben', 'checklist'))).toContain('No answers yet: Safety')
  })

  it('is ticked and unticked, once however often it is pressed, and by each person alone', async () => {
    const stage = await openStage(noon)
    const before = await stage.type('ada', 'checklist')
    const ticked = await stage.press('ada', control(before, 'Tick 1'))
    expect(words(ticked)).toMatch(/You’ve ticked 1 of 1[^]*✓ 1\. Can you/u)
    expect(await stage.press('ada', control(before, 'Tick 1'))).toEqual(ticked)
    expect(words(await stage.type('ben', 'checklist'))).toContain('You’ve ticked 0 of 1')
    expect(words(await stage.press('ada', control(ticked, 'Untick 1')))).toContain('You’ve ticked 0 of 1')
  })

  it('starts a practice of the topics of an item', async () => {
    const stage = await openStage(noon)
    const practice = await stage.press('ada', control(await stage.type('ada', 'checklist', null), 'Practice 1'))
    expect([practice.name, words(practice)]).toEqual(['practice', expect.stringContaining('Safety')])
  })

  it('takes no tick for an item that the course no longer has', async () => {
    const stage = await openStage(noon)
    expect((await stage.press('ada', 'v1:checklist-tick:gone:yes')).name).toBe('refusal')
    expect((await stage.ledger.ticks.of('terminal:team:ada')).size).toBe(0)
  })

  it('of the shipped course is paged, a tick stays on its page, and each practice takes only its topics', async () => {
    const stage = await openStage(noon, { course: 'data/aws-shared-responsibility' })
    let screen = await stage.type('ada', 'checklist 2')
    expect(labels(screen)).toEqual(['Tick 4', 'Tick 5', 'Tick 6', 'Practice 4', 'Practice 5', 'Practice 6', 'Back', 'More'])
    screen = await stage.press('ada', control(screen, 'Tick 6'))
    expect(labels(screen)).toContain('Untick 6')
    for (const at of [1, 2, 3, 4, 5]) {
      for (const label of labels(await stage.type('ada', `checklist ${at}`)).filter((each) => each.startsWith('Practice'))) {
        const page = await stage.type('ada', `checklist ${at}`)
        expect((await stage.press('ada', control(page, label))).name).toBe('practice')
      }
    }
    expect(words(await stage.type('ada', 'checklist 99'))).toContain('Page 5 of 5')
  })
})
