// A made-up round with its question, for samples of screens.
import type { QuestionContent, Source } from '../core/question.ts'
import { defaultSettings, type Quiz } from '../core/quiz.ts'
import type { Round } from '../core/round.ts'

const opened = Date.UTC(2026, 10, 23, 8)
const closes = Date.UTC(2026, 10, 24, 7)
const zone = 'Europe/Berlin'

export const source: Source = { document: '002', title: 'Responsibilities by Service', section: 'AWS Lambda', key: '002 / AWS Lambda' }
export const otherSource: Source = { document: '000', title: 'Joint Accountability', section: 'Patching Scenarios by Service Type', key: '000 / Patching Scenarios by Service Type' }

/** With one right option. */
export const oneRight: QuestionContent = {
  topicTitle: 'Lambda: runtime, code and dependencies',
  stem: 'A security scan of your Lambda functions reports two things: the managed Python runtime is one patch behind, and a library bundled with the function has a known vulnerability. Your lead asks which of the two is a ticket for your own team. What do you answer?',
  options: [
    { id: 'a', text: 'The library; the managed runtime is patched by AWS' },
    { id: 'b', text: 'The runtime; AWS updates bundled libraries' },
    { id: 'c', text: 'Both, because the function is yours' },
    { id: 'd', text: 'Neither, because Lambda is serverless' },
  ],
  explanation: 'Dependencies travel in your deployment package, so only your team can replace them. AWS patches the managed runtime below.',
  whyNot: {
    b: 'It is the other way round: AWS never opens your package.',
    c: 'Owning the function does not make you the owner of the managed runtime.',
    d: 'Without servers there is still code, and the code is yours.',
  },
  keyPoint: 'On Lambda you patch what you upload.',
  note: 'In practice: with container images and custom runtimes the runtime is yours as well.',
  sources: [source, otherSource],
  tip: 'And by the way: Before you read the options, ask whether the item is about AWS’s infrastructure or about your own configuration and data.',
}

/** With two right options. */
export const twoRight: QuestionContent = {
  ...oneRight,
  topicTitle: 'S3: access control and public buckets',
  stem: 'An audit finds that a bucket with invoices can be read by anyone. Which steps are your team’s to take?',
  options: [
    { id: 'a', text: 'Turn Block Public Access on' },
    { id: 'b', text: 'Narrow the bucket policy' },
    { id: 'c', text: 'Ask AWS to lock the storage hardware' },
    { id: 'd', text: 'Wait for AWS to report the exposure' },
  ],
}

/** With code in all its places. */
export const withCode: QuestionContent = {
  ...oneRight,
  topicTitle: 'IAM: policies and who writes them',
  stem: 'A role that only has to read invoices has this statement:\n\n```json\n{\n  "Effect": "Allow",\n  "Action": "s3:*",\n  "Resource": "*"\n}\n```\n\nWho narrows `s3:*`, and to what?',
  options: [
    { id: 'a', text: 'Your team, to `s3:GetObject` on that bucket' },
    { id: 'b', text: 'AWS, to `s3:Get*` for all its buckets' },
    { id: 'c', text: 'Nobody: `Effect` must be `Deny` first' },
  ],
  explanation: 'Who may do what is part of your configuration. Reading takes one action:\n```json\n"Action": "s3:GetObject"\n```',
  whyNot: {
    b: 'AWS evaluates `Action` as you wrote it.',
    c: 'Without a match the answer is no already:\n```\nimplicit deny < Allow < Deny\n```',
  },
  keyPoint: 'A `*` in a policy is yours to replace.',
  note: null,
}

/** With a picture that can't be shown, so its words are. */
export const withPicture: QuestionContent = {
  ...oneRight,
  topicTitle: 'VPC: subnets, routes and gateways',
  stem: 'The database in this drawing must not be reached from the internet. Which of the parts is yours to change?',
  image: { hash: '', type: 'png', alt: 'A VPC with two subnets. The public one holds a load balancer, the private one a server and a database. A route leads from the private subnet to an internet gateway.' },
  options: [
    { id: 'a', text: 'The route of the private subnet' },
    { id: 'b', text: 'The host that runs the database' },
    { id: 'c', text: 'The cable between the two zones' },
    { id: 'd', text: 'The firewall of the AWS building' },
  ],
}

export const sampleRound: Round = {
  id: '0123456789abcdef', group: 'terminal:local', place: 'terminal:local:here', occasion: '2026-11-23', state: 'open',
  question: 'sample', words: null, order: ['c', 'a', 'd', 'b'], key: ['a'], feedback: 'instant', zone, rolloverHour: 4, day: '2026-11-23',
  dueAt: opened, openedAt: opened, closesAt: closes, closedAt: null, message: 'sample', reason: null, missedUntil: null,
}
export const roundOfTwo: Round = { ...sampleRound, id: 'fedcba9876543210', key: ['a', 'b'], feedback: 'at-close' }
export const closedRound: Round = { ...sampleRound, state: 'closed', closedAt: closes }

export const sampleQuiz: Quiz = {
  ...defaultSettings, zone, group: sampleRound.group, place: sampleRound.place, managers: ['terminal:local:u:Ada'], paused: false, retired: null, skipDate: null, off: [], holidaysUntil: null,
  lastDate: '2026-11-23', nextDate: '2026-11-24', nextAt: Date.UTC(2026, 10, 24, 8),
}
