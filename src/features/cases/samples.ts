// Samples of the screens of guided cases.
import type { FindingWords } from '../../core/case.ts'
import type { Session } from '../../core/session.ts'
import { directPointer } from '../../screens/direct-pointer.ts'
import { source } from '../../screens/sample-round.ts'
import type { Samples } from '../feature.ts'
import { caseScreen, caseSummary, situationScreen } from './case-screen.ts'
import { casesScreen, noCases, otherCaseRunning, whichCase, type CaseChoice } from './list-screen.ts'

const at = Date.UTC(2026, 10, 23, 12)
const step = (chosen: string) => ({ chosen: [chosen], at, guess: false, flag: false })
const task = { item: 'finding:web-shop/open-images', order: ['aws', 'customer', 'shared'], key: ['customer'], content: 1 }

const session: Session = {
  id: '0123456789abcdef', kind: 'case', about: 'web-shop', tasks: [task, task, task], steps: new Map(), position: 0, zone: 'Europe/Berlin', startedAt: at, endsAt: null,
  endedAt: null, abandoned: false, givenBack: 0,
}
const ended: Session = { ...session, position: 3, endedAt: at, steps: new Map([[0, step('customer')], [1, step('aws')], [2, step('shared')]]) }

const finding: FindingWords = {
  caseTitle: 'The web shop before the sale',
  situation:
    'An online shop expects its biggest sale of the year. Two weeks ahead the team goes through its setup and finds five open points. Several people ' +
    'believe that AWS sees to most of them.',
  architecture: ['Amazon EC2 for the shop', 'Amazon RDS for the orders', 'Amazon S3 for pictures and invoices', 'AWS Lambda for the receipts'],
  finding: 'The bucket with the invoices can be read by anybody on the internet.',
  question: null,
  labels: [{ id: 'aws', name: 'AWS' }, { id: 'customer', name: 'The customer' }, { id: 'shared', name: 'Shared' }],
  change: 'Turn on Block Public Access for the bucket, and give the shop’s role read access.',
  reasoning: 'AWS keeps S3 running and offers the controls. Who may read a bucket is decided by its policies, and those are the customer’s.',
  sources: [source],
}

const choices: readonly CaseChoice[] = [
  'The hospital’s imaging bucket', 'The bank’s portal and PCI DSS', 'The web shop before the sale', 'The fintech’s three findings', 'One image, two homes',
  'The cluster that nobody upgraded', 'Company mail as a service',
].map((title, nth) => ({ id: `case-${nth}`, title, findings: 5, done: nth === 1 }))
const wanted = { id: 'bank-portal', title: 'The bank’s portal and PCI DSS', findings: 5, done: false }

const end = { title: finding.caseTitle, closing: 'Most of the open points were the shop’s own, although AWS runs what lies under them.', next: 'fintech-payments', again: 'web-shop' }

export const samples = (): Samples => new Map([
  ['cases', casesScreen(choices, 0)],
  ['cases-last-page', casesScreen(choices, 1)],
  ['cases-which', whichCase('the', choices)],
  ['cases-no-such', whichCase('moon base', [])],
  ['cases-none', noCases()],
  ['case', caseScreen(session, finding)],
  ['case-later', caseScreen({ ...session, position: 1 }, { ...finding, question: 'Who has to act, and what is the first step?' })],
  ['case-situation', situationScreen(session, finding)],
  ['case-right', caseScreen({ ...session, steps: new Map([[0, step('customer')]]) }, finding)],
  ['case-wrong', caseScreen({ ...session, position: 2, steps: new Map([[2, step('aws')]]) }, finding)],
  ['case-changed', caseScreen(session, null)],
  ['case-summary', caseSummary(ended, { ...end, missed: [{ owner: 'The customer', change: finding.change }, { owner: 'AWS', change: 'Leave the database engine to AWS.' }] })],
  ['case-stopped', caseSummary({ ...ended, position: 1, steps: new Map() }, { ...end, missed: [] })],
  ['case-other', otherCaseRunning({ session: session.id, title: finding.caseTitle, at: 1, of: 5 }, wanted)],
  ['case-pointer', directPointer('Your case')],
])
