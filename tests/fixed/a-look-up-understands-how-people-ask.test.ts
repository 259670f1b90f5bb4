// A look-up knew the words of the documents alone, so what people call things, and how they put it, was missed or answered by a neighbor.
import { describe, expect, it } from 'vitest'
import { answerToJson } from '../../src/course/lookup/answer.ts'
import { buildLookup } from '../../src/course/lookup/lookup.ts'
import { targetOf } from '../../src/course/lookup/phrasings/features.ts'
import { keyOf } from '../../src/course/lookup/phrasings/key.ts'
import { makeIndex } from '../../src/course/lookup/phrasings/make-index.ts'
import { checkChanged } from '../course/course-folder.ts'
import { courseOf } from '../fakes/course-of.ts'
import { apart } from '../../src/course/apart.ts'

const { course, lookup } = courseOf('data/aws-shared-responsibility')
const house = courseOf('tests/courses/house-rules')

describe('sentences in people’s own words', () => {
  it('that are repeated get their answers, but for bare names, which are looked up as such', () => {
    const sample = course.phrasings.filter((_, at) => at % 20 === 0).map(({ answer, asked }) => ({ key: keyOf(answer), sentence: asked[0] ?? '' }))
    const others = sample.filter(({ key, sentence }) => targetOf(course, lookup.ask(sentence))?.key !== key)
    expect(others.length / sample.length, others.map(({ sentence }) => sentence).join(' | ')).toBeLessThanOrEqual(0.05)
  })

  it.each([
    ['who sets service limits', { title: 'Service limits and quotas' }],
    ['which compute service leaves the customer with the least to do', { title: 'AWS Lambda' }],
    ['what happens as services get more managed', { title: 'General Notes on Service-Level Responsibilities' }],
    ['is the split the same for every service', { title: '"Shared Responsibility Is the Same for All Services"' }],
    ['somebody stole an admin password and is spinning up miners in our account, whose incident is that', { owner: 'customer' }],
  ])('“%s”, which nobody has written, gets the nearest', (asked, told) => {
    expect(answerToJson(lookup.ask(asked))).toMatchObject(told)
  })

  it('a sentence about something else is not answered by what surrounds it in others', () => {
    for (const asked of ['weather in berlin tomorrow', 'lasagna recipe', 'our office printer is jammed again, who do i call', 'who won the champions league']) expect(lookup.ask(asked).kind).toBe('none')
  })

  it('lead to an answer in the small course, too, which is another one without them', () => {
    expect(answerToJson(house.lookup.ask('so who has to press that button on the ceiling')).title).toBe('Testing smoke alarms')
    expect(buildLookup({ ...house.course, phrasingIndex: makeIndex(house.course, []) }).ask('so who has to press that button on the ceiling').kind).toBe('none')
  })

  it('lead to the rows of a second course under their names there', () => {
    const answer = buildLookup(apart(house.course, 2)).ask('it never beeps, whose fault is that if there is a fire')
    expect(answer.kind === 'row' && answer.rows.map(({ title }) => title)).toEqual(['Testing smoke alarms'])
  })
})

describe('the checker', () => {
  const file = (...phrasings: readonly string[]) => ({ 'asked/alarms.yaml': `phrasings:\n${phrasings.map((each) => `  - ${each}\n`).join('')}` })

  it.each([
    ['a row that is not there', ['{ answer: { rows: [attic] }, asked: [who cleans the attic] }'], ['asked/alarms.yaml:2 responsibility-unknown']],
    ['a section that is not there', ['{ answer: { section: fire / Attic }, asked: [who cleans the attic] }'], ['asked/alarms.yaml:2 citation']],
    ['a sentence with two answers', ['{ answer: none, asked: [who pays] }', '{ answer: { rows: [smoke-alarms] }, asked: [Who pays?] }'], ['asked/alarms.yaml:3 asked-twice']],
    ['sentences that look-ups cannot tell apart', ['{ answer: none, asked: [alarm price] }', '{ answer: { rows: [smoke-alarms] }, asked: [alarms priced] }'], ['asked/alarms.yaml:3 asked-alike']],
    ['an answer of no kind', ['{ answer: { tip: x }, asked: [who pays] }'], ['asked/alarms.yaml:2 schema']],
  ])('finds %s', (_, phrasings, expected) => {
    expect(checkChanged(file(...phrasings)).found).toEqual(expected)
  })
})
