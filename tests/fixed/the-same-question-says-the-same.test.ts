// A file's question is the same as one of the course only if it says the same: its reasons count, its stem counts more than its name, and
// signs count where nothing else differs.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkCourse } from '../../src/course/check-course.ts'
import { questionKey } from '../../src/core/team-question.ts'
import { courseFolder } from '../course/course-folder.ts'
import { contents, target } from '../fakes/import-files.ts'

const head = 'id,question,a,b,c,right,why,remember,source,why b'
const door = 'door,Who opens the office?,Ada,Bob,Cy,a,Ada has the key.,Ada opens.,Handbook,Bob is on the late shift.'
const laptop = 'laptop,Where is the spare laptop?,On the shelf,In the desk,In the car,b,It is in the desk.,,Handbook,'
const table = (...rows: readonly string[]): string => [head, ...rows].join('\n')
const unnamed = (text: string): string => text.replaceAll(/^(?:door|laptop)?,/gmu, ',')

describe('other words', () => {
  test.each([
    ['an explanation', 'Ada has the key.', 'Ada was given the key.'],
    ['what to remember', 'Ada opens.', 'The office is opened by Ada.'],
    ['a reason against an option', 'Bob is on the late shift.', 'Bob sleeps late.'],
    ['a source', 'Handbook,Bob', 'Rota,Bob'],
    ['the right option', 'Cy,a', 'Cy,b'],
    ['an option', 'Bob,Cy', 'Bob,Dan'],
  ])('in %s are told, and taken with --replace, with an id and without one', (_, old, fresh) => {
    for (const form of [(text: string) => text, unnamed]) {
      const ops = target()
      ops.take('ops.csv', form(table(door, laptop)))
      const changed = form(table(door.replace(old, fresh), laptop))
      const before = contents(ops.dir)
      expect(ops.take('ops.csv', changed)).toContain('2 questions already there (1 with other words; --replace takes those of the file)')
      expect(contents(ops.dir)).toEqual(before)
      expect(ops.take('other.csv', changed, { replace: true })).toContain('1 question replaced, 1 question already there')
      expect(ops.course().questions).toHaveLength(2)
      expect(ops.take('other.csv', changed)).toContain('2 questions already there.')
    }
  })

  test('leave nothing of the old ones in the document of sources', () => {
    const ops = target()
    ops.take('ops.csv', table(door, laptop))
    ops.take('ops.csv', table(door.replace('Ada has the key.', 'Ada was given it.'), laptop.replace('Handbook', 'Cellar list')), { replace: true })
    expect(ops.read('documents/ops.md')).toBe('# Ops\n\n## Handbook\n\n- Ada was given it.\n\n## Cellar list\n\n- It is in the desk.\n')
    ops.take('ops.csv', table(door.replace('Handbook', 'Rota')), { replace: true })
    expect(ops.read('documents/ops.md')).toBe('# Ops\n\n## Cellar list\n\n- It is in the desk.\n\n## Rota\n\n- Ada has the key.\n')
  })

  test('take nothing that the file says nothing about', () => {
    const dir = courseFolder()
    const house = target(dir)
    const [question] = house.course().questions
    if (question === undefined) throw new Error('the example course has no question')
    const { id, stem, options, key } = question
    const row = [id, stem, ...['a', 'b', 'c'].map((letter) => options.find((option) => option.id === letter)?.text ?? ''), key[0] ?? '', 'It is written.', '', '', '']
    house.take('x.csv', `${head}\n${row.map((cell) => `"${cell}"`).join(',')}`, { replace: true })
    const [old] = target(courseFolder()).course().questions
    expect(house.course().questions[0]).toEqual({ ...old, explanation: 'It is written.' })
    expect(existsSync(join(dir, 'documents/x.md'))).toBe(false)
  })

  test('of one question twice in a file are told, and the first are taken', () => {
    const said = target().take('ops.csv', table(door, door.replace('door', 'door2').replace(',a,', ',b,')))
    expect(said).toContain('1 question added')
    expect(said).toContain('Who opens the office?: The file asks this twice')
  })
})

