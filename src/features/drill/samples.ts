// Samples of the screens of the drill.
import type { DrillWords } from '../../core/drill.ts'
import type { Session } from '../../core/session.ts'
import { otherSource, source } from '../../screens/sample-round.ts'
import type { Samples } from '../feature.ts'
import { drillScreen, drillSummary, nothingToDrill } from './drill-screen.ts'

const at = Date.UTC(2026, 10, 23, 12)
const step = (chosen: string) => ({ chosen: [chosen], at, guess: false, flag: false })
const task = { item: 'duty:sample', order: ['aws', 'customer', 'shared'], key: ['customer'], content: 1 }

const session: Session = {
  id: '0123456789abcdef', kind: 'drill', about: null, tasks: [task, task, task], steps: new Map(), position: 0, zone: 'Europe/Berlin', startedAt: at, endsAt: null,
  endedAt: null, abandoned: false, givenBack: 0,
}
const ended: Session = { ...session, position: 3, endedAt: at, steps: new Map([[0, step('customer')], [1, step('aws')], [2, step('shared')]]) }

const duty: DrillWords = {
  kind: 'duty',
  what: 'Function code and dependencies',
  partOf: 'AWS Lambda',
  labels: [{ id: 'aws', name: 'AWS' }, { id: 'customer', name: 'The customer' }, { id: 'shared', name: 'Shared' }],
  why: [
    { party: 'AWS', text: 'AWS runs the function on a runtime that it patches.' },
    { party: 'The customer', text: 'You write the code, keep its libraries current, and fix what scanners find in them.' },
  ],
  note: 'Patching on Lambda as a whole is shared: AWS patches the runtime, and you patch what you bring along.',
  sources: [source],
}

const control: DrillWords = {
  kind: 'control',
  what: 'Destruction of worn-out disks',
  partOf: null,
  labels: [{ id: 'inherited', name: 'Inherited' }, { id: 'shared', name: 'Shared' }, { id: 'customer-specific', name: 'Customer specific' }],
  why: [{ party: null, text: 'Only AWS can reach the devices, and AWS destroys them securely. Deleting your data before that stays with you.' }],
  note: null,
  sources: [otherSource],
}

const controlTask = { item: 'control:sample', order: ['inherited', 'shared', 'customer-specific'], key: ['inherited'], content: 1 }
const onControls: Session = { ...session, about: 'controls', tasks: [controlTask, controlTask] }
const lambda: DrillWords = { ...duty, what: 'Managed runtime of Lambda', sources: [otherSource] }

export const samples = (): Samples => new Map([
  ['drill', drillScreen(session, duty)],
  ['drill-fewer', drillScreen({ ...session, about: ' 30' }, duty)],
  ['drill-right', drillScreen({ ...session, steps: new Map([[0, step('customer')]]) }, duty)],
  ['drill-wrong', drillScreen({ ...session, position: 2, steps: new Map([[2, step('aws')]]) }, duty)],
  ['drill-changed', drillScreen(session, null)],
  ['drill-summary', drillSummary(ended, [{ task, words: duty }, { task: { ...task, key: ['aws'] }, words: lambda }], { duties: true, controls: true })],
  ['drill-all-missed', drillSummary(ended, Array.from({ length: 7 }, () => ({ task, words: duty })), { duties: true, controls: true })],
  ['drill-stopped', drillSummary({ ...ended, steps: new Map() }, [], { duties: true, controls: false })],
  ['drill-controls', drillScreen(onControls, control)],
  ['drill-controls-wrong', drillScreen({ ...onControls, steps: new Map([[0, step('shared')]]) }, control)],
  ['drill-controls-summary', drillSummary({ ...onControls, position: 2, endedAt: at, steps: new Map([[0, step('shared')]]) }, [{ task: controlTask, words: control }], { duties: true, controls: true })],
  ['drill-no-controls', nothingToDrill('controls', { duties: true, controls: false })],
  ['drill-nothing', nothingToDrill('duties', { duties: false, controls: false })],
])
