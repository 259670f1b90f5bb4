// A duty labeled wrong in a drill, or a finding in a case, was said to come back, but no review asked it and no list of mistakes named it.
import { afterEach, expect, it } from 'vitest'
import type { Screen } from '../../src/screens/screen.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { buttons, control, labels } from '../features/session-screens.ts'

const day = 86_400_000
let stage: Stage
afterEach(() => stage?.close())

const press = (screen: Screen, label: string) => stage.press('ada', control(screen, label))

/** What the running session's first label says that is right, or one that is wrong. */
async function label(kind: 'drill' | 'review', isRight: boolean): Promise<string> {
  const session = await stage.ledger.sessions.running('terminal:team:ada', kind)
  const key = session?.tasks[session.position]?.key[0]
  const { provider, customer, shared } = stage.course.parties
  return [provider, customer, shared].find(({ id }) => (id === key) === isRight)?.name ?? ''
}

it('a duty and a finding come up in a review, as they were asked, and leave the mistakes once they are right', async () => {
  stage = await openStage('2026-03-02T12:00Z')
  const duty = words(await stage.type('ada', 'drill 1')).split('\n')[0] ?? ''
  const explained = await press(await stage.type('ada', 'drill'), await label('drill', false))
  await press(explained, 'See how it went')
  const second = await press(await press(await stage.type('ada', 'case winter'), 'The landlord'), 'Next finding')
  await press(second, 'Both')

  const list = await stage.type('ada', 'me mistakes')
  expect(words(list)).toContain('Nobody has ever pressed the test button of the alarm')
  expect(words(list)).toContain('Whose job is it? · Mon, Mar 2')
  expect(labels(list)).toEqual(['Read 1', 'Read 2', 'Review these', 'My progress'])
  expect((await press(list, 'Read 1')).name).toBe('passage')

  stage.clock.now += 2 * day
  expect(words(await stage.type('ada', 'me'))).toMatch(/Due for review: 2[^]*go over the 2 things that are due/u)
  let asked = await stage.type('ada', 'review')
  const seen: string[] = []
  while (asked.name === 'review') {
    seen.push(words(asked))
    expect(buttons(asked).map((each) => each.label)).toEqual(['The landlord', 'The tenant', 'Both', 'Skip', 'Stop'])
    const answered = await press(asked, await label('review', true))
    expect([answered.name, answered.title]).toEqual(['review-explained', 'Right'])
    asked = await stage.press('ada', buttons(answered)[0]?.control ?? '')
  }
  expect(seen.join('\n')).toContain(duty)
  expect(seen.join('\n')).toMatch(/A tenant has friends over in the attic[^]*Finding: Nobody has ever/u)
  expect(words(asked)).toContain('You knew 2 of 2.')
  expect(words(await stage.type('ada', 'me mistakes'))).toContain('There’s nothing right now.')
})

it('mistakes can be gone over at once, and a second press on the button shows the same review', async () => {
  stage = await openStage('2026-03-02T12:00Z')
  await press(await press(await stage.type('ada', 'drill 1'), await label('drill', false)), 'See how it went')
  const list = await stage.type('ada', 'me mistakes')
  const first = await press(list, 'Review these')
  expect(words(first)).toContain('1 of 1')
  expect(await press(list, 'Review these')).toEqual(first)
  await press(first, 'Stop')
  expect(words(await stage.type('ben', 'review mistakes'))).toContain('No mistakes to review')
})

it('what was labeled right the first time stays with its drill', async () => {
  stage = await openStage('2026-03-02T12:00Z')
  await press(await stage.type('ada', 'drill 1'), await label('drill', true))
  stage.clock.now += 60 * day
  expect((await stage.type('ada', 'review')).name).toBe('review-nothing')
})
