// Pieces of what was typed were dropped without a word: `mon wed fri` was saved as Monday, `9am` was not understood, BST became Dhaka.
import { describe, expect, it, onTestFinished } from 'vitest'
import { readSettings } from '../../src/features/manage/settings-input.ts'
import { daysLine } from '../../src/features/manage/settings-words.ts'
import { plainTyping } from '../../src/commands/plain-typing.ts'
import { readDays } from '../../src/commands/values/days.ts'
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
    ['mon-fri except wed plus sat', [1, 2, 4, 5, 6]], ['mon-fri but not wed, but also sat', [1, 2, 4, 5, 6]], ['all but sunday', [1, 2, 3, 4, 5, 6]], ['all except sat and sun', [1, 2, 3, 4, 5]],
    ['Mon.–Fri.', [1, 2, 3, 4, 5]], ['Mo. Tu.', [1, 2]], ['each week day', [1, 2, 3, 4, 5]], ['m-f', [1, 2, 3, 4, 5]], ['mwf', [1, 3, 5]], ['tth', [2, 4]], ['tuth', [2, 4]], ['m w f', [1, 3, 5]],
    ['t/th', [2, 4]], ['mtwtf', [1, 2, 3, 4, 5]], ['monwedfri', [1, 3, 5]], ['mon through wed and sat', [1, 2, 3, 6]], ['mon to fri except wed and thu', [1, 2, 5]], ['every mon', [1]],
    ['mondays', [1]], ['mon - wed, fri', [1, 2, 3, 5]], ['weekdays + sat', [1, 2, 3, 4, 5, 6]], ['mon..fri', [1, 2, 3, 4, 5]], ['mon→fri', [1, 2, 3, 4, 5]], ['seven days a week', every],
    ['daily except weekends', [1, 2, 3, 4, 5]], ['mon-fri except wed, except thu', [1, 2, 5]], ['weekdays mon-fri', [1, 2, 3, 4, 5]],
  ])('“%s” are all read, on a line, in a field and with other values around them', (typed, days) => {
    expect(saved(typed)).toMatchObject({ days })
    expect(saved(`9am ${typed} UTC`)).toMatchObject({ days, time: '09:00', zone: 'UTC' })
    expect(readSettings({ days: plainTyping(typed.replace('days=', '')) }, base, course)).toMatchObject({ settings: { days } })
  })

  it.each([
    'mon-tue-wed', 'mon-', 'mon fri funday', 'mon every other week', 'not sunday', 'mon-fri except mon-fri', 'monfoo',
    'mon-fri, not wed, sat', 'mon except tue', 'mon-fri except', 'mon-fri except wed but thu', 'mon-fri not wed except thu', 'mon-fri except wed plus thu', 'mon and', 'plus sat', 'daily mon-fri', 'weekdays fri',
    'mon mt', 'ms', 'mf', 't-f', 'm-s', 'weekdays-sat', 'mon-fri - wed', '-fri', 'mon or tue', 'first monday', 'mon 📅', 'Montag bis Freitag', 'lundi', 'Miércoles', 'mon_fri', 'every 2 days',
  ])('“%s” is refused, and no piece is dropped', (typed) => {
    expect(saved(typed)).toBeTypeOf('string')
    expect(readSettings({ days: plainTyping(typed) }, base, course)).toMatchObject({ errors: { days: expect.stringMatching(/“.+”/u) } })
  })

  it.each([
    ['mon-fri-wed', 'mon, fri, wed'], ['mon-fri, not wed, sat', 'leaves out sat'], ['mon-fri except', 'no day after “except”'], ['Montag', 'Write days in English'], ['t', 'several ways'], [',;', 'names no day'], ['📅', 'not a day'],
  ])('“%s” hears what is wrong with the whole of it', (typed, why) => {
    const read = readSettings({ days: typed }, base, course)
    expect(read).toMatchObject({ errors: { days: expect.stringContaining(why) } })
    expect(JSON.stringify(read).toLowerCase()).toContain(typed.toLowerCase())
  })

  it.each([['9am Montag bis Freitag', 'Write days in English'], ['mon 9am wed', 'Write all days in one place: “mon,wed”.'], ['days=mon days=wed', 'Write all days in one place'], ['9am 10:00', '“9am” and “10:00” don’t go together']])('on a line, “%s” hears it', (line, why) => {
    expect(saved(line)).toContain(why)
  })
})

