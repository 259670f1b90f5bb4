import { afterEach, describe, expect, it } from 'vitest'
import type { Screen } from '../../src/screens/screen.ts'
import { openStage, PostError, words, type Stage } from '../bot/stage.ts'
import { answerControl } from '../../src/screens/question.ts'

let stage: Stage
afterEach(() => stage.close())

/** Monday 2 March 2026, 08:00 in Berlin, with the daily question set up for 09:00. */
async function setUp(more = ''): Promise<Stage> {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('ada', `setup 09:00 Europe/Berlin mon-fri topics=repairs ${more}`)
  return stage
}

const refusedByChannel = (message = 'The channel is archived. Somebody has to bring it back.') => new PostError('refused', message)

describe('the daily round', () => {
  it('is posted at its minute and not before', async () => {
    await setUp()
    await stage.until('2026-03-02T07:59Z')
    expect(stage.channel.posts).toHaveLength(0)
    await stage.until('2026-03-02T08:00Z')
    expect(stage.channel.posts).toHaveLength(1)
  })

  it('is posted once, however often the minute beats', async () => {
    await setUp()
    for (let beat = 0; beat < 5; beat++) await stage.until('2026-03-02T08:00Z')
    await Promise.all([stage.bot.tick(), stage.bot.tick(), stage.bot.tick()])
    expect(stage.channel.posts).toHaveLength(1)
  })

  it('explains the answer to each person at once, and lets the first one stand', async () => {
    await setUp()
    await stage.until('2026-03-02T08:00Z')
    const round = stage.channel.posts[0]?.round ?? ''
    const { right, wrong } = stage.optionsOf(round)
    expect((await stage.press('bob', answerControl.text({ round, option: right }))).title).toBe('Right')
    const second = await stage.press('bob', answerControl.text({ round, option: wrong }))
    expect(second.title).toBe('You already answered')
    expect(words(second)).toContain('That was right')
    expect(words(second)).toContain('Your first answer counts')
    expect(words(await stage.press('cyd', answerControl.text({ round, option: wrong })))).toContain('Remember:')
  })

  it('shows the answer, the votes and who was right when it closes', async () => {
    await setUp()
    await stage.until('2026-03-02T08:00Z')
    const round = stage.channel.posts[0]?.round ?? ''
    const { right, wrong } = stage.optionsOf(round)
    await stage.press('bob', answerControl.text({ round, option: right }))
    await stage.press('cyd', answerControl.text({ round, option: wrong }))
    await stage.until('2026-03-03T07:00Z')
    const closed = stage.channel.posts[0]?.redrawn
    expect(closed?.title).toMatch(/^The answer: [A-F]$/)
    expect(words(closed as Screen)).toMatch(/Right: bob/)
  })

  it('takes no answer after the close and shows what was right', async () => {
    await setUp()
    await stage.until('2026-03-02T08:00Z')
    const round = stage.channel.posts[0]?.round ?? ''
    await stage.until('2026-03-03T07:00Z')
    const late = await stage.press('bob', answerControl.text({ round, option: stage.optionsOf(round).right }))
    expect(words(late)).toContain('This question is closed')
    expect(words(await stage.type('bob', 'board'))).toContain('Nobody is on this leaderboard yet')
  })

  it('gives nothing away before the close where answers are explained at the close', async () => {
    await setUp('feedback=at-close')
    await stage.until('2026-03-02T08:00Z')
    const round = stage.channel.posts[0]?.round ?? ''
    const { right, wrong } = stage.optionsOf(round)
    const first = await stage.press('bob', answerControl.text({ round, option: wrong }))
    expect(first.title).toBe('Answer saved')
    expect((await stage.press('bob', answerControl.text({ round, option: right }))).title).toBe('Answer changed')
    expect(words(await stage.type('bob', 'board'))).not.toContain('bob')
    await stage.until('2026-03-03T07:00Z')
    expect(words(await stage.type('bob', 'board'))).toMatch(/1\. bob 1 100 %/)
  })

  it('is left out when a manager skips it, and the skip can be taken back', async () => {
    await setUp()
    await stage.type('ada', 'skip')
    await stage.until('2026-03-02T08:00Z')
    expect(stage.channel.posts).toHaveLength(0)
    expect(words(await stage.type('bob', 'status'))).toContain('skipped: A manager skipped it.')
    await stage.type('ada', 'skip')
    await stage.type('ada', 'skip undo')
    await stage.until('2026-03-03T08:00Z')
    expect(stage.channel.posts).toHaveLength(1)
  })

  it('comes late after an absence within the window, and is recorded as missed after a longer one', async () => {
    await setUp()
    await stage.until('2026-03-02T13:00Z')
    expect(stage.channel.posts).toHaveLength(1)
    await stage.until('2026-03-03T16:00Z')
    expect(stage.channel.posts).toHaveLength(1)
    expect(words(await stage.type('bob', 'status'))).toContain('The bot was down')
    expect(stage.channel.told.map(({ person }) => person)).toEqual(['terminal:team:ada'])
  })

  it('is not made up for the days of a pause', async () => {
    await setUp()
    await stage.type('ada', 'pause')
    await stage.until('2026-03-04T08:30Z')
    await stage.type('ada', 'resume')
    await stage.until('2026-03-04T08:31Z')
    expect(stage.channel.posts).toHaveLength(0)
    await stage.until('2026-03-05T08:00Z')
    expect(stage.channel.posts).toHaveLength(1)
  })

  it('comes once a date when the time is changed after the post', async () => {
    await setUp()
    await stage.until('2026-03-02T08:00Z')
    await stage.type('ada', 'settings 15:00')
    await stage.until('2026-03-02T14:00Z')
    expect(stage.channel.posts).toHaveLength(1)
    await stage.until('2026-03-03T14:00Z')
    expect(stage.channel.posts).toHaveLength(2)
  })

  it('comes beside the daily one when a manager asks for it, once for an event delivered twice', async () => {
    await setUp()
    await stage.until('2026-03-02T08:00Z')
    const ask = { kind: 'command', command: { kind: 'known', name: 'now', values: {} }, event: 'the same' } as never
    await stage.send(ask, 'ada')
    await stage.send(ask, 'ada')
    await stage.bot.tick()
    expect(stage.channel.posts).toHaveLength(2)
  })
})

