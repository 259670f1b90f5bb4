// Files of questions, read as they are meant: no tag where somebody writes about tags, no right option that nobody named, no cell in a
// column where it doesn't belong.
import { describe, expect, it, test } from 'vitest'
import { checkCourse } from '../../src/course/check-course.ts'
import { readCell } from '../../src/course/import/table.ts'
import { readItems } from '../../src/course/import/read-items.ts'
import { target } from '../fakes/import-files.ts'

const all = { bytes: 5_000_000, items: 5_000 }

function read(text: string, file = 'questions.csv'): readonly unknown[] {
  const found = readItems(text, file, all)
  if ('problem' in found) return [found.problem]
  return found.items.map((one) => ('problem' in one ? one.problem : [one.text.stem, ...one.text.options.map(({ text: option, right }) => `${right ? '*' : ''}${option}`)]))
}

describe('a cell', () => {
  it.each([
    'List<String> and Map<String, Integer>', 'What does <br> do in a page?', '<b>', 'Which is bold: <b> or <i>?', '1 < 2 and 3 > 2', 'Is a<b true, or c>d?', '&amp;', 'R&D; more', '<img>', 'a <- b', '<T extends A>', "isn't <p> a tag",
  ])('%s says that', (text) => {
    expect(readCell(text)).toBe(text)
  })

  it.each([
    ['<p>Who <b>pays</b>?</p>', 'Who pays?'], ['Who <i>pays</i>?', 'Who pays?'], ['They &amp; them', 'They & them'], ['One.<br>Two', 'One.\nTwo'], ['<p>List&lt;String&gt;</p>', 'List<String>'],
    ['<code>ls</code> lists', '`ls` lists'], ['<script>alert(1)</script>Who?', 'Who?'], ['<p>Map<String, Integer></p>', 'Map<String, Integer>'],
  ])('%s was made for a browser', (html, text) => {
    expect(readCell(html)).toBe(text)
  })

  test('can be a tag as an option, and a flashcard', () => {
    expect(read('question,a,b,c,right\nWhich tag makes text bold?,<b>,<i>,<img>,a\n')).toEqual([['Which tag makes text bold?', '*<b>', '<i>', '<img>']])
    expect(read('question,a,b,right\nWhat is it?,"<img src=""a.png"">",x,b\n')).toEqual(['It has a picture, and questions are text only.'])
    const ops = target()
    ops.take('terms.csv', 'Term,Definition\nList<String>,A list of <i>\n')
    expect(ops.course().flashcards.map(({ front, back }) => [front, back])).toEqual([['List<String>', 'A list of <i>']])
  })
})

