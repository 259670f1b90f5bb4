// Discord wants each custom_id once in a message. What told equal buttons apart stood behind what they say: it cut the last letter of a
// long one, and was gone where spaces at the end were.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lookup } from '../../src/features/lookup/face.ts'
import { controlIn, uniqueIds } from '../../src/platforms/discord/custom-id.ts'
import { controlLimit } from '../../src/screens/control.ts'

const controlOf = (words: string) => lookup.controls.lookup.text({ words })

it.each(['iam roles', 'EC2: who patches the OS?', 'a:2', 'w'.repeat(300)])('forty buttons that look up “%s” look up just that', (words) => {
  const idOf = uniqueIds()
  const ids = Array.from({ length: 40 }, () => idOf(controlOf(words)))
  expect(new Set(ids).size).toBe(40)
  for (const id of ids) {
    expect(id.length).toBeLessThanOrEqual(100)
    expect(id).toBe(id.trim())
    expect(controlIn(id)).toBe(controlOf(words))
    expect(lookup.controls.lookup.read(controlIn(id))?.words).toBe(words.slice(0, controlLimit - 'v1:lookup:'.length))
  }
})

it('a copy says what the first one says, whatever that is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 120 }).filter((words) => words === words.trimEnd()), (words) => {
      const idOf = uniqueIds()
      const [first, second] = [idOf(controlOf(words)), idOf(controlOf(words))]
      expect(controlIn(second)).toBe(controlIn(first))
    }),
  )
})

it('buttons of messages with spaces at the end are understood as before', () => {
  expect(controlIn('v1:lookup:iam roles  ')).toBe('v1:lookup:iam roles')
})
