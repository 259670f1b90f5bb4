// `npm run test:zones`: every zone that Node knows, every day from 2024 to 2032, at five times of day.
import { faults, times } from './every-zone.ts'

const zones = Intl.supportedValuesOf('timeZone')
const [from, to] = ['2024-01-01', '2032-12-31']
const days = Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days + 1

let wrong = 0
for (const [index, zone] of zones.entries()) {
  for (const fault of times.flatMap((time) => faults(zone, time, from, to))) {
    wrong += 1
    console.log(fault)
  }
  if (index % 50 === 49) console.error(`${index + 1} of ${zones.length} zones`)
}
console.log(`${zones.length} zones, ${days} days, ${times.length} times: ${zones.length * days * times.length} due dates, ${wrong} wrong`)
process.exitCode = wrong === 0 ? 0 : 1