describe('a post that fails', () => {
  it('is told to the manager once, with the reason, and not again for the same reason', async () => {
    await setUp()
    stage.channel.failures.push(refusedByChannel(), refusedByChannel())
    await stage.until('2026-03-02T08:00Z')
    await stage.until('2026-03-03T08:00Z')
    expect(stage.channel.told).toHaveLength(1)
    expect(words(stage.channel.told[0]?.screen as Screen)).toContain('The channel is archived.')
    expect(words(await stage.type('bob', 'status'))).toContain('The channel is archived.')
  })

  it('is sent again where nothing was sent', async () => {
    await setUp()
    stage.channel.failures.push(new PostError('busy', 'Slack asks to wait.', { retryAfter: 30_000 }))
    await stage.until('2026-03-02T08:00Z')
    expect(stage.channel.posts).toHaveLength(0)
    await stage.until('2026-03-02T08:01Z')
    expect(stage.channel.posts).toHaveLength(1)
  })

  it('is found and adopted where it was sent after all', async () => {
    await setUp()
    stage.channel.stored.beforeFailing = true
    stage.channel.failures.push(new PostError('unclear', 'The connection broke.'))
    await stage.until('2026-03-02T08:00Z')
    await stage.until('2026-03-02T08:01Z')
    expect(stage.channel.posts).toHaveLength(1)
    const round = stage.channel.posts[0]?.round ?? ''
    expect((await stage.press('bob', answerControl.text({ round, option: stage.optionsOf(round).right }))).title).toBe('Right')
  })

  it('is not sent a second time where nobody can tell, and the manager hears of it', async () => {
    await setUp()
    stage.channel.stored.beforeFailing = true
    stage.channel.stored.canLook = false
    stage.channel.failures.push(new PostError('unclear', 'The connection broke.'))
    await stage.until('2026-03-02T08:00Z')
    await stage.until('2026-03-02T08:01Z')
    await stage.until('2026-03-02T08:02Z')
    expect(stage.channel.posts).toHaveLength(1)
    expect(words(stage.channel.told[0]?.screen as Screen)).toContain('never posts twice')
  })
})
