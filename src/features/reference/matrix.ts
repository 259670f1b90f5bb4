// The responsibility matrix: all duties of one service, and the services that there are.
import { listed } from '../../commands/matching.ts'
import { withTitles } from '../../course/document-titles.ts'
import type { Concept, Course, Responsibility } from '../../course/course.ts'
import { matrixServices } from '../../course/matrix-services.ts'
import { runControl } from '../../screens/control.ts'
import { refusal } from '../../screens/notice.ts'
import { pageOf, turnButtons } from '../../screens/page.ts'
import { buttonRows, pickList } from '../../screens/pick-list.ts'
import type { Block, Screen } from '../../screens/screen.ts'
import { command } from '../../screens/text.ts'
import { referenceControls } from './face.ts'

export type Duty = { readonly title: string; readonly owner: string }

/** A table of more rows is more than a phone shows. */
const dutiesShown = 8
const dutiesBelowFacts = 3

export function matrixNamed(course: Course, typed: string): Screen {
  const services = matrixServices(course)
  const [found] = listed(services, ({ name, id, aliases }) => [name, id, ...aliases], typed)
  return found === undefined ? servicesScreen(course, 0, typed) : matrixOf(course, found.id, 0)
}

export function matrixOf(course: Course, id: string, page: number): Screen {
  const service = course.byId.concepts.get(id)
  if (service === undefined) return servicesScreen(course, 0)
  const rows = course.responsibilities.filter((row) => row.service.includes(id))
  // The row about the service as a whole says what the table is about.
  const whole = rows.find(({ thing, act }) => thing.length === 0 && act.length === 0)
  const duties = rows.filter((row) => row !== whole).map((row) => ({ title: row.title, owner: ownerOf(course, row) }))
  const halves = whole === undefined ? [] : [[course.parties.provider.name, whole.provider], [course.parties.customer.name, whole.customer]] as const
  const facts = halves.flatMap(([label, text]) => (text === undefined ? [] : [{ label: label ?? '', value: [withTitles(course, text)] }]))
  return matrixScreen({ id, name: service.name }, { facts, duties }, page)
}

const ownerOf = ({ parties }: Course, { owner }: Responsibility) => Object.values(parties).find(({ id }) => id === owner)?.name ?? owner

type Whole = { readonly facts: readonly { readonly label: string; readonly value: readonly string[] }[]; readonly duties: readonly Duty[] }

export function matrixScreen(service: { readonly id: string; readonly name: string }, { facts, duties }: Whole, page: number): Screen {
  const { shown: [part], at, pages, missing } = pageOf(partsOf(facts, duties), { size: 1, page, what: 'table' })
  const shown = part?.duties ?? []
  const blocks: Block[] = [...missing]
  if (part?.facts === true) blocks.push({ kind: 'facts', facts })
  if (shown.length > 0) blocks.push({ kind: 'table', columns: ['Duty', 'Whose'], rows: shown.map(({ title, owner }) => [title, owner]) })
  blocks.push(
    ...buttonRows([
      ...turnButtons({ at, pages }, (to) => referenceControls.service.text({ service: service.id, page: to })),
      { label: 'All services', control: referenceControls.services.text({ page: 0 }) },
      { label: 'Look it up', control: runControl.text({ line: `lookup ${service.name}` }) },
    ]),
    { kind: 'footnote', text: [pages > 1 ? `Page ${at + 1} of ${pages}. ` : '', 'For the reasons behind a row: ', command(`lookup ${shown[0]?.title ?? service.name}`)] },
  )
  return { name: 'matrix', title: service.name, tone: 'plain', blocks }
}

type Part = { readonly duties: readonly Duty[]; readonly facts: boolean }

/** The duties first; what holds for the service as a whole stands above a short table, and after a long one. */
function partsOf(facts: Whole['facts'], duties: readonly Duty[]): readonly Part[] {
  if (facts.length === 0 || duties.length <= dutiesBelowFacts) return chunksOf(duties, facts.length > 0 ? dutiesBelowFacts : dutiesShown).map((some) => ({ duties: some, facts: facts.length > 0 }))
  return [...chunksOf(duties, dutiesShown).map((some) => ({ duties: some, facts: false })), { duties: [], facts: true }]
}

const chunksOf = <Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] =>
  Array.from({ length: Math.max(1, Math.ceil(items.length / size)) }, (_, at) => items.slice(at * size, (at + 1) * size))

/** @param asked what was typed and names no service */
export function servicesScreen(course: Course, page: number, asked?: string): Screen {
  const services = matrixServices(course)
  if (services.length === 0) return refusal('No matrix', [['This course has no responsibility matrix.']])
  return pickService(services, page, asked)
}

export function pickService(services: readonly Pick<Concept, 'id' | 'name'>[], page: number, asked?: string): Screen {
  const picks = services.map(({ id, name }) => ({ label: name, control: referenceControls.service.text({ service: id, page: 0 }) }))
  const lead: Block[] = asked === undefined ? [] : [{ kind: 'paragraph', text: [`The matrix has no service “${asked.slice(0, 80)}”. It has these:`] }]
  return { name: 'services', title: 'Which service?', tone: 'plain', blocks: [...lead, ...pickList(picks, { page, control: (to) => referenceControls.services.text({ page: to }) })] }
}
