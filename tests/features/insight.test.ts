// How a channel does, as its managers see it.
import { describe, expect, it } from 'vitest'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { buttons, control } from './session-screens.ts'

const people = ['ada', 'ben', 'cleo', 'dora', 'eve', 'finn']

/** A daily question at 09:00 UTC for some days; of six people all but the last `wrong` are right. */
async function played(days: number, wrong: number): Promise<Stage> {
  const stage = await openStage('2026-03-09T08:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri')
  for (let day = 9; day < 9 + days; day += 1) {
    await stage.until(`2026-03-${String(day).padStart(2, '0')}T09:00Z`)
    const post = stage.channel.posts.at(-1)
    if (post === undefined) throw new Error('no question was posted')
    const choices = post.screen.blocks.find((block) => block.kind === 'choices')
    const key = stage.course.byId.questions.get((await stage.ledger.rounds.find(post.round))?.question ?? '')?.key ?? []
    const others = choices?.options.map(({ id }) => id).filter((id) => !key.some((right) => right === id)) ?? []
    for (const [at, who] of people.entries()) {
      const chosen = at < people.length - wrong ? key : [...others, ...key].slice(0, key.length)
      const single = choices?.options.find(({ id }) => id === chosen[0])?.control ?? ''
      await stage.press(who, key.length === 1 ? single : (choices?.several ?? ''), { chosen })
    }
  }
  await stage.until(`2026-03-${String(9 + days).padStart(2, '0')}T09:00Z`)
  return stage
}

describe('insight', () => {
  it('tells a manager how many take part, what is weak, and which questions are hard', async () => {
    const stage = await played(4, 2)
    const overview = await stage.type('owner', 'insight')
    expect(words(overview)).toContain('Closed questions: 4')
    expect(words(overview)).toContain('People per question: 6')
    expect(words(overview)).toContain('16 of 24 right, 67% (46 to 83%)')
    expect(words(overview)).toContain('Tuesday: 6 (1 question)')
    const hardest = await stage.press('owner', control(overview, 'Hardest'))
    expect(words(hardest)).toContain('4 of 6 right')
    expect(words(hardest)).not.toContain('4 of 6 right,')
    expect(words(await stage.type('owner', 'insight hardest 9'))).toContain('no page 9')
    const topics = await stage.press('owner', control(hardest, 'Topics'))
    expect(words(topics)).toMatch(/\d+ of \d+ right/u)
    expect(words(await stage.press('owner', control(topics, '30 days')))).toContain('last 30 days')
    const passage = await stage.press('owner', buttons(hardest).find(({ label }) => label === 'Read 1')?.control ?? '')
    expect(passage.name).toBe('passage')
    await stage.close()
  })

  it('is for managers alone, by command and by button', async () => {
    const stage = await played(1, 0)
    const overview = await stage.type('owner', 'insight')
    for (const line of ['insight', 'insight topics', 'insight nonsense']) expect(words(await stage.type('ada', line))).toContain('Only managers can do that')
    for (const { control: pressed } of buttons(overview)) expect((await stage.press('ada', pressed)).name).not.toContain('insight')
    await stage.close()
  })

  it('shows nothing of a question that shows no result, since somebody who answered it hides', async () => {
    const stage = await played(1, 2)
    for (const who of ['ben', 'cleo', 'dora', 'ada']) await stage.type(who, 'privacy hide')
    const overview = words(await stage.type('owner', 'insight'))
    expect(overview).toContain('fewer than 5 answers so far')
    expect(overview).toContain('1 question shows no result')
    expect(words(await stage.type('owner', 'insight hardest'))).toContain('No question has 5 answers yet')
    await stage.close()
  })

  it('says what will be there before anything closed', async () => {
    const stage = await openStage('2026-03-09T08:00Z')
    expect(words(await stage.type('owner', 'insight'))).toContain('No daily question here yet')
    await stage.type('owner', 'setup 09:00 UTC mon-fri')
    expect(words(await stage.type('owner', 'insight month'))).toContain('No question closed here in that time')
    await stage.close()
  })
})
