// Files that people bring, and what the command makes of them.
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { importFile, type ImportOptions } from '../../src/cli/import.ts'
import { loadCourse } from '../../src/course/load.ts'
import type { Course } from '../../src/course/course.ts'

/** An empty folder, gone when the test ends. */
export function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'import-'))
  onTestFinished(() => rmSync(dir, { recursive: true }))
  return dir
}

export function fileOf(name: string, content: string | Uint8Array): string {
  const file = join(folder(), name)
  writeFileSync(file, content)
  return file
}

export interface Target {
  readonly dir: string
  /** @returns what it prints */
  readonly take: (name: string, content: string | Uint8Array, options?: ImportOptions) => string
  /** Also one that waits for its first question. */
  readonly course: () => Course
  readonly read: (name: string) => string
}

/** A new course, which files are taken into one after another. */
export function target(dir = join(folder(), 'ops')): Target {
  return {
    dir,
    take: (name, content, options = {}) => importFile(fileOf(name, content), { into: dir, ...options }).join('\n'),
    course: () => loadCourse(dir).course ?? expect.fail('The course can’t be read.'),
    read: (name) => readFileSync(join(dir, name), 'utf8'),
  }
}

/** By name, all that is in the folder. */
export function contents(dir: string): ReadonlyMap<string, string> {
  const names = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/u.test(name)).sort()
  return new Map(names.map((name) => [name, readFileSync(join(dir, name), 'utf8')]))
}
