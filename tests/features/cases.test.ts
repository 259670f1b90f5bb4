// Guided cases: finding after finding, own label first, and then the model answer.
import { describe, expect, it } from 'vitest'
import { caseTasks, findingOfTask } from '../../src/course/case-tasks.ts'
import { nextAfter } from '../../src/features/cases/choose.ts'
import { casesNamed } from '../../src/features/cases/named.ts'
import type { Screen } from '../../src/screens/screen.ts'
import { openStage, words } from '../bot/stage.ts'
import { courseFolder } from '../course/course-folder.ts'
import { courseOf } from '../fakes/course-of.ts'
import { buttons, control } from './session-screens.ts'

const noon = '2026-03-02T12:00Z'
const shipped = 'data/aws-shared-responsibility'
const me = 'terminal:team:ada'

async function openCase(line: string, course?: string) {
  const stage = await openStage(noon, course === undefined ? {} : { course })
  const first = await stage.type('ada', line)
  return { stage, first, press: (screen: Screen, label: string) => stage.press('ada', control(screen, label)), log: () => stage.ledger.memories.log(me, '2026-01-01') }
}

describe('a case', () => {
  it('shows each finding, and after the label what to change and why, and closes', async () => {
    const { stage, first, press, log } = await openCase('case winter')
    expect(words(first)).toContain('so they light a gas stove')
    expect(words(first)).toContain('Stairs on which bicycles stand')
    expect(words(first)).toContain('Finding 1 of 3: The radiators stay cold in winter.')
    expect(words(first)).toContain('Who has to act, and what is the first step?')
    expect(words(first)).not.toContain('Fix the central heating.')
    const explained = await press(first, 'The landlord')
    expect([explained.title, words(explained)]).toEqual(['Right', expect.stringContaining('What to change: Fix the central heating.')])
    const second = await press(explained, 'Next finding')
    expect(words(second)).toContain('Whose job is it, and what would you change?')
    expect(words(second)).not.toContain('bicycles stand')
    expect(words(await press(second, 'The situation'))).toContain('bicycles stand')
    expect(await press(await press(second, 'The situation'), 'Back to the finding')).toEqual(second)
    const missed = await press(second, 'Both')
    expect(words(missed)).toContain('Your answer: Both\nThe right answer: The tenant')
    const summary = await press(await press(await press(missed, 'Next finding'), 'Both'), 'Close the case')
    expect(summary.title).toBe('Case closed')
    for (const part of ['2 of 3 right.', 'The tenant: Press the button once a month', 'Take away: One evening shows all three kinds of duty.']) expect(words(summary)).toContain(part)
    expect((await log()).map(({ item, source, grade }) => [item, source, grade])).toEqual([
      ['finding:winter-evening/cold-apartment', 'case', 'good'], ['finding:winter-evening/untested-alarm', 'case', 'again'], ['finding:winter-evening/bicycles', 'case', 'good'],
    ])
    expect(words(await stage.type('ada', 'case'))).toContain('1 case, 1 done')
  })

  it('lives in the direct messages', async () => {
    const { stage, first } = await openCase('case')
    expect(first.name).toBe('cases')
    const begun = await stage.send({ kind: 'press', control: control(first, 'A winter evening in the attic apartment'), chosen: [] } as never, 'ada')
    expect(begun).toMatchObject({ to: 'direct', screen: { name: 'case' }, pointer: { title: 'Your case is in your messages with me' } })
    expect(await stage.typeFor('ada', 'case')).toMatchObject({ to: 'direct', screen: begun.screen })
  })

  it('goes on where it was left, and takes no second answer', async () => {
    const { stage, first, press, log } = await openCase('case winter')
    const explained = await press(first, 'Both')
    expect(await press(first, 'The landlord')).toEqual(explained)
    expect(await stage.type('ada', 'case')).toEqual(explained)
    expect(await stage.type('ada', 'case winter')).toEqual(explained)
    const second = await press(explained, 'Next finding')
    for (const [screen, label] of [[first, 'Both'], [explained, 'Next finding']] as const) expect(await press(screen, label)).toEqual(second)
    expect(await log()).toHaveLength(1)
  })

  it('is nobody else’s', async () => {
    const { stage, first } = await openCase('case winter')
    for (const label of ['Both', 'Stop']) expect((await stage.press('ben', control(first, label))).name).toBe('refusal')
    expect(await stage.type('ada', 'case')).toEqual(first)
  })

  it('takes no answer to a finding that was changed since', async () => {
    const folder = courseFolder()
    const file = `${folder}/ledger.sqlite`
    const stage = await openStage(noon, { file, course: folder })
    const first = await stage.type('ada', 'case winter')
    await stage.close()
    const later = await openStage(noon, { file, course: courseFolder({ 'cases.yaml': ['The radiators stay cold in winter.', 'The radiators stay cold all year.'] }) })
    const screen = await later.press('ada', control(first, 'The landlord'))
    expect(words(screen)).toContain('1 finding changed since you started')
    expect(await later.ledger.memories.log(me, '2026-01-01')).toEqual([])
    expect(words(screen)).toContain('Finding 2 of 3')
    await later.close()
  })

  it('says so where there are none', async () => {
    const { first } = await openCase('case', courseFolder({ 'cases.yaml': null }))
    expect(words(first)).toContain('This course has no guided cases.')
  })
})

