// The review of duties as a channel gets it: what to do together, and the services to go through.
import type { Concept, Responsibility, ReviewAdvice } from '../../course/course.ts'
import { runControl } from '../../screens/control.ts'
import { buttonRows } from '../../screens/pick-list.ts'
import type { Block, Screen } from '../../screens/screen.ts'
import { sourcesLine } from '../../screens/sources.ts'
import { command } from '../../screens/text.ts'

type Service = Pick<Concept, 'id' | 'name' | 'kind'>

/** The part of a course that says which services there are. */
export type Matrix = { readonly concepts: readonly Service[]; readonly responsibilities: readonly Pick<Responsibility, 'service'>[] }

/** Two rows of buttons; the matrix itself lists the others. */
const servicesShown = 8

/** Services that a row of the matrix is about, those with the most rows first. */
function servicesToReview({ concepts, responsibilities }: Matrix): readonly Service[] {
  const rows = new Map<string, number>()
  for (const id of responsibilities.flatMap(({ service }) => service)) rows.set(id, (rows.get(id) ?? 0) + 1)
  const services = concepts.filter(({ kind, id }) => kind === 'service' && rows.has(id))
  return services.toSorted((a, b) => (rows.get(b.id) ?? 0) - (rows.get(a.id) ?? 0))
}

export const shownServices = (course: Matrix): readonly Service[] => servicesToReview(course).slice(0, servicesShown)

export const stepsBlock = ({ steps }: ReviewAdvice): Block => ({ kind: 'list', items: steps.map((step, at) => [`${at + 1}. ${step}`]) })

export const sourceBlock = ({ source }: ReviewAdvice): Block => ({ kind: 'footnote', text: sourcesLine([source]) })

export function dutiesPost(advice: ReviewAdvice, course: Matrix): Screen {
  const services = servicesToReview(course)
  const shown = services.slice(0, servicesShown).map(({ name }) => ({ label: name, control: runControl.text({ line: `matrix ${name}` }) }))
  const more = services.length - shown.length
  const blocks: Block[] = [{ kind: 'paragraph', text: ['It’s time to go through your duties together:'] }, stepsBlock(advice)]
  if (shown.length > 0) {
    const others = more > 0 ? [` For ${more} more: `, command('matrix')] : []
    blocks.push({ kind: 'paragraph', text: ['Press a service to see who does what. Only you see it.', ...others] }, ...buttonRows(shown))
  }
  return { name: 'duties-post', title: advice.title, tone: 'plain', blocks: [...blocks, sourceBlock(advice)] }
}
