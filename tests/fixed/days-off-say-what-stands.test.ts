// What was said of days off was not so: days that were off "weren't", days that stayed off were "removed", and days that were over were "until then".
import { afterEach, beforeEach, expect, it } from 'vitest'
import { answerControl } from '../../src/screens/question.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { control } from '../features/session-screens.ts'

let stage: Stage
beforeEach(async () => {
  stage = await openStage('2026-11-23T07:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri topics=repairs')
})
afterEach(() => stage.close())

const said = async (line: string, who = 'owner') => words(await stage.type(who, line))
const streak = async () => /Streak: (\d+)/u.exec(await said('me', 'ben'))?.[1]

/** Ben answers on these days of November 2026; the clock then stands at 10:00 on `until`. */
async function november(answered: readonly number[], until: number): Promise<void> {
  for (let date = 23; date <= until; date += 1) {
    await stage.until(`2026-11-${date}T08:30Z`)
    await stage.until(`2026-11-${date}T09:00Z`)
    const round = stage.channel.posts.at(-1)?.round ?? ''
    if (answered.includes(date)) await stage.press('ben', answerControl.text({ round, option: stage.optionsOf(round).right }))
  }
  await stage.until(`2026-11-${until}T10:00Z`)
}

it('a day off that was added late is listed, and removed by its name, with what it did to streaks', async () => {
  await november([23, 24, 26, 27], 27)
  expect(await streak()).toBe('2')
  expect(await said('off 25 Nov "Oops"')).toContain('Oops: Wed, Nov 25, 2026 · 1 day · over')
  expect(await streak()).toBe('4')
  expect(await said('off remove Oops')).toContain('Removed: Wed, Nov 25, 2026. The question of Wed, Nov 25 counts for streaks again.')
  expect(await streak()).toBe('2')
  await stage.type('owner', 'off 25 Nov')
  expect(await streak()).toBe('4')
  expect(await said('off remove 25 Nov')).toContain('Removed: Wed, Nov 25, 2026.')
  const again = await stage.type('owner', 'off 25 Nov "Oops"')
  expect(words(await stage.press('owner', control(again, 'Remove')))).toContain('No days off are coming up.')
  expect(await streak()).toBe('2')
  expect(await said('off remove 25 Nov')).toContain('There’s nothing to remove: Wed, Nov 25, 2026 isn’t off.')
})

it('one that is over for longer stays, and that is said; of one that has begun the days to come are removed', async () => {
  await stage.type('owner', 'off 23-27 Nov "Trip"')
  await stage.until('2026-11-25T10:00Z')
  const list = await stage.type('owner', 'off')
  expect(words(await stage.press('owner', control(list, 'Remove')))).toContain('Removed: Wed, Nov 25 – Fri, Nov 27, 2026. The days before today stay off.')
  await stage.until('2026-11-30T10:00Z')
  expect(await said('off')).not.toContain('Trip')
  expect(await said('off remove 24 Nov')).toContain('Too late: days off can be removed up to 3 days after. Tue, Nov 24, 2026 stays off.')
})

it('days that are over are not between now and the next question', async () => {
  await november([], 30)
  await stage.type('owner', 'off 28-29 Nov')
  await stage.type('owner', 'off 27 Nov')
  for (const line of ['off', 'status', 'settings', 'resume', 'today']) expect(await said(line), line).not.toContain('until then')
  await stage.type('owner', 'off 1 Dec')
  for (const line of ['off', 'status', 'settings', 'resume']) expect(await said(line), line).toContain('Off until then: Tue, Dec 1, 2026.')
})

it('a public holiday and a pause are no days off of the channel', async () => {
  await stage.type('owner', 'settings holidays=US')
  expect(await said('off')).toMatch(/Besides public holidays, no days off are coming up\..*Next: Thanksgiving Day \(Thu, Nov 26, 2026\)/su)
  expect(await said('off remove 25 Dec')).toContain('Christmas Day (Fri, Dec 25, 2026) is a public holiday, so it can’t be removed by itself.')
  expect(await said('off remove Christmas')).toContain('Christmas Day (Fri, Dec 25, 2026) is a public holiday')
  expect(await said('off Christmas')).toContain('Christmas Day (Fri, Dec 25, 2026) is a public holiday in United States (US). No question comes then.')
  expect(await said('off Pancakes')).toContain('It’s no public holiday in United States (US), so write its date.')
  await stage.type('owner', 'pause until 10 Dec')
  expect(await said('off remove 8 Dec')).toContain('The daily question is paused until Thu, Dec 10, 2026.')
  await stage.type('owner', 'settings holidays=off')
  expect(await said('off Christmas')).toContain('If it’s a public holiday, choose a country')
  await stage.type('owner', 'pause')
  expect(await said('off remove 8 Dec')).toContain('The daily question is paused, and that’s no day off.')
})

it('what stays off is said', async () => {
  for (const line of ['off 24 Dec - 2 Jan "Winter break"', 'off 28 Dec', 'off 2 Jan "Party"', 'settings holidays=US']) await stage.type('owner', line)
  expect(await said('off remove all')).toContain('Remove all 10 days off?')
  expect(await said('off remove Winter break')).toContain('Still off: Christmas Day (Fri, Dec 25, 2026), Mon, Dec 28, 2026, New Year\'s Day (Fri, Jan 1, 2027), and Party (Sat, Jan 2, 2027).')
  await stage.type('owner', 'off 25 Dec')
  expect(await said('off remove 25 Dec')).toContain('Removed: Fri, Dec 25, 2026. Still off: Christmas Day (Fri, Dec 25, 2026).')
  expect(await said('off remove 20 Dec - 5 Jan')).toContain('Removed: Mon, Dec 28, 2026 and Sat, Jan 2, 2027. Still off:')
})

it.each([
  ['off “Team day” Dec 7th', 'Off: Team day (Mon, Dec 7, 2026).'], ['off "Team day": 7 Dec', 'Off: Team day (Mon, Dec 7, 2026).'],
  ['off 12/24-12/26', 'Off: Thu, Dec 24 – Sat, Dec 26, 2026.'], ['season “Winter” 7-18 Dec', 'Winter (Mon, Dec 7 – Fri, Dec 18, 2026)'],
  ['off remove “Team” day', 'No day off here is called “Team day”, and it’s not a date I understand.'], ['away banana “Team day”', '“banana ‘Team day’” isn’t a date I understand.'],
])('%s', async (line, answer) => {
  expect(await said(line)).toContain(answer)
})
