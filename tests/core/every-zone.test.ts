import { expect, it } from 'vitest'
import { addDays } from '../../src/core/time.ts'
import { changes, faults, times } from './every-zone.ts'

const zones = Intl.supportedValuesOf('timeZone')

// `npm run test:zones` walks every day of these years; here it is the days around each change of the clocks.
it('every zone has each due date once, in order, around every change of its clocks from 2024 to 2032', () => {
  const found = zones.flatMap((zone) =>
    changes(zone, 2024, 2032).flatMap((date) => times.flatMap((time) => faults(zone, time, addDays(date, -2), addDays(date, 2)))),
  )
  expect(found).toEqual([])
})

it('zones whose clocks never change are right as well', () => {
  const found = zones.filter((zone) => changes(zone, 2024, 2032).length === 0).flatMap((zone) => faults(zone, '09:00', '2024-02-27', '2024-03-02'))
  expect(found).toEqual([])
})
