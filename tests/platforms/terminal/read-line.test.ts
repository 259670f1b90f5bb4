// What a typed line means.
import { describe, expect, it } from 'vitest'
import { readLine } from '../../../src/platforms/terminal/incoming/read-line.ts'
import type { Context, Reading } from '../../../src/platforms/terminal/incoming/reading.ts'
import type { Button, Choices } from '../../../src/screens/screen.ts'
import { commands } from '../../catalog.ts'

const options = ['c', 'a', 'd', 'b'].map((id, index) => ({ id, letter: String.fromCharCode(65 + index), text: [id], control: `answers ${id}` }))
const one: Choices = { kind: 'choices', id: '0123456789abcdef', pick: 1, options, several: 'answers with several', chosen: [] }
const two: Choices = { ...one, pick: 2 }
const buttons: readonly Button[] = [
  { label: 'My progress', control: 'my progress', primary: false },
  { label: 'Leaderboard', control: 'the leaderboard', primary: false },
]
const terms = new Set(['snow', 'ace'])
const read = (line: string, context: Partial<Context> = {}): Reading =>
  readLine(line, { commands, question: one, buttons: [], inSession: false, sawSession: false, isTerm: (word) => terms.has(word.toLowerCase()), spokenOf: () => undefined, ...context })

const answer = (option: string | null, chosen: readonly string[]) => ({
  kind: 'ask', guessed: false, asked: { kind: 'press', control: option === null ? 'answers with several' : `answers ${option}`, chosen },
})
const command = (name: string, values: Record<string, string> = {}, guessed = false) => ({
  kind: 'ask', guessed, asked: { kind: 'command', command: { kind: 'known', name, values } },
})
const lookup = (words: string) => command('lookup', { words }, true)

describe('letters', () => {
  it.each(['B', 'b', ' b ', 'B.', 'b)', '(b)', '/b', '/study B'])('“%s” answers with the option that stands at B', (line) => {
    expect(read(line)).toEqual(answer('a', ['a']))
  })

  it.each(['ac', 'A C', 'a,c', 'a, c', 'A and C', 'a+c', 'AC', 'a & c', 'a a c'])('“%s” answers with two options', (line) => {
    expect(read(line, { question: two })).toEqual(answer(null, ['c', 'd']))
  })

  it('as many as were typed go to the bot, which says how many it takes', () => {
    expect(read('a b')).toEqual(answer(null, ['c', 'a']))
    expect(read('b', { question: two })).toEqual(answer(null, ['a']))
  })

  it('that the question does not have are told', () => {
    expect(read('f')).toEqual({ kind: 'hint', text: 'This question has the options A, B, C, D.' })
  })

  it('before any question show the question', () => {
    expect(read('b', { question: undefined })).toEqual({ kind: 'show-question' })
    expect(read('a c', { question: undefined })).toEqual({ kind: 'show-question' })
    expect(read('ac', { question: undefined })).toEqual({ kind: 'show-question' })
    expect(read('decaf', { question: undefined })).toEqual(lookup('decaf'))
  })

  it('that make a word of the course are the word', () => {
    const six = { ...one, options: ['a', 'c', 'e'].map((id) => ({ id, letter: id.toUpperCase(), text: [id], control: `answers ${id}` })) }
    expect(read('ace', { question: six })).toEqual(lookup('ace'))
    expect(read('dad')).toEqual(lookup('dad'))
    expect(read('bad')).toEqual(answer(null, ['a', 'c', 'b']))
  })

  it.each(['ac', 'dad'])('without spaces are words where the course has them and the question takes another number: “%s”', (line) => {
    expect(read(line, { isTerm: () => true })).toEqual(lookup(line))
  })

  it('without spaces are the answer where the question takes as many, whatever the course has', () => {
    expect(read('ac', { question: two, isTerm: () => true })).toEqual(answer(null, ['c', 'd']))
  })

  it.each(['a team', 'a xa', 'a ax', 'ab axe'])('among other words are words: “%s”', (line) => {
    expect(read(line)).toMatchObject({ asked: { kind: 'command' } })
  })

  it('before any question are words where not each stands alone', () => {
    expect(read('a fee', { question: undefined })).toEqual(lookup('a fee'))
  })

  it('beside a letter that no question has are words', () => {
    expect(read('a x')).toEqual(lookup('a x'))
  })

  it('without spaces that the question does not all have are words', () => {
    expect(read('bee')).toEqual(lookup('bee'))
    expect(read('ef')).toEqual(lookup('ef'))
  })
})

