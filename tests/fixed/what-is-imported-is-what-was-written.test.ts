// Files and lines that were read as something else than they say: without a word, or with a word that helps nobody.
import { afterEach, describe, expect, it } from 'vitest'
import { readItems } from '../../src/course/import/read-items.ts'
import { readSentCards } from '../../src/course/import/read-sent-cards.ts'
import type { Screen } from '../../src/screens/screen.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { commands } from '../catalog.ts'
import { target } from '../fakes/import-files.ts'
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

const noPictures = 'It has a picture, and the bot can only ask text.'

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
