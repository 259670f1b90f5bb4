// A pipe in the place of a course file was passed over: the course simply had no glossary.
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkCourse } from '../../src/course/check-course.ts'
import { openCourse } from '../../src/course/open.ts'
import { temporaryFolder } from '../ledger/temporary-folder.ts'
import { courseFolder } from '../course/course-folder.ts'

const newFolder = temporaryFolder()

it.each(['glossary.yaml', 'questions/repairs.yaml', 'questions/more.yaml'])('a pipe called %s is named, and nobody waits for it', async (name) => {
  const folder = courseFolder()
  rmSync(join(folder, name), { force: true })
  execFileSync('mkfifo', [join(folder, name)])
  const { problems } = checkCourse(folder)
  expect(problems).toContainEqual(expect.objectContaining({ file: name, level: 'error', message: 'This is not a file' }))
  await expect(openCourse(folder, join(newFolder(), 'cache'), () => {})).rejects.toThrow(`${name} error [encoding] This is not a file`)
})
