// Public holidays by country and region. The calendar is large, so it is loaded when somebody first asks for it.
import { closest } from '../commands/closest.ts'
import { fold } from '../commands/fold.ts'
import { quoted, type Read } from '../commands/values/read.ts'
import type { Holiday } from '../core/manage-days-off.ts'
import { addDays, type LocalDate } from '../core/time.ts'
import { readerOf } from './region-names.ts'
import type { Suggestion } from '../screens/form.ts'

/** `code`: `DE-BE`; `name`: `Germany, Berlin`. */
export type Region = { readonly code: string; readonly name: string }

let loaded: Promise<Calendar> | undefined
const calendar = (): Promise<Calendar> => (loaded ??= load())

type Calendar = {
  readonly regions: readonly Region[]
  /** Of the countries or regions that people may mean by this name. */
  readonly codesOf: (typed: string) => readonly string[]
  readonly of: (code: string, year: number) => readonly Holiday[]
}

async function load(): Promise<Calendar> {
  const { default: Holidays } = await import('date-holidays')
  const all = new Holidays()
  const listed = (found: Readonly<Record<string, string>> | undefined) => Object.entries(found ?? {})
  const regions = listed(all.getCountries('en')).flatMap(([country, name]): Region[] => {
    const states = listed(all.getStates(country, 'en')).flatMap(([state, stateName]): Region[] => {
      const parts = listed(all.getRegions(country, state, 'en')).map(([part, partName]) => ({ code: `${country}-${state}-${part}`, name: `${name}, ${stateName}, ${partName}` }))
      return [{ code: `${country}-${state}`, name: `${name}, ${stateName}` }, ...parts]
    })
    return [{ code: country, name }, ...states]
  })
  const native = regions.map(({ code }) => code).filter((code) => !code.includes('-')).flatMap((country) =>
    listed(all.getStates(country)).map(([state, name]): Region => ({ code: `${country}-${state}`, name })))
  const years = new Map<string, readonly Holiday[]>()
  const of = (code: string, year: number): readonly Holiday[] => {
    const key = `${code} ${year}`
    const known = years.get(key)
    if (known !== undefined) return known
    const [country = '', state = '', part = ''] = code.split('-')
    const found = new Holidays(country, state, part).getHolidays(year, 'en').filter(({ type, date }) => (type === 'public' || type === 'bank') && date.slice(11, 19) === '00:00:00')
    const holidays = found.map(({ date, name, start, end }): Holiday => {
      const from = date.slice(0, 10)
      // Of one that ends at noon, the last half day is a working day.
      const days = Math.max(1, Math.floor((end.getTime() - start.getTime()) / 86_400_000 + 0.1))
      return { from, to: addDays(from, days - 1), name }
    })
    if (years.size >= mostYears) years.clear()
    years.set(key, holidays)
    return holidays
  }
  return { regions, codesOf: readerOf([...regions, ...native]), of }
}

const mostYears = 500

/** Days that begin a public or bank holiday in that time, in order; half days are working days. Undefined if there is no such region. */
export async function holidaysIn(code: string, from: LocalDate, to: LocalDate): Promise<readonly Holiday[] | undefined> {
  const { regions, of } = await calendar()
  if (!regions.some((region) => region.code === code)) return undefined
  const years = Array.from({ length: Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1 }, (_, later) => Number(from.slice(0, 4)) + later)
  return years.flatMap((year) => of(code, year)).filter((holiday) => holiday.to >= from && holiday.from <= to)
}

/** How far ahead they are kept with a quiz, in days. */
export const knownAhead = 400

/** Those that a quiz keeps from `today` on, and up to which date. */
export async function comingHolidays(code: string, today: LocalDate): Promise<{ readonly holidays: readonly Holiday[]; readonly until: LocalDate } | undefined> {
  const until = addDays(today, knownAhead)
  const holidays = await holidaysIn(code, addDays(today, -1), until)
  return holidays === undefined ? undefined : { holidays, until }
}

/** A code or the name of a country or region; null for `off`. */
export async function readRegion(typed: string): Promise<Read<string | null>> {
  const text = typed.trim()
  if (/^(off|none|no)$/iu.test(text)) return { value: null }
  const { regions, codesOf } = await calendar()
  const asCode = text.toUpperCase().replace(/[\s_/]+/gu, '-')
  const found = regions.some(({ code }) => code === asCode) ? [asCode] : codesOf(text)
  const [only, ...others] = found
  return only !== undefined && others.length === 0 ? { value: only } : { problem: noSuchRegion(text, regions) }
}

const mostNear = 4

function noSuchRegion(text: string, regions: readonly Region[]): string {
  const near = nearRegions(text, regions).slice(0, mostNear)
  const names = new Intl.ListFormat('en-US', { type: 'disjunction' }).format(near.map(({ code, name }) => `${code} (${name})`))
  const hint = near.length === 0 ? 'Write a country such as DE, a region such as US-CA, or off.' : `Did you mean ${names}?`
  return `I don’t know the country or region ${quoted(text)}. ${hint}`
}

/** Those with that word in the name, of that country, or spelled alike. */
function nearRegions(text: string, regions: readonly Region[]): readonly Region[] {
  const wanted = fold(text.replace(/[_-]/gu, ' '))
  const named = regions.filter(({ name }) => wanted.length > 2 && fold(name).includes(wanted))
  const isStart = ({ name }: Region) => fold(name).startsWith(wanted)
  if (named.length > 0) return [...named.filter(isStart), ...named.filter((region) => !isStart(region))]
  const country = text.slice(0, 2).toUpperCase()
  const spelled = closest(wanted, regions.map(({ name }) => fold(name.split(', ').at(-1) ?? name)))
  const alike = regions.filter(({ name }) => spelled !== undefined && fold(name.split(', ').at(-1) ?? name) === spelled)
  return alike.length > 0 ? alike : /^[a-z]{2}([-_ /]|$)/iu.test(text) ? regions.filter(({ code }) => code === country || code.startsWith(`${country}-`)) : []
}

export async function suggestRegions(typed: string, limit: number): Promise<readonly Suggestion[]> {
  const { regions } = await calendar()
  const wanted = fold(typed)
  const fits = regions.filter(({ code, name }) => fold(code).startsWith(wanted) || fold(name).includes(wanted))
  const off = 'off'.startsWith(wanted) ? [{ value: 'off', label: 'No public holidays' }] : []
  return [...off, ...fits.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))].slice(0, limit)
}
