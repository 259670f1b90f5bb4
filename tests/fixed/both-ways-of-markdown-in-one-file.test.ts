// Who put two exams together lost the questions of one of them without a word.
import { expect, it } from 'vitest'
import { readItems } from '../../src/course/import/read-items.ts'

const numbered = (stem: string) => `1. ${stem}\n    - A. We\n    - B. They\n    Correct answer: A\n`
const boxes = (stem: string) => `### ${stem}\n\n- [x] We\n- [ ] They\n\nExplanation: see 1. and 2.\n`

it.each([
  ['numbers first', `${numbered('Who pays?')}\n${boxes('Who signs?')}`],
  ['boxes first', `${boxes('Who pays?')}\n${numbered('Who signs?')}`],
  ['under headings', `# Exam\n\n## Money\n\n${numbered('Who pays?')}\n## Law\n\n${boxes('Who signs?')}`],
])('%s', (_, text) => {
  const read = readItems(text)
  if ('problem' in read) throw new Error(read.problem)
  expect(read.items.map((item) => ('text' in item ? [item.text.stem, item.text.options.map(({ text: option, right }) => `${right ? '*' : ''}${option}`)] : item)).toSorted()).toEqual([
    ['Who pays?', ['*We', 'They']], ['Who signs?', ['*We', 'They']],
  ])
})