describe('days as screens show them', () => {
  it.each([
    ['sunday to tuesday', 'Sun–Tue'], ['fri-mon', 'Fri–Mon'], ['sat-thu', 'Sat–Thu'], ['mon-fri', 'Mon–Fri'], ['mon-sat', 'Mon–Sat'], ['fri-sun', 'Fri–Sun'], ['weekends', 'Sat, Sun'], ['sun-mon', 'Mon, Sun'],
    ['mon wed fri', 'Mon, Wed, Fri'], ['sun mon wed', 'Mon, Wed, Sun'], ['mon tue sat sun wed fri', 'Fri–Wed'], ['tue', 'Tue'], ['mon tue thu fri', 'Mon, Tue, Thu, Fri'], ['daily', 'every day'],
  ])('“%s” reads %s', (typed, line) => {
    const read = readDays(typed)
    expect('value' in read ? daysLine(read.value) : read).toBe(line)
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
    ['+05:30', ['Asia/Kolkata']], ['UTC-5', ['Pick a city', 'ignores daylight saving time']], ['GMT+1', ['Pick a city']], ['Etc/GMT+5', ['America/New_York']], ['+5.5', ['Asia/Kolkata']], ['UTC+0', ['Europe/London', 'UTC.']],
    ['AST', ['America/Halifax', 'America/Puerto_Rico']], ['ADT', ['America/Halifax']], ['AKST', ['America/Anchorage']], ['AKDT', ['America/Anchorage']], ['HST', ['Pacific/Honolulu']], ['NZST', ['Pacific/Auckland']], ['NZDT', ['Pacific/Auckland']],
    ['AEST', ['Australia/Sydney']], ['AEDT', ['Australia/Sydney']], ['SGT', ['Asia/Singapore']], ['HKT', ['Asia/Hong_Kong']], ['WAT', ['Africa/Lagos']], ['EAT', ['Africa/Nairobi']], ['SAST', ['Africa/Johannesburg']], ['MSK', ['Europe/Moscow']],
    ['BRT', ['America/Sao_Paulo']], ['ART', ['America/Argentina/Buenos_Aires']], ['KST', ['Asia/Seoul']], ['PKT', ['Asia/Karachi']], ['ICT', ['Asia/Bangkok']], ['WIB', ['Asia/Jakarta']], ['ACST', ['Australia/Adelaide']], ['IDT', ['Asia/Jerusalem']],
    ['NST', ['America/St_Johns']], ['CLT', ['America/Santiago']], ['CAT', ['Africa/Maputo']], ['GST', ['Asia/Dubai']], ['TRT', ['Europe/Istanbul']], ['ChST', ['Pacific/Guam']], ['mt', ['America/Denver']],
  ])('“%s” is refused with cities to choose from', (typed, zones) => {
    expect(saved(typed)).toBeTypeOf('string')
    const said = JSON.stringify(readSettings({ zone: typed }, base, course))
    expect(said).toContain('errors')
    for (const zone of zones) expect(said).toContain(zone)
  })

  it('an abbreviation with one meaning is answered with what to write', () => {
    expect(readSettings({ zone: 'jst' }, base, course)).toEqual({ errors: { zone: 'Write Asia/Tokyo instead of “jst”.' } })
    expect(readSettings({ zone: '+05:30' }, base, course)).toMatchObject({ errors: { zone: expect.stringMatching(/^“\+05:30” is only a distance from UTC and ignores daylight saving time\. Pick a city: /u) } })
  })

  it.each(['America/Halifax', 'America/Puerto_Rico', 'Pacific/Guam', 'Asia/Jayapura', 'Europe/Samara'])('a zone that is offered is taken: %s', (zone) => {
    expect(saved(zone)).toMatchObject({ zone })
  })

  it.each([['Asia/Kolkata', 'Asia/Kolkata'], ['asia/calcutta', 'Asia/Calcutta'], ['Europe/Kyiv', 'Europe/Kyiv'], ['America/Buenos_Aires', 'America/Buenos_Aires'], ['utc', 'UTC'], ['America/New York', 'America/New_York']])('“%s” is kept as %s', (typed, zone) => {
    expect(saved(typed)).toMatchObject({ zone })
  })

  it.each([
    ['kolk', 'Asia/Kolkata'], ['kyiv', 'Europe/Kyiv'], ['kiev', 'Europe/Kyiv'], ['ho chi minh', 'Asia/Ho_Chi_Minh'], ['yangon', 'Asia/Yangon'], ['kathmandu', 'Asia/Kathmandu'], ['nuuk', 'America/Nuuk'],
    ['buenos aires', 'America/Argentina/Buenos_Aires'], ['lon', 'Europe/London'], ['mumbai', 'Asia/Kolkata'], ['san fran', 'America/Los_Angeles'], ['zur', 'Europe/Zurich'], ['india', 'Asia/Kolkata'], ['u', 'UTC'],
    ['EST', 'America/New_York'], ['pst', 'America/Los_Angeles'], ['BST', 'Europe/London'], ['+2', 'Africa/Cairo'], ['UTC+5:30', 'Asia/Kolkata'], ['ny', 'America/New_York'], ['nyc', 'America/New_York'],
    ['sf', 'America/Los_Angeles'], ['la', 'America/Los_Angeles'], ['münchen', 'Europe/Berlin'], ['munchen', 'Europe/Berlin'], ['københavn', 'Europe/Copenhagen'], ['kobenhavn', 'Europe/Copenhagen'],
    ['bomb', 'Asia/Kolkata'], ['st louis', 'America/Chicago'], ['roma', 'Europe/Rome'],
  ])('“%s” offers %s first', (typed, zone) => {
    expect(suggestZones(typed, 5)[0]?.zone).toBe(zone)
  })

  it.each(['EST', 'CET', '+1', 'UTC-8'])('“%s” offers the cities first that its refusal names', (typed) => {
    const said = JSON.stringify(readSettings({ zone: typed }, base, course))
    for (const { zone } of suggestZones(typed, 2)) expect(said).toContain(zone)
    expect(suggestZones(typed, 25).map(({ zone }) => zone)).toHaveLength(new Set(suggestZones(typed, 25).map(({ zone }) => zone)).size)
  })

  it.each([
    ['lon', 'Europe/London, America/Los_Angeles (Long Beach), or America/Sao_Paulo (Londrina)'], ['par', 'Europe/Paris, '], ['syd', 'Australia/Sydney?'], ['tok', 'Asia/Tokyo or '], ['new', 'America/New_York, '], ['ny', 'America/New_York?'],
    ['bomb', 'Asia/Kolkata (Bombay)?'], ['mumbai', 'Asia/Kolkata?'], ['ho chi minh', 'Asia/Ho_Chi_Minh?'], ['dar es salaam', 'Africa/Dar_es_Salaam?'], ['st louis', 'America/Chicago?'], ['St. Louis', 'America/Chicago?'],
    ['são paulo', 'America/Sao_Paulo?'], ['buenos aires', 'America/Argentina/Buenos_Aires?'], ['ho chi minh city', 'Asia/Ho_Chi_Minh?'], ['india', 'Asia/Kolkata?'], ['münchen', 'Europe/Berlin?'],
  ])('“%s” typed for a zone is read whole and answered with zones, on a line and in a field', (typed, zones) => {
    for (const line of [`zone ${typed}`, `zone=${typed}`, `zone = ${typed} mon-fri`, `9am zone: ${typed} 8h`]) {
      expect(saved(line)).toContain(`“${typed}” doesn’t work for “zone”`)
      expect(saved(line)).toContain(`Did you mean ${zones}`)
    }
    expect(readSettings({ zone: typed }, base, course)).toEqual({ errors: { zone: expect.stringContaining(`“${typed}” is not a time zone. Did you mean ${zones}`) } })
  })

  it.each(['x', 'ab', 'qqq', 'never mind'])('“%s” is near no zone', (typed) => {
    expect(saved(`zone ${typed}`)).not.toContain('Did you mean')
    expect(readSettings({ zone: typed }, base, course)).toEqual({ errors: { zone: expect.not.stringContaining('Did you mean') } })
  })

  it.each(['ho chi minh', 'dar es salaam', 'são paulo', 'st louis'])('“%s” without the word zone is read whole too', (typed) => {
    expect(saved(`9am ${typed} mon-fri`)).toContain(`I don’t understand “${typed}” here. Did you mean `)
  })

  it('a city in place of a zone is named whole', () => {
    expect(saved('9am New York mon-fri')).toBe('I don’t understand “New York” here. Did you mean America/New_York?')
  })
})

