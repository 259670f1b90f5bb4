// “practice patch management” got “I don’t understand “management” here”: topics had to be ids with commas between, and an unknown one
// was answered with all 41 ids.
import { describe, expect, it } from 'vitest'
import { loadCourseOrThrow } from '../../src/course/load.ts'
import { readTopics } from '../../src/features/read-topics.ts'
import { commands } from '../catalog.ts'

const course = loadCourseOrThrow('data/aws-shared-responsibility')

/** What is read of a whole line, as the feature reads it. */
function read(line: string) {
  const parsed = commands.parse(line)
  if (parsed.kind !== 'known') return parsed
  const { topics = 'all', ...others } = parsed.values
  return { name: parsed.name, ...others, topics: readTopics(topics, course) }
}

const ec2 = ['ec2-patching', 'ec2-host', 'ec2-access']
const rds = ['rds-patching', 'rds-access', 'rds-backup']
const s3 = ['s3-access', 's3-platform']

describe.each(['practice', 'exam', 'cards'])('%s', (name) => {
  it.each([
    ['patch management', ['patch-management']],
    ['Incident response and DDoS', ['incident-response']],
    ['MFA, root, keys and credentials', ['credentials']],
    ['Shared control: patch management, DynamoDB', ['patch-management', 'dynamodb']],
    ['iam encryption', ['iam', 'encryption']],
    ['iam, encryption', ['iam', 'encryption']],
    ['iam and encryption', ['iam', 'encryption']],
    ['IAM & Encryption.', ['iam', 'encryption']],
    ['s3 and rds', [...s3, ...rds]],
    ['s3 encryption', [...s3, 'encryption']],
    ['ecs on ec2', ['ecs-on-ec2']],
    ['of-and-in', ['of-and-in']],
    ['security of the cloud and in the cloud', ['of-and-in']],
    ['lambda secrets', ['lambda-access']],
    ['incident responses', ['incident-response']],
    ['drift prevention', ['drift']],
    ['on iam', ['iam']],
    ['guest os', ['ec2-patching']],
    ['topics: iam, s3-access', ['iam', 's3-access']],
    ['topic patch management', ['patch-management']],
  ])('%s', (typed, topics) => {
    expect(read(`${name} ${typed}`)).toEqual({ name, topics: { value: topics } })
  })

  it('takes a number before and after them', () => {
    const count = name === 'cards' ? 'cards' : 'questions'
    expect(read(`${name} ec2 rds 12`)).toEqual({ name, [count]: '12', topics: { value: [...ec2, ...rds] } })
    expect(read(`${name} 12 patch management and iam`)).toEqual({ name, [count]: '12', topics: { value: ['patch-management', 'iam'] } })
  })
})

it.each(course.topics.map(({ id, title }) => [id, title]))('%s is found by its title, and with others around it', (id, title) => {
  for (const typed of [title, title.toLowerCase(), id.replaceAll('-', ' ')]) expect(readTopics(typed, course), typed).toEqual({ value: [id] })
  if (id === 'dynamodb' || id === 'eks') return
  expect(readTopics(`dynamodb, ${title} and EKS`, course)).toEqual({ value: ['dynamodb', id, 'eks'] })
})

it('in settings they end where the next value begins', () => {
  expect(commands.parse('setup 09:00 topics: patch management, iam mon-fri UTC open=8h')).toEqual({
    kind: 'known', name: 'setup', values: { time: '09:00', topics: 'patch management,iam', days: 'mon-fri', zone: 'UTC', open: '8h' },
  })
})

it.each([
  ['encrpytion', 'There’s no topic “encrpytion”. Did you mean “'],
  ['iam, zebra crossing', 'There’s no topic “zebra crossing”. Write a word from the title of a topic.'],
  ['ten', 'There’s no topic “ten”. Write a word from the title of a topic.'],
])('%s is told what is near, and no long list', (typed, said) => {
  const answer = readTopics(typed, course)
  expect(answer).toHaveProperty('problem', expect.stringContaining(said))
  expect(JSON.stringify(answer).length).toBeLessThan(300)
})
