// A question that waited to be posted, because the platform failed, came on a day that a manager took off meanwhile, or during a pause. The
// answer to "off" was that the question was out already, and to "pause until" that none would come.
import { afterEach, describe, expect, it } from 'vitest'
import { openStage, PostError, words, type Stage } from '../bot/stage.ts'

let stage: Stage
afterEach(() => stage.close())

const place = 'terminal:team:general'
const latest = async () => (await stage.ledger.rounds.latest(place, 1))[0]
const type = async (line: string) => words(await stage.type('ada', line))

/** Monday's question waits, and on Monday at 9:01 nothing of it is out. */
async function wait(fault: PostError = new PostError('busy', 'Wait.', { retryAfter: 60_000 }), looks = 0): Promise<void> {
  stage = await openStage('2026-03-02T07:00Z')
  await type('setup 09:00 Europe/Berlin mon-fri')
  stage.channel.failures.push(fault)
  stage.channel.lookFailures.push(...Array.from({ length: looks }, () => new PostError('unclear', 'The connection broke.')))
  await stage.until('2026-03-02T08:00Z')
  stage.clock.now += 50_000
}

const broke = () => new PostError('unclear', 'The connection broke.')

describe.each([
  ['off 2026-03-02', 'before a day off began'],
  ['pause until 9 Mar', 'paused'],
  ['skip', 'skipped it'],
])('after %s', (line, reason) => {
  it('a question that waits does not come, and the answer says so', async () => {
    await wait()
    const answer = await type(line)
    expect(answer).not.toContain('out already')
    expect(answer).toContain('The latest question was still waiting to be posted, so it won’t come. To post one anyway: /study now')
    await stage.until('2026-03-02T08:20Z')
    expect(stage.channel.posts).toEqual([])
    expect(await latest()).toMatchObject({ occasion: '2026-03-02', state: 'skipped', reason: expect.stringContaining(reason) })
  })

  it('one that may be out stays if it is, and the answer says that nobody knows', async () => {
    await wait(broke(), 3)
    const answer = await type(line)
    expect(answer).toContain('may be out already')
    await stage.until('2026-03-02T08:01Z')
    await stage.until('2026-03-02T08:20Z')
    await stage.until('2026-03-02T08:21Z')
    await stage.until('2026-03-02T08:22Z')
    expect(stage.channel.posts).toEqual([])
    expect(await latest()).toMatchObject({ state: 'skipped', reason: expect.stringContaining(reason) })
    // On a day off nobody is told.
    expect(stage.channel.told).toHaveLength(line.startsWith('off') ? 0 : 1)
  })
})

it('one that is out after all stays out on a day that was taken off', async () => {
  stage = await openStage('2026-03-02T07:00Z')
  await type('setup 09:00 Europe/Berlin mon-fri')
  stage.channel.stored.beforeFailing = true
  stage.channel.failures.push(broke())
  stage.channel.lookFailures.push(broke(), broke())
  await stage.until('2026-03-02T08:00Z')
  expect(await type('off 2026-03-02')).toContain('If it’s out, it stays. If not, it won’t come.')
  for (const minute of ['01', '02', '03', '04']) await stage.until(`2026-03-02T08:${minute}Z`)
  expect([stage.channel.posts.length, (await latest())?.state]).toEqual([1, 'open'])
  expect(await type('off 2026-03-02 "Spring"')).toContain('Today’s question is out already and stays.')
})

it('a pause goes on with the next date, and a second skip is of that one', async () => {
  await wait()
  expect(await type('skip')).toContain('The next question comes Tue, Mar 3')
  expect(await type('skip undo')).toContain('No question is set to be skipped.')
  expect(await type('skip')).toContain('Mar 3 will be skipped')
  await stage.until('2026-03-03T08:00Z')
  await stage.until('2026-03-04T08:00Z')
  expect(stage.channel.posts).toHaveLength(1)
})

it('what was taken back does not come after all, and the answer says so', async () => {
  await wait()
  await type('off 2026-03-02')
  expect(await type('off remove 2026-03-02')).toContain('was taken back before it was posted, and doesn’t come anymore')
  await stage.until('2026-03-02T08:20Z')
  expect(stage.channel.posts).toEqual([])
})

it('a question that is due in this minute does not come on a day that is taken off', async () => {
  stage = await openStage('2026-03-02T07:00Z')
  await type('setup 09:00 Europe/Berlin mon-fri')
  stage.clock.now = Date.parse('2026-03-02T08:00:20Z')
  await type('off today')
  await stage.bot.tick()
  expect(stage.channel.posts).toEqual([])
  expect(await latest()).toMatchObject({ occasion: '2026-03-02', state: 'skipped', reason: 'The day was taken off when the question was due.' })
  await stage.until('2026-03-03T08:00Z')
  expect(stage.channel.posts).toHaveLength(1)
})

it('nor on a public holiday that is today, and the answer says so', async () => {
  stage = await openStage('2026-12-25T07:00Z')
  await type('setup 09:00 Europe/Berlin mon-fri')
  stage.channel.failures.push(new PostError('busy', 'Wait.', { retryAfter: 60_000 }))
  await stage.until('2026-12-25T08:00Z')
  expect(await type('settings holidays=DE')).toContain('was still waiting to be posted, so it won’t come')
  await stage.until('2026-12-25T08:20Z')
  expect(stage.channel.posts).toEqual([])
})

it('a pause says that a question may be out', async () => {
  await wait(broke(), 3)
  expect(await type('pause')).toMatch(/No other questions will be posted here until .*may be out already/su)
})
