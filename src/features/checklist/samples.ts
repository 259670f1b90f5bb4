// Samples of the checklist.
import type { Samples } from '../feature.ts'
import { checklistScreen, type ItemView } from './checklist-screen.ts'

const item = (id: string, can: string, more: Partial<ItemView> = {}): ItemView => ({
  id, can, topics: ['ec2-patching', 'rds-patching'], titles: ['EC2: patching', 'RDS: patching'], tries: { right: 7, of: 9 }, ticked: false, ...more,
})
const items = [
  item('patches', 'Can you explain why the customer’s patching duties on EC2 and on RDS differ?', { ticked: true }),
  item('shares', 'Can you state your own share in full for each service that you use, however much AWS automates in it?', {
    titles: ['Service models', 'Lambda: role, secrets, inputs, events, VPC', 'S3: access control and public buckets', 'DynamoDB'],
  }),
  item('definition', 'Can you give the definition of the shared responsibility model from memory?', { titles: ['Of and in the cloud'], tries: { right: 0, of: 0 } }),
  item('cases', 'Can you use the model on a case from practice, such as a hospital, a bank or an online shop?'),
  item('pillars', 'Can you name the six Well-Architected pillars and say how the model shows in them?', { titles: ['Well-Architected'], tries: { right: 1, of: 4 } }),
]

export const samples = (): Samples => new Map([
  ['checklist', checklistScreen(items, 0)],
  ['checklist-last', checklistScreen(items, 1)],
])
