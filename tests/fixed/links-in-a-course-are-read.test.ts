// A Kubernetes ConfigMap mounts files as links: a course of links had no questions, and the check found nothing wrong with it.
import { renameSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkCourse } from '../../src/course/check-course.ts'
import { loadCourse } from '../../src/course/load.ts'
import { courseFolder } from '../course/course-folder.ts'

const linked = ['questions/repairs.yaml', 'glossary.yaml', 'course.yaml']

it('a file of a course may be a link', () => {
  const folder = courseFolder()
  const before = loadCourse(folder).course
  for (const name of linked) {
    renameSync(join(folder, name), join(folder, `.${name.replace('/', '-')}`))
    symlinkSync(join(folder, `.${name.replace('/', '-')}`), join(folder, name))
  }
  expect(loadCourse(folder).course).toEqual(before)
})

it('a link that leads nowhere is told about', () => {
  const folder = courseFolder({ 'glossary.yaml': null })
  symlinkSync('nowhere', join(folder, 'glossary.yaml'))
  const { problems } = checkCourse(folder)
  expect(problems.filter(({ file }) => file === 'glossary.yaml')).toEqual([expect.objectContaining({ level: 'error' })])
})

it('a course without a question is no course', () => {
  const folder = courseFolder()
  renameSync(join(folder, 'questions'), join(folder, '.questions'))
  expect(loadCourse(folder).problems).toContainEqual(expect.objectContaining({ level: 'error', message: 'The course has no questions' }))
})
