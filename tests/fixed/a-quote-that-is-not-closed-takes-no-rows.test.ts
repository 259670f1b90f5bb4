// The rows below an open quote became part of one question, and nobody was told.
import { expect, test } from 'vitest'
import { readCsv } from '../../src/course/import/csv.ts'

const rows = (third: string) => `question,a,b,right,why,source\nGood one?,I,You,a,w,S\n${third}\nGood two?,I,You,a,w,S\nGood three?,I,You,a,w,S\n`

test.each(['"Unclosed quote?,I,You,a,because,Book', 'Who?,"I,You,a,because,Book', '"Unclosed?,I,You,a,because,Book\nGood?,I,You,a,w,S\n"Fine four?",I,You,a,w,S'])('%j', (line) => {
  const items = readCsv(rows(line))
  expect(JSON.stringify(items)).toContain('isn’t closed')
  expect(JSON.stringify(items)).not.toContain('"stem":"Unclosed')
})

test('a text of several lines is one', () => {
  expect(JSON.stringify(readCsv(rows('"Which of these?\n\nOne, two, three.",I,You,a,w,S')))).not.toContain('isn’t closed')
})
