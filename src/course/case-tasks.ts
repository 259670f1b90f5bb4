// The findings of a guided case as tasks of a private session.
import type { FindingWords } from '../core/case.ts'
import { fingerprint, type Task } from '../core/session.ts'
import { itemId, readItem } from '../core/study-item.ts'
import type { Case, Course, Finding } from './course.ts'
import { withTitles } from './document-titles.ts'

export function caseTasks(course: Course, one: Case): readonly Task[] {
  const order = labelsOf(course).map(({ id }) => id)
  return one.findings.map((finding) => ({ item: itemId('finding', `${one.id}/${finding.id}`), order, key: [finding.owner], content: contentOf(course, one, finding) }))
}

/** The words of the task's finding; null if they were changed since it was drawn, or it is gone. */
export function findingOfTask(course: Course, { item, content }: Pick<Task, 'item' | 'content'>): FindingWords | null {
  const { kind, id } = readItem(item)
  const [caseId = '', findingId = ''] = id.split('/')
  const one = kind === 'finding' ? course.byId.cases.get(caseId) : undefined
  const finding = one?.findings.find((each) => each.id === findingId)
  return one === undefined || finding === undefined || contentOf(course, one, finding) !== content ? null : words(course, one, finding)
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