describe('names', () => {
  const first = 'id,question,a,b,c,right,why,source\n1,Who opens the office in the morning?,Ada,Bob,Cy,a,Ada has the key.,Handbook\n2,Where is the spare laptop stored?,Shelf,Desk,Car,b,It is in the desk.,Handbook'
  const second = 'id,question,a,b,c,right,why,source\n1,When does the backup start each night?,One,Two,Three,a,Cron says one.,Runbook\n2,Which port does the metrics server use?,80,9090,22,b,It is the default.,Runbook'

  test('that are numbers belong to their file', () => {
    const ops = target()
    ops.take('qa.csv', first)
    for (const replace of [true, false]) expect(ops.take('qb.csv', second, { replace })).toContain(replace ? '2 questions added' : '2 questions already there.')
    expect(ops.course().questions.map(({ id }) => id).toSorted()).toEqual(['qa-1', 'qa-2', 'qb-1', 'qb-2'])
    expect(ops.take('qa.csv', first.replace('Who opens the office in the morning?', 'Who opens the office each morning?'), { replace: true })).toContain('1 question replaced')
  })

  test('that another question has make it no version of that one, which is told', () => {
    const ops = target()
    ops.take('qa.csv', first.replaceAll(/^(\d),/gmu, 'item-no-$1,'))
    const said = ops.take('qb.csv', second.replaceAll(/^(\d),/gmu, 'item-no-$1,'), { replace: true })
    expect(said).toContain('2 questions added')
    expect(said).toContain('“item-no-1” is another question in this course, so the one of the file is item-no-1-2.')
    expect(ops.take('qb.csv', second.replaceAll(/^(\d),/gmu, 'item-no-$1,'))).toContain('2 questions already there.')
  })

  test('with accents keep their letters together', () => {
    const ops = target()
    ops.take('x.csv', first.replace('\n1,', '\nKüche,'))
    expect(ops.course().byId.questions.has('kuche')).toBe(true)
  })
})

describe('cards with one front', () => {
  test('are taken once, and the other back is told', () => {
    const ops = target()
    const deck = (back: string): string => `#separator:tab\n#html:true\nCPU\tCentral processing unit\nCPU\t${back}\nSLO\tA target\n`
    expect(ops.take('deck.txt', deck('Another meaning'))).toMatch(/2 cards added[^]*CPU: The file has this front twice\. Only the first was taken, with the back “Central processing unit”\./u)
    expect(ops.take('deck.txt', deck('Another meaning').replace('A target', 'A goal'))).toContain('2 cards already there (1 with other words')
    ops.take('deck.txt', deck('Another meaning').replace('A target', 'A goal'), { replace: true })
    expect(ops.course().flashcards.map(({ front, back }) => [front, back])).toEqual([['CPU', 'Central processing unit'], ['SLO', 'A goal']])
    expect(ops.read('documents/deck.md')).toContain('## Flashcards\n\n- CPU: Central processing unit\n- SLO: A goal\n')
    expect(checkCourse(ops.dir).problems.filter(({ check }) => check === 'card-twice')).toEqual([])
  })
})

describe('signs', () => {
  const options = (one: string, other: string): string => courseFolder({ 'questions/repairs.yaml': ['      a: Whoever noticed it first, at their own cost\n      b: The landlord, as part of keeping up the building\n', `      a: '${one}'\n      b: '${other}'\n`] })

  test.each([['-1', '+1'], ['C', 'C++'], ['1 < 2', '1 > 2'], ['*', '?'], ['&', '<']])('tell %s and %s apart', (one, other) => {
    const question = (right: string, wrong: string) => questionKey({ stem: 'Which one?', options: [{ text: right, right: true, why: '' }, { text: wrong, right: false, why: '' }] })
    expect(question(one, other)).not.toBe(question(other, one))
    expect(checkCourse(options(one, other)).problems.filter(({ check }) => check === 'option-twice')).toEqual([])
  })

  test('that end a sentence don’t', () => {
    expect(checkCourse(options('The team.', 'the TEAM!')).problems.map(({ check }) => check)).toContain('option-twice')
  })
})
