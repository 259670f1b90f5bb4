import { expect, test } from 'vitest'
import { checkCourse } from '../../src/course/check-course.ts'
import { formatReport } from '../../src/course/check/report.ts'
import { courseFolder, houseRules } from './course-folder.ts'

test('the second example course passes without a word', () => {
  expect(checkCourse(houseRules).problems).toEqual([])
})

test('the report of a sound course is its coverage', () => {
  expect(formatReport(checkCourse(houseRules))).toBe(`topic    questions   share  weight  landlord  tenant  both  easy  medium  hard  facts
repairs          2   66.7%   60.0%         1       1     0     1       1     0      2
safety           1   33.3%   40.0%         0       0     1     0       0     1      2
all              3  100.0%  100.0%         1       1     1     1       1     1      4

1 question with several right options
Facts tested, by document: lease: 2 of 6, fire: 2 of 4
2 flashcards on 2 of 2 topics
1 case with 3 findings
2 tips: 1 myth, 1 memory-aid
1 item on the checklist
3 diagrams
4 sentences on how people ask

0 errors, 0 warnings`)
})

test('warnings that questions waive are counted', () => {
  const dir = courseFolder({ 'questions/repairs.yaml': ['    facts: [f2]', '    facts: [f7]\n    waive:\n      facts-uncited: The lease repeats it in other words.'] })
  expect(formatReport(checkCourse(dir))).toMatch(/^Waived in questions: 1 facts-uncited\n\ntopic/u)
})

test('problems come first, by file and line, each with what to do', () => {
  const dir = courseFolder({
    'questions/safety.yaml': ['key: [a, c]', 'key: [a, c, c]'],
    'questions/repairs.yaml': ['Who has to get this fixed?', 'Somebody has to get this fixed.'],
  })
  expect(formatReport(checkCourse(dir)).split('\n').slice(0, 2)).toEqual([
    'questions/repairs.yaml:8 warning [no-question] cold-radiators: the stem doesn’t end with a question mark. End with a question that people can answer before they read the options.',
    'questions/safety.yaml:14 error [key-twice] silent-alarm: the key names an option twice. Name each right option once.',
  ])
})

test('a folder without a usable course.yaml has problems and no coverage', () => {
  expect(formatReport(checkCourse(courseFolder({ 'course.yaml': null })))).toMatch(/^course.yaml error \[file-missing].*\n\n1 error, 0 warnings$/)
})
