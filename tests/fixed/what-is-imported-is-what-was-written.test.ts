// Files and lines that were read as something else than they say: without a word, or with a word that helps nobody.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { writeAll } from '../../src/cli/course-copy.ts'
import { importFile } from '../../src/cli/import.ts'
import { newCourse } from '../../src/cli/new-course.ts'
import { ankiText } from '../../src/course/export/anki-text.ts'
import { readItems } from '../../src/course/import/read-items.ts'
import { readSentCards } from '../../src/course/import/read-sent-cards.ts'
import type { Screen } from '../../src/screens/screen.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { commands } from '../catalog.ts'
import { contents, fileOf, folder, target } from '../fakes/import-files.ts'
import { control } from '../features/session-screens.ts'

let stage: Stage | undefined
afterEach(async () => {
  await stage?.close()
  stage = undefined
})

async function opened(): Promise<Stage> {
  stage = await openStage('2026-03-09T08:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri open=1h')
  return stage
}

async function send(to: Stage, content: string, name: string): Promise<Screen> {
  return (await to.send({ kind: 'command', command: commands.parse('add-question'), file: { name, data: new TextEncoder().encode(content) } } as never, 'owner')).screen
}

/** What one types to change it. */
async function lineOf(at: Stage, draft: Screen): Promise<string> {
  const { line } = (await at.send({ kind: 'press', control: control(draft, 'Change'), chosen: [] } as never, 'owner')) as { readonly line: string | null }
  return line ?? ''
}

function read(text: string, file = '') {
  const found = readItems(text, file)
  return 'problem' in found ? [found.problem] : found.items.map((item) => ('problem' in item ? item.problem : item.text))
}

const noPictures = 'It has a picture, and questions are text only.'

describe('the line of a question', () => {
  it('with a block of code behind an empty line comes back with only a reason added', async () => {
    const at = await opened()
    const draft = await send(at, 'What does this print, when it runs?\n\n```js\nconsole.log(1)\n\nexit()\n```\n* One\n- Two\nSource: Handbook\n', 'q.txt')
    const line = await lineOf(at, draft)
    expect(line).toContain('runs? |  | ```js | console.log(1) |  | exit()')
    for (const sent of [line, line.replaceAll(/ {2,}/gu, ' ')]) {
      const changed = await at.type('owner', `${sent} | Why: It logs one.`)
      expect(words(changed)).toContain('console.log(1)\n\nexit()')
      expect(await lineOf(at, changed)).toContain('Why: It logs one.')
    }
  })

  it('may have an empty line within the explanation', () => {
    const whole = { stem: 'Who?', explanation: 'They do.\n\nAlways.', source: 'Handbook' }
    expect(read('Who? | * We | - They | Why: They do. |  | Always. | Source: Handbook')).toMatchObject([whole])
    expect(read('Who?\n* We\n- They\nWhy: They do.\n\nAlways.\nSource: Handbook\n\nWhat?\n* This\n- That')).toMatchObject([whole, { stem: 'What?' }])
    expect(read('Who?\n* We\n- They\nWhy: They do.\n\nWhat?\n* This\n- That')).toMatchObject([{ explanation: 'They do.' }, { stem: 'What?' }])
  })
})

describe('a quote in Markdown', () => {
  it('below an empty line behind the options is the explanation', () => {
    for (const options of ['- [x] We\n- [ ] They', '- [ ] They\n- [x] We']) {
      const [text] = read(`# Quiz\n\n## Who runs it?\n\n${options}\n\n> Because we do.\n> Always.\n\nSource: Handbook`)
      expect(text).toMatchObject({ explanation: 'Because we do.\nAlways.', source: 'Handbook', options: [{ why: '' }, { why: '' }] })
    }
    expect(read('1. Who?\n\nA. We\nB. They\n\n> Because.\n\nAnswer: A')).toMatchObject([{ explanation: 'Because.', options: [{ right: true }, { why: '' }] }])
  })

  it('right below an option, or below each with an empty line between, is the reason against it', () => {
    expect(read('## Who?\n- [x] We\n- [ ] They\n> Not they.')).toMatchObject([{ explanation: '', options: [{}, { why: 'Not they.' }] }])
    expect(read('## Who?\n- [ ] He\n\n> Not he.\n\n- [x] We\n- [ ] They\n\n> Not they.')).toMatchObject([{ options: [{ why: 'Not he.' }, {}, { why: 'Not they.' }] }])
  })
})

