// At the close of a round with 20,000 answers the process stood still for 1.7 s: they were all judged in one transaction.
import { expect, it, onTestFinished } from 'vitest'
import { openStage } from '../bot/stage.ts'

it('answers that waited for the close are judged in slices, with room for others between them', async () => {
  const stage = await openStage('2026-03-02T07:00Z')
  onTestFinished(() => stage.close())
  await stage.type('ada', 'setup 09:00 Europe/Berlin mon-fri feedback=at-close open=1h')
  await stage.until('2026-03-02T08:01Z')
  const round = await stage.ledger.rounds.open('terminal:team:general', stage.clock.now)
  if (round === undefined) throw new Error('no round is open')
  const people = Array.from({ length: 1_200 }, (_, number) => ({ id: `terminal:team:p${number}`, group: 'terminal:team', name: `P${number}`, standIn: false }))
  await Promise.all(people.map((person) => stage.ledger.answers.take(round.id, person, round.key, stage.clock.now)))
  const judged: number[] = []
  const { judgeDue } = stage.ledger.closing
  stage.ledger.closing.judgeDue = async (now, limit) => {
    const count = await judgeDue(now, limit)
    judged.push(count)
    return count
  }
  await stage.until('2026-03-02T09:01Z')
  expect(judged.slice(0, 3)).toEqual([500, 500, 200])
  expect(await stage.ledger.rounds.view(round.id, 'terminal:team', 'terminal:team:p7')).toMatchObject({ round: { state: 'closed' }, answered: 1_200 })
})
