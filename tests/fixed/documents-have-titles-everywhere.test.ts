// Notes in comparisons, and look-ups on the command line, called the documents by their numbers: “Document 001 calls these …”.
import { expect, it } from 'vitest'
import { openCourse } from '../../src/course/open.ts'
import { openLookup } from '../../src/cli/lookup.ts'
import { comparisons, tableScreen } from '../../src/features/lookup/compare.ts'
import { temporaryFolder } from '../ledger/temporary-folder.ts'
import { words } from '../bot/stage.ts'

const newFolder = temporaryFolder()
const folder = 'data/aws-shared-responsibility'
const byNumber = /\b[Dd]ocuments? 00\d|(?<![\w.:-])00\d(?![\w.:-])/u

it('no comparison of the course names a document by its number', async () => {
  const course = await openCourse(folder, newFolder())
  const shown = comparisons(course).flatMap(({ id }) => Array.from({ length: 8 }, (_, page) => words(tableScreen(course, id, page))))
  expect(shown.filter((text) => byNumber.test(text))).toEqual([])
  expect(shown.join()).toContain('Note')
})

it('a look-up on the command line names documents by their titles, and programs get the ids', async () => {
  const { asText, asJson } = await openLookup(folder)
  for (const asked of ['patch rds', 'network access to rds', 'saas', 'iam']) expect(asText(asked)).not.toMatch(byNumber)
  expect(asJson('patch rds')).toContain('"document":"00')
})