it.each([
  ['Markdown', '## Which?\n- [x] ![pic](x.png)\n- [ ] None'],
  ['text', 'Which?\n* ![pic](x.png)\n- None'],
  ['Aiken', 'Which?\nA. ![pic](x.png)\nB. None\nANSWER: B'],
  ['CSV', 'question,a,b,right\nWhich?,![pic](x.png),None,b'],
  ['GIFT', 'Which? {\n=![pic](x.png)\n~None\n}'],
  ['Moodle XML', '<quiz><question type="multichoice"><questiontext><text>Which?</text></questiontext><answer fraction="100"><text>![pic](x.png)</text></answer><answer fraction="0"><text>None</text></answer></question></quiz>'],
])('a question whose option is a picture is left out of %s', (_, text) => {
  expect(read(text)).toEqual([noPictures])
  expect(read(text.replace('![pic](x.png)', '`![pic](x.png)`'))).toMatchObject([{ stem: 'Which?' }])
  expect(read(text.replace('Which?', 'What is vec![1]?').replace('![pic](x.png)', 'One'))).toMatchObject([{ stem: 'What is vec![1]?' }])
})

describe('cards', () => {
  it('that are too many for a file hear how large one may be', async () => {
    const large = `#separator:tab\n${'What is it?\tNothing at all.\n'.repeat(40_000)}`
    expect(words(await send(await opened(), large, 'deck.txt'))).toContain('Send at most 1 MB at a time.')
    expect(await readSentCards({ name: 'questions.md', data: new TextEncoder().encode('## Who?\n- [x] We\n- [ ] They\n'.repeat(40_000)) })).toBeUndefined()
  })

  it('that many people send at once are all read', async () => {
    const deck = { name: 'deck.txt', data: new TextEncoder().encode(`#separator:tab\n${'What is it?\tNothing at all.\n'.repeat(1_000)}`) }
    for (const read of await Promise.all(Array.from({ length: 5 }, () => readSentCards(deck)))) expect(read).toMatchObject({ format: 'Anki text' })
  })
})

it('an import of drafts alone says that it left drafts', () => {
  expect(target().take('q.csv', 'question,a,b,right\nWho?,We,They,a\n')).toMatch(/went into the new course .*: no question that can be asked yet, and 1 draft\./u)
})

const table = (...rows: readonly string[]): string => `question,a,b,right,why,source\n${rows.join('\n')}\n`

describe('a new course', () => {
  it('has its id and its topic from the title, else from its folder, else from the file', () => {
    const into = (options: object): unknown => {
      const made = target(join(folder(), 'team-ops'))
      made.take('export_17.csv', table('Who?,We,They,a,Ours.,Book'), options)
      // Read again, it finds its own topic.
      made.take('export_17.csv', table('Who?,We,They,a,Ours.,Book', 'What?,This,That,a,So it is.,Book'))
      const { id, title, topics } = made.course()
      return [id, title, topics.map((topic) => [topic.id, topic.title])]
    }
    expect(into({ title: 'How we run things' })).toEqual(['how-we-run-things', 'How we run things', [['how-we-run-things', 'How we run things']]])
    expect(into({})).toEqual(['team-ops', 'Team ops', [['team-ops', 'Team ops']]])
  })

  it('that cannot be made says why, at once', () => {
    const file = fileOf('notes.txt', '')
    expect(newCourse('')).toEqual({ problem: 'Name a new or empty folder for the course.' })
    expect(newCourse(join(file, 'ops'))).toEqual({ problem: expect.stringContaining('a part of it is a file and no folder') })
    expect(newCourse('/proc/no/ops')).toEqual({ problem: expect.stringContaining('its folder doesn\'t exist') })
  })

  it('is written by one of two commands at the same time, and whole', () => {
    const ops = target()
    ops.take('one.csv', table('Who?,We,They,a,Ours.,Book'))
    const before = contents(ops.dir)
    expect(() => writeAll(ops.dir, new Map([['questions/one.yaml', 'x'], ['course.yaml', 'x']]), 'course.yaml')).toThrow('EEXIST')
    expect(contents(ops.dir)).toEqual(before)
    expect(readdirSync(join(ops.dir, 'questions'))).toEqual([...before.keys()].filter((name) => name.startsWith('questions/')).map((name) => basename(name)))
  })
})

