// Pieces of what was typed were dropped without a word: `mon wed fri` was saved as Monday, `9am` was not understood, BST became Dhaka.
import { describe, expect, it, onTestFinished } from 'vitest'
import { readSettings } from '../../src/features/manage/settings-input.ts'
import { plainTyping } from '../../src/commands/plain-typing.ts'
import { suggestZones } from '../../src/commands/values/zone.ts'
import { defaultSettings } from '../../src/core/quiz.ts'
import { openStage } from '../bot/stage.ts'
import { commands } from '../catalog.ts'

const course = { topics: [] }
const base = { ...defaultSettings, zone: 'UTC' }

/** What is saved of a line, or what is said instead; from the words to the settings. */
function saved(line: string) {
  const command = commands.parse(`setup ${line}`)
  if (command.kind !== 'known') return command.kind === 'misused' ? command.problem : command
  const input = readSettings(command.values, base, course)
  return 'errors' in input ? Object.values(input.errors).join(' ') : input.settings
}

const every = [1, 2, 3, 4, 5, 6, 7]

describe('days', () => {
  it.each([
    ['mon wed fri', [1, 3, 5]], ['mon/wed/fri', [1, 3, 5]], ['mon;tue', [1, 2]], ['mon and thu', [1, 4]], ['monday to friday', [1, 2, 3, 4, 5]], ['mon–fri', [1, 2, 3, 4, 5]],
    ['tuesdays and fridays', [2, 5]], ['mon-fri except wed', [1, 2, 4, 5]], ['Mon, Wed & Fri', [1, 3, 5]], ['fri-mon', [1, 5, 6, 7]], ['every weekday', [1, 2, 3, 4, 5]],
    ['weekends', [6, 7]], ['daily except sunday', [1, 2, 3, 4, 5, 6]], ['mon - fri', [1, 2, 3, 4, 5]], ['mon\u00a0thru\u00a0thu, sat', [1, 2, 3, 4, 6]], ['every day', every],
    ['business days but not friday', [1, 2, 3, 4]], ['mon+wed|fri', [1, 3, 5]], ['tues, thurs', [2, 4]], ['days=mon wed fri', [1, 3, 5]],
  ])('“%s” are all read, on a line, in a field and with other values around them', (typed, days) => {
    expect(saved(typed)).toMatchObject({ days })
    expect(saved(`9am ${typed} UTC`)).toMatchObject({ days, time: '09:00', zone: 'UTC' })
    expect(readSettings({ days: plainTyping(typed.replace('days=', '')) }, base, course)).toMatchObject({ settings: { days } })
  })

  it.each(['mon-tue-wed', 'mon-', 'mon fri funday', 'mon every other week', 'not sunday', 'mon-fri except mon-fri', 'monfoo'])('“%s” is refused, and no piece is dropped', (typed) => {
    expect(saved(typed)).toBeTypeOf('string')
    expect(readSettings({ days: typed }, base, course)).toMatchObject({ errors: { days: expect.stringMatching(/“.+”/u) } })
  })
})

describe('times', () => {
  it.each([
    ['9am', '09:00'], ['9:00 am', '09:00'], ['9 pm', '21:00'], ['9', '09:00'], ['noon', '12:00'], ['12:30 p.m.', '12:30'], ['9.30', '09:30'], ['23h59', '23:59'], ['0900', '09:00'], ['12am', '00:00'], ['9 o’clock', '09:00'],
    ['9a', '09:00'], ['12 noon', '12:00'], ['at noon', '12:00'], ['9h30', '09:30'],
  ])('“%s” is %s', (typed, time) => {
    expect(saved(typed)).toMatchObject({ time })
    expect(saved(`${typed} mon`)).toMatchObject({ time, days: [1] })
  })

  it.each([['25:00', 'hours go from 00 to 23'], ['9:75', 'minutes go from 00 to 59'], ['13pm', 'before pm, hours go from 1 to 12'], ['24:00', 'write 00:00 for midnight'], ['9:5', 'Write two'], ['8h', 'a length of time']])('“%s” hears what is wrong with it', (typed, why) => {
    expect(saved(typed)).toContain(why)
  })

  it.each([['2d', 2880], ['1 day', 1440], ['1h30', 90], ['1h 30m', 90], ['8 hours', 480], ['2 weeks', 20_160], ['90min', 90], ['auto', null], ['1,5h', 90], ['1.5 hours', 90], ['1h, 30 min', 90], ['1 day and 2 hours', 1560]])('open=%s is %i minutes', (typed, openMinutes) => {
    expect(saved(`open=${typed} mon`)).toMatchObject({ openMinutes, days: [1] })
    expect(saved(`open ${typed}`)).toMatchObject({ openMinutes })
  })

  it.each(['1,000min', '30m 5', '1h30h', '1 2h', '30m 1h'])('open=%s is refused: a reading of it would be a guess', (typed) => {
    expect(readSettings({ open: typed }, base, course)).toMatchObject({ errors: { open: expect.stringContaining('not a length of time') } })
  })

  it('1 2 is no time, and 400 no hour', () => {
    expect(readSettings({ time: '1 2' }, base, course)).toHaveProperty('errors.time')
    expect(readSettings({ rollover: '400' }, base, course)).toHaveProperty('errors.rollover')
  })

  it.each([['1min', 'at least 15 minutes'], ['3 weeks', 'at most 14 days'], ['0h', 'at least 15 minutes']])('open=%s hears the limit', (typed, why) => {
    expect(saved(`open=${typed}`)).toContain(why)
  })
})

