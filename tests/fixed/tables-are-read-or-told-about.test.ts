// Tables of questions with other columns, in other encodings, and sent twice: wrong advice, no text file, everything twice.
import { readFileSync } from 'node:fs'
import { zipSync } from 'fflate'
import { afterEach, describe, expect, it } from 'vitest'
import { readFileText, readItems } from '../../src/course/import/read-items.ts'
import { readSentCards } from '../../src/course/import/read-sent-cards.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { commands } from '../catalog.ts'

let stage: Stage | undefined
afterEach(async () => {
  await stage?.close()
  stage = undefined
})

function read(text: string, file = 'questions.csv') {
  const found = readItems(text, file)
  return 'problem' in found ? found.problem : found.items.map((item) => ('problem' in item ? item.problem : [item.text.stem, ...item.text.options.map((option) => `${option.right ? '*' : ''}${option.text}`), item.text.explanation]))
}

describe('columns', () => {
  it('of Quizizz, of Kahoot, and with the right answer in one of its own are read', () => {
    expect(read('Question Text,Question Type,Option 1,Option 2,Option 3,Option 4,Option 5,Correct Answer,Time in seconds,Image Link,Answer explanation\nWho runs it?,Multiple Choice,The team,Bob,Carl,,,1,30,,They do\nBoth?,Checkbox,Ann,Bob,Carl,,,"1,2",30,,x\nSee?,Multiple Choice,A,B,,,,1,30,https://example.org/p.png,'))
      .toEqual([['Who runs it?', '*The team', 'Bob', 'Carl', 'They do'], ['Both?', '*Ann', '*Bob', 'Carl', 'x'], 'It has a picture, and questions are text only.'])
    expect(read('Question - max 120 characters,Answer 1 - max 75 characters,Answer 2 - max 75 characters,Answer 3 - max 75 characters,"Time limit (sec) - 5, 10, 20 secs",Correct answer(s) - choose at least one\nWho?,The team,Bob,Carl,20,"1,3"'))
      .toEqual([['Who?', '*The team', 'Bob', '*Carl', '']])
    expect(read('question,correct answer,wrong answer 1,wrong answer 2,explanation\nWho?,Team,Bob,Carl,why')).toEqual([['Who?', '*Team', 'Bob', 'Carl', 'why']])
  })

  it('that are missing are named, with those that are there', () => {
    expect(read('Who runs nohead?,The team,Bob,Carl')).toBe('The first line of a table has to name its columns. This one needs question, a, b, and right. It has “Who runs nohead?”, “The team”, “Bob”, “Carl”.')
    expect(read('question,choice one,right\nWho?,x,A', '')).toContain('It has “question”, “choice one”, “right”.')
    expect(read('Who, of all people, pays?\n* We\n- They', '')).toEqual([['Who, of all people, pays?', '*We', 'They', '']])
  })

  it('are named in the help', async () => {
    stage = await openStage('2026-03-02T07:00Z')
    expect(words(await stage.type('owner', 'help add-question'))).toContain('names its columns: question, a, b (up to f), and right')
    const table = /question,a,b,c[^]*?\n\n/u.exec(readFileSync('data/README.md', 'utf8'))?.[0].replaceAll(/^ {4}/gmu, '').trim() ?? ''
    expect(read(table)).toHaveLength(2)
  })
})

describe('files', () => {
  const table = 'Frage;Option A;Option B;Correct\nWer zählt?;Ä;B;A'.replace('Frage', 'Question')
  const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')
  it('in UTF-16, from Excel with tabs or semicolons, and with a mark at their beginning are read', () => {
    for (const data of [utf16(table), utf16(table.replaceAll(';', '\t')), Buffer.from(utf16(table)).swap16(), Buffer.from(`\uFEFF${table}`), Buffer.from(`sep=;\r\n${table.replaceAll('\n', '\r\n')}`)]) {
      const found = readFileText(data)
      expect('text' in found ? read(found.text) : found).toEqual([['Wer zählt?', '*Ä', 'B', '']])
    }
  })

  it('in another one hear which one to use', async () => {
    expect(readFileText(Buffer.from(table, 'latin1'))).toMatchObject({ problem: expect.stringMatching(/^This file isn’t UTF-8.*save it as “CSV UTF-8”/u) })
    const workbook = { name: 'questions.xlsx', data: zipSync({ 'xl/workbook.xml': new TextEncoder().encode('<workbook/>') }) }
    expect(await readSentCards(workbook)).toMatchObject({ problem: expect.stringMatching(/holds no deck.*In a spreadsheet, save it as “CSV UTF-8”/u) })
  })
})

it('questions that are there already are added no second time, by file, text, or form', async () => {
  const there = (stage = await openStage('2026-03-02T07:00Z'))
  await there.type('owner', 'setup 09:00 UTC mon-fri')
  const send = async (text: string) => {
    const reply = await there.send({ kind: 'command', command: commands.parse('add-question'), file: { name: 'q.csv', data: Buffer.from(text) } } as never, 'owner')
    return words(reply.screen)
  }
  const table = 'question,a,b,right\nWho pays?,We,They,A\nWho signs?,We,They,B'
  expect(await send(table)).toContain('Added 2 drafts')
  expect(await send(table)).toMatch(/^Nothing was added\nNo question was added. 2 are already here\./u)
  expect(await send(`${table}\nwho PAYS,They,We,B\nWho asks?,We,They,A`)).toMatch(/^Added 1 draft\n1 question from CSV.* 3 are already here\./u)
  expect(words(await there.type('owner', 'add-question Who pays? | * We | - They'))).toContain('This question is already here, so nothing was added.')
  const filled = { stem: 'Who signs?', options: '- We\n* They', explanation: 'So.', keyPoint: '', source: 'Page 2' }
  expect(words((await there.send({ kind: 'form', command: 'add-question', values: filled } as never, 'owner')).screen)).toContain('This question is already here')
  expect(words(await there.type('owner', 'questions'))).toContain('3 drafts')
})

it('a short question that is like another is quoted whole', async () => {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri')
  await stage.type('owner', 'add-question Who restarts the queue? | * We | - They')
  expect(words(await stage.type('owner', 'add-question Who restarts the queue? | * They | - Them | - Thou | Why: So. | Source: Page 2'))).toContain('another question: “Who restarts the queue?”')
})
