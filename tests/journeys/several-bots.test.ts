// Several whole bots on one database in PostgreSQL, behind one app of Slack: whichever gets a press answers it, and a question comes once.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readConfig } from '../../src/config/config.ts'
import { createLog } from '../../src/ops/log.ts'
import { startService, type Service } from '../../src/service.ts'
import { courseOf } from '../fakes/course-of.ts'
import { freePort } from '../fakes/free-port.ts'
import { startFakeSlack } from '../fakes/slack/fake-slack.ts'
import { until } from '../fakes/until.ts'
import { newDatabase, queryIn } from '../ledger/postgres-server.ts'
import { answer, questionsIn, shown, textOf } from './slack-town.ts'

const signingSecret = 'the-signing-secret-of-several'
const houseRules = 'tests/courses/house-rules'

type Timer = { readonly at: number; readonly run: () => void }

async function openSeveral(at: string) {
  const clock = { now: Date.parse(at) }
  const now = () => clock.now
  const slack = await startFakeSlack(now)
  const database = await newDatabase()
  const channel = slack.addChannel('C0STUDY').id
  const boss = slack.addUser('U0ADA', 'Ada', { admin: true }).id
  const { questions } = courseOf(houseRules).course
  const lines: string[] = []
  const running = new Set<{ readonly stop: () => Promise<void>; readonly wait: () => Promise<void> }>()

  async function start() {
    const folder = mkdtempSync(join(tmpdir(), 'studyhall-several-'))
    const port = await freePort()
    const [url, health] = [`http://127.0.0.1:${port}/slack/events`, await freePort()]
    const settings = { SLACK_BOT_TOKEN: slack.world.botToken, SLACK_SIGNING_SECRET: signingSecret, DRAIN_SECONDS: '0', PORT: String(port), HEALTH_PORT: String(health), SLACK_API_URL: slack.apiUrl, DATABASE_URL: database.url, DATABASE_FILE: join(folder, 'requests'), COURSE_FOLDER: houseRules }
    const { stdin: input, stdout: output } = process
    let [beat, service, isDuty]: [() => Promise<void>, Service | undefined, boolean] = [async () => undefined, undefined, false]
    const timers = new Set<Timer>()
    const later = (milliseconds: number, run: () => void) => {
      const timer = { at: clock.now + milliseconds, run }
      timers.add(timer)
      return () => timers.delete(timer)
    }
    const heartbeat = (each: () => Promise<void>) => {
      beat = each
      return { stop: async () => undefined }
    }
    const log = createLog('info', (line) => {
      lines.push(line)
      if (line.includes('has the duty')) isDuty = line.includes('this process has the duty')
    })
    service = await startService(await readConfig(settings), { now, later, heartbeat, log, zone: 'UTC', input, output, userName: 'nobody' }, () => undefined)
    const bot = {
      url,
      isOnDuty: () => isDuty,
      says: async (path: string) => fetch(`http://127.0.0.1:${health}${path}`).then(async (response) => ({ status: response.status, text: await response.text() }), () => ({ status: 0, text: 'nothing' })),
      wait: async () => {
        for (const timer of [...timers].filter((each) => each.at <= clock.now)) if (timers.delete(timer)) timer.run()
        await beat()
      },
      /** Says that it stops, and answers meanwhile. */
      drain: async () => service?.drain(),
      stop: async () => {
        if (!running.delete(bot)) return
        await service?.stop()
        rmSync(folder, { recursive: true, force: true })
      },
    }
    running.add(bot)
    onTestFinished(bot.stop)
    return bot
  }
  type Bot = Awaited<ReturnType<typeof start>>
  onTestFinished(async () => {
    for (const bot of running) await bot.stop()
    await slack.close()
    await database.drop()
  })

  /** Slack sends the next request to this one. */
  const to = (bot: Bot) => slack.useHttp(bot.url, signingSecret)
  return {
    boss, lines, start,
    type: async (bot: Bot, who: string, line: string) => {
      to(bot)
      return textOf(await shown(slack, who, () => slack.command(who, channel, line)))
    },
    answer: async (bot: Bot, who: string, right: boolean) => {
      to(bot)
      return textOf(await shown(slack, who, () => answer(slack, who, questionsIn(slack, channel).at(-1) ?? never(), questions, right)))
    },
    person: (name: string) => slack.addUser(`U0${name.toUpperCase()}`, name).id,
    posts: () => questionsIn(slack, channel),
    /** All of them look at the clock. */
    wait: async (moment: string) => {
      clock.now = Date.parse(moment)
      await Promise.all([...running].map((bot) => bot.wait()))
    },
    onDuty: (...bots: readonly Bot[]) => until(() => bots.find((bot) => bot.isOnDuty()), 'one on duty'),
    /** As if whoever has it had said nothing for too long. */
    runOut: () => queryIn(database.url, `UPDATE leases SET owner = 'a frozen process', until = clock_timestamp() - interval '1 second'`),
    asks: () => queryIn(database.url, 'SELECT id FROM asks'),
    saved: async () => (await queryIn(database.url, 'SELECT * FROM answers')).length,
  }
}

const never = (): never => {
  throw new Error('nothing was posted')
}

