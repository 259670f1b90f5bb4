// “who …” lost its first word, and words that the course answers, or that no command can take, were slips of a command.
import { expect, test } from 'vitest'
import { readWrittenWords } from '../../src/commands/written-words.ts'
import { commands } from '../catalog.ts'
import { courseOf } from '../fakes/course-of.ts'

const { lookup } = courseOf('data/aws-shared-responsibility')
const vocabulary = { commands, isTerm: (word: string) => word === 'lambda', spokenOf: (words: string) => lookup.spokenOf(words) }
const read = (words: string) => commands.parse(readWrittenWords(words, 'direct', vocabulary) ?? '')

test.each(['nist', 'best practices', 'best pizza in Naples', 'who is responsible for DynamoDB and Redshift patching', 'Who patches RDS?'])('“%s” is looked up as it is', (words) => {
  expect(read(words)).toMatchObject({ kind: 'known', name: 'lookup', values: { words: expect.stringMatching(new RegExp(`^${words.replace('?', '\\??')}$`, 'iu')) } })
})

test.each([['bord', 'board'], ['leaderbord week', 'board'], ['practise lambda', 'practice']])('“%s” is a slip of %s', (words, meant) => {
  expect(read(words)).toMatchObject({ kind: 'unknown', meant })
})

test('“who” alone asks nothing', () => {
  expect(commands.parse('who')).toMatchObject({ kind: 'misused' })
})
