// What managers see of the quarterly review: whether it is on, when it comes, and what it posts.
import type { ReviewAdvice } from '../../course/course.ts'
import type { Instant, Zone } from '../../core/time.ts'
import { runControl } from '../../screens/control.ts'
import { refusal } from '../../screens/notice.ts'
import type { Block, Button, Screen } from '../../screens/screen.ts'
import { command, moment, strong, type Text } from '../../screens/text.ts'
import { passageButton } from '../../screens/passage.ts'
import { waitsForResume } from '../../screens/when-next.ts'
import { sourceBlock, stepsBlock } from './duties-post.ts'

export type DutiesView = {
  readonly on: boolean
  /** Null if it is off. */
  readonly nextAt: Instant | null
  readonly zone: Zone
  readonly paused: boolean
  /** Why the last one could not be posted. */
  readonly problem: string | null
  readonly now: Instant
}

/** @param services names of services that the post lists */
export function dutiesScreen(view: DutiesView, advice: ReviewAdvice, services: readonly string[]): Screen {
  const facts = [{ label: 'Review', value: [strong(view.on ? 'on' : 'off')] }, ...(view.nextAt === null ? [] : [{ label: 'Next one', value: nextLine(view, view.nextAt) }])]
  const switchIt = view.on ? press('Turn off', 'off') : press('Turn on', 'on', true)
  const blocks: Block[] = [
    { kind: 'facts', facts: [...facts, ...(view.problem === null ? [] : [{ label: 'Last time', value: [view.problem] }])] },
    { kind: 'paragraph', text: ['When it’s on, I post this checklist here on the first study day of January, April, July, and October:'] },
    stepsBlock(advice),
    ...(services.length === 0 ? [] : [{ kind: 'paragraph', text: [services.length === 1 ? `With a button for ${services[0] ?? ''}.` : `With buttons for ${services.length} services, such as ${services[0] ?? ''}.`] } as const]),
    { kind: 'buttons', buttons: [switchIt, press('Post it now', 'now'), passageButton(advice.source)] },
    sourceBlock(advice),
  ]
  return { name: 'duties', title: advice.title, tone: view.problem === null ? 'plain' : 'warning', blocks }
}

function nextLine({ paused, zone, now }: DutiesView, at: Instant): Text {
  if (paused) return waitsForResume
  return at > now ? [moment(at, zone)] : ['due since ', moment(at, zone), '. I’ll try again within the hour']
}

const press = (label: string, change: string, primary = false): Button => ({ label, control: runControl.text({ line: `duties ${change}` }), primary })

/** @param hasMatrix whether the course has services for the responsibility matrix */
export function noReviews(hasMatrix: boolean): Screen {
  const instead: Text = hasMatrix ? [' To see who does what: ', command('matrix')] : []
  return refusal('No review in this course', [['This course doesn’t come with a quarterly review.', ...instead]])
}
