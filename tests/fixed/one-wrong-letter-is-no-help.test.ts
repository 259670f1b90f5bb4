// Any single letter was taken for a slip of “?”, so a wrong letter for an answer was met with “Did you mean help?”.
import { expect, it } from 'vitest'
import { commands } from '../catalog.ts'

it.each(['z', 'Z', '1', '#'])('“%s” is no slip of a command', (typed) => {
  expect(commands.parse(typed)).toEqual({ kind: 'unknown', typed, meant: null })
})

it('a question mark is still the help', () => {
  expect(commands.parse('?')).toMatchObject({ kind: 'known', name: 'help' })
})
