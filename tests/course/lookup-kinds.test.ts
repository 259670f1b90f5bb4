import { describe, expect, it } from 'vitest'
import { answerToJson } from '../../src/course/lookup/answer.ts'
import { courseOf } from '../fakes/course-of.ts'
import { isGood, isOutside, namesWrongParty, readKindQueries } from './kind-queries.ts'

const { course, lookup } = courseOf('data/aws-shared-responsibility')

describe('the shipped course, asked by kind', () => {
  const queries = readKindQueries()
  const bad = queries.filter((query) => !isGood(query, lookup.ask(query.ask)))
  const asked = (list: typeof queries) => list.map(({ ask }) => ask).join(' | ')

  it('answers at least 95 of 100 questions well that the documents answer', () => {
    const missed = bad.filter((query) => !isOutside(query))
    expect(1 - missed.length / queries.filter((query) => !isOutside(query)).length, asked(missed)).toBeGreaterThanOrEqual(0.95)
  })

  it('answers at most 5 of 100 that they don’t answer', () => {
    const leaks = bad.filter(isOutside)
    expect(leaks.length / queries.filter(isOutside).length, asked(leaks)).toBeLessThanOrEqual(0.05)
  })

  it('names a wrong owner for at most 1 of 100', () => {
    const wrong = queries.filter((query) => namesWrongParty(query, lookup.ask(query.ask)))
    expect(wrong.length / queries.length, asked(wrong)).toBeLessThanOrEqual(0.01)
  })
})

describe('names inside a question', () => {
  it.each([
    ['who is responsible for …?', 'data/aws-shared-responsibility'], ['is … our job or AWS’s?', 'data/aws-shared-responsibility'],
    ['We are a small team with a web shop and a nervous boss. Who takes care of …?', 'data/aws-shared-responsibility'], ['who is responsible for …?', 'data/on-call'],
  ])('“%s” with the title of a duty names its owner beside %s', (form, folder) => {
    const { course, lookup } = courseOf(folder)
    const titles = course.responsibilities.map(({ title, owner }) => ({ owner, title: title.replace(/: the .*$/u, '').toLowerCase() }))
    const missed = titles.filter(({ title, owner }) => answerToJson(lookup.ask(form.replace('…', title))).owner !== owner)
    expect(missed.length / titles.length, missed.map(({ title }) => title).join(' | ')).toBeLessThanOrEqual(0.03)
  })

  it('each term and each of its aliases is defined', () => {
    const names = course.glossary.flatMap(({ term, aliases }) => [term.replace(/ \(.*\)/u, ''), ...aliases].map((name) => ({ term, name })))
    const told = names.map(({ term, name }) => ({ term, name, answer: lookup.ask(`what does ${name} mean?`) }))
    expect(told.filter(({ term, answer }) => answer.kind !== 'term' || answer.title !== term).map(({ name }) => name)).toEqual([])
  })
})

describe('what is asked', () => {
  it('of a value comes back as an offer', () => {
    const answer = lookup.ask('max lambda timeout')
    expect(answerToJson(answer)).toMatchObject({ found: false, owner: null, text: 'The documents don’t give that value. Who is responsible: Lambda function configuration (The customer).' })
  })

  it('of a meaning is the term first, then its split', () => {
    const answer = lookup.ask('what is a hypervisor?')
    expect(answer.kind === 'term' && [answer.title, answer.split.map(({ owner }) => owner)]).toEqual(['Hypervisor', ['aws']])
    expect(answerToJson(lookup.ask('what is a region in aws')).title).toBe('Region')
  })

  it('of one side is that half', () => {
    expect(answerToJson(lookup.ask('what is my part on lambda')).text).toMatch(/^You /u)
    expect(answerToJson(lookup.ask('what does aws do on lambda')).text).toMatch(/^AWS /u)
  })

  it.each(['my side in rds', 'rds - what do i have to do', 'my homework on rds'])('of one’s own side, as in “%s”, is that half', (ask) => {
    const answer = lookup.ask(ask)
    expect(answer.kind === 'row' && [answer.side, answer.rows[0]?.id]).toEqual(['customer', 'rds'])
  })

  it('of what one side does is the column of a table that lists it', () => {
    expect(answerToJson(lookup.ask('what does aws configure')).text).toMatch(/^AWS configures:\n• /u)
    expect(answerToJson(lookup.ask('what does aws never patch for me')).text).toMatch(/^The customer patches:\n• /u)
  })

  it('by a bare name is what that is, and who is responsible', () => {
    const answer = lookup.ask('availability zone')
    expect(answer.kind === 'row' && [answer.meaning?.term, answer.rows[0]?.owner]).toEqual(['Availability Zone (AZ)', 'aws'])
  })

  it('in other words than the documents’ finds the story', () => {
    expect(['list teh misconceptons', 'the split is the same for every service, right?', 'what should i ask myself on every exam question'].map((ask) => answerToJson(lookup.ask(ask)).title)).toEqual([
      'Common Misconceptions', '"Shared Responsibility Is the Same for All Services"', 'Exam Mindset',
    ])
  })

  it('of a pair with one noun is about both', () => {
    const answer = lookup.ask('inherited vs shared vs customer specific')
    expect(answer.kind === 'row' && answer.rows.map(({ owner }) => owner)).toEqual(['aws', 'shared', 'customer'])
    expect(answerToJson(lookup.ask('cost optimization vs sustainability pillar')).title).toBe('Cost optimization pillar · Sustainability pillar')
  })

  it('of a list is the section, with what stands under it', () => {
    const { title, text } = answerToJson(lookup.ask('what are the common misconceptions'))
    expect([title, text.split('\n')]).toEqual(['Common Misconceptions', expect.arrayContaining([expect.stringContaining('AWS Handles All Security')])])
  })
})

describe('another course', () => {
  const house = courseOf('tests/courses/house-rules').lookup
  it.each([
    ['who fixes the radiators?', { owner: 'landlord' }],
    ['It was cold last night and the whole family complained. The radiators didn’t work. Who has to repair them?', { owner: 'landlord' }],
    ['what is an escape route', { title: 'Escape route' }],
    ['how much does a smoke alarm cost', { found: false }],
    ['what does the tenant do about smoke alarms', { text: 'The tenant tests them and reports a silent one.' }],
    ['who invented the smoke alarm', { found: false }],
    ['what does the landlord do', { owner: 'landlord', title: 'Repairing the heating' }],
    ['how often do smoke alarms have to be tested', { text: 'The tenant presses the test button once a month.' }],
    ['who tests the smoke alarms and who repairs the heating', { title: 'Testing smoke alarms · Repairing the heating' }],
  ])('“%s”', (asked, told) => {
    expect(answerToJson(house.ask(asked))).toMatchObject(told)
  })
})
