// What a look-up leads to besides its answer: sheets, diagrams, tables, cases, terms and services of the course, by name.
import { fold, foldedWords } from '../../commands/fold.ts'
import type { Concept, Course, Term } from '../../course/course.ts'
import { matrixServices } from '../../course/matrix-services.ts'
import { stem } from '../../course/lookup/words.ts'
import { runControl } from '../../screens/control.ts'
import { passageButton, readLabel } from '../../screens/passage.ts'
import { comparisons } from './compare.ts'

type PlaceKind = 'sheet' | 'diagram' | 'table' | 'case' | 'control' | 'term' | 'service' | 'document' | 'section' | 'command'

export type Place = {
  readonly kind: PlaceKind
  readonly label: string
  /** Opens it. */
  readonly control: string
  /** What the label doesn’t say. */
  readonly about?: string
}

export type FoundPlace = Place & {
  /**
   * `title`: the question is its title; `name`: another name of it. `kind`: the question names its kind as well, as in “layer diagram”.
   * `part`: its name has all words of the question, or begins with it.
   */
  readonly fit: 'title' | 'name' | 'kind' | 'part'
}

/** `stems`: of the words of each of its names. */
type Known = Place & { readonly folded: readonly string[]; readonly stems: readonly ReadonlySet<string>[] }

/** Words that name a kind of place, singular. */
const kindWords: Readonly<Partial<Record<PlaceKind, readonly string[]>>> = {
  sheet: ['sheet', 'list', 'cheatsheet'],
  diagram: ['diagram', 'drawing', 'picture', 'figure', 'image', 'chart'],
  table: ['table', 'comparison'],
  case: ['case', 'scenario'],
  control: ['control'],
  term: ['term', 'definition', 'glossary'],
  service: ['matrix'],
}

/** Words that only ask. */
const askingWords: ReadonlySet<string> = new Set('a an the of on in for to and about what i are me my show find open see give please all any each where how do doe can you there'.split(' '))

const made = new WeakMap<Course, readonly Known[]>()

/** The best first. */
export function placesNamed(course: Course, asked: string): readonly FoundPlace[] {
  const known = made.get(course) ?? allPlaces(course)
  made.set(course, known)
  const wanted = fold(asked)
  const all = foldedWords(wanted)
  const words = all.filter((word) => !askingWords.has(word))
  if (words.length === 0) return known.filter(({ folded }) => folded.includes(wanted) && wanted !== '').map(({ kind, label, control }) => ({ kind, label, control, fit: 'title' }))
  const found = known.flatMap((place): readonly (FoundPlace & { readonly rank: number })[] => {
    const fit = fitOf(place, wanted, words)
    return fit === undefined ? [] : [{ kind: place.kind, label: place.label, control: place.control, fit, rank: ranks.indexOf(fit) }]
  })
  return found.toSorted((one, other) => one.rank - other.rank)
}

const ranks = ['title', 'name', 'kind', 'part'] as const

function fitOf({ kind, folded, stems }: Known, wanted: string, words: readonly string[]): FoundPlace['fit'] | undefined {
  if (folded[0] === wanted) return 'title'
  if (folded.includes(wanted)) return 'name'
  const holds = (asked: readonly string[]) => stems.some((name) => asked.every((word) => name.has(stem(word))))
  const kinds = kindWords[kind] ?? []
  const rest = words.filter((word) => !kinds.includes(word))
  if (rest.length < words.length && rest.length > 0 && holds(rest)) return 'kind'
  if (kind === 'section' && words.length > 1 && folded.some((name) => name.startsWith(`${wanted} `))) return 'part'
  return isNamedRarely(kind) && holds(words) ? 'part' : undefined
}

/** Whose names nobody says by chance, unlike those of terms and services. */
const isNamedRarely = (kind: PlaceKind): boolean => kind === 'sheet' || kind === 'diagram' || kind === 'table' || kind === 'case' || kind === 'control'

function allPlaces(course: Course): readonly Known[] {
  const known = (place: Place, names: readonly string[]): Known => {
    const folded = names.map(fold)
    return { ...place, folded, stems: folded.map((name) => new Set(foldedWords(name).map(stem))) }
  }
  const sections = course.documents.flatMap((document) => document.sections).filter(({ text }) => text !== '')
  return [
    ...course.sheets.map((sheet) => known(sheetPlace(sheet), [sheet.title, sheet.id])),
    ...course.diagrams.map((diagram) => known(diagramPlace(diagram), [diagram.title, diagram.id])),
    ...comparisons(course).map((table) => known(tablePlace(table), table.names)),
    ...course.cases.map(({ id, title }) => known(place('case', title, `case ${id}`), [title, id])),
    ...course.controls.map(({ id, name }) => known(place('control', name, `lookup control ${name}`), [name, id])),
    ...course.glossary.map((term) => known(termPlace(term), [term.term, ...term.aliases])),
    ...matrixServices(course).map((service) => known(servicePlace(service), [service.name, ...service.aliases])),
    ...course.documents.map(({ id, title, short }) => known(place('document', title, `read ${id}`), [title, short])),
    ...sections.map(({ key, heading }) => known({ kind: 'section', label: readLabel(heading), control: passageButton({ key }).control }, [heading])),
  ]
}

const names: Readonly<Record<Exclude<PlaceKind, 'section' | 'command'>, string>> = {
  sheet: 'Sheet', diagram: 'Diagram', table: 'Table', case: 'Case', control: 'Control', term: 'Term', service: 'All duties', document: 'Document',
}

const place = (kind: keyof typeof names, title: string, line: string): Place => ({ kind, label: `${names[kind]}: ${title}`, control: runControl.text({ line }) })

type Titled = { readonly id: string; readonly title: string }

const sheetPlace = ({ id, title }: Titled) => place('sheet', title, `sheet ${id}`)
const diagramPlace = ({ id, title }: Titled) => place('diagram', title, `diagram ${id}`)
const tablePlace = ({ id, title }: Titled) => place('table', title, `compare ${id}`)
export const termPlace = ({ term }: Pick<Term, 'term'>): Place => place('term', term, `define ${term}`)
export const servicePlace = ({ id, name }: Pick<Concept, 'id' | 'name'>): Place => place('service', name, `matrix ${id}`)

/** Sheets, diagrams and tables that are made of a section which an answer cites. */
export function placesCiting(course: Course, keys: ReadonlySet<string>): readonly Place[] {
  const cites = ({ sources }: { readonly sources: readonly { readonly key: string }[] }) => sources.some(({ key }) => keys.has(key))
  return [...course.sheets.filter(cites).map(sheetPlace), ...course.diagrams.filter(cites).map(diagramPlace), ...comparisons(course).filter(cites).map(tablePlace)]
}
