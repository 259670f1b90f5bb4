// With a flashcard on the screen, a letter answered the practice question above it, for good.
import { expect, test } from 'vitest'
import { openDesk } from '../journeys/terminal-desk.ts'

test.each(['cards', 'drill', 'case'])('while %s is on the screen, a letter answers no question that was shown before', async (command) => {
  const desk = await openDesk('2026-03-02T12:00Z', 'data/aws-shared-responsibility')
  expect(await desk.type('/study practice 2')).toContain('question 1 of 2')
  // A case is chosen from a list first.
  await desk.type(`/study ${command}`, ...(command === 'case' ? ['1'] : []))
  expect(await desk.type('A')).not.toContain('You answered')
  expect(await desk.type('/study practice')).toContain('Type ')
})