describe('a slip in /study', () => {
  it('is met with what was meant', () => {
    expect(read('/stduy today')).toEqual({ kind: 'hint', text: 'There’s no command “/stduy”. Did you mean “/study today”?' })
    expect(read('/studdy lookup rds')).toEqual({ kind: 'hint', text: 'There’s no command “/studdy”. Did you mean “/study lookup rds”?' })
  })

  it('is none where another command is near, or none follows', () => {
    expect(read('/stauts')).toMatchObject({ kind: 'ask', asked: { command: { kind: 'unknown', meant: 'status' } } })
    for (const line of ['/studyx', '/stduy', '/frobnicate today']) expect(read(line)).toMatchObject({ kind: 'ask', asked: { command: { kind: 'unknown' } } })
    expect(read('/stduy frobnicate')).toMatchObject({ kind: 'ask', asked: { command: { kind: 'unknown' } } })
  })
})

describe('numbers and labels', () => {
  it.each(['2', '[2]', '2.', 'leaderboard', 'Leaderboard'])('“%s” presses the second button', (line) => {
    expect(read(line, { buttons })).toEqual({
      kind: 'ask', guessed: false, asked: { kind: 'press', control: 'the leaderboard', chosen: [] },
    })
  })

  it('without such a button say what there is', () => {
    expect(read('3', { buttons })).toEqual({ kind: 'hint', text: 'There’s no [3] here, only [1] to [2].' })
    expect(read('0', { buttons })).toEqual({ kind: 'hint', text: 'There’s no [0] here, only [1] to [2].' })
    expect(read('1')).toEqual({ kind: 'hint', text: 'There’s no button to press here. Type a letter to answer, words to look up, or ? for everything.' })
  })

  it('of two digits press the tenth button and those after it', () => {
    const many = Array.from({ length: 12 }, (_, at) => ({ label: `Button ${at + 1}`, control: `control ${at + 1}`, primary: false }))
    expect(read('12', { buttons: many })).toMatchObject({ asked: { kind: 'press', control: 'control 12' } })
  })

  it('followed by other words are words', () => {
    expect(read('2 keys', { buttons })).toEqual(lookup('2 keys'))
  })

  it('press nothing after a slash: that is a command', () => {
    expect(read('/leaderboard', { buttons })).toEqual(command('board'))
    expect(read('/2', { buttons })).toMatchObject({ asked: { kind: 'command', command: { kind: 'unknown' } } })
  })

  it('may be typed with a straight apostrophe, in any case', () => {
    const today = [{ label: 'Today’s question', control: 'the question', primary: false }]
    expect(read("TODAY'S QUESTION", { buttons: today })).toMatchObject({ asked: { control: 'the question' } })
  })
})

