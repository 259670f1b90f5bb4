// A bot with two courses: nothing of one ever shows in the other, whatever somebody does, though all of their ids are the same.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Screen } from '../../src/screens/screen.ts'
import { here, openStage, words, type Stage } from '../bot/stage.ts'
import { coursesOf } from '../../src/course/courses.ts'
import { twoCourses } from '../fakes/two-courses.ts'
import { verifyLedger } from '../../src/ledger/sqlite/file/verify.ts'

const there = 'terminal:team:flats'
const noon = '2026-03-02T12:00Z'
/** Every word of the other course is marked. */
const marked = /\bQQ/u

let stage: Stage
let folder: string
let file: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'courses-'))
  file = join(folder, 'ledger.sqlite')
  stage = await openStage(noon, { file, courses: twoCourses(), salt: 'courses' })
  await stage.type('owner', 'setup 09:00 UTC daily')
  await stage.type('owner', 'setup 09:00 UTC daily course=other-rules', there)
})
afterEach(async () => {
  await stage.close()
  rmSync(folder, { recursive: true })
})

const controlsOf = (screen: Screen): readonly string[] =>
  screen.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons.map(({ control }) => control) : block.kind === 'choices' ? block.options.map(({ control }) => control) : []))

const commands = [
  'practice', 'practice repairs', 'review', 'cards', 'drill', 'case', 'exam 2', 'checklist', 'me', 'lookup heating', 'lookup who repairs the boiler?', 'compare', 'read', 'read The building', 'sheet',
  'diagram', 'tip', 'define', 'define lease', 'matrix', 'help', 'help lookup', 'status', 'settings', 'board', 'board everywhere', 'today', 'last', 'insight', 'insight topics', 'insight hardest', 'weekly', 'quizzes',
]

/** All that somebody gets to see who types each command there and presses buttons at random. */
async function seenIn(place: string | null, suffix: string, seed: number): Promise<readonly string[]> {
  const seen: string[] = []
  let turn = seed
  for (const line of commands) {
    let screen = await stage.type('owner', `${line}${suffix}`, place)
    for (let press = 0; press < 6; press++) {
      seen.push(words(screen))
      const controls = controlsOf(screen).filter((control) => !/share|forget|pause|set-up|quiz-change/u.test(control))
      if (controls.length === 0) break
      turn += 7
      screen = (await stage.send({ kind: 'press', control: controls[turn % controls.length] ?? '', chosen: [], place } as never, 'owner')).screen
    }
  }
  return seen
}

async function play(): Promise<void> {
  for (const date of ['03', '04', '05']) {
    await stage.until(`2026-03-${date}T09:00Z`)
    for (const { round, place } of stage.channel.posts.slice(-2)) {
      const open = await stage.ledger.rounds.find(round)
      for (const who of ['ada', 'ben', 'owner']) await stage.ledger.answers.take(round, { id: `terminal:team:${who}`, group: here.group, name: who }, open?.key ?? [], stage.clock.now)
      expect(place === there).toBe(marked.test(words(stage.channel.posts.find((post) => post.round === round)?.screen ?? { name: 'none', title: '', tone: 'plain', blocks: [] })))
    }
  }
}

describe('what a channel shows', () => {
  it.each([1, 2, 3])('is of its own course alone, whatever is pressed (%i)', async (seed) => {
    await play()
    const [first, other] = [await seenIn(here.place, '', seed), await seenIn(there, '', seed)]
    expect(first.filter((shown) => marked.test(shown.replace(/.*QQOther rules.*/gu, '')))).toEqual([])
    expect(other.filter((shown) => marked.test(shown)).length).toBeGreaterThan(commands.length)
  })

  it('is of the course that is named, also behind every button', async () => {
    await play()
    const studied = ['practice', 'cards', 'drill', 'case', 'checklist', 'lookup heating', 'compare', 'read', 'diagram', 'tip', 'define']
    for (const line of studied) {
      let screen = await stage.type('ada', `${line} course=other-rules`)
      expect(words(screen), line).toMatch(marked)
      const [control] = controlsOf(screen)
      if (control === undefined) continue
      screen = await stage.press('ada', control)
      expect(screen.title === 'Choose again' || marked.test(words(screen)), `${line}, then ${control}: ${words(screen)}`).toBe(true)
    }
  })
})

