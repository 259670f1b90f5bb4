// Reviews: what is due comes back, a few at a time; what is forgotten again and again can be set aside.
import { describe, expect, it } from 'vitest'
import { hash } from '../../src/core/random.ts'
import type { Screen } from '../../src/screens/screen.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { buttons, choices, control, optionsOf, stemOf } from './session-screens.ts'

const noon = '2026-03-02T12:00Z'
const course = 'data/aws-shared-responsibility'
const day = 86_400_000
const logOf = (stage: Stage, source: string) => stage.ledger.memories.log('terminal:team:ada', '2026-01-01').then((log) => log.filter((entry) => entry.source === source))

async function answer(stage: Stage, screen: Screen, how: 'right' | 'wrong'): Promise<Screen> {
  const { control: pressed, chosen } = optionsOf(stage.course, screen)[how]
  return stage.press('ada', pressed, { chosen })
}

/** Practices so many questions. @returns the stem of the first */
async function practiced(stage: Stage, count: number, how: 'right' | 'wrong'): Promise<string> {
  let screen = await stage.type('ada', `practice ${count}`)
  const stem = stemOf(screen)
  while (screen.name === 'practice') {
    const explained = await answer(stage, screen, how)
    screen = await stage.press('ada', buttons(explained)[0]?.control ?? '')
  }
  return stem
}

describe('a review', () => {
  it('asks what is due and nothing else, and says when the next one is', async () => {
    const stage = await openStage(noon, { course })
    expect(words(await stage.type('ada', 'review'))).toContain('What you answer comes back here')
    const stem = await practiced(stage, 1, 'wrong')
    expect(words(await stage.type('ada', 'review'))).toContain('The next one is due on Tue, Mar 3.')
    stage.clock.now += day
    const asked = await stage.type('ada', 'review')
    expect(stemOf(asked)).toBe(stem)
    expect(words(asked)).toContain('1 of 1')
    const explained = await answer(stage, asked, 'right')
    expect(explained.name).toBe('review-explained')
    expect(words(await stage.press('ada', control(explained, 'See how it went')))).toContain('You knew 1 of 1.')
    expect((await stage.type('ada', 'review')).name).toBe('review-nothing')
    await stage.close()
  })

  it('takes ten at most, and says once that the others can wait', async () => {
    const stage = await openStage(noon, { course })
    await practiced(stage, 15, 'wrong')
    stage.clock.now += 3 * day
    const first = await stage.type('ada', 'review')
    expect(words(first)).toContain('1 of 10, from 15 that are due. The others can wait')
    const second = await stage.press('ada', control(await answer(stage, first, 'right'), 'Next'))
    expect(words(second)).not.toContain('due')
    const summary = await stage.press('ada', control(second, 'Stop'))
    expect(words(summary)).toContain('You knew 1 of 1.')
    expect(buttons(summary).map(({ label }) => label)).toContain('Review more')
    await stage.close()
  })

  it('changes nothing for a second press, an old message, or somebody else, and goes on with the command', async () => {
    const stage = await openStage(noon, { course })
    await practiced(stage, 2, 'wrong')
    stage.clock.now += 2 * day
    const first = await stage.type('ada', 'review')
    const { right, wrong } = optionsOf(stage.course, first)
    const explained = await stage.press('ada', right.control, { chosen: right.chosen })
    expect(await stage.press('ada', wrong.control, { chosen: wrong.chosen })).toEqual(explained)
    expect(await stage.type('ada', 'review')).toEqual(explained)
    expect((await stage.press('ben', wrong.control, { chosen: wrong.chosen })).name).toBe('refusal')
    const second = await stage.press('ada', control(explained, 'Next'))
    expect(await stage.press('ada', control(explained, 'Next'))).toEqual(second)
    expect(await logOf(stage, 'review')).toHaveLength(1)
    await stage.close()
  })

  it('shows cards: the front, the back, and three grades', async () => {
    const stage = await openStage(noon, { course })
    const front = await stage.type('ada', 'cards 1')
    const back = await stage.press('ada', control(front, 'Show the answer'))
    await stage.press('ada', control(back, 'Again'))
    stage.clock.now += day
    const due = await stage.type('ada', 'review')
    expect([due.name, stemOf(due)]).toEqual(['review-card', stemOf(front)])
    const turned = await stage.press('ada', control(due, 'Show the answer'))
    expect(words(turned)).toContain('[Again] [Hard] [Good]')
    const summary = await stage.press('ada', control(turned, 'Good'))
    expect(summary.name).toBe('review-summary')
    expect(await stage.press('ada', control(turned, 'Again'))).toEqual(summary)
    expect((await logOf(stage, 'review')).map(({ grade }) => grade)).toEqual(['good'])
    await stage.close()
  })

  it('goes over what was missed in the last exam at once', async () => {
    const stage = await openStage(noon, { course })
    let screen = await stage.press('ada', control(await stage.type('ada', 'exam 5'), 'Start'))
    const missed = stemOf(screen)
    for (const how of ['wrong', 'right', 'right', 'right', 'right'] as const) screen = await answer(stage, screen, how)
    const result = await stage.press('ada', control(screen, 'Submit'))
    const asked = await stage.press('ada', control(result, 'Review these'))
    expect([asked.name, stemOf(asked)]).toEqual(['review', missed])
    stage.clock.now += 1000
    await answer(stage, asked, 'right')
    expect(words(await stage.type('ada', 'review exam'))).toContain('You’ve gone over everything you missed in it.')
    await stage.close()
  })

  it('offers to set aside what was forgotten four times, brings it up no more, and takes it back', async () => {
    const stage = await openStage(noon, { course })
    await practiced(stage, 1, 'wrong')
    let explained: Screen | undefined
    // Learned and forgotten, four times.
    for (let time = 0; time < 4; time += 1) {
      for (const how of ['right', 'wrong'] as const) {
        stage.clock.now += 60 * day
        explained = await answer(stage, await stage.type('ada', 'review'), how)
        if (time < 3 || how === 'right') await stage.press('ada', control(explained, 'See how it went'))
      }
    }
    if (explained === undefined) throw new Error('nothing was reviewed')
    expect(words(explained)).toContain('You’ve forgotten this 4 times.')
    expect(buttons(explained)[0]?.label).toBe('Read the passage')
    const aside = await stage.press('ada', control(explained, 'Set this one aside'))
    expect(words(aside)).toContain('Set aside. It won’t come up until you take it back.')
    await stage.press('ada', control(aside, 'See how it went'))
    stage.clock.now += 60 * day
    expect((await stage.type('ada', 'review')).name).toBe('review-nothing')
    const list = await stage.type('ada', 'review aside')
    expect(words(await stage.press('ada', control(list, 'Take back')))).toContain('Nothing set aside')
    expect(choices(await stage.type('ada', 'review'))).toBeDefined()
    await stage.close()
  })

  it('never asks what is open in a channel', async () => {
    const stage = await openStage('2026-03-02T06:00Z')
    for (const { id } of stage.course.questions) await practicedOnly(stage, id)
    await stage.type('owner', 'setup 08:00 UTC')
    await stage.until('2026-03-04T08:00Z')
    const open = (await stage.ledger.rounds.open('terminal:team:general', stage.clock.now))?.question ?? ''
    const asked: string[] = []
    for (let review = 0; review < 3; review += 1) {
      await stage.type('ada', 'review')
      const running = await stage.ledger.sessions.running('terminal:team:ada', 'review')
      asked.push(...(running?.tasks ?? []).map(({ item }) => item))
      if (running !== undefined) await stage.press('ada', `v1:review-end:${running.id}:end`)
    }
    expect((await stage.ledger.memories.of('terminal:team:ada')).memories.get(`question:${open}`)?.due).toBe('2026-03-03')
    expect(asked.length).toBeGreaterThan(0)
    expect(asked).not.toContain(`question:${open}`)
    await stage.close()
  })
})

