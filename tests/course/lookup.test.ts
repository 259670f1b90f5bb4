import { describe, expect, it } from 'vitest'
import { courseOf } from '../fakes/course-of.ts'
import { answerToJson } from '../../src/course/lookup/answer.ts'
import { buildTextSearch } from '../../src/course/lookup/text-search.ts'
import { isRight, namesWrongOwner, readQueries } from './lookup-queries.ts'

const { course, lookup } = courseOf('data/aws-shared-responsibility')
const ownerOf = (ask: string) => answerToJson(lookup.ask(ask)).owner

describe('the shipped course, asked as people type in chat', () => {
  const queries = readQueries()
  const judged = queries.map((query) => ({ query, answer: lookup.ask(query.ask) }))

  it('answers at least 97 of 100 questions right, in each round of questions', () => {
    for (const [round, list] of Map.groupBy(judged, ({ query }) => query.round)) {
      const wrong = list.filter(({ query, answer }) => !isRight(query, answer)).map(({ query }) => query.ask)
      expect(1 - wrong.length / list.length, `${round}: ${wrong.join(' | ')}`).toBeGreaterThanOrEqual(0.97)
    }
  })

  it('never names a wrong owner', () => {
    expect(judged.filter(({ query, answer }) => namesWrongOwner(query, answer)).map(({ query }) => query.ask)).toEqual([])
  })

  it('holds at least 220 questions, a twentieth of them about what the documents do not cover', () => {
    expect(queries.length).toBeGreaterThanOrEqual(220)
    expect(queries.filter(({ expected }) => expected === 'not-covered').length).toBeGreaterThanOrEqual(queries.length / 20)
  })

  it('answers each title that completion offers with its own row', () => {
    for (const { title } of course.responsibilities) expect(answerToJson(lookup.ask(title)).title).toBe(title)
  })
})

describe('distinctions', () => {
  it.each([
    ['patch management', 'shared'],
    ['who patches the EC2 guest OS', 'customer'],
    ['who patches the EC2 host OS', 'aws'],
    ['CloudTrail', 'shared'],
    ['who runs CloudTrail', 'aws'],
    ['enabling a CloudTrail trail', 'customer'],
    ['OS on EC2', 'customer'],
    ['OS on RDS', 'aws'],
    ['OS on Lambda', 'aws'],
    ['OS on S3', 'aws'],
    ['regions', 'aws'],
    ['which region', 'customer'],
    ['RDS backups', 'shared'],
    ['who turns on RDS backups', 'customer'],
    ['who runs the automated backups of RDS', 'aws'],
  ])('%s: %s', (ask, owner) => {
    expect(ownerOf(ask)).toBe(owner)
  })

  it('puts services side by side and names no single owner where they differ', () => {
    const answer = lookup.ask('patching EC2 vs RDS')
    expect(answer.kind === 'row' && answer.rows.map(({ id, owner }) => [id, owner])).toEqual([
      ['ec2-patching', 'customer'],
      ['rds-patching', 'aws'],
    ])
    expect(answerToJson(answer)).toMatchObject({ found: true, owner: null, title: 'Patching on EC2 · Patching on RDS' })
  })

  it('keeps every service of a list, although "RDS instance" is one service', () => {
    const answer = lookup.ask('who patches what: ec2, rds, lambda')
    expect(answer.kind === 'row' && answer.rows.map(({ id }) => id)).toEqual(['ec2-patching', 'rds-patching', 'lambda-patching'])
    expect(answerToJson(lookup.ask('backups of our rds instance')).title).toBe('RDS backups')
  })

  it('asks a thing only of the service in whose name it stands', () => {
    const answer = lookup.ask('compare rds and mysql on ec2')
    expect(answer.kind === 'row' && answer.rows.map(({ id }) => id)).toEqual(['rds', 'ec2-database'])
  })

  it.each([
    ['how long do we have to keep the logs', 'Log retention'],
    ['password policy for users', 'Credentials, passwords, and access keys · User accounts'],
    ['medical staff access controls', 'Access management'],
    ['rotation of our kms keys', 'Rotating keys'],
    ['what is my part of s3 and what is the part of aws', 'Amazon S3: who does what'],
    ['diesel generators', 'Environmental safeguards'],
  ])('answers "%s" with the row on that: %s', (ask, title) => {
    expect(answerToJson(lookup.ask(ask)).title).toBe(title)
  })

  it('shows both rows where one question has two answers', () => {
    const answer = lookup.ask('hypervisor and guest os on ec2')
    expect(answer.kind === 'row' && answer.rows.map(({ owner }) => owner).sort()).toEqual(['aws', 'customer'])
  })
})

