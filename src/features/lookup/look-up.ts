// A look-up: the answer of the course as a screen, with what it leads to.
import { fold } from '../../commands/fold.ts'
import { lackingText, type Answer, type RowAnswer } from '../../course/lookup/answer.ts'
import type { Side } from '../../course/lookup/sides.ts'
import type { Course } from '../../course/course.ts'
import { readWords, stem } from '../../course/lookup/words.ts'
import { withTitles } from '../../course/document-titles.ts'
import { lookupExamples } from '../../course/examples.ts'
import { runControl } from '../../screens/control.ts'
import { passageButton, readLabel } from '../../screens/passage.ts'
import type { Screen } from '../../screens/screen.ts'
import type { Means } from '../services.ts'
import { compareScreen } from './compare-screen.ts'
import { tableAsked } from './table-asked.ts'
import { lookupScreen, type LookupView, type OwnedView, type ResponsibilityView } from './lookup-screen.ts'
import { placesCiting, placesNamed, servicePlace, termPlace, type FoundPlace, type Place } from './places.ts'
import { isSmallTalk } from './own-asks.ts'
import { commandsFor, type InCourse } from './product.ts'

/** In characters: a scene and a question. */
const longestAsked = 600
/** Beside an answer, which comes first. */
const leadsBeside = 4
/** Where they are the answer. */
const leadsAlone = 8

export function lookUp({ course, lookup, commands }: Pick<Means, 'course' | 'lookup' | 'commands'>, words: string): Screen {
  const asked = words.trim().slice(0, longestAsked)
  const answer = lookup.ask(asked)
  const control = controlNamed(course, asked, answer.kind === 'row')
  if (control !== undefined) return lookupScreen({ words: asked, leads: [], ...control })
  const found = placesNamed(course, asked)
  // “Ping” is small talk unless the course has something of this name.
  const isName = found.some(({ fit }) => fit === 'title' || fit === 'name')
  if (isSmallTalk(asked) && !isName) return lookupScreen({ words: asked, leads: [], kind: 'hello', example: lookupExamples(course)[0] ?? null })
  const table = tableAsked(course, asked)
  if (table !== undefined) return compareScreen(table, 0)
  const ofBot = commandsFor(commands, asked, inCourse(answer, found, asked))
  if (found.length + ofBot.length > 0 && isAboutPlaces(answer, { found, ofBot }, asked)) {
    const titled = found.filter(({ fit }) => fit === 'title')
    const leads = distinct([...titled, ...ofBot, ...found, ...instead(answer)])
    return lookupScreen({ words: asked, kind: 'places', leads: leads.slice(0, leadsAlone) })
  }
  const others = found.filter(({ kind }) => kind !== 'section')
  // What the question names comes before what only shows more of the answer; beside several answers there is no room for more.
  const more = answer.kind === 'row' && answer.rows.length > 1 ? [] : leadsOf(course, answer)
  const leads = distinct([...ofBot, ...others, ...more])
  return lookupScreen({ words: asked, leads: leads.slice(0, leadsBeside), ...lookupView(course, answer) })
}

/** What lacks something, or came by a word for a method, may have been asked of the bot; so may what a section has somewhere in its text. */
function inCourse(answer: Answer, found: readonly FoundPlace[], asked: string): InCourse {
  const isFaint = answer.kind === 'section' && !sharesWord([answer.title], asked)
  if ((answer.kind === 'none' && answer.lacks === undefined) || isFaint) return found.length === 0 ? 'nothing' : 'more'
  return answer.kind === 'row' || answer.kind === 'none' || (answer.kind === 'section' && found.length === 0) ? 'duty' : 'more'
}

function sharesWord(titles: readonly string[], asked: string): boolean {
  const stems = new Set(readWords(asked).map(stem))
  return titles.some((title) => readWords(title).some((word) => stems.has(stem(word))))
}

type Places = { readonly found: readonly FoundPlace[]; readonly ofBot: readonly Place[] }

/** The question names a screen of the course or of the bot, and the answer is about something else. */
function isAboutPlaces(answer: Answer, { found, ofBot }: Places, asked: string): boolean {
  const shown = found.filter(({ kind }) => kind === 'sheet' || kind === 'diagram' || kind === 'case')
  if (answer.kind === 'none') return answer.lacks === undefined || found.some(({ fit }) => fit === 'title') || ofBot.length > 0
  if (answer.kind === 'row') {
    // What asks for a duty is answered by it, even if a diagram has the same name.
    return !sharesWord(answer.rows.map(({ title }) => title), asked) && (shown.length + ofBot.length > 0 || found.some(({ kind, fit }) => kind === 'table' && fit === 'kind'))
  }
  if (answer.kind === 'term' || (answer.kind === 'section' && answer.note === undefined && fold(asked).includes(fold(answer.title)))) return shown.some(({ fit, label }) => fit === 'title' && !fold(label).includes(fold(answer.title)))
  if (shown.some(({ fit }) => fit === 'title')) return true
  const others = found.filter(({ kind, fit }) => kind === 'section' && fit === 'part')
  const isOther = others.length > 0 && others.every(({ label }) => label !== readLabel(answer.title))
  return ofBot.length > 0 || isOther || shown.some(({ fit }) => fit === 'name') || found.some(({ fit }) => fit === 'kind')
}

