// Questions in shapes that the bot didn't know were joined to others or dropped without a word, and explanations ended at an empty line.
import { describe, expect, it } from 'vitest'
import { readItems } from '../../src/course/import/read-items.ts'

function read(text: string) {
  const found = readItems(text, 'exam.md')
  if ('problem' in found) throw new Error(found.problem)
  return found.items
}

/** Each in short: its stem, and its options with a star before the right ones; or what is wrong with it. */
const inShort = (text: string) =>
  read(text).map((item) => ('text' in item ? [item.text.stem, ...item.text.options.map(({ text: option, right }) => `${right ? '*' : ''}${option}`)] : `${item.start}: ${item.problem}`))

const said = (text: string) => read(text).map((item) => ('text' in item ? [item.text.explanation, item.text.source] : item.problem))

const noOptions = 'It has no options. Begin each with “- [ ] ”, and each right one with “- [x] ”.'
const boxes = (stem: string) => `${stem}\n   - [ ] Milan\n   - [x] Rome\n`
const letters = (stem: string, key: string) => `${stem}\nA. Milan\nB. Rome\n\n${key}\n`

describe('every question arrives', () => {
  it.each([
    ['numbers below a title', `# My exam\n\n${boxes('1. First?')}\n${boxes('2. Second?')}`],
    ['numbers without empty lines', `${boxes('1. First?')}${boxes('2. Second?')}`],
    ['numbers with a context of their own', `${boxes('1. First?')}\n---\n\n${boxes('2) **Second?**')}`],
    ['boxes, then letters', `# My exam\n\n${boxes('1. First?')}\n${letters('## Question 2\nSecond?', 'Answer: B')}`],
    ['letters, then boxes', `${letters('Q1: First?', 'Correct: b')}\n${boxes('Q2: Second?')}`],
    ['bold numbers and keys', `${letters('**1. First?**', '**Answer: B**')}\n${letters('**2.** Second?', '**Answer: B) Rome**')}`],
    ['bold letters', `**Question 1**\n\nFirst?\n\n**A.** Milan\n**B)** Rome\n\n*Answer*: **B**\n\n### Question 2: Second?\n- **A. Milan**\n- (B) Rome\n\n#### Answer\n\nB`],
    ['headings that are numbers', `${letters('## Question 1\nFirst?', 'Answer: B')}\n${letters('## Question 2\nSecond?', 'Answer: Rome')}`],
    ['paragraphs below a title', `# My exam\n\n${letters('First?', 'Answer: B\nExplanation: As it is.\nB. is right.')}\n${letters('Second?', 'Answer: B')}`],
  ])('%s', (_, text) => {
    expect(inShort(text)).toEqual([['First?', 'Milan', '*Rome'], ['Second?', 'Milan', '*Rome']])
  })

  it('in four shapes in one file', () => {
    const mixed = '### First?\n\n- [x] a\n- [ ] b\n\nExplanation: one.\n\nSecond paragraph.\n\nSource: S\n\n### Second?\n\nSome more context after the heading.\n\n- [x] a one\n  continued line\n- [ ] b\n\nExplanation: x\nSource: S\n\n1. Third?\n\n    A. one\n    B. two\n    C. three\n\n    Answer: B\n\n    Explanation: y\n    Source: S\n\nQ4: Fourth?\na) x\nb) y\nCorrect: b\nExplanation: e\nSource: s\n'
    expect(inShort(mixed)).toEqual([['First?', '*a', 'b'], ['Second?\n\nSome more context after the heading.', '*a one continued line', 'b'], ['Third?', 'one', '*two', 'three'], ['Fourth?', 'x', '*y']])
    expect(said(mixed)).toEqual([['one.\n\nSecond paragraph.', 'S'], ['x', 'S'], ['y', 'S'], ['e', 's']])
  })

  it('or is listed with what it lacks', () => {
    expect(inShort(`# My exam\n\n1. Describe Rome.\n\n${boxes('2. First?')}\n   Explanation: Steps:\n   1. Look.\n   2. See.\n\n3. Describe Milan.\n\n${letters('4. Second?', 'Answer: maybe')}`)).toEqual([
      `Describe Rome.: ${noOptions}`, ['First?', 'Milan', '*Rome'], `Describe Milan.: ${noOptions}`, 'Second?: The answer “maybe” isn’t one of its options.',
    ])
    expect(inShort(`## About\n\nIt is short.\n\n${boxes('## First?')}\n## Describe Milan\n\n${boxes('## Second?')}\n## License\n\nNone.\n`)).toEqual([
      ['First?', 'Milan', '*Rome'], `Describe Milan: ${noOptions}`, ['Second?', 'Milan', '*Rome'],
    ])
  })

  it('with the lists and the lines that belong to it', () => {
    expect(inShort('### In which order?\n\n1. Plan\n2. Do\n\n- [x] First 1,\n  then 2\n- [ ] First 2\n\nExplanation:\n1. Plan.\n2. Do.\n')).toEqual([['In which order?\n\n1. Plan\n2. Do', '*First 1, then 2', 'First 2']])
  })
})

describe('what is said about a question', () => {
  it.each([
    ['with an empty line', 'Explanation: One.\n\nTwo.\n\nSource: Atlas', 'One.\n\nTwo.'],
    ['with code', 'Explanation: Run this:\n\n```sh\necho 1\n```\n\nSource: Atlas', 'Run this:\n\n```sh\necho 1\n```'],
    ['with bold labels', '**Explanation:** **One** two.\n**Source:** [Atlas](https://atlas.example)\n\n**[⬆ Back to Top](#contents)**', 'One two.'],
    ['with labels in italics', '*Explanation: One.*\n\n_Source_: Atlas\n\n---\n\nThe end.', 'One.'],
    ['with labels on lines of their own', '#### Explanation\n\nOne.\n\n- Two.\n\n**References:**\n\n- Atlas', 'One.\n\n- Two.'],
    ['in a quote', '> **Explanation**: One.\n> Two.\n\nSource: Atlas', 'One.\nTwo.'],
  ])('arrives whole %s', (_, below, explanation) => {
    const exam = `${boxes('### First?')}\n${below}\n\n${boxes('### Second?')}`
    expect(said(exam)).toEqual([[explanation, 'Atlas'], ['', '']])
  })
})
