// On a course with questions alone, the menu, help and refusals sent people to cards, drills and cases that it hasn't, the progress asked
// for “25 more new questions” of five, and questions had to name facts that no file lists.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import { commandGroups } from '../../src/commands/command.ts'
import { helpControls } from '../../src/features/help/face.ts'
import { canForecast } from '../../src/core/readiness.ts'
import type { Course } from '../../src/course/course.ts'
import { loadCourseOrThrow } from '../../src/course/load.ts'
import { questionBank } from '../../src/course/question-bank.ts'
import { commandsOfCourse } from '../../src/features/course-commands.ts'
import { commandData } from '../../src/platforms/discord/incoming/command-data.ts'
import { complete } from '../../src/platforms/terminal/incoming/complete.ts'
import { runControl } from '../../src/screens/control.ts'
import type { Screen } from '../../src/screens/screen.ts'
import { courseOf } from '../fakes/course-of.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { commands } from '../catalog.ts'

let stage: Stage
afterEach(() => stage?.close())

const pagesOfHelp = commandGroups.flatMap((group) => [0, 1].map((page) => helpControls.group.text({ group, page })))
const groupsOfHelp = async () => (await Promise.all(pagesOfHelp.map((page) => stage.press('owner', page)))).map(words).join('\n')

const folder = 'tests/courses/house-rules'
const whole = courseOf(folder).course
const bare: Course = {
  ...whole,
  questions: whole.questions.slice(0, 5), sheets: [], diagrams: [], cases: [], tables: [], glossary: [], responsibilities: [], concepts: [], flashcards: [], tips: [], checklist: [],
  controls: [], controlCategories: [], reviews: undefined,
}
const empty = ['case', 'drill', 'checklist', 'matrix', 'compare', 'sheet', 'diagram', 'tip', 'define', 'duties']

/** Every command that a screen names or has a button for. */
function commandsIn(screen: Screen): readonly string[] {
  const found: string[] = []
  JSON.stringify(screen, (key, value: unknown) => {
    if (key === 'control' && typeof value === 'string') found.push(runControl.read(value)?.line ?? '')
    if (typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'command' && 'line' in value && typeof value.line === 'string') found.push(value.line)
    return value
  })
  return found.flatMap((line) => {
    const parsed = commands.parse(line)
    return line === '' || parsed.kind === 'unknown' ? [] : [parsed.name]
  })
}

describe('on a course with questions alone', () => {
  it('the menu, help and refusals name no command that it has nothing for', async () => {
    stage = await openStage('2026-03-02T08:00Z', { course: bare })
    const lines = ['help', 'practice 1', 'me', 'review', 'exam', 'duties', 'drill', 'drill controls', 'cards', 'checklist', 'tip', 'read', 'define', 'matrix', 'compare', 'sheet', 'diagram', 'case', 'lookup nothing at all', 'today', 'status']
    for (const line of lines) {
      const named = new Set(commandsIn(await stage.type('owner', line)))
      for (const each of empty.filter((name) => !line.startsWith(name))) expect([...named], line).not.toContain(each)
    }
    expect(commandsIn(await stage.type('owner', 'help'))).toContain('practice')
    const menu = await groupsOfHelp()
    for (const name of empty) expect(menu).not.toContain(`/study ${name}`)
  })

  it('a command without anything says so, and help on it too', async () => {
    stage = await openStage('2026-03-02T08:00Z', { course: bare })
    expect(words(await stage.type('ada', 'cards'))).not.toContain('paused')
    expect(words(await stage.type('ada', 'drill'))).not.toContain('paused')
    expect(words(await stage.type('ada', 'help drill'))).toContain('This course has nothing for it.')
    expect(words(await stage.type('ada', 'help practice'))).not.toContain('has nothing')
  })

  it('progress says that there can be no forecast, and counts one topic as one', async () => {
    const small = { ...bare, topics: bare.topics.slice(0, 1), questions: whole.questions.filter(({ topic }) => topic === bare.topics[0]?.id).slice(0, 5) }
    stage = await openStage('2026-03-02T08:00Z', { course: small })
    await stage.type('owner', 'setup 09:00 mon-fri UTC')
    const screen = await stage.type('ada', 'practice 1')
    const choices = screen.blocks.find((block) => block.kind === 'choices')
    await stage.press('ada', choices?.kind === 'choices' ? (choices.options[0]?.control ?? '') : '')
    const said = words(await stage.type('ada', 'me'))
    expect(said).not.toMatch(/more new questions/u)
    expect(said).toContain('too small')
    expect(said).toContain('1 of 1 topic')
    expect(said).not.toContain('1 of 1 topics')
  })
})