describe('another case', () => {
  it('starts only if the running one may end', async () => {
    const { stage, first, press } = await openCase('case bank', shipped)
    await press(first, 'The customer')
    const other = await stage.type('ada', 'case web shop')
    expect(other.title).toBe('You’re in the middle of another case')
    expect(words(other)).toContain('The bank\'s portal and PCI DSS: finding 1 of 5.')
    expect((await press(other, 'Go on with it')).name).toBe('case-explained')
    const instead = await press(other, 'Start this one instead')
    expect(instead.title).toBe('The web shop before the sale')
    expect(await press(other, 'Start this one instead')).toEqual(instead)
    expect((await stage.ledger.sessions.past(me, 'case', 5)).map(({ about }) => about)).toEqual(['bank-portal'])
  })

  it('comes next at the end, and on pages of five', async () => {
    const { stage, first, press } = await openCase('case bank', shipped)
    const summary = await press(first, 'Stop')
    expect(summary.title).toBe('Case stopped')
    expect((await press(summary, 'Next case')).title).toBe('The web shop before the sale')
    const list = await press(summary, 'All cases')
    expect(words(list)).toContain('19 cases, 0 done · page 1 of 4')
    const last = await press(await press(await press(list, 'Next'), 'Next'), 'Next')
    expect(words(last)).toContain('page 4 of 4')
    expect(buttons(last).map(({ label }) => label)).not.toContain('Next')
    expect(words(await stage.press('ada', 'v1:case-list:9'))).toContain('There’s no page 10.')
  })

  it('is the next that isn’t done', () => {
    const choice = (id: string, done: boolean) => ({ id, title: id, findings: 3, done })
    const choices = [choice('a', false), choice('b', true), choice('c', true), choice('d', false)]
    expect([nextAfter('a', choices), nextAfter('b', choices), nextAfter('d', choices)]).toEqual(['d', 'd', 'a'])
    expect(nextAfter('b', choices.map((each) => ({ ...each, done: true })))).toBe('c')
    expect(nextAfter('a', [choice('a', true)])).toBeNull()
  })

  it('is found by its id, its title, or words of it', async () => {
    const { course } = courseOf(shipped)
    const ids = (typed: string) => casesNamed(course, typed).map(({ id }) => id)
    expect(ids('bank-portal')).toEqual(['bank-portal'])
    expect(ids('The bank’s portal and PCI DSS')).toEqual(['bank-portal'])
    expect(ids('sale shop')).toEqual(['web-shop'])
    expect(ids('moon')).toEqual([])
    const { stage } = await openCase('case nobody', shipped)
    const several = await stage.type('ada', 'case nobody')
    expect(words(several)).toContain('Several cases match “nobody”.')
    expect(buttons(several).map(({ label }) => label)).toEqual(['The cluster that nobody upgraded', 'The restore that nobody tried', 'All cases'])
    expect(words(await stage.type('ada', 'case moon base'))).toContain('There’s no case “moon base”.')
  })
})

it('every finding of the course that comes with the bot can be asked', () => {
  const { course } = courseOf(shipped)
  const tasks = course.cases.flatMap((one) => caseTasks(course, one))
  expect(tasks.length).toBe(course.cases.reduce((sum, { findings }) => sum + findings.length, 0))
  expect(tasks.filter((task) => findingOfTask(course, task) === null || !task.order.includes(task.key[0] ?? ''))).toEqual([])
})
