import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { loadCourseOrThrow } from '../../src/course/load.ts'
import { openCourse } from '../../src/course/open.ts'
import { CourseError } from '../../src/course/problem.ts'
import { courseFolder } from './course-folder.ts'

function cacheFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'cache-'))
  onTestFinished(() => rmSync(dir, { recursive: true }))
  return join(dir, 'var/cache')
}

function onlyCopy(cache: string): string {
  const names = readdirSync(cache)
  expect(names).toHaveLength(1)
  return join(cache, names[0] ?? '')
}

test('a kept course is the same as one that is read anew', async () => {
  const dir = courseFolder()
  const cache = cacheFolder()
  await openCourse(dir, cache)
  const written = statSync(onlyCopy(cache)).mtimeMs
  const kept = await openCourse(dir, cache)
  expect(kept).toEqual(loadCourseOrThrow(dir))
  expect(statSync(onlyCopy(cache)).mtimeMs).toBe(written)
})

test('a change of one letter in a file is seen, and kept in place of the old state', async () => {
  const dir = courseFolder()
  const cache = cacheFolder()
  await openCourse(dir, cache)
  const old = readFileSync(onlyCopy(cache))
  const file = join(dir, 'course.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace('rented apartment', 'rented apartmend'))
  expect((await openCourse(dir, cache)).title).toBe('Who looks after a rented apartmend')
  expect(readFileSync(onlyCopy(cache))).not.toEqual(old)
})

test('a new error stops the start although an older state is kept', async () => {
  const dir = courseFolder()
  const cache = cacheFolder()
  await openCourse(dir, cache)
  rmSync(join(dir, 'documents/fire.md'))
  await expect(openCourse(dir, cache)).rejects.toThrow(CourseError)
})

test('its warnings are told at each start, from the files or from the copy', async () => {
  const dir = courseFolder()
  const cache = cacheFolder()
  const told = async () => {
    const warnings: string[] = []
    await openCourse(dir, cache, (sentence) => warnings.push(sentence))
    return warnings
  }
  expect(await told()).toEqual([])
  writeFileSync(join(dir, 'questions/locks.json'), '[]')
  const warning = expect.stringMatching(/^questions\/locks\.json warning \[file-unknown\] Nothing reads questions\/locks\.json\. /u)
  expect([await told(), await told()]).toEqual([[warning], [warning]])
})

test('a damaged copy is written anew', async () => {
  const dir = courseFolder()
  const cache = cacheFolder()
  await openCourse(dir, cache)
  const copy = onlyCopy(cache)
  const whole = readFileSync(copy)
  for (const length of [0, 100, whole.length / 2, whole.length - 1]) {
    writeFileSync(copy, whole.subarray(0, length))
    expect((await openCourse(dir, cache)).id).toBe('house-rules')
    expect(readFileSync(copy)).toEqual(whole)
  }
})

test('letters of every language are kept as they are', async () => {
  const dir = courseFolder()
  const cache = cacheFolder()
  const file = join(dir, 'course.yaml')
  const title = 'Straße “Ж” 東京\u2028🏠'
  writeFileSync(file, readFileSync(file, 'utf8').replace('Who looks after a rented apartment', JSON.stringify(title)))
  await openCourse(dir, cache)
  expect((await openCourse(dir, cache)).title).toBe(title)
})

test('a place that cannot be written to costs time and nothing else', async () => {
  const dir = courseFolder()
  expect((await openCourse(dir, join(dir, 'course.yaml/cache'))).id).toBe('house-rules')
})

test('a folder that does not exist is an error about the course', async () => {
  await expect(openCourse(join(cacheFolder(), 'nowhere'), cacheFolder())).rejects.toThrow(CourseError)
})
