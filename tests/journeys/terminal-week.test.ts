// A week at one keyboard: the whole bot on a real ledger, restarted from the same file, with a clock of its own.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { personId, terminalGroup, terminalPlace } from '../../src/platforms/terminal/ids.ts'
import { createTerminalPlatform } from '../../src/platforms/terminal/platform.ts'
import { createBot } from '../../src/bot/bot.ts'
import { onlyCourse } from '../../src/course/courses.ts'
import type { Services } from '../../src/features/services.ts'
import type { Log } from '../../src/core/log.ts'
import { openTerminalQuiz } from '../../src/bot/first-quiz.ts'
import { courseOf } from '../fakes/course-of.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { until } from '../platforms/terminal/keyboard.ts'
import { catalog, commands } from '../catalog.ts'

const zone = 'Europe/Berlin'
const { course, lookup } = courseOf('data/aws-shared-responsibility')

let folder = ''
const clock = { now: 0 }
const running: { stop: () => Promise<void> }[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'studyhall-'))
})
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Without the line ends, which depend on the question that is drawn. */
const flat = (text: string) => text.replace(/\s+/gu, ' ')

/** Starts the bot as `npm start` does without any token. */
async function start(at: string) {
  clock.now = Date.parse(at)
  const ledger = await openLedger(join(folder, 'studyhall.sqlite'))
  const faults: string[] = []
  const log: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: (fields, message) => faults.push(`${message} ${JSON.stringify(fields)}`) }
  const services: Services = { ledger, courses: onlyCourse(course, lookup), log }
  const input = new PassThrough()
  const output = new PassThrough({ encoding: 'utf8' })
  let text = ''
  output.on('data', (chunk: string) => (text += chunk))
  const platform = createTerminalPlatform({ commands, input, output, color: false, columns: 80, interactive: false, personName: 'ada', zone, now: () => clock.now, log, onEnd: () => {} })
  const bot = createBot(services, catalog, [platform], { now: () => clock.now })
  await openTerminalQuiz(services, { group: terminalGroup, place: terminalPlace, person: personId('ada') }, zone, clock.now)
  await bot.tick()
  await bot.start()
  let marks = 0
  const session = {
    /** Types lines; what was printed until all of them were answered. */
    type: async (...lines: readonly string[]): Promise<string> => {
      const from = text.length
      const mark = `mark ${++marks}`.replace(' ', '')
      input.write(`${[...lines, `/as a b ${mark}`].join('\n')}\n`)
      await until(() => text.includes(`/as a b ${mark}\n\n  A name is one word`), () => `the end of ${lines.join(', ')} in:\n${text.slice(from)}`)
      return flat(text.slice(from, text.indexOf(`/as a b ${mark}`)))
    },
    /** Moves the clock and does what is due; what was printed by that. */
    wait: async (moment: string): Promise<string> => {
      const from = text.length
      clock.now = Date.parse(moment)
      await bot.tick()
      return flat(text.slice(from))
    },
    /** Letters that are right, and one that is not. */
    letters: async (): Promise<{ readonly right: string; readonly wrong: string }> => {
      const round = await ledger.rounds.open(terminalPlace, clock.now)
      if (round === undefined) throw new Error('no round is open')
      const letter = (id: string) => String.fromCharCode(65 + round.order.indexOf(id))
      const wrong = round.order.filter((id) => !round.key.includes(id))
      return { right: round.key.map(letter).join(''), wrong: [...wrong, ...round.key].slice(0, round.key.length).map(letter).join('') }
    },
    text: () => text,
    stop: async () => {
      await bot.stop()
      await ledger.close()
      expect(faults).toEqual([])
    },
  }
  running.push(session)
  return session
}

async function stop(session: { stop: () => Promise<void> }): Promise<void> {
  running.splice(running.indexOf(session), 1)
  await session.stop()
}

