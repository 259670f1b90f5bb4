// Questions as people have them in files: each format, each with its traps, and each question by itself.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asLine, asTyped } from '../../src/course/import/own.ts'
import { htmlToText } from '../../src/course/import/plain-text.ts'
import { mostTextBytes } from '../../src/core/team-question.ts'
import { readFileText, readItems } from '../../src/course/import/read-items.ts'
import type { TeamText } from '../../src/core/team-question.ts'

/** The format, and each question in short: its stem, and its options with a star before the right ones. */
function read(text: string): readonly (string | readonly string[])[] {
  const found = readItems(text)
  if ('problem' in found) return [found.problem]
  return [found.format, ...found.items.map((item) => ('problem' in item ? item.problem : [item.text.stem, ...item.text.options.map(({ text: option, right }) => `${right ? '*' : ''}${option}`)]))]
}

const textsOf = (text: string): readonly TeamText[] => {
  const found = readItems(text)
  return 'problem' in found ? [] : found.items.flatMap((item) => ('text' in item ? [item.text] : []))
}

describe('GIFT', () => {
  it.each<[string, string, readonly (string | readonly string[])[]]>([
    ['one right option', '::Q1:: Who pays? {=We ~They ~Nobody}', [['Who pays?', '*We', 'They', 'Nobody']]],
    ['weights for several right ones', 'Which two? {~%50%One ~%50%Two ~%-100%Three}', [['Which two?', '*One', '*Two', 'Three']]],
    ['escaped signs', 'What is 2\\=2\\{x\\}? {=a\\~b ~c\\#d}', [['What is 2=2{x}?', '*a~b', 'c#d']]],
    ['true or false', 'It is ours.{T}\n\nIt is theirs.{FALSE#No.#Yes, it is.}', [['It is ours.', '*True', 'False'], ['It is theirs.', 'True', '*False']]],
    ['a gap in the middle', 'The {=queue ~disk} stands still.', [['The ____ stands still.', '*queue', 'disk']]],
    ['tags', '[html]<p>Who <b>pays</b>?</p><script>alert(1)</script> {=<i>We</i> ~They &amp; them}', [['Who pays?', '*We', 'They & them']]],
    ['what it cannot ask', 'Pair {=a -> b}\n\nNumber {#3:1}\n\nShort {=only}\n\nNo braces\n\nOpen {=a ~b\n\nFine? {=y ~n}', [
      'It asks to match pairs. The bot can only offer options to choose.', 'It asks for a number. The bot can only offer options to choose.', 'It has no wrong options to choose from.',
      'Its answers aren’t between { and }.', 'Its answers aren’t between { and }.', ['Fine?', '*y', 'n'],
    ]],
  ])('%s', (_, text, items) => {
    expect(read(text)).toEqual(['GIFT', ...items])
  })

  it('keeps reasons with addresses in them, and the general one as the explanation', () => {
    expect(textsOf('Who? {=We#Right: see https://x.example/a:b ~They#No: it is ours ####Read http://y.example}')).toMatchObject([
      { explanation: 'Read http://y.example', options: [{ why: '' }, { why: 'No: it is ours' }] },
    ])
    expect(textsOf('Who? {=We#They are on call. ~They}')).toMatchObject([{ explanation: 'They are on call.' }])
  })
})

