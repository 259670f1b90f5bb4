// Each SVG of a course is drawn once to see whether it can be. One that takes too long is named, and no other one is waited for after it.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { drawEachOnce } from '../../src/course/read/draw-once.ts'
import { folder } from '../fakes/import-files.ts'

test('a course with many such pictures is read as fast as one with a single one', () => {
  const dir = folder()
  const [slow, fine] = [join(dir, 'slow.svg'), join(dir, 'fine.svg')]
  for (const path of [slow, fine]) writeFileSync(path, '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200"/>')
  // No process starts as fast as that.
  const draw = drawEachOnce(1)
  expect(draw(slow)).toBe('takes longer than 0.001 seconds to draw')
  expect(draw(fine)).toBe('wasn’t tried, because slow.svg takes too long to draw')
  expect(drawEachOnce()(fine)).toBeUndefined()
})
