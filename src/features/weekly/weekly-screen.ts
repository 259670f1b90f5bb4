// What managers see of the weekly recap: whether it comes, when, and what it would say.
import type { Instant, Zone } from '../../core/time.ts'
import { runControl } from '../../screens/control.ts'
import type { Block, Button, Screen } from '../../screens/screen.ts'
import { moment, strong, type Text } from '../../screens/text.ts'
import { waitsForResume } from '../../screens/when-next.ts'

export type WeeklyView = {
  readonly on: boolean
  /** Null if none comes until a pause is over. */
  readonly nextAt: Instant | null
  readonly zone: Zone
  /** Why the last one is missing. */
  readonly problem: string | null
  readonly now: Instant
  /** The recap of the latest week as it stands now; undefined if there is nothing to tell. */
  readonly preview: Screen | undefined
}

export function weeklyScreen(view: WeeklyView): Screen {
  const { on, problem, preview } = view
  const facts = [
    { label: 'Recap', value: [strong(on ? 'on' : 'off')] },
    ...(on ? [{ label: 'Next one', value: nextLine(view) }] : []),
    ...(problem === null ? [] : [{ label: 'Last time', value: [problem] }]),
  ]
  const blocks: Block[] = [
    { kind: 'facts', facts },
    ...(preview === undefined ? whatItIs : previewBlocks(preview)),
    { kind: 'buttons', buttons: [on ? press('Turn off', 'off') : press('Turn on', 'on', true)] },
  ]
  return { name: 'weekly', title: 'Weekly recap', tone: problem === null ? 'plain' : 'warning', blocks }
}

function nextLine({ nextAt, zone, now }: WeeklyView): Text {
  if (nextAt === null) return waitsForResume
  return nextAt > now ? [moment(nextAt, zone)] : ['due since ', moment(nextAt, zone), '. I’ll try again within the hour']
}

const whatItIs: readonly Block[] = [
  { kind: 'paragraph', text: ["It comes once the week's last question has closed, pings nobody, and never says who didn't answer or who was wrong."] },
  { kind: 'footnote', text: ['Once a question has closed, you see here what the recap would say.'] },
]

/** Its buttons stay where it is posted. */
function previewBlocks(preview: Screen): readonly Block[] {
  return [{ kind: 'heading', text: `As it stands: ${preview.title.replace(/^The/u, 'the')}` }, ...preview.blocks.filter(({ kind }) => kind !== 'buttons')]
}

const press = (label: string, change: string, primary = false): Button => ({ label, control: runControl.text({ line: `weekly ${change}` }), primary })