describe('the typing of phones', () => {
  it('is read as plain typing', () => {
    expect(commands.parse('settings feedback=at–close')).toMatchObject({ values: { feedback: 'at-close' } })
    expect(commands.parse('setup\u00a009:00 UTC')).toMatchObject({ name: 'setup', values: { time: '09:00' } })
    expect(commands.parse('lookup who’s responsible – me?')).toMatchObject({ values: { words: "who's responsible - me?" } })
  })

  it.each([
    ['settings “mon-fri”', { days: 'mon-fri' }], ['settings days=“mon wed”', { days: 'mon wed' }], ['settings days="mon wed fri"', { days: 'mon wed fri' }], ["settings '9am'", { time: '9am' }], ['“settings” ‘9am’', { time: '9am' }],
    ['"settings 9am"', { time: '9am' }], ['settings “9 o’clock”', { time: "9 o'clock" }], ['settings “open”=“8h”', { open: '8h' }], ['settings “Europe/Berlin”', { zone: 'Europe/Berlin' }],
    ['settings days：mon，wed', { days: 'mon,wed' }], ['settings ９：３０', { time: '9:30' }], ['settings　ＭＯＮ', { days: 'MON' }], ['help “setup”', { command: 'setup' }], ['/“help”'.slice(1), {}],
    ['lookup “guest OS” patches', { words: '"guest OS" patches' }], ['“lookup guest OS”', { words: 'guest OS' }], ['“who” patches “rds”', { words: 'patches "rds"' }], ["who's", undefined],
  ])('%s: quotes around values and full-width signs are no part of them', (line, values) => {
    expect(commands.parse(line)).toMatchObject(values === undefined ? { kind: 'unknown' } : { kind: 'known', values })
  })

  it.each([['days', '“mon wed”', { days: [1, 3] }], ['time', "'9am'", { time: '09:00' }], ['zone', '"UTC"', { zone: 'UTC' }], ['open', '“8h”', { openMinutes: 480 }], ['rollover', '"4"', { rolloverHour: 4 }]])('so are they in a field: %s', (name, typed, settings) => {
    expect(readSettings({ [name]: plainTyping(typed) }, base, course)).toMatchObject({ settings })
  })

  it('a second person is told that it takes one, and no inner id is shown', () => {
    expect(commands.parse('managers add slack:T1/U1 slack:T1/U2')).toEqual({ kind: 'misused', name: 'managers', problem: 'Only one person at a time, please.' })
  })
})

it('a form is read as a phone fills it in, with a long dash and a no-break space', async () => {
  const stage = await openStage('2026-03-02T07:00Z')
  onTestFinished(() => stage.close())
  await stage.send({ kind: 'form', command: 'setup', values: { time: '9\u00a0am', zone: 'UTC', days: 'mon–wed' } } as never, 'owner')
  expect(await stage.ledger.quizzes.at('terminal:team:general')).toMatchObject({ time: '09:00', days: [1, 2, 3] })
})