test('a question comes once, each press is answered where it arrives, and the post shows what all of them counted', async () => {
  const { start, type, answer: press, person, posts, wait, onDuty } = await openSeveral('2026-11-23T07:30:00Z')
  const [first, second] = [await start(), await start()]
  // Questions with several right options show no count.
  expect(await type(second, 'U0ADA', 'setup time=09:00 zone=Europe/Berlin days=mon-fri topics=repairs')).toContain('is set up')
  expect(await onDuty(first, second)).toBe(first)
  await wait('2026-11-23T08:00:00Z')
  await wait('2026-11-23T08:00:30Z')
  expect(posts()).toHaveLength(1)
  const [bob, eve, mia] = ['Bob', 'Eve', 'Mia'].map(person) as [string, string, string]
  expect(await press(second, bob, true)).toContain('✅ Right')
  expect(await press(first, eve, false)).toContain('Not this time')
  // The same person elsewhere.
  expect(await press(first, bob, false)).toContain('Your first answer counts')
  expect(await press(second, mia, true)).toContain('✅ Right')
  let seconds = 30
  await until(async () => {
    await wait(`2026-11-23T08:0${Math.floor((seconds += 5) / 60)}:${String(seconds % 60).padStart(2, '0')}Z`)
    return textOf(posts()[0] ?? never()).includes('3 answers so far')
  }, 'the number of answers in the post')
  expect(await type(first, mia, 'board')).toMatch(/Bob[\s\S]*Mia \(you\)/u)
})

test('an extra question that a manager asks for at another process is posted while they wait', async () => {
  const { start, type, posts, onDuty, asks, boss } = await openSeveral('2026-11-23T07:30:00Z')
  const [first, second] = [await start(), await start()]
  await type(first, boss, 'setup 09:00 Europe/Berlin mon-fri')
  await onDuty(first)
  expect(await type(second, boss, 'now')).toMatch(/posted/iu)
  expect(posts()).toHaveLength(1)
  await until(async () => (await asks()).length === 0, 'nothing left to ask for')
})

test('when the one on duty hangs, another posts the next question; thawed, it answers people and posts nothing', async () => {
  const { start, type, answer: press, person, posts, wait, onDuty, runOut, lines } = await openSeveral('2026-11-23T07:30:00Z')
  const [first, second] = [await start(), await start()]
  await type(first, 'U0ADA', 'setup 09:00 Europe/Berlin mon-fri')
  await onDuty(first)
  await runOut()
  await onDuty(second)
  await wait('2026-11-23T08:00:00Z')
  await wait('2026-11-23T08:00:30Z')
  expect(posts()).toHaveLength(1)
  expect(await press(first, person('Bob'), true)).toContain('✅ Right')
  expect(first.isOnDuty()).toBe(false)
  expect((await Promise.all([first.says('/readyz'), second.says('/readyz')])).map(({ status }) => status)).toEqual([200, 200])
  expect(lines.filter((line) => line.includes('"level":"error"'))).toEqual([])
})

test('a rolling restart misses and doubles nothing: each process is stopped as the next one is there', async () => {
  const { start, type, answer: press, person, posts, wait, onDuty } = await openSeveral('2026-11-23T07:30:00Z')
  let bots = [await start(), await start()]
  await type(bots[0] ?? never(), 'U0ADA', 'setup 09:00 Europe/Berlin mon-fri')
  for (const [day, name] of ['Bob', 'Eve', 'Mia'].entries()) {
    const [old = never(), other = never()] = bots
    const next = await start()
    await old.stop()
    bots = [other, next]
    await onDuty(...bots)
    await wait(`2026-11-${23 + day}T08:00:00Z`)
    expect(posts()).toHaveLength(day + 1)
    const who = person(name)
    expect(await press(next, who, true)).toContain('✅ Right')
    expect(await press(other, who, true)).toContain('You answered')
  }
})

test('no press fails while all processes are replaced, as a balancer sends nothing more to those that say they stop', async () => {
  const { start, type, answer: press, person, wait, onDuty, saved } = await openSeveral('2026-11-23T07:30:00Z')
  let bots = [await start(), await start()]
  await type(bots[0] ?? never(), 'U0ADA', 'setup 09:00 Europe/Berlin mon-fri')
  await onDuty(...bots)
  await wait('2026-11-23T08:00:00Z')
  const people = Array.from({ length: 30 }, (_, number) => person(`P${number}`))
  let pressed = 0
  /** Looks who is ready, presses there, and sees what comes back. */
  async function pressing(): Promise<void> {
    for (let who = people.shift(); who !== undefined; who = people.shift()) {
      const ready = await Promise.all(bots.map(async (bot) => ((await bot.says('/readyz')).status === 200 ? [bot] : [])))
      const [bot = never()] = ready.flat().toSorted(() => (pressed % 2 === 0 ? 1 : -1))
      expect(await press(bot, who, true)).toContain('✅ Right')
      pressed += 1
    }
  }
  const all = pressing()
  for (let turn = 0; turn < 2; turn += 1) {
    const [old = never(), other = never()] = bots
    const next = await start()
    bots = [old, other, next]
    await old.drain()
    expect((await old.says('/readyz'))).toMatchObject({ status: 503, text: expect.stringContaining('The bot is stopping.') })
    const before = pressed
    await until(() => pressed > before + 1 || people.length === 0, 'presses after it said so')
    await old.stop()
    bots = [other, next]
  }
  await all
  expect([pressed, await saved()]).toEqual([30, 30])
})
