// A button said: Read ““AWS Will Tell Me If Something’s Wrong””.
import { expect, it } from 'vitest'
import { readLabel } from '../../src/screens/passage.ts'

it.each([['"AWS Handles All Security"', 'Read “AWS Handles All Security”'], ['The “shared” part', 'Read “The “shared” part”'], ['Myths', 'Read “Myths”']])('%s', (heading, label) => {
  expect(readLabel(heading)).toBe(label)
})
