// `study round`: the story of one question, for operators.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { round as tell } from '../../src/cli/round.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { ada, ben, cleo, day, hour, minute, monday, open, place, wordedBank, wordsOf, worldOf } from '../ledger/world.ts'

let folder: string
let file: string
const ids: Record<'posted' | 'lost' | 'open' | 'there', string> = { posted: '', lost: '', open: '', there: '' }

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'round-'))
  file = join(folder, 'ledger.sqlite')
  const world = worldOf(await openLedger(file, { salt: 'salt' }))
  const { ledger } = world
  await world.setUp()
  const claim = async (at: number) => {
    const [claimed] = await ledger.delivery.claimDue(at, wordedBank(), 9)
    if (claimed === undefined) throw new Error('nothing is due')
    return claimed.round
  }

  const posted = await claim(monday)
  ids.posted = posted.id
  await ledger.delivery.markSending(posted.id, monday, null)
  for (const after of [1, 2]) {
    await ledger.delivery.defer(posted.id, monday + after * minute, 'Slack is asking the bot to wait.')
    await ledger.delivery.markSending(posted.id, monday + after * minute, null)
  }
  await Promise.all([ledger.delivery.confirmPosted(posted.id, 'C1/1.5', monday + 3 * minute), ledger.upkeep.noteBeat(monday)])
  await world.answer(posted, ada, 'b')
  await world.answer(posted, ben, 'a')
  await ledger.closing.closeDue(posted.closesAt, 9)
  await ledger.corrections.correct(posted.id, { change: { kind: 'regrade', key: ['c'] }, why: 'The document says so.', version: 0, words: wordsOf('question-1?') }, 'operator', posted.closesAt + hour)

  const lost = await claim(monday + day)
  ids.lost = lost.id
  await ledger.delivery.fail(lost.id, 'The bot may not write here.', monday + day)
  await ledger.news.markTold([lost.id], monday + day + hour)
  await ledger.news.markTold([lost.id], null, { who: 'owner', at: monday + day + hour })

  const last = await open(ledger, await claim(monday + 2 * day), monday + 2 * day)
  ids.open = last.id
  await ledger.people.setHidden(cleo, true)
  await world.answer(last, cleo, 'b', monday + 2 * day + minute)

  await world.setUp({ place: 'slack:T1/C2', nextAt: monday + 2 * day, nextDate: '2026-01-07' })
  ids.there = (await claim(monday + 2 * day + hour)).id
  await ledger.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

const told = (named: string, channel?: string, json = false): string => {
  const found = tell(file, { round: named, channel, json })
  return 'text' in found ? found.text : `! ${found.problem}`
}

it('tells a question from when it was due to how it was corrected', () => {
  const text = told(ids.posted).replaceAll(ids.posted, 'ID').replaceAll(/question-\d/gu, 'question-N')
  expect(text.split('\n')).toEqual([
    'Round ID',
    'The daily question of 2026-01-05 in slack:T1/C1',
    'Question question-N: question-N?',
    '',
    '2026-01-05 09:00:00 UTC  due (09:00 in UTC)',
    '2026-01-05 09:00:00 UTC  claimed',
    '2026-01-05 09:01:00 UTC  to be tried again (2 times, the last at 2026-01-05 09:02:00 UTC): Slack is asking the bot to wait.',
    '2026-01-05 09:02:00 UTC  sending began',
    '2026-01-05 09:03:00 UTC  posted, 3 minutes late, as C1/1.5',
    '2026-01-06 08:00:00 UTC  closed',
    '2026-01-06 09:00:00 UTC  corrected by the operator: the answer is c, not b (The document says so.)',
    '',
    '2 people have answered, 0 of them right.',
    'Its post doesn’t show the answer yet.',
  ])
})

it('says why one was not posted, and who was told', () => {
  expect(told(ids.lost)).toMatch(/2026-01-06 10:00:00 UTC {2}an owner or admin was told that it wasn’t posted\n\nIt wasn’t posted\. The bot may not write here\.$/u)
})

it('tells how many answered an open one, and nothing of what they chose', () => {
  expect(told(ids.open)).toMatch(/\n\nIt’s open until 2026-01-08 08:00:00 UTC\. 1 person has answered so far\.$/u)
  expect(told(ids.open)).not.toContain('Cleo')
  expect(JSON.parse(told(ids.open, undefined, true))).toMatchObject({ id: ids.open, place, state: 'open', answered: 1, right: null, dueAt: '2026-01-07T09:00:00.000Z', claimedAt: '2026-01-07T09:00:00.000Z', happenings: [] })
  expect(told(ids.open, undefined, true)).not.toMatch(/Cleo|"key"|"order"/u)
})

it('finds one by the beginning of its id, and by a date and a channel', () => {
  expect(told(ids.posted.slice(0, 9).toUpperCase())).toContain(`Round ${ids.posted}`)
  expect(told('2026-01-05')).toContain(`Round ${ids.posted}`)
  expect(told('2026-01-07', 'C2')).toContain(`Round ${ids.there}`)
  expect(told('2026-01-07', place)).toContain(`Round ${ids.open}`)
})

it('says what to write where none fits, or several do', () => {
  expect(told('2026-01-07')).toBe(`! Several rounds fit “2026-01-07”. Write the id of one:\n${ids.there}  slack:T1/C2  2026-01-07  claimed\n${ids.open}  slack:T1/C1  2026-01-07  open`)
  expect(told('0000000000000000')).toBe('! There is no round “0000000000000000”. Write the id from the log (“round”) or the beginning of it, or a date and a channel: npm run -s study -- round 2026-11-30 C0123456789')
  expect(told('2026-02-30', 'C9')).toContain('There is no round “2026-02-30” in a channel that ends in “C9”.')
  expect(told('yesterday')).toContain('“yesterday” is neither a round’s id nor a date.')
})
