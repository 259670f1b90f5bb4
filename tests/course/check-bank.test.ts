import { expect, test } from 'vitest'
import { checkCourse } from '../../src/course/check-course.ts'
import { bankFile } from './bank.ts'
import type { Slot } from './bank.ts'
import { checkChanged, courseFolder } from './course-folder.ts'

/** As wide as the whole bank is to be: 40% landlord, 40% tenant, 20% both, and so on. */
function balanced(at: number): Partial<Slot> {
  const part = at % 10
  return {
    owner: part < 4 ? 'landlord' : part < 8 ? 'tenant' : 'both',
    difficulty: part < 3 ? 'easy' : part < 8 ? 'medium' : 'hard',
    pick: part === 9 ? 2 : 1,
    position: Math.floor(at / 10) % 4,
  }
}

/** 60 questions on repairs and 40 on safety, as the topics are weighted; without a list of facts, so that any id will do. */
function bankOfHundred(slot: (at: number) => Partial<Slot>) {
  return {
    'facts.yaml': null,
    'questions/repairs.yaml': bankFile('repairs', 60, slot),
    'questions/safety.yaml': bankFile('safety', 40, slot),
  }
}

function findings(slot: (at: number) => Partial<Slot>): readonly string[] {
  return checkChanged(bankOfHundred((at) => ({ ...balanced(at), ...slot(at) }))).problems.map(({ level, check, message }) => `${level} ${check}: ${message}`)
}

/** Without the error that a guesser gets too far. */
function cues(slot: (at: number) => Partial<Slot>): readonly string[] {
  return findings(slot).filter((found) => found.includes('-cue: '))
}

test('a balanced bank passes', () => {
  expect(findings(() => ({}))).toEqual([])
})

test('a small bank is not judged by shares', () => {
  const { found } = checkChanged({ 'facts.yaml': null, 'questions/repairs.yaml': bankFile('repairs', 12, () => ({ owner: 'landlord', position: 0 })) })
  expect(found).toEqual([])
})

test('keys that are often the longest are told with the figures', () => {
  expect(cues((at) => (at % 2 === 0 ? { rightText: 'The choice' } : {}))).toContain(
    'warning length-cue: Options that are the longest are right in 110 of 250 cases; chance would give 73',
  )
})

test('keys that are hardly ever the longest are told, too: people strike those out', () => {
  expect(cues((at) => (at % 2 === 0 ? { wrongText: 'The choice' } : {}))).toContain(
    'warning length-cue: Options that are the longest are right in 60 of 350 cases; chance would give 98',
  )
})

test('a word that is never right is told with the figures', () => {
  expect(cues((at) => (at < 30 ? { wrongText: 'Choice only' } : {}))).toContain(
    'warning wording-cue: Options with "only" are right in 0 of 174 cases; chance would give 47',
  )
})

test('a word that is right as often as chance has it passes', () => {
  expect(cues((at) => (at < 30 ? { wrongText: 'Choice only', rightText: 'Choice only' } : {}))).toEqual([])
})

test('keys that stand mostly under one letter are told with the figures', () => {
  expect(cues((at) => ({ position: at % 10 < 7 ? 0 : 1, pick: at % 10 === 9 ? 2 : 1 }))).toContain(
    'warning position-cue: Options under the letter a are right in 70 of 100 cases; chance would give 28',
  )
})

test('an error tells how far a guesser gets who understands nothing, and by which cues', () => {
  const { problems } = checkChanged(bankOfHundred((at) => ({ ...balanced(at), ...(at % 2 === 0 ? { rightText: 'The choice' } : {}) })))
  expect(problems[0]).toMatchObject({
    level: 'error',
    check: 'guessable',
    message: 'The form of the options gives the key away: somebody who understands none of them guesses 53 of 90 keys (59%); chance would give 25%, and 37% is the most that passes',
    remedy: expect.stringMatching(/^The strongest cues: Options with "the" are right in 50 of 50 cases; chance would give 13; Options that begin with "the"/u),
  })
})

test('owners out of balance are told with the share that is wanted', () => {
  expect(findings(() => ({ owner: 'landlord' }))).toEqual([
    'warning owner-balance: 100% of the keys are duties of landlord; the target is 35 to 40%',
    'warning owner-balance: 0% of the keys are duties of tenant; the target is 40 to 50%',
    'warning owner-balance: 0% of the keys are duties of both; the target is 15 to 20%',
  ])
})

test('a bank of easy questions is told, and one with single answers alone', () => {
  expect(findings(() => ({ difficulty: 'easy', pick: 1 }))).toEqual([
    'warning difficulty-balance: 100% of the questions are easy; the target is 25 to 35%',
    'warning difficulty-balance: 0% of the questions are medium; the target is 45 to 55%',
    'warning difficulty-balance: 0% of the questions are hard; the target is 15 to 25%',
    'warning multiple-balance: 0% of the questions have several right options; the target is 10%',
  ])
})

test('a topic far below its weight is told with what it lacks', () => {
  const { problems } = checkChanged({
    ...bankOfHundred(balanced),
    'questions/repairs.yaml': bankFile('repairs', 80, balanced),
    'questions/safety.yaml': bankFile('safety', 20, balanced),
  })
  expect(problems).toMatchObject([
    {
      check: 'topic-balance',
      file: 'course.yaml',
      line: 14,
      message: 'The topic safety has 20 questions; its weight asks for 40 of 100',
      remedy: 'Write at least 4 more',
    },
  ])
})

test('coverage counts questions, owners, difficulties and tested facts', () => {
  const { coverage } = checkCourse(courseFolder())
  expect(coverage).toMatchObject({
    questions: 3,
    multiple: 1,
    owners: { landlord: 1, tenant: 1, both: 1 },
    difficulties: { easy: 1, medium: 1, hard: 1 },
    documents: [
      { document: 'lease', facts: 6, tested: 2 },
      { document: 'fire', facts: 4, tested: 2 },
    ],
    untested: ['f1', 'f3', 'f4', 'f5', 'f9', 'f10'],
  })
  expect(coverage?.topics[0]).toMatchObject({ topic: 'repairs', questions: 2, share: 2 / 3, due: 0.6, facts: 2 })
})