describe('a week in the terminal', () => {
  it('counts, explains, remembers and goes on after each start', async () => {
    // Monday: the first start finds a question; two people answer it.
    let session = await start('2026-03-02T08:00Z')
    expect(await session.type('/study today')).toMatch(/Question of the day.*Type .*open until Tue, Mar 3, 09:00/u)
    const monday = await session.letters()
    expect(await session.type(monday.right)).toMatch(/✓ Right.*Remember: .*Read the passage/u)
    expect(await session.type(monday.wrong)).toContain('Your first answer counts')
    expect(await session.type('/as Bob', monday.wrong)).toMatch(/Bob › .*✗ Not this time.*The answer is/u)
    expect(await session.type('board')).toMatch(/1 ada 1 100% 1 2 Bob 0 0% 1 ← you/u)
    await stop(session)

    // The same evening: everything is there again, and no second question.
    session = await start('2026-03-02T20:00Z')
    expect(session.text()).toBe('')
    expect(await session.type(monday.right)).toContain('You already answered')
    expect(await session.type('4')).toContain('Leaderboard: this week')
    await stop(session)

    // Tuesday, late: Monday's answer is shown with the votes, then today's question.
    session = await start('2026-03-03T09:00Z')
    const tuesday = await session.type('me')
    expect(tuesday).toMatch(/The answer: [A-F].*50% · 1 vote · right answer.*2 people answered.*Right: ada.*Question of the day/u)
    const { right } = await session.letters()
    expect(await session.type(right)).toContain('Your streak: 2 study days.')

    // Wednesday: the terminal was left open over night.
    expect(await session.wait('2026-03-04T03:00Z')).toMatch(/━━ Question of the day.*open until Thu, Mar 5, 04:00/u)
    expect(await session.wait('2026-03-04T09:00Z')).toMatch(/━━ The answer: .*1 person answered.*Right: ada/u)
    expect(await session.type((await session.letters()).right)).toContain('Your streak: 3 study days.')
    expect(await session.type('/as bob', (await session.letters()).right, 'board all')).toMatch(/1 ada 3 100% 3 2 bob 1 50% 1 ← you/u)
  })

  it('names managers as they call themselves, also after a start', async () => {
    let session = await start('2026-03-02T08:00Z')
    expect(await session.type('managers add grace', 'managers add Linus')).toMatch(/ada, grace, and.*ada, grace, Linus, and/u)
    expect(await session.type('/as Grace', 'managers add bob', 'managers')).toMatch(/ada, Grace, Linus, bob, and all owners/u)
    await session.type('/as GRACE', (await session.letters()).right)
    expect(await session.type('status')).toContain('ada, GRACE, Linus, bob')
    await stop(session)

    // Who has answered is in the ledger; of the others there is nothing but what the name was read as.
    session = await start('2026-03-02T20:00Z')
    expect(await session.type('managers')).toContain('ada, GRACE, linus, bob, and all owners')
    expect(await session.type('managers add grace')).toMatch(/GRACE already manages this daily question/u)
  })

  it('lets answers be changed until the close where the quiz explains then', async () => {
    const session = await start('2026-03-02T08:00Z')
    expect(await session.type('settings 10:00 mon-fri open=2h feedback=at-close', 'managers add Bob', 'status')).toMatch(/Posted 10:00, Mon–Fri.*When the question closes.*ada, Bob/u)
    await session.wait('2026-03-03T09:00Z')
    const { right, wrong } = await session.letters()
    expect(await session.type(wrong)).toContain('Answer saved')
    expect(await session.type(right)).toMatch(/Answer changed.*You get your result after that/u)
    expect(await session.type('today')).toContain('← your choice')
    expect(await session.wait('2026-03-03T11:00Z')).toMatch(/━━ The answer: .*for everyone.*Right: ada/u)
    expect(await session.type(wrong)).toContain('You already answered')
  })

  it('is managed in one line, and looks things up', async () => {
    const session = await start('2026-03-02T08:00Z')
    expect(await session.type('settings')).toContain('/study settings 04:00 Europe/Berlin')
    expect(await session.type('pause', 'today', 'resume', 'skip')).toMatch(/Paused.*Resumed.*Skipped/u)
    expect(await session.type('settings 25:99')).toContain('“25:99” is not a time of day')
    expect(await session.type('bord')).toContain('Did you mean “board”?')
    expect(await session.type('who patches ec2')).toMatch(/Responsible: The customer.*Read it/u)
    expect(await session.type('price of lunch')).toMatch(/Not in the documents.*isn’t a command, so it was looked up/u)
    expect(await session.type('now')).toMatch(/━━ Question of the day.*Posted.*The question is open until/u)
    expect(await session.type((await session.letters()).right)).toContain('✓ Right')
    expect(await session.type('privacy hide', 'board')).toContain("You’re hidden from leaderboards")
  })
})
