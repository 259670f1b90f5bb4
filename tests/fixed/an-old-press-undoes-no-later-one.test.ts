// In a quiz that explains at the close, a press that was delivered a second time put back the answer that had been changed since.
import { expect, test } from 'vitest'
import { openStage } from '../bot/stage.ts'

test('a press from before the answer that stands changes nothing, and is told what stands', async () => {
  const stage = await openStage('2026-03-02T08:00Z')
  await stage.type('owner', 'setup 09:00 UTC daily open=1h feedback=at-close')
  for (let turn = 0; turn < 40; turn += 1) {
    await stage.type('owner', 'now')
    await stage.bot.tick()
    stage.clock.now += 60_000
    const round = await stage.ledger.rounds.open('terminal:team:general', stage.clock.now)
    if (round === undefined || round.key.length > 1) {
      stage.clock.now += 3_600_000
      await stage.bot.tick()
      continue
    }
    const [first = '', second = ''] = round.order
    const ada = { id: 'terminal:team:ada', group: 'terminal:team', name: 'Ada' }
    const at = stage.clock.now
    const answer = (option: string, moment: number) => stage.ledger.answers.take(round.id, ada, [option], moment)
    expect((await answer(first, at))?.chosen).toEqual([first])
    expect((await answer(second, at + 10))?.verdict).toMatchObject({ kind: 'counted', changed: true })
    const late = await answer(first, at)
    expect(late).toMatchObject({ verdict: { kind: 'counted', changed: false }, chosen: [second] })
    expect((await stage.ledger.rounds.view(round.id, ada.group, ada.id))?.mine).toMatchObject({ chosen: [second], at: at + 10 })
    expect((await answer(first, at + 20))?.chosen).toEqual([first])
    return
  }
  throw new Error('no question with one right answer')
})