describe('zones', () => {
  it.each([
    ['BST', ['Europe/London', 'Asia/Dhaka']], ['EST', ['America/New_York']], ['pst', ['America/Los_Angeles']], ['CET', ['Europe/Berlin']], ['GMT', ['Europe/London', 'UTC']], ['IST', ['Asia/Kolkata']], ['JST', ['Asia/Tokyo']],
    ['+05:30', ['Asia/Kolkata']], ['UTC-5', ['zone of a city']], ['GMT+1', ['zone of a city']], ['Etc/GMT+5', ['zone of a city']],
  ])('“%s” is refused with cities to choose from', (typed, zones) => {
    expect(saved(typed)).toBeTypeOf('string')
    const said = JSON.stringify(readSettings({ zone: typed }, base, course))
    expect(said).toContain('errors')
    for (const zone of zones) expect(said).toContain(zone)
  })

  it.each([['Asia/Kolkata', 'Asia/Kolkata'], ['asia/calcutta', 'Asia/Calcutta'], ['Europe/Kyiv', 'Europe/Kyiv'], ['America/Buenos_Aires', 'America/Buenos_Aires'], ['utc', 'UTC'], ['America/New York', 'America/New_York']])('“%s” is kept as %s', (typed, zone) => {
    expect(saved(typed)).toMatchObject({ zone })
  })

  it.each([
    ['kolk', 'Asia/Kolkata'], ['kyiv', 'Europe/Kyiv'], ['kiev', 'Europe/Kyiv'], ['ho chi minh', 'Asia/Ho_Chi_Minh'], ['yangon', 'Asia/Yangon'], ['kathmandu', 'Asia/Kathmandu'], ['nuuk', 'America/Nuuk'],
    ['buenos aires', 'America/Argentina/Buenos_Aires'], ['lon', 'Europe/London'], ['mumbai', 'Asia/Kolkata'], ['san fran', 'America/Los_Angeles'], ['zur', 'Europe/Zurich'], ['india', 'Asia/Kolkata'], ['u', 'UTC'],
  ])('“%s” offers %s first', (typed, zone) => {
    expect(suggestZones(typed, 5)[0]?.zone).toBe(zone)
  })

  it('a city in place of a zone is named whole', () => {
    expect(saved('9am New York mon-fri')).toBe('I do not understand “New York” here. Did you mean America/New_York?')
  })
})

describe('the typing of phones', () => {
  it('is read as plain typing', () => {
    expect(commands.parse('settings feedback=at–close')).toMatchObject({ values: { feedback: 'at-close' } })
    expect(commands.parse('setup\u00a009:00 UTC')).toMatchObject({ name: 'setup', values: { time: '09:00' } })
    expect(commands.parse('lookup who’s responsible – me?')).toMatchObject({ values: { words: "who's responsible - me?" } })
  })

  it('a second person is told that it takes one, and no inner id is shown', () => {
    expect(commands.parse('managers add slack:T1/U1 slack:T1/U2')).toEqual({ kind: 'misused', name: 'managers', problem: 'This takes one person at a time.' })
  })
})

it('a form is read as a phone fills it in, with a long dash and a no-break space', async () => {
  const stage = await openStage('2026-03-02T07:00Z')
  onTestFinished(() => stage.close())
  await stage.send({ kind: 'form', command: 'setup', values: { time: '9\u00a0am', zone: 'UTC', days: 'mon–wed' } } as never, 'owner')
  expect(await stage.ledger.quizzes.at('terminal:team:general')).toMatchObject({ time: '09:00', days: [1, 2, 3] })
})