describe('the drafts of a file', () => {
  const draft = (stem: string): string => `question,a,b,right\n${stem},We,They,a\n`

  it('are in a file of their own, and alone in its report', () => {
    const ops = target()
    ops.take('quiz.csv', draft('Who pays?'))
    const said = ops.take('quiz.md', '## Who runs it?\n- [x] We\n- [ ] They\n')
    expect(said).toContain(`1 question can't be asked yet. Fill in what is missing in ${join(ops.dir, 'drafts/quiz-2.yaml')}`)
    expect(said).not.toContain('Who pays?')
    expect(ops.read('drafts/quiz.yaml')).not.toContain('Who runs it?')
    expect(ops.take('quiz.md', '## Who runs it?\n- [x] We\n- [ ] They\n')).not.toContain('wrote')
    const filled = join(ops.dir, 'drafts/quiz-2.yaml')
    writeFileSync(filled, readFileSync(filled, 'utf8').replace('explanation: ""', 'explanation: It is ours.').replace('source: ""', 'source: Handbook'))
    expect(importFile(filled, {})[0]).toContain('1 question added')
    expect(ops.course().documents.map(({ id }) => id)).toEqual(['quiz'])
    expect(dirname(filled)).toBe(join(ops.dir, 'drafts'))
  })

  it('that an earlier file of this name left stay, and are not listed', () => {
    const ops = target()
    ops.take('quiz.csv', draft('Who pays?'))
    expect(ops.take('quiz.csv', draft('Who runs it?'))).not.toContain('Who pays?')
    expect(ops.read('drafts/quiz.yaml')).toContain('Who pays?')
  })
})

describe('a question that is there twice, with another answer', () => {
  it('is left out of a file', async () => {
    const said = words(await send(await opened(), table('Who?,We,They,a,Ours.,Book', 'Who?,We,They,b,Theirs.,Book', 'What?,This,That,a,So it is.,Book'), 'q.csv'))
    expect(said).toContain('This is asked twice, and “We” is right the first time and wrong the second. Only the first was kept.')
    expect(said).toContain('2 questions from CSV')
  })

  it('is not approved', async () => {
    const at = await opened()
    const approve = async (line: string) => at.send({ kind: 'press', control: control(await at.type('owner', `add-question ${line}`), 'Approve'), chosen: [] } as never, 'owner')
    await approve('Who runs it? | * We | - They | Why: It is ours. | Source: Book')
    expect(words((await approve('Who runs it? | - We | * They | Why: It is theirs. | Source: Book')).screen)).toContain('“Who runs it?” is already approved with another answer: “We” is wrong here and right there. Change or delete one of the two')
  })
})

it('characters that nobody sees do not reach a course', () => {
  const ops = target()
  ops.take('q.csv', table('W\u202Eho\u2066 pa\u200Bys?,W\u00ADe,`th\u202Eey`,a,O&#8238;urs.,Bo\uFEFFok'), { title: 'O\u202Eps' })
  ops.take('deck.txt', '#separator:tab\n#html:true\nSL&#8203;O\tA tar\u2069get\n')
  expect([...contents(ops.dir).values()].join('\n')).not.toMatch(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/u)
  expect(ops.course().questions[0]).toMatchObject({ stem: 'Who pays?', options: [{ text: 'We' }, { text: '`they`' }] })
})

it('a question that was exported for Anki comes back as no card', () => {
  const ops = target()
  ops.take('q.csv', table('Who restarts the queue?,The team,Anybody,a,Ours.,Book'))
  const course = ops.course()
  expect(() => ops.take('deck.txt', ankiText(course))).toThrow('1 card left out: the course has it as a question.')
  expect(ops.course().flashcards).toEqual([])
})
