import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { loadCourseOrThrow } from '../../src/course/load.ts'
import { openCourse } from '../../src/course/open.ts'
import { CourseError } from '../../src/course/problem.ts'
import { courseFolder } from './course-folder.ts'

function snapshotFile(): string {
  const dir = mkdtempSync(join(tmpdir(), 'snapshot-'))
  onTestFinished(() => rmSync(dir, { recursive: true }))
  return join(dir, 'var/course.json')
}

test('a kept course is the same as one that is read anew', async () => {
  const dir = courseFolder()
  const snapshot = snapshotFile()
  await openCourse(dir, snapshot)
  const written = statSync(snapshot).mtimeMs
  const kept = await openCourse(dir, snapshot)
  expect(kept).toEqual(loadCourseOrThrow(dir))
  expect(Object.isFrozen(kept.questions[0])).toBe(true)
  expect(statSync(snapshot).mtimeMs).toBe(written)
})

test('a change of one letter in a file is seen', async () => {
  const dir = courseFolder()
  const snapshot = snapshotFile()
  await openCourse(dir, snapshot)
  const file = join(dir, 'course.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace('rented flat', 'rented flan'))
  expect((await openCourse(dir, snapshot)).title).toBe('Who looks after a rented flan')
})

test('a new error stops the start although an older state is kept', async () => {
  const dir = courseFolder()
  const snapshot = snapshotFile()
  await openCourse(dir, snapshot)
  rmSync(join(dir, 'documents/fire.md'))
  await expect(openCourse(dir, snapshot)).rejects.toThrow(CourseError)
})

test('a damaged snapshot is written anew', async () => {
  const dir = courseFolder()
  const snapshot = snapshotFile()
  await openCourse(dir, snapshot)
  writeFileSync(snapshot, readFileSync(snapshot, 'utf8').slice(0, 100))
  expect((await openCourse(dir, snapshot)).id).toBe('house-rules')
  expect(JSON.parse(readFileSync(snapshot, 'utf8'))).toHaveProperty('content.id', 'house-rules')
})

test('a place that cannot be written to costs time and nothing else', async () => {
  const dir = courseFolder()
  expect((await openCourse(dir, join(dir, 'course.yaml/course.json'))).id).toBe('house-rules')
})

test('a folder that does not exist is an error about the course', async () => {
  await expect(openCourse(join(snapshotFile(), 'nowhere'), snapshotFile())).rejects.toThrow(CourseError)
})
