// Samples of the screens of this feature, from made-up data.
import { otherSource, source } from '../../screens/sample-round.ts'
import type { Samples } from '../feature.ts'
import { compareScreen, tablesScreen, type Comparison } from './compare-screen.ts'
import { lookupScreen, type ResponsibilityView } from './lookup-screen.ts'

const patching: ResponsibilityView = {
  title: 'Patching the guest operating system on EC2', owner: 'The customer',
  halves: [
    { party: 'AWS', text: 'AWS patches the host and the hypervisor under the instance.' },
    { party: 'The customer', text: 'You patch the guest operating system and everything that you install on it.' },
  ],
  note: 'Documents differ: patch management as an area is a shared control.', sources: [otherSource],
}

const runtime: ResponsibilityView = {
  title: 'Patching the managed runtime of Lambda', owner: 'AWS',
  halves: [
    { party: 'AWS', text: 'AWS patches the managed runtime and everything under it.' },
    { party: 'The customer', text: 'You keep your code, and the libraries that you pack with it, up to date.' },
  ],
  note: null, sources: [source],
}

const comparison: Comparison = {
  title: 'Who takes what on EC2, RDS and WorkMail',
  columns: ['', 'EC2 (IaaS)', 'RDS (PaaS)', 'WorkMail (SaaS)'],
  rows: [['Physical infrastructure', 'AWS', 'AWS', 'AWS'], ['Operating system', 'The customer', 'AWS', 'AWS'], ['Data', 'The customer', 'The customer', 'The customer']],
  notes: [{ about: 'Guest operating system on EC2', note: 'Documents differ: some lists say “operating system” without saying which. They mean the guest system.' }],
  sources: [otherSource],
}

export const samples = (): Samples => new Map([
  ['lookup', lookupScreen({ words: 'ec2 os patching', kind: 'responsibilities', rows: [patching] })],
  ['lookup-two', lookupScreen({ words: 'ec2 and lambda', kind: 'responsibilities', rows: [patching, runtime] })],
  ['lookup-term', lookupScreen({ words: 'hypervisor', kind: 'term', term: 'Hypervisor', definition: 'The software layer that shares one physical host among instances and keeps them apart.', note: null, sources: [otherSource] })],
  ['lookup-nothing', lookupScreen({ words: 'price of lunch', kind: 'nothing', nearest: ['Patch management', 'Amazon S3'], example: 'Patching on EC2' })],
  ['lookup-far', lookupScreen({ words: 'lunch', kind: 'nothing', nearest: [], example: null })],
  ['compare', compareScreen(comparison, [{ id: 'patching', title: 'Who patches what, service by service' }])],
  ['compare-choice', tablesScreen([{ id: 'split', title: comparison.title }, { id: 'patching', title: 'Who patches what, service by service' }], 'lunch')],
])
