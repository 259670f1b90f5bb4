// Public holidays of `bavaria`, `NRW`, `Schweiz`, or `Northern Ireland` were refused: only the calendar's own names, of one word, were known.
import { expect, it } from 'vitest'
import { readRegion } from '../../src/features/public-holidays.ts'
import { openStage } from '../bot/stage.ts'

it.each([
  ['bavaria', 'DE-BY'], ['Bayern', 'DE-BY'], ['NRW', 'DE-NW'], ['north rhine-westphalia', 'DE-NW'], ['Bayern, Deutschland', 'DE-BY'], ['germany bavaria', 'DE-BY'], ['england', 'GB-ENG'], ['Great Britain', 'GB'],
  ['Schweiz', 'CH'], ['Zürich', 'CH-ZH'], ['Geneva', 'CH-GE'], ['Cataluña', 'ES-CT'], ['Österreich', 'AT'], ['Wien', 'AT-9'], ['NSW', 'AU-NSW'], ['España', 'ES'], ['Germany, Berlin', 'DE-BE'], ['us ca', 'US-CA'],
])('%s is %s', async (typed, code) => expect(await readRegion(typed)).toEqual({ value: code }))

it.each([['Georgia', 'GE (Georgia) or US-GA'], ['qwerty', 'Write a country such as DE']])('%s is refused', async (typed, why) => {
  expect(await readRegion(typed)).toMatchObject({ problem: expect.stringContaining(why) })
})

it.each([
  ['settings holidays=Northern Ireland', 'GB-NIR'], ['settings holidays=new south wales open=8h', 'AU-NSW'], ['settings holidays=Germany mon-fri', 'DE'], ['settings holidays=NRW', 'DE-NW'], ['settings holidays=Bayern, Deutschland', 'DE-BY'],
  ['settings holidays=DE-BE 10:00', 'DE-BE'], ['settings holidays Lower Saxony', 'DE-NI'],
])('`%s` takes the region', async (line, code) => {
  const stage = await openStage('2026-03-02T07:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri')
  await stage.type('owner', line)
  expect((await stage.ledger.quizzes.at('terminal:team:general'))?.holidays).toBe(code)
  await stage.close()
})
