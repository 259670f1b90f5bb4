// Hands a channel's own questions to its managers as files.
import type { Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import { textFile } from '../../screens/files.ts'
import { checkTeamQuestion } from '../../course/check-team-question.ts'
import { courseFiles, documentFile } from '../../course/export/course-files.ts'
import { teamTable, teamTables } from '../../course/export/team-csv.ts'
import type { Means } from '../services.ts'
import { exportScreen, nothingToExport } from './export-screen.ts'
import { managed } from './managed.ts'
import { openNow } from './open-now.ts'
import { canBeAsked } from './question-screen.ts'

/** Discord takes ten files in a message. */
const mostTables = 8

export async function exportAll(request: Request, means: Means): Promise<Screen> {
  const found = await managed(request, means)
  if ('no' in found) return found.no
  const { course, ledger } = means
  const [all, isOpen] = await Promise.all([ledger.teamQuestions.of(found.place), openNow(found.place, request, means)])
  const questions = all.filter((question) => !isOpen(question))
  const open = all.length - questions.length
  if (questions.length === 0) return nothingToExport(open)
  const approved = questions.filter(({ state, text }) => state === 'approved' && canBeAsked(checkTeamQuestion(course, text)))
  const parts = teamTables(questions)
  const fits = parts.length <= mostTables
  const tables = fits ? parts : [teamTable(questions)]
  const forCourse = approved.length === 0 ? undefined : courseFiles(course, approved)
  const files = await Promise.all([
    ...(forCourse === undefined ? [] : [textFile('team-questions.yaml', 'For a course’s folder', forCourse.questions)]),
    ...(forCourse === undefined || forCourse.document === null ? [] : [textFile(documentFile, 'Their sources, for the same folder', forCourse.document)]),
    ...tables.map((table, at) => textFile(`team-questions${tables.length === 1 ? '' : `-${at + 1}`}.csv`, tables.length === 1 ? 'For a spreadsheet' : `For a spreadsheet, part ${at + 1} of ${tables.length}`, table)),
  ])
  return exportScreen(files, { drafts: questions.length - approved.length, fits, open })
}
