// `24.12.26`, `24.12`, `in two weeks`, and `24. Dezember` were refused, and `2 weeks from 24 Dec` was two weeks from today, called “from 24 Dec”.
import { expect, it } from 'vitest'
import { readDates } from '../../src/commands/values/dates.ts'
import { openStage, words } from '../bot/stage.ts'

const today = '2026-11-25'
const read = (text: string): string => {
  const found = readDates(text, today)
  return 'problem' in found ? found.problem : [`${found.value.from}..${found.value.to}`, found.value.name].join(' ').trim()
}

it.each([
  '24.12.26', '24.12.2026', '24.12.', '24.12', '24/12/26', '12/24/26', '24-12-2026', '24. Dezember', '24. Dez. 2026', '24 décembre', '24 déc. 2026', '24 de diciembre de 2026', '24 de dezembro', '24 dicembre',
  '24 december', '24 grudnia', '24. prosince', '24. joulukuuta', '24 Aralık', '24 декабря', '24 грудня', 'december 24.', '12月24日', '2026年12月24日', '24th of Dec', 'on 24.12.',
])('%s is December 24', (text) => expect(read(text)).toBe('2026-12-24..2026-12-24'))

it.each([
  ['in two weeks', '2026-12-09..2026-12-09'], ['in 3 days', '2026-11-28..2026-11-28'], ['in a month', '2026-12-25..2026-12-25'], ['two weeks from now', '2026-12-09..2026-12-09'],
  ['the day after tomorrow', '2026-11-27..2026-11-27'], ['next Friday', '2026-11-27..2026-11-27'], ['2 weeks from 24 Dec', '2026-12-24..2027-01-06'], ['for two weeks from now', '2026-11-25..2026-12-08'],
  ['a month', '2026-11-25..2026-12-24'], ['in two weeks for 3 days', '2026-12-09..2026-12-11'], ['24.12.-28.12.', '2026-12-24..2026-12-28'], ['24.12-28.12', '2026-12-24..2026-12-28'],
  ['24.12.26-2.1.27 Winter', '2026-12-24..2027-01-02 Winter'], ['24. Dezember bis 2. Januar', '2026-12-24..2027-01-02'], ['24.-28. Dezember', '2026-12-24..2026-12-28'], ['24.-28.12.', '2026-12-24..2026-12-28'],
  ['1er mai', '2027-05-01..2027-05-01'], ['24 Dec Mars party', '2026-12-24..2026-12-24 Mars party'],
])('%s is read as %s', (text, expected) => expect(read(text)).toBe(expected))

it.each(['13.13.26', '3/4/26', 'heute', 'constructor', 'Dezember', 'in weeks'])('%s is refused with a form to type', (text) => expect(read(text)).toMatch(/Write|There’s no date/u))

it('in every command that takes dates', async () => {
  const stage = await openStage('2026-11-25T07:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri')
  expect(words(await stage.type('owner', 'off 24. Dezember „Heiligabend“'))).toContain('Off: Heiligabend (Thu, Dec 24, 2026).')
  expect(words(await stage.type('ben', 'away 24.12.26 - 02.01.27'))).toContain('Noted: Thu, Dec 24, 2026 – Sat, Jan 2, 2027.')
  expect(words(await stage.type('owner', 'pause until in two weeks'))).toContain('until Wed, Dec 9, 2026')
  expect(words(await stage.type('owner', 'pause a month'))).toContain('until Fri, Dec 25, 2026')
  await stage.close()
})