describe('a reminder', () => {
  /** Monday, with something due from Tuesday on. */
  async function reminded(line = 'review remind 14:00') {
    const stage = await openStage(noon, { course })
    await practiced(stage, 1, 'wrong')
    expect(words(await stage.type('ada', line))).toContain('I’ll message you around 14:00 (UTC) when something is due')
    return stage
  }

  it('comes to whoever asked for it, once a day, when something is due', async () => {
    const stage = await reminded()
    await stage.until('2026-03-02T14:10Z')
    expect(stage.channel.told).toEqual([])
    await stage.until('2026-03-03T13:59Z')
    expect(stage.channel.told).toEqual([])
    await stage.until('2026-03-03T14:05Z')
    await stage.until('2026-03-03T14:06Z')
    expect(stage.channel.told.map(({ person, screen }) => [person, screen.name])).toEqual([['terminal:team:ada', 'review-reminder']])
    const [told] = stage.channel.told
    if (told === undefined) throw new Error('nobody was told')
    expect((await stage.press('ada', control(told.screen, 'Review'))).name).toBe('review')
    expect((await stage.press('ada', control(told.screen, 'Turn off reminders'))).name).toBe('review-quiet')
    await stage.until('2026-03-04T14:05Z')
    expect(stage.channel.told).toHaveLength(1)
    await stage.close()
  })

  it('is silent on days off, when it is late, and when nothing is due', async () => {
    const stage = await reminded()
    await stage.until('2026-03-07T14:05Z')
    await stage.until('2026-03-08T14:05Z')
    await stage.until('2026-03-09T16:00Z')
    expect(stage.channel.told).toEqual([])
    await answer(stage, await stage.type('ada', 'review'), 'right')
    await stage.until('2026-03-10T14:05Z')
    expect(stage.channel.told).toEqual([])
    await stage.close()
  })

  it('is turned off by a command, and refuses what is no time', async () => {
    const stage = await reminded('review remind=2pm')
    expect((await stage.type('ada', 'review off')).name).toBe('review-quiet')
    await stage.until('2026-03-03T14:05Z')
    expect(stage.channel.told).toEqual([])
    expect(words(await stage.type('ada', 'review remind=25:00'))).toContain('“25:00” is not a time of day')
    await stage.close()
  })
})

/** Misses this question, in a session that asks nothing else. */
async function practicedOnly({ ledger, course: { byId }, clock }: Stage, question: string): Promise<void> {
  const id = hash(question).toString(16).padStart(16, '0')
  const { key = [], options = [] } = byId.questions.get(question) ?? {}
  const order = options.map((option) => option.id)
  const wrong = [...order.filter((each) => !key.includes(each)), ...key].slice(0, key.length)
  const task = { item: `question:${question}`, order, key, content: 0 }
  await ledger.sessions.start('terminal:team:ada', { id, kind: 'practice', about: null, tasks: [task], zone: 'UTC', startedAt: clock.now, endsAt: null })
  await ledger.sessions.act('terminal:team:ada', id, { kind: 'answer', position: 0, chosen: wrong }, clock.now)
  await ledger.sessions.act('terminal:team:ada', id, { kind: 'end' }, clock.now)
}
