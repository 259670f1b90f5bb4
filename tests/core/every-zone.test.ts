import { expect, it } from 'vitest'
import { addDays } from '../../src/core/time.ts'
import { changes, faults, times } from './every-zone.ts'

const [firstYear, lastYear] = [2024, 2032]
const inOneTest = 20
const zones = Intl.supportedValuesOf('timeZone').map((zone) => ({ zone, dates: changes(zone, firstYear, lastYear) }))
const changing = zones.filter(({ dates }) => dates.length > 0)
const parts = Array.from({ length: Math.ceil(changing.length / inOneTest) }, (_, part) => changing.slice(part * inOneTest, (part + 1) * inOneTest))

// `npm run test:zones` walks every day of these years; here it is the days around each change of the clocks.
it.each(parts.map((part) => [part[0]?.zone, part.at(-1)?.zone, part] as const))(
  'every zone from %s to %s has each due date once, in order, around every change of its clocks from 2024 to 2032',
  (_, __, part) => {
    const found = part.flatMap(({ zone, dates }) => dates.flatMap((date) => times.flatMap((time) => faults(zone, time, addDays(date, -2), addDays(date, 2)))))
    expect(found).toEqual([])
  },
)

it('zones whose clocks never change are right as well', () => {
  const found = zones.filter(({ dates }) => dates.length === 0).flatMap(({ zone }) => faults(zone, '09:00', '2024-02-27', '2024-03-02'))
  expect(found).toEqual([])
})

it('every zone that Node knows is in one of these tests', () => {
  expect(changing.length).toBeGreaterThan(0)
  expect([...parts.flat(), ...zones.filter(({ dates }) => dates.length === 0)].map(({ zone }) => zone).sort()).toEqual(Intl.supportedValuesOf('timeZone').toSorted())
})