describe('commands', () => {
  it.each(['/study board month', 'board month', '/board month', 'study board month', '/STUDY Board Month', 'leaderboard month'])(
    '“%s” is the board of the month',
    (line) => expect(read(line)).toEqual(command('board', { period: 'month' })),
  )

  it('with a slash are never taken for a look-up', () => {
    expect(read('/study xyzzy')).toEqual({ kind: 'ask', guessed: false, asked: { kind: 'command', command: { kind: 'unknown', typed: 'xyzzy', meant: null } } })
    expect(read('/frobnicate the thing')).toMatchObject({ asked: { command: { kind: 'unknown' } } })
  })

  it('that are mistyped get “did you mean”', () => {
    expect(read('tody')).toMatchObject({ asked: { command: { kind: 'unknown', meant: 'today' } } })
    expect(read('bord month')).toMatchObject({ asked: { command: { kind: 'unknown', meant: 'board' } } })
  })

  it('with words that do not fit say so', () => {
    expect(read('board yesterday')).toMatchObject({ asked: { command: { kind: 'misused', name: 'board' } } })
  })

  it('name a person as people say it', () => {
    expect(read('managers add Bob')).toEqual({ ...command('managers', { change: 'add', person: 'terminal:local:u:bob' }), called: 'Bob' })
    expect(read('/study managers remove @bob')).toEqual({ ...command('managers', { change: 'remove', person: 'terminal:local:u:bob' }), called: 'bob' })
    expect(read('managers add <!channel>')).toEqual({ kind: 'hint', text: 'A name is one word of up to 32 letters and digits, for example managers add Ada' })
    expect(read('managers')).toEqual(command('managers'))
  })

  it('ping nobody in a terminal, and say so', () => {
    expect(read('settings mention=@here')).toEqual({ kind: 'hint', text: expect.stringContaining('There’s nobody to ping in a terminal.') })
    expect(read('settings mention=off')).toEqual(command('settings', { mention: 'off' }))
    expect(read('settings mention=Off')).toMatchObject({ kind: 'ask' })
    expect(read('settings feedback=instant')).toEqual(command('settings', { feedback: 'instant' }))
  })

  it('with a slash may stand after spaces, and so may their words', () => {
    expect(read('/study   board month')).toEqual(command('board', { period: 'month' }))
    expect(read('/ board month')).toEqual(command('board', { period: 'month' }))
  })

  it('are words inside of a sentence', () => {
    expect(read('study')).toMatchObject({ asked: { kind: 'command' } })
    expect(read('what does /study do')).toMatchObject({ asked: { command: { name: 'lookup' } } })
  })
})

describe('other words', () => {
  it('are looked up', () => {
    expect(read('who patches ec2')).toEqual(command('lookup', { words: 'who patches ec2' }))
    expect(read('patching on rds?')).toEqual(lookup('patching on rds?'))
    expect(read('start of an instance')).toEqual(lookup('start of an instance'))
    expect(read('s3')).toEqual(lookup('s3'))
    expect(read('study method')).toEqual(lookup('study method'))
  })

  it('near a command but in the course are looked up', () => {
    expect(read('snow')).toEqual(lookup('snow'))
  })

  it.each(['!!!', '…', '-', '<>'])('“%s” gets one line that says what can be typed', (line) => {
    expect(read(line)).toMatchObject({ kind: 'hint' })
  })

  it('that are too many are not read', () => {
    expect(read('x'.repeat(500))).toMatchObject({ kind: 'ask' })
    expect(read('x'.repeat(501))).toEqual({ kind: 'hint', text: 'That line is too long. Keep it under 500 characters.' })
  })

  it.each(['', '   ', '\u200B', '\u202E'])('“%s” is nothing', (line) => {
    expect(read(line)).toEqual({ kind: 'nothing' })
  })
})

describe('words of the terminal', () => {
  it('change and say who types', () => {
    expect(read('/as Bob')).toEqual({ kind: 'person', name: 'Bob' })
    expect(read('/as Zoë')).toEqual({ kind: 'person', name: 'Zoë' })
    expect(read('/as')).toEqual({ kind: 'person', name: null })
  })

  it.each(['/as Ada Lovelace', '/as \u001B[31mred', '/as <@U1>', `/as ${'x'.repeat(33)}`, '/as @@', '/as a:b'])('“%s” is no name', (line) => {
    expect(read(line)).toEqual({ kind: 'hint', text: 'A name is one word of up to 32 letters and digits, for example /as Ada' })
  })

  it.each(['?', '/help', 'help', '/?', '/study', '/study help', '/'])('“%s” asks for help', (line) => {
    expect(read(line)).toEqual({ kind: 'help' })
  })

  it('leave help on one command to the bot', () => {
    expect(read('help setup')).toEqual(command('help', { command: 'setup' }))
    expect(read('quit smoking')).not.toEqual({ kind: 'end' })
  })

  it.each(['/quit', 'quit', 'exit', '/study quit'])('“%s” ends', (line) => {
    expect(read(line)).toEqual({ kind: 'end' })
  })
})
