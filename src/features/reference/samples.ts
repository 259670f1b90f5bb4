// Samples of the screens of this feature, from made-up pieces of a course.
import { otherSource, source } from '../../screens/sample-round.ts'
import type { Samples } from '../feature.ts'
import { letterScreen, lettersScreen, termsScreen } from './glossary.ts'
import { matrixScreen, pickService } from './matrix.ts'
import { shownTip } from './tip.ts'

const term = (name: string) => ({ id: name.toLowerCase().replaceAll(' ', '-'), term: name, aliases: [], definition: 'What it means.', see: [], sources: [source] })
const glossary = ['Patch', 'Penetration test', 'Phishing', 'Physical security', 'Pillar', 'Policy', 'Port', 'Principal', 'Privilege', 'Abstraction', 'Zone security'].map(term)
const duties = ['Guest operating system', 'Hypervisor', 'Security groups', 'Physical hosts', 'Encryption of volumes', 'IAM policies', 'Snapshots', 'Data', 'Instance isolation'].map((title, at) => ({
  title, owner: at % 2 === 0 ? 'The customer' : 'AWS',
}))
const facts = [{ label: 'AWS', value: ['AWS looks after the data centers, the machines, and the hypervisor.'] }, { label: 'The customer', value: ['You look after everything from the guest operating system upwards.'] }]

export const samples = (): Samples => new Map([
  ['tip', shownTip({ id: 'first', kind: 'tip', text: 'Before you read the options, ask whether the item is about AWS’s infrastructure or about your own configuration and data.', sources: [source] }, undefined)],
  ['tip-myth', shownTip({ id: 'myth', kind: 'myth', text: 'Without servers there is nothing left to secure.', reality: 'Your code, its libraries, its role and its secrets stay yours.', sources: [source, otherSource] }, 'myth')],
  ['glossary', letterScreen({ glossary }, 'p', 0)],
  ['glossary-first', letterScreen({ glossary }, null, 0)],
  ['letters', lettersScreen({ glossary })],
  ['letters-none', lettersScreen({ glossary }, 'q')],
  ['terms', termsScreen('Terms with “security”', glossary.slice(0, 3))],
  ['matrix', matrixScreen({ id: 'ec2', name: 'Amazon EC2' }, { facts, duties }, 0)],
  ['matrix-last', matrixScreen({ id: 'ec2', name: 'Amazon EC2' }, { facts, duties }, 1)],
  ['services', pickService(['Amazon EC2', 'Amazon RDS', 'AWS Lambda', 'Amazon S3', 'Amazon DynamoDB', 'Amazon ECS on EC2', 'AWS Fargate', 'Amazon EKS', 'Amazon VPC'].map((name) => ({ id: name, name })), 0)],
])
