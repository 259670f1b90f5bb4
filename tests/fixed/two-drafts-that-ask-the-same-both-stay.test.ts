// Somebody copies a draft and rewrites it under the same stem: both stay in the file, and the second says why it waits.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importFile } from '../../src/cli/import.ts'
import { target } from '../fakes/import-files.ts'

test('what somebody wrote into the second one is kept, until they delete one of the two', () => {
  const { dir, take, read, course } = target()
  take('exam.md', '### Who pays?\n\n- [x] We\n- [ ] They\n')
  const [, first = ''] = read('drafts/exam.yaml').split('drafts:\n')
  const whole = (explanation: string) => first.replace('explanation: ""', `explanation: ${explanation}`).replace('source: ""', 'source: Handbook')
  writeFileSync(join(dir, 'drafts/exam.yaml'), `drafts:\n${whole('We signed.')}${whole('We always do.')}`)
  const draft = join(dir, 'drafts/exam.yaml')
  expect(importFile(draft, {}).join('\n')).toMatch(/1 question added[^]*It asks the same as who-pays. Delete one of the two./u)
  expect(course().questions.map(({ explanation }) => explanation)).toEqual(['We signed.'])
  expect(read('drafts/exam.yaml')).toContain('We always do.')
})
