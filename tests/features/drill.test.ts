// The drill: whose job is it, or which category, in one breath each.
import { describe, expect, it } from 'vitest'
import { remember } from '../../src/core/memory.ts'
import { pickEvenly } from '../../src/core/pick-items.ts'
import { controlsToDrill, drillOfTask, drillTasks, dutiesToDrill } from '../../src/course/drill-tasks.ts'
import type { Screen } from '../../src/screens/screen.ts'
import { openStage, words } from '../bot/stage.ts'
import { courseFolder } from '../course/course-folder.ts'
import { courseOf } from '../fakes/course-of.ts'
import { buttons, control } from './session-screens.ts'

const noon = '2026-03-02T12:00Z'
const shipped = 'data/aws-shared-responsibility'
const me = 'terminal:team:ada'

const what = (screen: Screen) => words({ ...screen, title: '', blocks: screen.blocks.slice(0, 1) }).trim()

async function openDrill(line = 'drill', course?: string) {
  const stage = await openStage(noon, course === undefined ? {} : { course })
  const first = await stage.type('ada', line)
  const press = (screen: Screen, label: string) => stage.press('ada', control(screen, label))
  /** The label of the shown duty or control that is right, and one that is wrong. */
  const labelsOf = async (): Promise<{ readonly right: string; readonly wrong: string }> => {
    const session = await stage.ledger.sessions.running(me, 'drill')
    const task = session?.tasks[session.position]
    const labels = task === undefined ? [] : (drillOfTask(stage.course, task)?.labels ?? [])
    const named = (isRight: boolean) => labels.find(({ id }) => (id === task?.key[0]) === isRight)?.name ?? ''
    return { right: named(true), wrong: named(false) }
  }
  return { stage, first, press, labelsOf, log: () => stage.ledger.memories.log(me, '2026-01-01') }
}

describe('a drill', () => {
  it('asks whose job each duty is, says why, and what was missed', async () => {
    const { first, press, labelsOf, log } = await openDrill()
    expect(words(first)).toContain('duty 1 of 2')
    expect(buttons(first).map(({ label }) => label)).toEqual(['The landlord', 'The tenant', 'Both', 'Skip', 'Stop'])
    const explained = await press(first, (await labelsOf()).right)
    expect([explained.name, explained.title]).toEqual(['drill-explained', 'Right'])
    const second = await press(explained, 'Next')
    expect(buttons(second).map(({ label }) => label)).toEqual(buttons(first).map(({ label }) => label))
    const { right, wrong } = await labelsOf()
    const missed = await press(second, wrong)
    expect(words(missed)).toContain(`Your answer: ${wrong}\nThe right answer: ${right}`)
    const summary = await press(missed, 'See how it went')
    expect(words(summary)).toContain('1 of 2 right.')
    expect(words(summary)).toContain(`What you missed\n${what(second)}: ${right}`)
    expect((await log()).map(({ source, grade }) => [source, grade])).toEqual([['drill', 'good'], ['drill', 'again']])
  })

  it('goes on where it was left, and takes no second answer', async () => {
    const { stage, first, press, labelsOf, log } = await openDrill()
    const { right, wrong } = await labelsOf()
    const explained = await press(first, wrong)
    expect(await press(first, right)).toEqual(explained)
    expect(await stage.type('ada', 'drill')).toEqual(explained)
    expect(await stage.type('ada', 'drill duties')).toEqual(explained)
    const second = await press(explained, 'Next')
    expect(await press(first, right)).toEqual(second)
    expect(await press(explained, 'Next')).toEqual(second)
    expect(await log()).toHaveLength(1)
  })

  it('is nobody else’s', async () => {
    const { stage, first } = await openDrill()
    for (const label of ['Both', 'Skip', 'Stop']) expect((await stage.press('ben', control(first, label))).name).toBe('refusal')
    expect(words(await stage.type('ada', 'drill'))).toContain('duty 1 of 2')
  })

  it('sorts controls into categories where the course has them', async () => {
    const { stage, first, press, labelsOf, log } = await openDrill('drill controls', shipped)
    expect([first.title, words(first)]).toEqual(['Which category?', expect.stringContaining('control 1 of 10')])
    expect(buttons(first).slice(0, 3).map(({ label }) => label)).toEqual(['Inherited', 'Shared', 'Customer specific'])
    const explained = await press(first, (await labelsOf()).right)
    expect(explained.title).toBe('Right')
    expect(await stage.type('ada', 'drill')).toEqual(explained)
    const duties = await stage.type('ada', 'drill duties')
    expect([duties.title, words(duties)]).toEqual(['Whose job is it?', expect.stringContaining('duty 1 of 10')])
    expect(await log()).toMatchObject([{ item: expect.stringMatching(/^control:/u), source: 'drill', grade: 'good' }])
    expect(await stage.ledger.sessions.past(me, 'drill', 5)).toHaveLength(1)
  })

  it('says so where it has none, and leaves a running drill alone', async () => {
    const { stage, first } = await openDrill()
    expect(words(await stage.type('ada', 'drill controls'))).toContain('doesn’t sort controls into categories')
    expect(await stage.type('ada', 'drill')).toEqual(first)
    for (const count of ['0', '51']) expect(words(await stage.type('ada', `drill ${count}`))).toContain('Choose 1 to 50.')
    expect(words(await stage.type('ada', 'drill 1'))).toContain('duty 1 of 1')
  })

  it('takes no answer to a duty that was changed since', async () => {
    const folder = courseFolder()
    const file = `${folder}/ledger.sqlite`
    const stage = await openStage(noon, { file, course: folder })
    const first = await stage.type('ada', 'drill 2')
    await stage.close()
    const changed = courseFolder({ 'responsibilities.yaml': ['The tenant presses the test button once a month.', 'The tenant presses it daily.'] })
    const later = await openStage(noon, { file, course: changed })
    const isChanged = what(first) === 'Testing smoke alarms'
    const shown = isChanged ? first : await later.press('ada', control(first, 'Skip'))
    const refused = await later.press('ada', isChanged ? control(first, 'Both') : control(first, 'Both').replace(':0:', ':1:'))
    expect([words(refused), words(shown)].join('\n')).toContain('1 task changed since you started')
    expect(await later.ledger.memories.log(me, '2026-01-01')).toEqual([])
    await later.close()
  })
})