it('points, memories, and sessions are each course’s own', async () => {
  await play()
  expect(words(await stage.type('ada', 'board everywhere'))).toMatch(/ada 3/u)
  for (const line of ['board everywhere course=other', 'board course=other']) expect(words(await stage.type('ada', line))).toMatch(/all channels[^]*ada 3[^]*points in “QQOther rules”/u)
  const one = words(await stage.type('ada', 'practice 5'))
  const other = words(await stage.type('ada', 'practice 5', there))
  expect([marked.test(one), marked.test(other)]).toEqual([false, true])
  expect(words(await stage.type('ada', 'practice'))).toBe(one)
  await stage.close()
  expect(verifyLedger(file).problems).toEqual([])
  stage = await openStage(noon, { file, courses: twoCourses() })
})

describe('in direct messages', () => {
  const dm = async (who: string, line: string) => words(await stage.type(who, line, null))
  const answerIn = async (who: string, place: string) => {
    await stage.until('2026-03-03T09:00Z')
    const round = stage.channel.posts.find((post) => post.place === place)?.round ?? ''
    await stage.ledger.answers.take(round, { id: `terminal:team:${who}`, group: here.group, name: who }, (await stage.ledger.rounds.find(round))?.key ?? [], stage.clock.now)
  }

  it('somebody who studies nothing yet chooses, and it is remembered', async () => {
    const screen = await stage.type('new', 'lookup heating', null)
    expect(words(screen)).toBe('Which course?\n[Who looks after a rented apartment] [QQOther rules]\nI’ll remember it for your direct messages. Or name it yourself: /study lookup heating course=house-rules')
    const [, second = ''] = controlsOf(screen)
    const chosen = await stage.send({ kind: 'press', control: second, chosen: [], place: null } as never, 'new')
    expect(words(chosen.screen)).toMatch(marked)
    expect(await dm('new', 'read')).toMatch(marked)
    expect(await dm('new', 'read course=house')).not.toMatch(marked)
    expect(await dm('new', 'cards')).not.toMatch(marked)
  })

  it('somebody’s course is that of their channel', async () => {
    await answerIn('ada', there)
    expect(await dm('ada', 'practice')).toMatch(marked)
    expect(await dm('ada', 'me')).not.toMatch(/Which course/u)
  })

  it('of several channels’ courses they choose', async () => {
    for (const place of [here.place, there]) await answerIn('ada', place)
    expect(await dm('ada', 'practice')).toMatch(/Which course/u)
  })

  it('a name that no course has is told', async () => {
    expect(await dm('ada', 'practice course=rules')).toBe('Which course?\n“rules” fits two courses. Choose from house-rules or other-rules.')
  })

  it('what is about no course asks for none', async () => {
    for (const line of ['help', 'export', 'privacy', 'link']) expect(await dm('ada', line)).not.toMatch(/Which course/u)
  })

  it('a reminder is about the course with most to do, and so is its button', async () => {
    await stage.type('ada', 'review remind=08:00', there)
    const { sessions } = stage.ledger
    await stage.type('ada', 'practice 3', there)
    const running = await sessions.running('terminal:team:ada', 'practice', 2)
    for (const [position, task] of (running?.tasks ?? []).entries()) await sessions.act('terminal:team:ada', running?.id ?? '', { kind: 'answer', position, chosen: task.order.toSorted((id) => (task.key.includes(id) ? 1 : -1)).slice(0, task.key.length) }, stage.clock.now)
    for (const date of ['03', '04']) await stage.until(`2026-03-${date}T08:07Z`)
    const told = stage.channel.told.find(({ person, screen }) => person.endsWith('ada') && screen.name === 'review-reminder')
    const [review = ''] = told === undefined ? [] : controlsOf(told.screen)
    expect(words((await stage.send({ kind: 'press', control: review, chosen: [], place: null } as never, 'ada')).screen)).toMatch(marked)
  })
})

