// The terminal's own quiz: there at the first start, with a question at once, and then whenever somebody is at the keyboard.
import { afterEach, expect, it } from 'vitest'
import { openTerminalQuiz } from '../../src/bot/first-quiz.ts'
import { onlyCourse } from '../../src/course/courses.ts'
import { noLookup } from '../../src/course/no-lookup.ts'
import { here, openStage, type Stage } from './stage.ts'

let stage: Stage
afterEach(() => stage.close())

const person = 'terminal:team:ada'

const open = (zone = 'Europe/Berlin') => openTerminalQuiz({ ledger: stage.ledger, courses: onlyCourse(stage.course, noLookup) }, { ...here, person }, zone, stage.clock.now)

it('the first start brings a question at once, which is open all day; the person who started it manages it', async () => {
  stage = await openStage('2026-03-07T20:00Z')
  await open()
  await stage.until('2026-03-07T20:00Z')
  expect(stage.channel.posts).toHaveLength(1)
  expect(await stage.ledger.quizzes.at(here.place)).toMatchObject({
    group: here.group, managers: [person], paused: false, zone: 'Europe/Berlin', time: '04:00', days: [1, 2, 3, 4, 5, 6, 7], openMinutes: 1440, catchUpMinutes: 1440,
  })
})

it('each day brings one question, whenever the person comes to the keyboard', async () => {
  stage = await openStage('2026-03-07T20:00Z')
  await open('UTC')
  await stage.until('2026-03-07T20:00Z')
  for (const evening of ['2026-03-08T22:00Z', '2026-03-09T22:00Z', '2026-03-10T03:59Z']) await stage.until(evening)
  expect(stage.channel.posts).toHaveLength(3)
})

it('later starts change nothing, and ask for no further question', async () => {
  stage = await openStage('2026-03-07T20:00Z')
  await open()
  await stage.until('2026-03-07T20:00Z')
  await stage.type('ada', 'settings time=10:00')
  // Events are forgotten after a while, so the first start is no longer known by its event.
  await stage.ledger.upkeep.forgetEvents(stage.clock.now + 1)
  await open('UTC')
  await stage.until('2026-03-07T20:01Z')
  expect(await stage.ledger.quizzes.at(here.place)).toMatchObject({ time: '10:00', zone: 'Europe/Berlin' })
  expect(stage.channel.posts).toHaveLength(1)
})