describe('what is drilled', () => {
  const { course } = courseOf(shipped)

  it('is every duty of the matrix that doesn’t give its owner away', () => {
    const titles = dutiesToDrill(course).flat().map((item) => course.byId.responsibilities.get(item.slice('duty:'.length))?.title ?? '')
    expect(titles.length).toBeGreaterThan(200)
    for (const given of ['Amazon EC2: who does what', "AWS's half of SaaS", "The customer's half of IaaS", 'Training your own people', 'Shared controls']) expect(titles).not.toContain(given)
    for (const fair of ['Patching on RDS', 'Guest OS on EC2', 'Patching on Lambda']) expect(titles).toContain(fair)
  })

  it('fits in one line, with its service', () => {
    const tasks = drillTasks(course, [...dutiesToDrill(course), ...controlsToDrill(course)].flat())
    const lines = tasks.map((task) => drillOfTask(course, task)).map((duty) => `${duty?.what}${duty?.partOf === null ? '' : ` · ${duty?.partOf}`}`)
    expect(lines.filter((line) => line.length > 88)).toEqual([])
    expect(lines).toContain('Function code and dependencies · AWS Lambda')
    expect(lines).toContain('Machine images (AMIs) · Amazon EC2')
  })

  it('comes evenly from all labels, in no order that tells them', () => {
    const groups = dutiesToDrill(course)
    const patterns = Array.from({ length: 40 }, (_, seed) => {
      const items = pickEvenly({ groups, memories: new Map(), day: '2026-03-02', seed: `${seed}` }, 10)
      const labels = items.map((item) => groups.findIndex((group) => group.includes(item)))
      expect([0, 1, 2].map((group) => labels.filter((label) => label === group).length).toSorted()).toEqual([3, 3, 4])
      return labels.slice(0, 3).join('')
    })
    expect(new Set(patterns).size).toBeGreaterThan(10)
  })

  it('is first what is due, whatever its label', () => {
    const groups = [['duty:a', 'duty:b'], ['duty:c', 'duty:d', 'duty:e']]
    const memories = new Map(['duty:c', 'duty:d', 'duty:e'].map((item) => [item, remember(item, null, '2026-02-01', 'again')]))
    expect(pickEvenly({ groups, memories, day: '2026-03-02', seed: 'one' }, 3).toSorted()).toEqual(['duty:c', 'duty:d', 'duty:e'])
    expect(pickEvenly({ groups, memories, day: '2026-03-02', seed: 'one' }, 9)).toHaveLength(5)
  })
})