describe('a channel’s courses', () => {
  it('are shown, changed, and refused in a sentence', async () => {
    expect(words(await stage.type('owner', 'status', there))).toMatch(/^Course: QQOther rules$/mu)
    expect(words(await stage.type('owner', 'settings course=house-rules,other-rules topics=safety', there))).toMatch(/^Courses: Who looks after a rented apartment · QQOther rules$[^]*^Topics: Safety · QQ Safety$/mu)
    expect(words(await stage.type('owner', 'settings course=house-rules', there))).toMatch(/^Topics: Safety$/mu)
    expect(words(await stage.type('owner', 'settings course=nothing', there))).toMatch(/There’s no course “nothing”. Choose from house-rules or other-rules./u)
    expect((await stage.ledger.quizzes.at(there))?.courses).toEqual([1])
  })

  it('that the bot has lost, managers hear of, and nothing wrong is posted', async () => {
    await stage.close()
    const both = twoCourses()
    stage = await openStage('2026-03-03T08:00Z', { file, courses: coursesOf(both.all.slice(0, 1), ['house-rules', 'other-rules']) })
    await stage.until('2026-03-03T09:00Z')
    expect(stage.channel.posts.map(({ place }) => place)).toEqual([here.place])
    expect(stage.channel.told.map(({ person, screen }) => [person, words(screen)])).toEqual([['terminal:team:owner', expect.stringMatching(/doesn’t have this channel’s course anymore/u)]])
    expect(words(await stage.type('owner', 'status', there))).toMatch(/^Course missing: the bot doesn’t have “other-rules” anymore. .* To choose another: .study settings course=house-rules$/mu)
    expect(words(await stage.type('ada', 'practice', there))).toMatch(/^This channel’s course is gone/u)
    expect(words(await stage.type('ada', 'lookup heating', there))).toMatch(/^This channel’s course is gone/u)
    expect(words(await stage.type('owner', 'settings course=house-rules', there))).toMatch(/^Settings saved/u)
  })
})

it('a channel with two courses is asked from both, and each question leads to the passages of its own', async () => {
  await stage.type('owner', 'settings course=house-rules,other-rules', there)
  const seen = new Set<boolean>()
  for (const date of ['03', '04', '05', '06']) {
    await stage.until(`2026-03-${date}T09:00Z`)
    const { round = '', screen } = stage.channel.posts.findLast(({ place }) => place === there) ?? {}
    const isOther = marked.test(words(screen ?? (undefined as never)))
    seen.add(isOther)
    await stage.ledger.answers.take(round, { id: 'terminal:team:ada', group: here.group, name: 'ada' }, (await stage.ledger.rounds.find(round))?.key ?? [], stage.clock.now)
    const result = await stage.type('ada', 'today', there)
    const passage = controlsOf(result).find((control) => control.includes(':passage:')) ?? ''
    const shown = words((await stage.send({ kind: 'press', control: passage, chosen: [], place: there } as never, 'ada')).screen)
    expect([passage.includes('v1:of:'), marked.test(shown)]).toEqual([true, isOther])
  }
  expect([...seen].toSorted()).toEqual([false, true])
})

it('a bot with one course says nothing about courses', async () => {
  const alone = await openStage(noon)
  expect(words(await alone.type('owner', 'setup 09:00 UTC daily'))).not.toMatch(/Course/u)
  expect(words(await alone.type('owner', 'help practice'))).not.toMatch(/course/u)
  expect(words(await alone.type('owner', 'practice', null))).not.toMatch(/Which course/u)
  expect(controlsOf(await alone.type('owner', 'practice', null)).filter((control) => control.startsWith('v1:of:'))).toEqual([])
  await alone.close()
})
