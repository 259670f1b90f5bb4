// The quarterly review of duties: a manager switches it on, and each quarter brings exactly one post.
import { describe, expect, it } from 'vitest'
import { openStage, PostError, words, type Stage } from '../bot/stage.ts'
import { buttons, control } from './session-screens.ts'

const course = 'data/aws-shared-responsibility'
const refusedPost = () => new PostError('refused', 'The bot isn’t in this channel.')

/** A channel with a daily question at 09:00 UTC, where the review was switched on in March. */
async function switchedOn(): Promise<Stage> {
  const stage = await openStage('2026-03-10T12:00Z', { course })
  await stage.type('owner', 'setup 09:00 UTC mon-fri')
  await stage.type('owner', 'duties on')
  return stage
}

const reviews = ({ channel }: Stage) => channel.announced.filter(({ screen }) => screen.name === 'duties-post')

/** An hour at a time, as the bot beats each minute. */
async function lived(stage: Stage, until: string): Promise<void> {
  while (stage.clock.now < Date.parse(until)) await stage.until(new Date(stage.clock.now + 3_600_000).toISOString())
}

describe('the quarterly review', () => {
  it('is posted once a quarter, and takes everyone to the matrix', async () => {
    const stage = await switchedOn()
    await stage.until('2026-03-31T09:00Z')
    await lived(stage, '2026-04-01T08:00Z')
    expect(reviews(stage)).toEqual([])
    await lived(stage, '2026-04-03T12:00Z')
    const [post, more] = reviews(stage)
    if (post === undefined) throw new Error('nothing was posted')
    expect(more).toBeUndefined()
    expect(words(post.screen)).toContain('Add any service')
    expect(words(post.screen)).toContain('Regular Responsibility Reviews')
    expect(buttons(post.screen).length).toBe(9)
    expect((await stage.press('ada', buttons(post.screen)[8]?.control ?? '')).title).toBe('Regular Responsibility Reviews')
    for (const { label, control: pressed } of buttons(post.screen).slice(0, 8)) {
      const matrix = await stage.press('ada', pressed)
      expect([matrix.name, matrix.title]).toEqual(['matrix', label])
    }
    for (const moment of ['2026-04-30T09:00Z', '2026-06-30T09:00Z', '2026-07-01T08:59Z']) await stage.until(moment)
    expect(reviews(stage)).toHaveLength(1)
    await stage.until('2026-07-01T09:00Z')
    await stage.until('2026-07-01T09:01Z')
    expect(reviews(stage)).toHaveLength(2)
    await stage.close()
  })

  it('is shown, and switched on and off by its buttons', async () => {
    const stage = await openStage('2026-03-10T12:00Z', { course })
    await stage.type('owner', 'setup 09:00 UTC mon-fri')
    const off = await stage.type('owner', 'duties')
    expect(words(off)).toContain('Review: off')
    expect(words(off)).toContain('Go through the responsibilities')
    const on = await stage.press('owner', control(off, 'Turn on'))
    expect(words(on)).toContain('Review: on\nNext one: Wed, Apr 1, 09:00 (UTC)')
    expect(await stage.type('owner', 'duties on')).toEqual(on)
    expect(await stage.press('owner', control(on, 'Turn off'))).toEqual(off)
    await stage.until('2026-04-01T09:00Z')
    expect(reviews(stage)).toEqual([])
    await stage.close()
  })

  it('is for managers, in a channel with a daily question', async () => {
    const stage = await openStage('2026-03-10T12:00Z', { course })
    expect(words(await stage.type('owner', 'duties on'))).toContain('No daily question here yet')
    await stage.type('owner', 'setup 09:00 UTC mon-fri')
    for (const line of ['duties', 'duties on', 'duties now', 'duties nonsense']) expect(words(await stage.type('ben', line))).toContain('Only managers can do that')
    expect((await stage.press('ben', 'v1:run:duties now')).name).toBe('refusal')
    expect([reviews(stage), await stage.ledger.duties.of('terminal:team:general')]).toEqual([[], undefined])
    await stage.close()
  })

  it('is posted at once by a manager, once for each command, and still comes as planned', async () => {
    const stage = await switchedOn()
    const press = () => stage.press('owner', 'v1:run:duties now', { event: 'the same' })
    expect((await press()).title).toBe('Posted')
    expect((await press()).title).toBe('Already posted')
    expect(reviews(stage)).toHaveLength(1)
    expect(words(await stage.type('owner', 'duties'))).toContain('Wed, Apr 1')
    await stage.until('2026-04-01T09:00Z')
    expect(reviews(stage)).toHaveLength(2)
    stage.channel.refusals.push(refusedPost())
    expect(words(await stage.type('owner', 'duties now'))).toContain('The bot isn’t in this channel.')
    await stage.close()
  })

  it('is tried again once an hour after a refusal, and says why it’s missing', async () => {
    const stage = await switchedOn()
    stage.channel.refusals.push(refusedPost(), refusedPost())
    await stage.until('2026-04-01T09:00Z')
    for (const time of ['09:01', '09:30', '09:59']) await stage.until(`2026-04-01T${time}Z`)
    expect(stage.channel.refusals).toHaveLength(1)
    expect(stage.logged).toContain('could not post a review of duties')
    const told = words(await stage.type('owner', 'duties'))
    expect(told).toContain('due since Wed, Apr 1, 09:00 (UTC)')
    expect(told).toContain('The bot isn’t in this channel.')
    await stage.until('2026-04-01T10:00Z')
    await stage.until('2026-04-01T11:00Z')
    expect([stage.channel.refusals, reviews(stage).length]).toEqual([[], 1])
    expect(words(await stage.type('owner', 'duties'))).not.toContain('Problem')
    await stage.close()
  })

  it('gives up after 7 days of refusals, until the next quarter', async () => {
    const stage = await switchedOn()
    stage.channel.refusals.push(...Array.from({ length: 400 }, refusedPost))
    await lived(stage, '2026-04-09T12:00Z')
    const left = stage.channel.refusals.length
    expect(400 - left).toBeGreaterThan(150)
    expect(400 - left).toBeLessThan(180)
    stage.channel.refusals.length = 0
    await stage.until('2026-05-04T09:00Z')
    expect(reviews(stage)).toEqual([])
    expect(words(await stage.type('owner', 'duties'))).toContain('Wed, Jul 1')
    await stage.close()
  })

  it('may be out after an unclear failure, so it is not posted again', async () => {
    const stage = await switchedOn()
    stage.channel.refusals.push(new PostError('unclear', 'The platform didn’t answer.'))
    await lived(stage, '2026-04-03T12:00Z')
    expect(reviews(stage)).toEqual([])
    expect(words(await stage.type('owner', 'duties'))).toContain('The platform didn’t answer.')
    await stage.close()
  })

  it('waits while the daily question is paused', async () => {
    const stage = await switchedOn()
    await stage.type('owner', 'pause')
    expect(words(await stage.type('owner', 'duties'))).toContain('Daily questions are paused here')
    await lived(stage, '2026-04-07T12:00Z')
    await stage.type('owner', 'resume')
    await lived(stage, '2026-04-08T08:00Z')
    expect(reviews(stage)).toEqual([])
    await lived(stage, '2026-04-20T12:00Z')
    expect(reviews(stage)).toHaveLength(1)
    await stage.close()
  })

  it('says so in a course that has none', async () => {
    const stage = await openStage('2026-03-10T12:00Z')
    await stage.type('owner', 'setup 09:00 UTC mon-fri')
    expect(words(await stage.type('owner', 'duties on'))).toContain('This course doesn’t come with a quarterly review.')
    await lived(stage, '2026-03-11T12:00Z')
    expect(reviews(stage)).toEqual([])
    await stage.close()
  })
})

it('is posted once where “now” is asked for twice in a moment', async () => {
  const stage = await openStage('2026-03-02T12:00Z', { course: 'data/aws-shared-responsibility' })
  await stage.type('owner', 'setup 08:00 UTC')
  const before = stage.channel.announced.length
  expect([(await stage.type('owner', 'duties now')).title, (await stage.type('owner', 'duties now')).title]).toEqual(['Posted', 'Already posted'])
  expect(stage.channel.announced.length - before).toBe(1)
})