describe('other formats', () => {
  it('Aiken', () => {
    expect(read('Who pays?\nA. We\nB) They\nANSWER: A\n\nWho else?\nA. We\nB. They\nANSWER: D\n\nNo answer?\nA. x')).toEqual(['Aiken', ['Who pays?', '*We', 'They'], 'The answer “D” isn’t one of its options.', 'It has no line “ANSWER: …”.'])
  })

  it('Markdown with numbers, also where every question is number 1 and several options are right', () => {
    const exam = (key: string) => `1. Which **two**?\n    - A. One\n    - B. Two\n    - C. Three\n\n    <details><summary>Answer</summary>\n      Correct answer: ${key}\n    </details>\n`
    for (const key of ['A, C', 'AC', 'A,C']) expect(read(`# Exam\n\n${exam(key)}\n${exam('B')}`)).toEqual(['Markdown', ['Which two?', '*One', 'Two', '*Three'], ['Which two?', 'One', '*Two', 'Three']])
  })

  it('Markdown with checkboxes', () => {
    expect(read('## Contents\n\n### Who [pays](https://x.example)?\n\n- [ ] They\n- [x] We\n\n**[⬆ Back](#top)**\n\n### With ![a picture](p.png)?\n- [x] a\n- [ ] b\n')).toEqual(['Markdown', ['Who pays?', 'They', '*We'], 'It has a picture, and questions are text only.'])
  })

  it('Moodle XML', () => {
    const question = '<question type="multichoice"><questiontext format="html"><text><![CDATA[<p>Who <b>pays</b> &lt;now&gt;?</p>]]></text></questiontext><generalfeedback><text>It is ours.</text></generalfeedback><answer fraction="100"><text>We</text><feedback><text/></feedback></answer><answer fraction="0"><text>They &amp; co</text><feedback><text>&lt;b&gt;No.&lt;/b&gt;</text></feedback></answer></question>'
    expect(textsOf(`<?xml version="1.0"?><quiz><question type="category"><category/></question>${question}<question type='essay'><questiontext><text>Write</text></questiontext></question></quiz>`)).toMatchObject([
      { stem: 'Who pays <now>?', explanation: 'It is ours.', options: [{ text: 'We', right: true }, { text: 'They & co', why: 'No.' }] },
    ])
    expect(read(`<quiz><question type="essay"><questiontext><text>Write</text></questiontext></question></quiz>`)).toEqual(['Moodle XML', 'It asks for an essay. The bot can only offer options to choose.'])
  })

  it.each([
    ['with a DTD', '<?xml version="1.0"?><!DOCTYPE q [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><quiz>&b;</quiz>', 'DTD'],
    ['that isn’t closed', '<quiz><question>', 'isn’t closed'],
    ['that closes too much', '<quiz></question></quiz>', 'closes nothing'],
    ['nested without end', `<quiz>${'<a>'.repeat(500)}`, 'nested too deep'],
    ['of something else', '<?xml version="1.0"?><html/>', 'begins with <html>'],
  ])('refuses XML %s', (_, text, problem) => {
    expect(read(text)).toEqual([expect.stringContaining(problem)])
  })

  it('CSV with commas, semicolons or tabs, the right option by letter, number, or text', () => {
    for (const [sign, key] of [[',', 'B'], [';', '2'], ['\t', 'they, or we']] as const) {
      const row = (cells: readonly string[]) => cells.map((cell) => (cell.includes(sign) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell)).join(sign)
      const table = [row(['Question', 'Option A', 'Option B', 'Correct answer', 'Explanation', 'Why A', 'Source']), row(['Who "pays"?', '=We', 'they, or we', key, 'So it is', 'No', 'Page 2']), row(['Who?', 'a', 'b', 'Z', '', '', ''])].join('\r\n')
      expect(read(`\uFEFF${table}`)).toEqual(['CSV', ['Who "pays"?', '=We', '*they, or we'], '“Z” isn’t one of its options.'])
      expect(textsOf(table)).toMatchObject([{ explanation: 'So it is', source: 'Page 2', options: [{ why: 'No' }, {}] }])
    }
  })
})

