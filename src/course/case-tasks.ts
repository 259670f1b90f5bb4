// The findings of a guided case as tasks of a private session.
import type { FindingWords } from '../core/case.ts'
import { fingerprint, type Task } from '../core/session.ts'
import { itemId, readItem, type ItemId } from '../core/study-item.ts'
import type { Case, Course, Finding } from './course.ts'
import { withTitles } from './document-titles.ts'
import { inVersions } from './succeeding.ts'

export function caseTasks(course: Course, one: Case): readonly Task[] {
  return one.findings.map((finding) => taskOf(course, one, finding))
}

/** One finding alone; undefined if the course no longer has it. */
export function findingTask(course: Course, item: ItemId): Task | undefined {
  const found = findingOf(course, item)
  return found === undefined ? undefined : taskOf(course, found.one, found.finding)
}

export const findingItem = ({ id }: Pick<Case, 'id'>, finding: Pick<Finding, 'id'>): ItemId => itemId('finding', `${id}/${finding.id}`)

const taskOf = (course: Course, one: Case, finding: Finding): Task => ({
  item: findingItem(one, finding),
  order: labelsOf(course).map(({ id }) => id),
  key: [finding.owner],
  content: contentOf(course, one, finding),
})

export function findingOf(course: Course, item: ItemId): { readonly one: Case; readonly finding: Finding } | undefined {
  const { kind, id } = readItem(item)
  const [caseId = '', findingId = ''] = id.split('/')
  const one = kind === 'finding' ? course.byId.cases.get(caseId) : undefined
  const finding = one?.findings.find((each) => each.id === findingId)
  return one === undefined || finding === undefined ? undefined : { one, finding }
}

/** The words of the task's finding; null if no version of the course has it as it was drawn. */
export function findingOfTask(course: Course, { item, content }: Pick<Task, 'item' | 'content'>): FindingWords | null {
  const asDrawn = (version: Course): FindingWords | undefined => {
    const found = findingOf(version, item)
    return found !== undefined && contentOf(version, found.one, found.finding) === content ? words(version, found.one, found.finding) : undefined
  }
  return inVersions(course, asDrawn) ?? null
}

/** In the order of their buttons, which is always the same. */
const labelsOf = ({ parties }: Course) => [parties.provider, parties.customer, parties.shared].map(({ id, name }) => ({ id, name }))

const contentOf = (course: Course, { situation }: Case, { finding, question, owner, change }: Finding): number =>
  fingerprint([situation, finding, question ?? null, owner, change, labelsOf(course)])

function words(course: Course, one: Case, finding: Finding): FindingWords {
  const titled = (text: string) => withTitles(course, text)
  return {
    caseTitle: one.title,
    situation: titled(one.situation),
    architecture: one.architecture.map(titled),
    finding: titled(finding.finding),
    question: finding.question === undefined ? null : titled(finding.question),
    labels: labelsOf(course),
    change: titled(finding.change),
    reasoning: titled(finding.reasoning),
    sources: finding.sources,
  }
}
