// Recaps ended in bare numbers, the rules for streaks seemed to contradict each other, and two names with a comma made one team.
import { expect, it } from 'vitest'
import { recapScreen } from '../../src/screens/recap.ts'
import { closedRound } from '../../src/screens/sample-round.ts'
import { openStage, words } from '../bot/stage.ts'

const recap = (leaders: { names: string[]; count: number; points: number }, streak: { names: string[]; count: number; days: number }) =>
  words(recapScreen({ round: closedRound, ago: 'yesterday', answered: 9, right: 6, leaders: { ...leaders, over: true }, streak }))

it('a recap speaks in sentences', () => {
  expect(recap({ names: [], count: 3, points: 3 }, { names: [], count: 6, days: 5 })).toContain('3 people won the week with 3 points. 6 people share the longest streak: 5 days.')
  expect(recap({ names: ['Ada'], count: 1, points: 1 }, { names: ['Ben'], count: 1, days: 5 })).toContain('Ada won the week with 1 point. Longest streak: Ben, 5 days.')
  expect(recap({ names: ['Ada'], count: 1, points: 2 }, { names: ['Ada'], count: 1, days: 5 })).toContain('Ada won the week with 2 points and a streak of 5 days.')
})

it('the rules for streaks go together, and a team has one name', async () => {
  const stage = await openStage('2026-03-02T07:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri')
  const said = async (line: string) => words(await stage.type('owner', line))
  expect(await said('me streak')).toContain('Each channel has its own streak. With linked accounts, you have one for all, wherever you answer.')
  for (const line of ['add Reds,Blues <@terminal:team:amy>', 'add Reds <@terminal:team:amy>, Blues <@terminal:team:bob>', 'rename Reds to Blues, Greens']) expect(await said(`teams ${line}`), line).toContain('Write one team at a time')
  expect(await said('teams add Reds <@terminal:team:amy>, <@terminal:team:bob>')).toContain('Added 2 people to Reds.')
  expect(await said('teams add Reds @zoe')).toContain('I don’t know who “@zoe” is. Write @ and a name, or # and a channel.')
  await stage.close()
})

it('a season without the word before its name is met with that word', async () => {
  const stage = await openStage('2026-03-02T07:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri')
  const said = async (line: string) => words(await stage.type('ben', line))
  expect(await said('board Autumn 2026')).toContain('To see a season by its name, write “board season Autumn 2026”.')
  expect(await said('board last season')).toContain('To see a season by its name, write “board season Autumn 2026”.')
  expect(await said('team Spring')).toContain('write “team season Spring”.')
  expect(await said('board weak')).toContain('Did you mean week?')
  await stage.close()
})
