// The review of duties as a channel gets it: what to do together, and the services to go through.
import type { ReviewAdvice } from '../../course/course.ts'
import { runControl } from '../../screens/control.ts'
import { passageButton } from '../../screens/passage.ts'
import { buttonRows } from '../../screens/pick-list.ts'
import type { Block, Screen } from '../../screens/screen.ts'
import { sourcesLine } from '../../screens/sources.ts'
import { command } from '../../screens/text.ts'

/** Two rows of buttons. The matrix lists all services. */
const servicesShown = 8

/** The names of those that get a button. */
export const shownServices = (services: readonly { readonly name: string }[]): readonly string[] => services.slice(0, servicesShown).map(({ name }) => name)

export const stepsBlock = ({ steps }: ReviewAdvice): Block => ({ kind: 'list', items: steps.map((step) => [step]) })

export const sourceBlock = ({ source }: ReviewAdvice): Block => ({ kind: 'footnote', text: sourcesLine([source]) })

/** @param services those of the matrix, the most important first */
export function dutiesPost(advice: ReviewAdvice, services: readonly { readonly name: string }[]): Screen {
  const shown = shownServices(services)
  const blocks: Block[] = [{ kind: 'paragraph', text: ['It’s time to go through your duties together:'] }, stepsBlock(advice)]
  if (shown.length > 0) {
    const others = services.length > shown.length ? [' All services: ', command('matrix')] : []
    const buttons = buttonRows(shown.map((name) => ({ label: name, control: runControl.text({ line: `matrix ${name}` }) })))
    blocks.push({ kind: 'paragraph', text: ['Press a service to see who does what. Only you see it.', ...others] }, ...buttons)
  }
  return { name: 'duties-post', title: advice.title, tone: 'plain', blocks: [...blocks, sourceBlock(advice), { kind: 'buttons', buttons: [passageButton(advice.source)] }] }
}
