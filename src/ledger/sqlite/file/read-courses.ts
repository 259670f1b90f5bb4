// Which courses a ledger knows, by number, read from one that a bot may be using.
import type { CourseId } from '../../../core/course-number.ts'
import { selectCourses } from '../../parts/courses.ts'
import { explainError } from './explain-error.ts'
import { openToRead } from './verify.ts'

export function readCourses(file: string): readonly CourseId[] {
  const db = openToRead(file)
  try {
    return db.prepare<[], CourseId>(selectCourses).pluck().all()
  } catch (fault) {
    throw explainError(fault, file)
  } finally {
    db.close()
  }
}