describe('Discord’s registration and Tab', () => {
  const fitting = (course: Course) => commandsOfCourse(commands, course)
  const registered = (course: Course) => commandData(fitting(course), true).flatMap(({ options = [] }) => options)

  it('leave out the commands that the course has nothing for', async () => {
    const names = registered(bare).map(({ name }) => name)
    for (const each of empty) expect(names).not.toContain(each)
    expect(names).toEqual(expect.arrayContaining(['practice', 'exam', 'review', 'read']))
    const help = registered(bare).find(({ name }) => name === 'help')
    expect(JSON.stringify(help)).not.toMatch(/"(?:case|drill)"/u)
    // A team can bring cards of its own.
    expect((await complete('ca', fitting(bare), async () => []))[0]).toEqual(['cards '])
    expect((await complete('ca', fitting(whole), async () => []))[0]).toEqual(['cards ', 'case '])
  })

  it('what is typed all the same is still understood, and hears that there is none', () => {
    expect(fitting(bare).parse('cards 3')).toEqual({ kind: 'known', name: 'cards', values: { cards: '3' } })
    expect(fitting(bare).find('cards')).toBeDefined()
  })

  it('a drill offers to choose only where there is a choice', () => {
    const drillOptions = (course: Course) => JSON.stringify(registered(course).find(({ name }) => name === 'drill'))
    expect(drillOptions(whole)).not.toContain('controls')
    expect(fitting(whole).find('drill')?.examples).toEqual(['drill', 'drill 5'])
    expect(drillOptions(courseOf('data/aws-shared-responsibility').course)).toContain('controls')
  })
})

const shippedControls = () => courseOf('data/aws-shared-responsibility').course

it('a drill on a course with controls alone is about these', async () => {
  const { controls, controlCategories, byId } = shippedControls()
  stage = await openStage('2026-03-02T08:00Z', { course: { ...bare, controls, controlCategories, byId: { ...bare.byId, controls: byId.controls } } })
  expect((await stage.type('ada', 'drill 1')).title).toBe('Which category?')
})

it('the shipped course offers everything, and can give a forecast', async () => {
  const { course } = courseOf('data/aws-shared-responsibility')
  stage = await openStage('2026-03-02T08:00Z', { course })
  const menu = await groupsOfHelp()
  for (const { name } of commands.list) expect(menu).toContain(`/study ${name}`)
  expect(canForecast(questionBank(course).weights, course.questions.map(({ topic }) => topic))).toBe(true)
})

it('each command that works on a part of the course says which', () => {
  expect(commands.list.filter(({ needs }) => needs !== undefined).map(({ name }) => name).toSorted()).toEqual([...empty, 'exam', 'practice', 'read'].toSorted())
})

it('facts of a question can be left out, and then it is about a point of its own', async () => {
  const copy = mkdtempSync(join(tmpdir(), 'course-'))
  onTestFinished(() => rm(copy, { recursive: true }))
  await cp(folder, copy, { recursive: true })
  const file = join(copy, 'questions/repairs.yaml')
  await writeFile(file, (await readFile(file, 'utf8')).replaceAll(/^ +facts: .*\n/gmu, ''))
  const course = loadCourseOrThrow(copy)
  const without = course.questions.filter(({ facts }) => facts.length === 0)
  expect(without.length).toBeGreaterThan(0)
  const points = questionBank(course).questions
  for (const { id } of without) expect(points.find((question) => question.id === id)?.facts).toEqual([id])
})