describe('the bot’s own way', () => {
  it('takes one question or several, on lines or on one', () => {
    expect(read('Who pays? | * We | - They | Why: Ours. | Source: Page 2')).toEqual(['text', ['Who pays?', '*We', 'They']])
    expect(read('Who pays?\nReally?\n* We\n- They\n> No.\nWhy: Ours.\nSource: Page 2\n\nWho else?\n- [x] A\n- [ ] B\n---\nNo options')).toEqual([
      'text', ['Who pays?\nReally?', '*We', 'They'], ['Who else?', '*A', 'B'], 'It has no options. Begin each with “- ”, and each right one with “* ”.',
    ])
  })

  it('reads what it writes', () => {
    const word = fc.stringMatching(/^[a-z][a-z<>&"'=~{}#@ ]{0,20}[a-z?]$/u).map((text) => text.replace(/ +/gu, ' '))
    const option = fc.record({ text: word, right: fc.boolean(), why: fc.oneof(fc.constant(''), word) }).map((each) => (each.right ? { ...each, why: '' } : each))
    const text = fc.record({ stem: word, options: fc.array(option, { minLength: 2, maxLength: 6 }), explanation: fc.oneof(fc.constant(''), word), keyPoint: fc.oneof(fc.constant(''), word), source: fc.oneof(fc.constant(''), word) })
    const own = text.filter((each) => read(asTyped(each))[0] === 'text')
    fc.assert(fc.property(own, (each) => {
      expect(textsOf(asTyped(each))).toEqual([each])
      expect(textsOf(asLine(each))).toEqual([each])
    }), { numRuns: 200 })
  })

  it('never throws, and takes no time, whatever is in a file', () => {
    const signs = fc.string({ unit: fc.constantFrom('{', '}', '=', '~', '#', '\\', '<', '>', '"', ',', '\n', '|', 'A. ', 'ANSWER: ', '- [x] ', '### ', '1. ', '<quiz>', '&amp;', ':', '%50%', 'a'), maxLength: 300 })
    fc.assert(fc.property(signs, (text) => void readItems(text)), { numRuns: 1_000 })
    for (const bomb of ['<'.repeat(200_000), `<quiz>${'<a b="'.repeat(30_000)}`, '{='.repeat(100_000), `${'{='.repeat(100_000)}}`, `{=${'~#'.repeat(50_000)}}`, `{=a ~${' '.repeat(200_000)}b}`, `::${'\\'.repeat(100_000)}{=}`, ' | '.repeat(100_000), `a${' '.repeat(200_000)}b`, `a\n${' '.repeat(190_000)}b\n* c`, `a${'\t'.repeat(190_000)}b`, `a ${'\u00a0|'.repeat(90_000)}`, '&'.repeat(200_000), 'Why: '.repeat(50_000), '1. a\n- A. '.repeat(30_000), `Correct answer: ${'*'.repeat(100_000)}\n1. a`, '<!--'.repeat(50_000), '[a]('.repeat(50_000), '<script>'.repeat(30_000), '"'.repeat(200_000), `question,a,b,right\n${'"'.repeat(100_000)}`, '**'.repeat(100_000), '::'.repeat(100_000), `- [x] ${'\\'.repeat(100_000)}\n# a`, '` '.repeat(90_000), '```\n'.repeat(50_000), '> ```\n'.repeat(30_000), '```a\n'.repeat(40_000), '<pre>'.repeat(40_000), Array.from({ length: 600 }, (_, at) => '`'.repeat(at + 1)).join(' ')]) void readItems(bomb.slice(0, mostTextBytes))
  })
})

it('files that are too large or no text are refused, and too many questions at once', () => {
  expect(readFileText(new Uint8Array(mostTextBytes + 1))).toMatchObject({ problem: expect.stringContaining('too large') })
  expect(readFileText(new Uint8Array([0x1f, 0x8b, 8, 0]))).toMatchObject({ problem: expect.stringContaining('isn’t a text file') })
  expect(readFileText(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).toMatchObject({ problem: expect.stringContaining('That isn’t a text file') })
  expect(read('Who? {=a ~b}\n\n'.repeat(101))).toEqual(['It has 101 questions. Send at most 100 at a time.'])
  expect(read(' \n ')).toEqual(['There’s nothing in it.'])
})

it('text for a browser keeps its words and nothing that runs', () => {
  expect(htmlToText('<div onclick="x()">a &#x3C;b&#62; &copy; &#0;<br>c</div><style>p{}</style><iframe src=x></iframe><script>steal()')).toBe('a <b> &copy;\nc')
})

describe('code', () => {
  const textOf = (text: string) => textsOf(text)[0]

  it('in HTML becomes code between backticks', () => {
    expect(htmlToText('<p>Call <code>a &lt;b&gt;</code>, or <kbd>x`y</kbd>:</p><pre class="x"><code>if (a) {\n\n  b &amp;&amp; c\n}</code></pre><p>Which?</p>')).toBe('Call `a <b>`, or ``x`y``:\n\n```\nif (a) {\n\n  b && c\n}\n```\nWhich?')
    expect(htmlToText('<code>a<br>&nbsp;&nbsp;b</code>')).toBe('```\na\n  b\n```')
    expect(textOf('[html]<p>What is <code>1 \\=\\= 1</code>?</p> {=<code>true</code> ~<code>false</code>#No.}')).toMatchObject({ stem: 'What is `1 == 1`?', options: [{ text: '`true`' }, { text: '`false`' }] })
    expect(textOf('question,a,b,right\nWhat is `<img src=x>`?,`<b>` tags,"A `a  b`",A')).toMatchObject({ stem: 'What is `<img src=x>`?', options: [{ text: '`<b>` tags' }, { text: 'A `a  b`' }] })
  })

  it('in Markdown stays, with its signs and lines', () => {
    const exam = '### What does `**x**` print?\n\n```py\n# a comment\nif x:\n    print(x)\n```\n\n- [x] `a_b_c`\n- [ ] [b](https://x.example) and `[b](c)`\n  > No:\n  > ```\n  > b\n  >   c\n  > ```\n\nExplanation: It does:\n```\nx\n```\nThat is all.\n'
    expect(textOf(exam)).toEqual({
      stem: 'What does `**x**` print?\n\n```py\n# a comment\nif x:\n    print(x)\n```', options: [{ text: '`a_b_c`', right: true, why: '' }, { text: 'b and `[b](c)`', right: false, why: 'No:\n```\nb\n  c\n```' }],
      explanation: 'It does:\n```\nx\n```\nThat is all.', keyPoint: '', source: '',
    })
  })

  it('may begin and end beside its marks, as chats have it', () => {
    const question = 'What is this? ```{\n  "a": 1\n}``` Say it.\n* JSON\n- YAML\nWhy: See:\n```js\nlet x```\nSource: Manual'
    expect(textOf(question)).toMatchObject({ stem: 'What is this?\n```\n{\n  "a": 1\n}\n```\nSay it.', options: [{ text: 'JSON' }, { text: 'YAML' }], explanation: 'See:\n```js\nlet x\n```', source: 'Manual' })
    expect(textOf('What is ```ls```?\n* a\n- b\nWhy: A ``` alone')).toMatchObject({ stem: 'What is ```ls```?', explanation: 'A ``` alone' })
  })

  it('typed by hand keeps its lines, and none of them is an option', () => {
    const typed = 'What does this do?\n```yaml\n- a\n* b\nWhy: not\n\n  > c\n```\n* It lists `x | y`\n- Nothing\n> It does:\n> ```\n>   a\n> ```\nWhy: Because.\n```\nSource: none\n```\nSource: Manual'
    const text = textOf(typed)
    expect(text).toEqual({
      stem: 'What does this do?\n```yaml\n- a\n* b\nWhy: not\n\n  > c\n```', options: [{ text: 'It lists `x | y`', right: true, why: '' }, { text: 'Nothing', right: false, why: 'It does:\n```\n  a\n```' }],
      explanation: 'Because.\n```\nSource: none\n```', keyPoint: '', source: 'Manual',
    })
    expect(textsOf(asTyped(text as TeamText))).toEqual([text])
    expect(textOf('Who runs `ls | wc`? | * We | - They | Why: Us. | Source: Book')).toMatchObject({ stem: 'Who runs `ls | wc`?', options: [{ text: 'We' }, { text: 'They' }] })
  })
})
