// Samples of the quarterly review of duties.
import type { ReviewAdvice } from '../../course/course.ts'
import type { Samples } from '../feature.ts'
import { dutiesPost, shownServices } from './duties-post.ts'
import { dutiesScreen, noReviews, type DutiesView } from './duties-screen.ts'

const advice: ReviewAdvice = {
  title: 'Quarterly responsibility review',
  steps: [
    'Go through the responsibilities of each service that you use.',
    'Add any service that’s new since the last review to your documents.',
    'Make sure that everyone on the team knows the duties they hold.',
    'Check that practice matches the responsibility matrix.',
  ],
  source: { document: '001', title: 'Shared Responsibility Model', section: 'Regular Responsibility Reviews', key: '001 / Regular Responsibility Reviews' },
}
const services = ['Amazon EC2', 'Amazon RDS', 'AWS Lambda', 'Amazon S3', 'Amazon DynamoDB', 'AWS Fargate', 'Amazon EKS', 'Amazon ECS on EC2', 'AWS Elastic Beanstalk'].map((name) => ({ name }))
const now = Date.UTC(2026, 10, 24, 9)
const on: DutiesView = { on: true, nextAt: Date.UTC(2027, 0, 1, 8), zone: 'Europe/Berlin', paused: false, problem: null, now }
const refusedPost = { ...on, nextAt: now - 3_600_000, problem: 'The bot isn’t in this channel. Invite it, then it can post.' }
const shown = shownServices(services)

export const samples = (): Samples => new Map([
  ['duties', dutiesScreen(on, advice, shown)],
  ['duties-off', dutiesScreen({ ...on, on: false, nextAt: null }, advice, shown)],
  ['duties-paused', dutiesScreen({ ...on, paused: true }, advice, shown)],
  ['duties-refused', dutiesScreen(refusedPost, advice, shown)],
  ['duties-post', dutiesPost(advice, services)],
  ['duties-none', noReviews(true)],
])
