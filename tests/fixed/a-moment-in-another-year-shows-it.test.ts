// After a year off, the terminal said that the next question comes “Mon, Mar 8, 04:00”, without the year.
import { expect, it } from 'vitest'
import { notice } from '../../src/screens/notice.ts'
import { moment } from '../../src/screens/text.ts'
import { openKeyboard, toAsker } from '../platforms/terminal/keyboard.ts'

it.each([['2027-03-08T04:00Z', 'Mon, Mar 8, 2027, 04:00'], ['2026-12-31T04:00Z', 'Thu, Dec 31, 04:00'], ['2026-12-31T23:30Z', 'Fri, Jan 1, 2027, 05:30']])('%s is read as %s', async (at, shown) => {
  const zone = at.includes('23:30') ? 'Asia/Dhaka' : 'UTC'
  const keyboard = openKeyboard(() => [toAsker(notice('Title', [['The next question comes ', moment(Date.parse(at), zone), '.']]))])
  expect(await keyboard.pipe('/study off')).toContain(`The next question comes ${shown}`)
})
