// Duties of the responsibility matrix and security controls as tasks of a private session, each to be put under its label.
import type { DrillWords } from '../core/drill.ts'
import { fingerprint, type Task } from '../core/session.ts'
import { itemId, readItem, type ItemId } from '../core/study-item.ts'
import type { ControlItem, Course, Responsibility } from './course.ts'
import { withTitles } from './document-titles.ts'
import { inVersions } from './succeeding.ts'

/** By party, the duties that can be drilled. Whole services are for look-ups, and a title that names who does it gives itself away. */
export function dutiesToDrill(course: Course): readonly (readonly ItemId[])[] {
  const isDuty = ({ thing, act }: Responsibility) => thing.length > 0 || act.length > 0
  const rows = course.responsibilities.filter((row) => isDuty(row) && !givesItselfAway(course, row))
  return partiesOf(course).map(({ id }) => rows.filter(({ owner }) => owner === id).map((row) => itemId('duty', row.id)))
}

function givesItselfAway({ byId }: Course, { title, owner }: Responsibility): boolean {
  const name = (byId.parties.get(owner)?.name ?? owner).toLowerCase().replace(/^the /u, '')
  return title.toLowerCase().includes(name) || /\byou\b|\byour\b/iu.test(title)
}

/** By category, all controls. */
export const controlsToDrill = ({ controls, controlCategories }: Course): readonly (readonly ItemId[])[] =>
  controlCategories.map(({ id }) => controls.filter(({ category }) => category === id).map((control) => itemId('control', control.id)))

/** In the order of their buttons, which is always the same. */
const partiesOf = ({ parties }: Course) => [parties.provider, parties.customer, parties.shared]

/** Those of the items that the course has. */
export function drillTasks(course: Course, items: readonly ItemId[]): readonly Task[] {
  return items.flatMap((item) => {
    const found = find(course, item)
    return found === undefined ? [] : [{ item, order: found.words.labels.map(({ id }) => id), key: [found.key], content: contentOf(found) }]
  })
}

/** The words of the task; null if no version of the course has it as it was drawn. */
export function drillOfTask(course: Course, { item, content }: Pick<Task, 'item' | 'content'>): DrillWords | null {
  const asDrawn = (version: Course): DrillWords | undefined => {
    const found = find(version, item)
    return found !== undefined && contentOf(found) === content ? found.words : undefined
  }
  return inVersions(course, asDrawn) ?? null
}

/** Its words as they are now; undefined for what the course no longer has. */
export const drillWordsOf = (course: Course, item: ItemId): DrillWords | undefined => find(course, item)?.words

type Found = { readonly words: DrillWords; readonly key: string }

const contentOf = ({ words: { what, labels, why }, key }: Found): number => fingerprint([what, labels, why, key])

function find(course: Course, item: ItemId): Found | undefined {
  const { kind, id } = readItem(item)
  const row = kind === 'duty' ? course.byId.responsibilities.get(id) : undefined
  if (row !== undefined) return { words: dutyWords(course, row), key: row.owner }
  const control = kind === 'control' ? course.byId.controls.get(id) : undefined
  return control === undefined ? undefined : { words: controlWords(course, control), key: control.category }
}

function dutyWords(course: Course, row: Responsibility): DrillWords {
  const { provider, customer } = course.parties
  const halves = [{ party: provider.name, text: row.provider }, { party: customer.name, text: row.customer }]
  return {
    kind: 'duty',
    what: row.title,
    partOf: serviceOf(course, row),
    labels: partiesOf(course).map(({ id, name }) => ({ id, name })),
    why: halves.flatMap(({ party, text }) => (text === undefined ? [] : [{ party, text: withTitles(course, text) }])),
    note: row.note === undefined ? null : withTitles(course, row.note),
    sources: row.sources,
  }
}

/** The name of the row's only service, unless the title says it, by its name or the first of its aliases. */
function serviceOf({ byId }: Course, { title, service }: Responsibility): string | null {
  const concept = service.length === 1 ? byId.concepts.get(service[0] ?? '') : undefined
  if (concept === undefined) return null
  const names = [concept.name, ...concept.aliases.slice(0, 1)]
  return names.some((name) => title.toLowerCase().includes(name.toLowerCase())) ? null : concept.name
}

function controlWords(course: Course, { name, reason, sources }: ControlItem): DrillWords {
  return {
    kind: 'control',
    what: name,
    partOf: null,
    labels: course.controlCategories.map((category) => ({ id: category.id, name: category.name })),
    why: [{ party: null, text: withTitles(course, reason) }],
    note: null,
    sources,
  }
}