describe('slips of the pen', () => {
  it.each(['hypervsor', 'guest operatig system on ec2', 'secuirty groups', 'dynmodb', 'lamda runtme', 'Clodtrail', 'encrytion', 'datacentre', 'security group', 'securitygroups'])(
    'understands "%s"',
    (ask) => expect(lookup.ask(ask).kind).toBe('row'),
  )

  it('never makes one service out of the short name of another', () => {
    for (const short of ['ec3', 'ekc', 'rdz', 's4', 'ebz', 'vpx', 'kmz', 'efz']) expect(ownerOf(`who patches ${short}`)).toBeNull()
  })
})

describe('what the documents do not hold', () => {
  it('says so for services that they do not name, with the nearest titles', () => {
    const answer = lookup.ask('who patches redshift')
    expect(answer.kind).toBe('none')
    expect(answer.kind === 'none' && answer.nearest).toContain('Patch management')
  })

  it.each(['zzz', 'price of lunch', 'weather in Berlin', 'Z'])('offers nothing near “%s”, where nothing is', (words) => {
    expect(lookup.ask(words)).toEqual({ kind: 'none', query: words, nearest: [] })
  })

  it.each(['who patches redshift', 's3 prices', 'my favourite strategy', 'the glossary of my bank'])('offers for “%s” only what has an answer', (words) => {
    const answer = lookup.ask(words)
    const near = answer.kind === 'none' ? answer.nearest : []
    expect(near.filter((title) => lookup.ask(title).kind === 'none')).toEqual([])
  })

  it('names a service without a split, and nobody as its owner', () => {
    expect(answerToJson(lookup.ask('API Gateway'))).toMatchObject({ found: true, owner: null, title: 'Amazon API Gateway' })
  })

  it('shows a place in the documents without naming an owner', () => {
    const answer = lookup.ask('the car rental story with insurance and recalls')
    expect(answer.kind).toBe('section')
    expect(answerToJson(answer)).toMatchObject({ found: true, owner: null, sources: [{ document: '001', section: 'The Car Rental Analogy' }] })
  })

  it('finds tips, and names nobody as the owner', () => {
    expect(answerToJson(lookup.ask('recall before turning the flashcard'))).toMatchObject({ found: true, owner: null, title: 'Exam tip' })
  })

  it.each(['', '   ', '?!', '\u{1F600}', 'a'.repeat(500), '<!channel>', '%00', 'constructor', 'hasOwnProperty'])('takes %j calmly', (ask) => {
    expect(lookup.ask(ask).kind).toBe('none')
  })

  it('keeps the threshold of the text search between chance hits and meant ones', () => {
    const search = buildTextSearch(course)
    const share = (words: string) => search.measure(words.split(' '))?.share ?? 0
    const meant = ['layer cake', 'hospital patient records', 'car rental insurance recalls', 'landlord common areas', 'bank portal payments', 'performance efficiency pillar']
    const chance = ['pasta water boil', 'football match result', 'printer paper jam', 'netflix account reset', 'guitar lesson price', 'holiday train booking']
    expect(Math.min(...meant.map(share))).toBeGreaterThan(0.6)
    expect(Math.max(...chance.map(share))).toBeLessThan(0.5)
  })
})

describe('answers as JSON', () => {
  it('gives each half, the note and the sources of a row', () => {
    const { query, found, owner, title, text, note, sources } = answerToJson(lookup.ask('rds maintenance window'))
    expect({ query, found, owner, title }).toEqual({ query: 'rds maintenance window', found: true, owner: 'customer', title: 'RDS maintenance window: nothing to patch, only a time to choose' })
    expect(text).toMatch(/^AWS .*You choose/)
    expect(note).toContain('In practice')
    expect(sources).toContainEqual({ document: '000', section: 'Scenario 1: RDS Patching' })
  })
})

describe('completion', () => {
  it('begins with titles that begin like the prefix, and finds aliases', () => {
    expect(lookup.suggest('rds', 25)).toContain('Amazon RDS: who does what')
    expect(lookup.suggest('SG', 25)[0]).toBe('Security groups and firewall rules')
    expect(lookup.suggest('guest', 5)[0]).toContain('Guest OS')
  })

  it('keeps to the limit, and offers something before anything is typed', () => {
    expect(lookup.suggest('', 25)).toHaveLength(25)
    expect(lookup.suggest('a', 3)).toHaveLength(3)
    expect(lookup.suggest('zzzz', 25)).toEqual([])
  })
})