describe('the right option', () => {
  it.each([
    ['a letter of one that is the text of another', '0,A,B,AB', 'a'], ['the same for a number', '3,1,2,4', '2'], ['and for letters together', 'A,AB,B,0', 'AB'],
  ])('is unclear by %s', (_, options, key) => {
    expect(read(`question,a,b,c,d,right\nWhich one?,${options},${key}\n`)).toEqual([expect.stringContaining(`“${key}” names one option and is the text of another`)])
    expect(read(`question,a,b,c,d,right\nWhich one?,${options},(a)\n`)).toEqual([['Which one?', ...options.split(',').map((option, at) => `${at === 0 ? '*' : ''}${option}`)]])
  })

  test('is the text where no letter is meant, and the letter where both are one', () => {
    expect(read('question,a,b,c,d,right\nWhich one?,A,B,C,D,b\nWhich word?,bad,good,dead,fine,bad\nWhich sum?,10,20,30,40,30\n')).toEqual([['Which one?', 'A', '*B', 'C', 'D'], ['Which word?', '*bad', 'good', 'dead', 'fine'], ['Which sum?', '10', '20', '*30', '40']])
  })

  test('is the best one where others only give a part of the points', () => {
    const moodle = (single: string, fractions: readonly number[]) =>
      `<quiz><question type="multichoice"><questiontext><text>Which?</text></questiontext>${single}${fractions.map((fraction, at) => `<answer fraction="${fraction}"><text>Option ${at}</text></answer>`).join('')}</question></quiz>`
    expect(read(moodle('<single>true</single>', [100, 33.333, 0]), 'a.xml')).toEqual([['Which?', '*Option 0', 'Option 1', 'Option 2']])
    expect(read(moodle('<single>true</single>', [20, 80, 0]), 'a.xml')).toEqual([['Which?', 'Option 0', '*Option 1', 'Option 2']])
    expect(read(moodle('<single>false</single>', [50, 50, -50]), 'a.xml')).toEqual([['Which?', '*Option 0', '*Option 1', 'Option 2']])
    expect(read('Which? {=Best ~%33%Half ~None}', 'a.gift')).toEqual([['Which?', '*Best', 'Half', 'None']])
  })

  test('gets another letter for each question where the file has a place for it before the others', () => {
    const rows = Array.from({ length: 40 }, (_, nth) => `Who answers call ${nth} of the ${['north', 'south', 'east', 'west'][nth % 4]} wing on day ${nth}?,Right ${nth},Wrong ${nth},Other ${nth},None ${nth},Because of rule ${nth}.,Handbook`)
    const table = ['question,correct answer,wrong answer 1,wrong answer 2,wrong answer 3,why,source', ...rows].join('\n')
    const ops = target()
    ops.take('calls.csv', table)
    const keys = Map.groupBy(ops.course().questions, ({ key }) => key.join())
    expect([...keys.keys()].toSorted()).toEqual(['a', 'b', 'c', 'd'])
    expect(Math.max(...[...keys.values()].map(({ length }) => length))).toBeLessThan(20)
    expect(ops.course().questions.every(({ options, key }) => options.find(({ id }) => id === key[0])?.text.startsWith('Right'))).toBe(true)
    expect(checkCourse(ops.dir).problems.filter(({ check }) => check === 'position-cue')).toEqual([])
    expect(ops.take('calls.csv', table)).toContain('40 questions already there.')
  })
})

describe('a row', () => {
  test('with more cells than the first line has names is refused', () => {
    const ops = target()
    const said = ops.take('ops.csv', 'question,a,b,right,why,source,difficulty,mood,notes\nWho opens at noon?,Ada,Bob,a,She has the key, always.,Handbook,easy,good,,x\nWho closes?,Ada,Bob,b,He is last.,Handbook,hard,fine,,,,\n')
    expect(said).toContain('1 question added')
    expect(said).toContain('Who opens at noon?: It has 11 cells, and the first line names 9. Put a text with the separator in it between double quotes.')
    expect(said).toContain('Nothing was read from the columns “mood”, “notes”.')
    expect(ops.course().questions[0]).toMatchObject({ stem: 'Who closes?', difficulty: 'hard' })
  })
})

describe('Markdown', () => {
  test('has no topic in its table of contents, and a reference is a source', () => {
    const ops = target()
    ops.take('exam.md', '# Exam\n\n## Table of Contents\n\n| 1 | [Who?](#who) |\n\n### Who signs?\n\n- [x] Ada\n- [ ] Bob\n\nExplanation: She does.\n\nReference: https://wiki.example/a_b_c\n')
    expect(ops.course().topics.map(({ title }) => title)).toEqual(['Ops'])
    expect(ops.course().questions[0]?.sources[0]?.section).toContain('https://wiki.example')
  })

  test('with numbers keeps a block of code, and takes a reference below it', () => {
    const found = readItems('1. Which command is safe?\n\n    ```\n    rm -rf /\n    ls\n    ```\n    - A. `ls`\n    - B. **rm**\n\n    Correct answer: A\n\n      Explanation: It reads.\n\n      References: man page\n', 'ka.md', all)
    expect('items' in found && found.items).toMatchObject([{ text: { stem: 'Which command is safe?\n\n```\nrm -rf /\nls\n```', explanation: 'It reads.', source: 'man page' } }])
  })
})

test('GIFT keeps backslashes, and an address with an equals sign in it is one text', () => {
  expect(read('Where? {=In C\\:\\\\new ~In \\\\n\\=1 ~See https\\://a.example/?x=1&y=2 ~Ends in \\\\#why}', 'a.gift')).toEqual([['Where?', '*In C:\\new', 'In \\n=1', 'See https://a.example/?x=1&y=2', 'Ends in \\']])
})
