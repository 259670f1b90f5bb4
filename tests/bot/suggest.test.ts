// What is offered while somebody types.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => void (stage = await openStage('2026-03-02T07:00Z', { course: 'data/aws-shared-responsibility' })))
afterAll(() => stage.close())

const offered = (typed: string, limit = 5) => stage.channel.handler().suggest('setup', 'topics', typed, limit)
const values = async (typed: string) => (await offered(typed)).map(({ value }) => value)

it.each([
  ['s3', ['s3-access', 's3-platform']],
  ['access control and', ['s3-access']],
  ['iam,service-m', ['iam,service-models']],
  ['iam,public buckets', ['iam,s3-access']],
  ['IAM , drif', ['iam,drift']],
  ['nothing like it', []],
  ['no such topic,drif', ['no such topic,drift']],
] as const)('“%s” finds topics by their ids and by their titles', async (typed, expected) => {
  expect(await values(typed)).toEqual(expected)
})

describe('a title with commas', () => {
  it.each([
    ['mfa, root, ke', ['credentials']],
    ['mfa,root', ['credentials']],
    ['mfa,', ['credentials']],
    ['drift, MFA, root, keys', ['drift,credentials']],
    ['MFA, root, keys and credentials, drif', ['credentials,drift']],
    ['MFA, root, keys and credentials, IAM: users, roles, policies, least privilege, drif', ['credentials,iam,drift']],
  ] as const)('is found as one topic in “%s”', async (typed, expected) => {
    expect(await values(typed)).toEqual(expected)
  })
})

describe('topics', () => {
  it('are read by their titles, and what stands before the last comma stays', async () => {
    expect(await offered('mfa')).toEqual([{ value: 'credentials', label: 'MFA, root, keys and credentials' }])
    expect(await offered('s3-access, mfa')).toEqual([{ value: 's3-access,credentials', label: 's3-access, MFA, root, keys and credentials' }])
  })

  it('are offered on from what was chosen before, as it reads', async () => {
    let typed = ''
    for (const wanted of ['eks', 'mfa', 'regions', 'rds-back']) typed = (await offered(`${typed}${typed === '' ? '' : ', '}${wanted}`))[0]?.label ?? ''
    expect(await values(`${typed}, drif`)).toEqual(['eks,credentials,regions-zones,rds-backup,drift'])
  })

  it('are offered once each, and all of them only alone', async () => {
    expect(await offered('', 1)).toEqual([{ value: 'all', label: 'All topics' }])
    expect(await values('drift,')).not.toContain('drift,drift')
    expect(await values('drift,')).not.toContain('drift,all')
    expect(await values('drift,')).toHaveLength(5)
    expect(await values('drift,drif')).toEqual([])
  })

  it('are found in little time, whatever is typed', async () => {
    expect(await values('mfa,'.repeat(1_500))).toHaveLength(1)
    expect(await values(`${' '.repeat(6_000)}qq`)).toEqual([])
  })

  it('are taken by their titles where nothing offered was chosen', async () => {
    const said = async (topics: string) => {
      const request = { kind: 'form', command: 'setup', values: { time: '09:00', zone: 'UTC', topics } } as const
      return JSON.stringify(await stage.send(request as never, 'owner'))
    }
    expect(await said('drift, mfa, root, keys and credentials,')).toContain('Drift prevention and configuration tools')
    expect((await stage.ledger.quizzes.at('terminal:team:general'))?.topics).toEqual(['drift', 'credentials'])
    expect(await said('drift, zebra')).toContain('There’s no topic “zebra”')
    expect(await said('All topics')).toContain('Settings saved')
    expect((await stage.ledger.quizzes.at('terminal:team:general'))?.topics).toEqual([])
  })

  it('that are chosen fill a form with their titles', async () => {
    await stage.typeFor('owner', 'setup 09:00 UTC topics=drift,iam')
    expect(await stage.typeFor('owner', 'settings')).toMatchObject({
      to: 'form',
      values: { topics: [{ value: 'drift', label: 'Drift prevention and configuration tools' }, { value: 'iam', label: 'IAM: users, roles, policies, least privilege' }] },
    })
  })
})

it('no more is offered than was asked for', async () => {
  expect(await offered('', 3)).toHaveLength(3)
  expect(await stage.channel.handler().suggest('setup', 'zone', 'europe', 3)).toHaveLength(3)
  expect(await stage.channel.handler().suggest('setup', 'zone', 'berl', 3)).toEqual([{ value: 'Europe/Berlin', label: 'Europe/Berlin' }])
})
