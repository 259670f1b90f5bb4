// A course's questions and cards in formats that other programs read.
import { ankiText } from '../course/export/anki-text.ts'
import { giftText } from '../course/export/gift.ts'
import { markdownExam } from '../course/export/markdown-exam.ts'
import { questionTable } from '../course/export/question-table.ts'
import { loadCourseOrThrow } from '../course/load.ts'
import type { Course } from '../course/course.ts'
import { exportFormats } from './export-formats.ts'
import { OperatorError } from './operator-error.ts'

const writers: Readonly<Record<(typeof exportFormats)[number], (course: Course) => string>> = { anki: ankiText, gift: giftText, csv: questionTable, markdown: markdownExam }

/** @throws OperatorError for a format that doesn't exist. @throws CourseError */
export function exportedCourse(dir: string, format: string): string {
  const known = exportFormats.find((each) => each === format)
  if (known === undefined) throw new OperatorError(`There is no format "${format}". Choose one of ${exportFormats.join(', ')}.`)
  return writers[known](loadCourseOrThrow(dir))
}
