// “Hospice” was read as a slip of “host OS”, and hundreds of frequent English words like it as things of the course.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { buildVocabulary } from '../../src/course/lookup/vocabulary.ts'
import { courseOf } from '../fakes/course-of.ts'

const words = readFileSync(`${import.meta.dirname}/../../src/course/lookup/english-words.txt`, 'utf8').split('\n').filter((line) => /^[a-z]+$/u.test(line))

it.each(['data/aws-shared-responsibility', 'tests/courses/house-rules'])('no frequent word is read as another one beside %s', (folder) => {
  const { read } = buildVocabulary(courseOf(folder).course)
  expect(words.length).toBeGreaterThan(20_000)
  expect(words.filter((word) => read(word).words[0] !== word)).toEqual([])
})

it.each([['hypervsor', 'aws'], ['secuirty groups', 'customer'], ['who patches rds postgrse', 'aws']])('“%s” still is a slip', (asked, owner) => {
  const answer = courseOf('data/aws-shared-responsibility').lookup.ask(asked)
  expect(answer.kind === 'row' ? answer.rows.map((row) => row.owner) : [answer.kind]).toEqual([owner])
})