const distinct = (places: readonly Place[]): readonly Place[] => [...new Map(places.map((place) => [place.control, place] as const).toReversed()).values()].toReversed()

/** The answer that gave way to places, as a place. */
function instead(answer: Answer): readonly Place[] {
  switch (answer.kind) {
    case 'row':
      return answer.rows.map(({ title }) => ({ kind: 'command', label: `Look up: ${title}`, control: runControl.text({ line: `lookup ${title}` }) }))
    case 'term':
      return answer.of.kind === 'term' ? [termPlace({ term: answer.title })] : []
    case 'section':
      return answer.sources.map((source) => ({ kind: 'section', ...passageButton(source, readLabel(source.section)) }))
    case 'none':
      return []
  }
}

/** What shows more of an answer: its service in the matrix, its term, what is made of its section. */
function leadsOf(course: Course, answer: Answer): readonly Place[] {
  switch (answer.kind) {
    case 'row': {
      const services = answer.rows.flatMap(({ id }) => course.byId.responsibilities.get(id)?.service ?? [])
      const named = [...new Set(services)].flatMap((id) => course.byId.concepts.get(id) ?? [])
      const tables = placesCiting(course, keysOf(answer.rows.flatMap(({ sources }) => sources))).filter(({ kind }) => kind === 'table')
      return [...named.slice(0, 2).map(servicePlace), ...tables.slice(0, 1)]
    }
    case 'term':
      if (answer.of.kind === 'term') return answer.title.split(' · ').map((term) => termPlace({ term }))
      return [{ kind: 'command', label: 'More like this', control: runControl.text({ line: `tip ${answer.of.tip}` }) }]
    case 'section':
      return placesCiting(course, keysOf(answer.sources))
    case 'none':
      return []
  }
}

const keysOf = (sources: readonly { readonly key: string }[]): ReadonlySet<string> => new Set(sources.map(({ key }) => key))

type ViewOf<View> = View extends LookupView ? Omit<View, 'words' | 'leads'> : never

function lookupView(course: Course, answer: Answer): ViewOf<LookupView> {
  switch (answer.kind) {
    case 'row':
      return { kind: 'responsibilities', rows: answer.rows.map((row) => responsibilityView(course, row, answer.side)), meaning: answer.meaning === undefined ? null : withTitles(course, answer.meaning.text) }
    case 'term':
      return { kind: 'term', term: answer.title, definition: withTitles(course, answer.text), note: noteOf(course, answer.note), split: answer.split.map(ownedBy), sources: answer.sources }
    case 'section':
      return { kind: 'passage', heading: answer.title, text: withTitles(course, answer.text), closest: answer.note !== undefined, sources: answer.sources }
    case 'none':
      if (answer.lacks !== undefined) return { kind: 'lacking', lacks: lackingText[answer.lacks], offered: (answer.offered ?? []).map(ownedBy) }
      return { kind: 'nothing', nearest: answer.nearest, example: lookupExamples(course)[0] ?? null }
  }
}

/** A control by its name: its category, and why. @param hasRow only if the question says that it means the control: “control encryption” */
function controlNamed(course: Course, asked: string, hasRow: boolean): ViewOf<LookupView> | undefined {
  const wanted = fold(asked)
  const found = course.controls.find(({ name }) => `control ${fold(name)}` === wanted) ?? (hasRow ? undefined : course.controls.find(({ name }) => fold(name) === wanted))
  const category = found === undefined ? undefined : course.byId.controlCategories.get(found.category)
  if (found === undefined || category === undefined) return undefined
  return { kind: 'term', term: found.name, definition: `${category.name} control. ${withTitles(course, found.reason)}`, note: null, split: [], sources: found.sources }
}

const ownedBy = ({ title, ownerName }: RowAnswer): OwnedView => ({ title, owner: ownerName })

const noteOf = (course: Course, note: string | undefined): string | null => (note === undefined ? null : withTitles(course, note))

/** @param side whose half comes first */
function responsibilityView(course: Course, row: RowAnswer, side: Side | undefined): ResponsibilityView {
  const { provider, customer } = course.parties
  const half = (party: string, text: string | undefined) => (text === undefined ? [] : [{ party, text: withTitles(course, text) }])
  return {
    title: row.title,
    owner: row.ownerName,
    isShared: row.role === 'shared',
    halves: side === 'customer' ? [...half(customer.name, row.customer), ...half(provider.name, row.provider)] : [...half(provider.name, row.provider), ...half(customer.name, row.customer)],
    note: noteOf(course, row.note),
    sources: row.sources,
  }
}
