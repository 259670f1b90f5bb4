// Exams that end by the clock: who is told, where, and how often.
import { describe, expect, it } from 'vitest'
import { endTimedSessions, giveBackDowntime } from '../../src/bot/timed-sessions.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import type { SessionKind } from '../../src/core/session.ts'

const noon = Date.UTC(2026, 10, 23, 12)
const minute = 60_000
const task = { item: 'question:one', order: ['a', 'b'], key: ['a'], content: 1 }

async function opened(alone = true) {
  const ledger = await openLedger(':memory:', { now: noon })
  const told: string[] = []
  const warnings: string[] = []
  const quiet = () => undefined
  const log = { debug: quiet, info: quiet, error: quiet, warn: (_: object, message: string) => void warnings.push(message) }
  const begin = (account: string, id: string, kind: SessionKind = 'exam') =>
    ledger.sessions.start(account, { id: id.repeat(16).slice(0, 16), kind, about: null, tasks: [task], zone: 'UTC', startedAt: noon, endsAt: noon + 7 * minute })
  const beat = (at: number, refuses?: string) =>
    endTimedSessions({ ledger, log, courses: { alone } }, () => ({
      tell: async (account, screen) => {
        if (account === refuses) throw new Error('Slack is away')
        return told.push(`${account} ${screen.title} ${JSON.stringify(screen.blocks).match(/(?:of:\d:.*)?exam-show:\w{4}/u)?.[0]}`) > 0
      },
    }), at)
  return { ledger, told, warnings, begin, beat }
}

it('tells people on Slack once, with a button that shows the result', async () => {
  const { ledger, told, begin, beat } = await opened()
  await begin('slack:T/U1', 'a')
  await begin('discord:u:2', 'b')
  await begin('terminal:team:ada', 'c')
  await beat(noon + 7 * minute)
  expect(told).toEqual([])
  for (const later of [10, 11, 12]) await beat(noon + later * minute)
  expect(told).toEqual(['slack:T/U1 Time’s up: your exam was submitted exam-show:aaaa'])
  for (const account of ['slack:T/U1', 'discord:u:2', 'terminal:team:ada']) expect(await ledger.sessions.past(account, 'exam', 9)).toHaveLength(1)
  await ledger.close()
})

it('says the course of the exam where there are several, also the first: somebody may study another one meanwhile', async () => {
  const { ledger, told, begin, beat } = await opened(false)
  await begin('slack:T/U1', 'a')
  await beat(noon + 10 * minute)
  expect(told).toEqual([expect.stringMatching(/of:1:.*exam-show:aaaa$/u)])
  await ledger.close()
})

it('tells nobody who submitted it, or whose own press found that the time was up', async () => {
  const { ledger, told, begin, beat } = await opened()
  await begin('slack:T/U1', 'a')
  await begin('slack:T/U2', 'b')
  await ledger.sessions.act('slack:T/U1', 'a'.repeat(16), { kind: 'end' }, noon + minute)
  await ledger.sessions.act('slack:T/U2', 'b'.repeat(16), { kind: 'answer', position: 0, chosen: ['a'] }, noon + 8 * minute)
  await beat(noon + 10 * minute)
  expect(told).toEqual([])
  await ledger.close()
})

it('tells the others if one cannot be told', async () => {
  const { ledger, told, warnings, begin, beat } = await opened()
  await begin('slack:T/U1', 'a')
  await begin('slack:T/U2', 'b')
  await beat(noon + 10 * minute, 'slack:T/U1')
  expect(told).toEqual(['slack:T/U2 Time’s up: your exam was submitted exam-show:bbbb'])
  expect(warnings).toHaveLength(1)
  await ledger.close()
})

it('tells nobody about a drill that ended: it shows that itself', async () => {
  const { ledger, told, begin, beat } = await opened()
  await begin('slack:T/U1', 'a', 'drill')
  await beat(noon + 10 * minute)
  expect([told, await ledger.sessions.running('slack:T/U1', 'drill')]).toEqual([[], undefined])
  await ledger.close()
})

it('ends the exam of somebody whose platform does not run, without a word', async () => {
  const { ledger, warnings, begin } = await opened()
  await begin('slack:T/U1', 'a')
  const quiet = () => undefined
  const log = { debug: quiet, info: quiet, error: quiet, warn: (_: object, message: string) => void warnings.push(message) }
  await endTimedSessions({ ledger, log, courses: { alone: true } }, () => undefined, noon + 10 * minute)
  expect([await ledger.sessions.running('slack:T/U1', 'exam'), warnings]).toEqual([undefined, []])
  await ledger.close()
})

it('ends every exam whose time is up at one beat, however many there are', async () => {
  const { ledger, told, begin, beat } = await opened()
  const accounts = Array.from({ length: 201 }, (_, at) => `slack:T/U${at}`)
  for (const account of accounts) await begin(account, account.slice(9).padStart(16, '0'))
  await beat(noon + 10 * minute)
  expect(told).toHaveLength(accounts.length)
  await ledger.close()
})

describe('after a restart', () => {
  async function restarted(lastBeat: number | null, at: number) {
    const { ledger, begin } = await opened()
    await begin('slack:T/U1', 'a')
    if (lastBeat !== null) await ledger.upkeep.noteBeat(lastBeat)
    const said: object[] = []
    const quiet = () => undefined
    await giveBackDowntime({ ledger, log: { debug: quiet, warn: quiet, error: quiet, info: (fields) => void said.push(fields) } }, at)
    const endsAt = (await ledger.sessions.running('slack:T/U1', 'exam'))?.endsAt
    await ledger.close()
    return { endsAt, said }
  }
  const end = noon + 7 * minute

  it('an exam that was under way lasts as much longer as the bot was down', async () => {
    expect(await restarted(noon + minute, noon + 21 * minute)).toEqual({ endsAt: end + 20 * minute, said: [{ sessions: 1, minutes: 20 }] })
  })

  it('within a minute nobody lost anything, so nobody gets anything back', async () => {
    expect(await restarted(noon + minute, noon + 2 * minute)).toEqual({ endsAt: end, said: [] })
  })

  it('at the very first start there is nothing to give back', async () => {
    expect(await restarted(null, noon + 5 * minute)).toEqual({ endsAt: end, said: [] })
  })

  it('an exam that was over before the bot went down stays over', async () => {
    expect(await restarted(end + minute, end + 30 * minute)).toEqual({ endsAt: end, said: [] })
  })
})
