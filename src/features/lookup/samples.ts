// Samples of the screens of this feature, from made-up data.
import { otherSource, source } from '../../screens/sample-round.ts'
import { runControl } from '../../screens/control.ts'
import type { Samples } from '../feature.ts'
import { compareScreen, tablesScreen, type Comparison } from './compare-screen.ts'
import { lookupScreen, type ResponsibilityView } from './lookup-screen.ts'
import type { Place } from './places.ts'

const patching: ResponsibilityView = {
  title: 'Patching the guest operating system on EC2', owner: 'The customer', isShared: false,
  halves: [
    { party: 'AWS', text: 'AWS patches the host and the hypervisor under the instance.' },
    { party: 'The customer', text: 'You patch the guest operating system and everything that you install on it.' },
  ],
  note: 'Documents differ: patch management as an area is a shared control.', sources: [otherSource],
}

const runtime: ResponsibilityView = {
  title: 'Patching the managed runtime of Lambda', owner: 'AWS', isShared: false,
  halves: [
    { party: 'AWS', text: 'AWS patches the managed runtime and everything under it.' },
    { party: 'The customer', text: 'You keep your code, and the libraries that you pack with it, up to date.' },
  ],
  note: null, sources: [source],
}

const comparison: Comparison = {
  id: 'split', title: 'Who takes what on EC2, RDS and WorkMail',
  tables: [{
    columns: ['Aspect', 'EC2 (IaaS)', 'RDS (PaaS)', 'WorkMail (SaaS)'],
    rows: ['Physical infrastructure', 'Operating system', 'Data', 'Applications', 'Network controls'].map((title, at) => [title, at === 0 ? 'AWS' : 'The customer', 'AWS', 'AWS']),
  }],
  notes: [{ about: 'Guest operating system on EC2', note: 'Documents differ: some lists say “operating system” without saying which. They mean the guest system.' }],
  sources: [otherSource],
}

const tables = ['Patching by service', 'Configuration tools', 'Training by topic', 'Quick reference', 'Encryption', 'Logging', 'Incident response', 'Best practices', 'The layers'].map((title, at) => ({ id: `table-${at}`, title }))

const leads: readonly Place[] = [
  { kind: 'service', label: 'All duties: Amazon EC2', control: runControl.text({ line: 'matrix ec2' }) },
  { kind: 'table', label: 'Table: Patching Scenarios by Service Type', control: runControl.text({ line: 'compare patching' }) },
]
const cards: Place = { kind: 'command', label: '/study cards', control: runControl.text({ line: 'cards' }), about: 'Go through flashcards on your own, the ones that are due first' }

export const samples = (): Samples => new Map([
  ['lookup', lookupScreen({ leads, words: 'ec2 os patching', kind: 'responsibilities', rows: [patching], meaning: null })],
  ['lookup-meaning', lookupScreen({ leads, words: 'guest os', kind: 'responsibilities', rows: [patching], meaning: 'The operating system inside an instance. It starts with the image that the instance is launched from.' })],
  ['lookup-two', lookupScreen({ leads: [], words: 'ec2 and lambda', kind: 'responsibilities', rows: [patching, runtime], meaning: null })],
  ['lookup-term', lookupScreen({ leads, words: 'hypervisor', kind: 'term', term: 'Hypervisor', definition: 'The software layer that shares one physical host among instances and keeps them apart.', note: null, split: [{ title: 'Hypervisor and virtualization layer', owner: 'AWS' }], sources: [otherSource] })],
  ['lookup-places', lookupScreen({ words: 'flashcards', kind: 'places', leads: [cards, ...leads] })],
  ['lookup-passage', lookupScreen({ words: 'car rental', kind: 'passage', heading: 'The Car Rental Analogy', text: 'The firm keeps the car in order; you lock it.', closest: true, sources: [source, otherSource], leads })],
  ['lookup-list', lookupScreen({ words: 'steps of patching', kind: 'passage', heading: 'Customer Patching Best Practices', text: 'Schedule.\nTest.\nAutomate.\nDocument and audit.', closest: false, sources: [source], leads })],
  ['lookup-lacking', lookupScreen({ leads: [], words: 'max lambda timeout', kind: 'lacking', lacks: 'The documents don’t give that value.', offered: [{ title: 'Configuration of Lambda functions', owner: 'The customer' }] })],
  ['lookup-nothing', lookupScreen({ leads: [], words: 'price of lunch', kind: 'nothing', nearest: ['Patch management', 'Amazon S3'], example: 'Patching on EC2' })],
  ['lookup-hello', lookupScreen({ leads: [], words: 'hi', kind: 'hello', example: 'Patching on EC2' })],
  ['lookup-far', lookupScreen({ leads: [], words: 'lunch', kind: 'nothing', nearest: [], example: null })],
  ['compare', compareScreen(comparison, 0)],
  ['compare-note', compareScreen(comparison, 2)],
  ['tables', tablesScreen(tables, 0)],
  ['tables-alike', tablesScreen(tables.slice(0, 2), 0, { words: 'patching', fits: true })],
  ['tables-none', tablesScreen(tables, 0, { words: 'lunch', fits: false })],
])
