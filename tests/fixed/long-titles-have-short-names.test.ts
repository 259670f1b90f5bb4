// Explanations and citations repeat the title of a document on every screen: a long one has a short name there, and both find it.
import { expect, test } from 'vitest'
import { loadCourseOrThrow } from '../../src/course/load.ts'
import { findSection } from '../../src/features/read/find-section.ts'
import { courseFolder } from '../course/course-folder.ts'

test('a document with a short name is cited and found by it', () => {
  const course = loadCourseOrThrow(courseFolder({ 'course.yaml': ['title: The lease, file', 'title: The lease of the house with all its appendices, short: Our lease, file'] }))
  expect(course.questions.flatMap(({ sources }) => sources).find(({ document }) => document === 'lease')?.title).toBe('Our lease')
  for (const typed of ['our lease', 'The lease of the house with all its appendices']) expect(findSection(course, typed)).toMatchObject({ document: { id: 'lease' } })
})
