// Errors with a sentence for people are recognized, wherever their class lives.
import { expect, it } from 'vitest'
import { OperatorError } from '../../src/cli/operator-error.ts'
import { ConfigError } from '../../src/config/config.ts'
import { details, isForPeople } from '../../src/core/errors-for-people.ts'
import { CourseError } from '../../src/course/problem.ts'
import { LedgerError } from '../../src/ledger/ledger-error.ts'
import { PostError, StartError } from '../../src/platforms/platform.ts'

it.each([new ConfigError('x'), new CourseError('x', []), new LedgerError('full', 'x'), new StartError('x'), new OperatorError('x')])('%s is for people', (error) => {
  expect(isForPeople(error)).toBe(true)
})

it('any other error is not, nor is what only looks like one', () => {
  for (const fault of [new Error('x'), new TypeError('x'), new PostError('busy', 'x'), { name: 'LedgerError', message: 'x' }, 'x', undefined]) expect(isForPeople(fault)).toBe(false)
})

it('of any other error the stack is shown, of anything else its text', () => {
  const error = new Error('x')
  expect(details(error)).toBe(error.stack)
  expect(details('x')).toBe('x')
  expect(details(undefined)).toBe('undefined')
})
