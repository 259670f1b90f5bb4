// “quiz me” got “no topic “me””, “practice exam” got “Did you mean iam?”, “exam ten” was no number, “Practice!” no command, and choices
// wanted their exact word: “tip traps”, “me topic”, “review 5” were not understood.
import { afterEach, describe, expect, it } from 'vitest'
import { choiceWords } from '../../src/commands/command.ts'
import { closest } from '../../src/commands/closest.ts'
import { readWrittenWords } from '../../src/commands/written-words.ts'
import { openStage, type Stage } from '../bot/stage.ts'
import { commands } from '../catalog.ts'

const known = (name: string, values: Record<string, string> = {}) => ({ kind: 'known', name, values })

it.each([
  ['quiz me', known('practice')],
  ['test me', known('practice')],
  ['Quiz me on IAM!', known('practice', { topics: 'on IAM' })],
  ['practice exam', known('exam')],
  ['Practice exam 10', known('exam', { questions: '10' })],
  ['mock exam', known('exam')],
  ['exam ten', known('exam', { questions: '10' })],
  ['exam twenty-five', known('exam', { questions: '25' })],
  ['practice twenty five', known('practice', { questions: '25' })],
  ['practice a dozen', known('practice', { questions: '12' })],
  ['practice five questions', known('practice', { questions: '5' })],
  ['drill Five', known('drill', { count: '5' })],
  ['checklist two', known('checklist', { page: '2' })],
  ['Practice!', known('practice')],
  ['practice.', known('practice')],
  ['me topics?', known('me', { show: 'topics' })],
  ['practice iam!', known('practice', { topics: 'iam' })],
  ['review 08:30 p.m.', { kind: 'misused' }],
  ['tip traps', known('tip', { kind: 'trap' })],
  ['tip myths', known('tip', { kind: 'myth' })],
  ['tip memory', known('tip', { kind: 'memory-aid' })],
  ['tip memory aids', known('tip', { kind: 'memory-aid' })],
  ['tip analogies', known('tip', { kind: 'analogy' })],
  ['tip picture', known('tip', { kind: 'analogy' })],
  ['traps', known('tip', { kind: 'trap' })],
  ['me topic', known('me', { show: 'topics' })],
  ['me mistake', known('me', { show: 'mistakes' })],
  ['me history', known('exam', { show: 'history' })],
  ['exam results', known('exam', { show: 'history' })],
  ['exam retake', known('exam', { show: 'retake' })],
  ['exam give up', known('exam', { show: 'give-up' })],
  ['exam hist', known('exam', { show: 'history' })],
  ['review 5', known('review', { items: '5' })],
  ['board this week', known('board', { period: 'week' })],
  ['board all time all channels', known('board', { period: 'all', scope: 'everywhere' })],
  ['boards', known('board')],
  ['reviews', known('review')],
  ['settings feedback=right away', known('settings', { feedback: 'instant' })],
  ['settings recap=threads', known('settings', { recap: 'thread' })],
])('“%s”', (line, expected) => {
  expect(commands.parse(line)).toMatchObject(expected)
})

const options = commands.list.flatMap(({ name, options: all }) => all.flatMap((option) => (option.kind === 'choice' ? [[`${name} ${option.name}`, name, option] as const] : [])))

describe.each(options)('%s', (_, command, option) => {
  const { choices = [], synonyms = {} } = option
  const read = (typed: string) => {
    const parsed = commands.parse(`${command} ${option.name}=${typed}`)
    return parsed.kind === 'known' ? parsed.values[option.name] : parsed
  }

  it('takes its choices in the plural, with spaces, in capitals and cut short where only one begins so', () => {
    for (const choice of choices) {
      for (const typed of [choice, choice.toUpperCase(), choice.replaceAll('-', ' '), `${choice}!`, ...(/[^s]$/u.test(choice) && choice.length > 2 ? [`${choice}s`] : [])]) expect(read(typed), typed).toBe(choice)
      const begins = (text: string) => [...choiceWords(option)].filter(([word, meant]) => word.startsWith(text) && meant !== choice)
      const short = choice.slice(0, -1)
      expect(short.length < 3 || begins(short).length > 0 ? choice : read(short), short).toBe(choice)
    }
  })

  it('has synonyms for choices that it has', () => {
    for (const [word, choice] of Object.entries(synonyms)) {
      expect(choices).toContain(choice)
      expect(read(word.replaceAll('-', ' ')), word).toBe(choice)
    }
  })
})

it('a slip of a choice is told the choice', () => {
  expect(commands.parse('me mistkaes')).toMatchObject({ kind: 'misused', problem: 'I don’t understand “mistkaes” here. Did you mean mistakes?' })
})

it('only what is near is a slip', () => {
  for (const [typed, names] of [['me', ['iam', 'help', 'me2']], ['exam', ['iam', 'eks']], ['ten', ['tip', 'eks']]] as const) expect(closest(typed, names), typed).toBeUndefined()
})

describe('without a slash', () => {
  const read = (text: string, where: 'channel' | 'direct') => readWrittenWords(text, where, { commands, isTerm: (word) => word === 'iam', spokenOf: () => undefined })
  it.each([
    ['Practice!', 'Practice!', 'Practice!'],
    ['quiz me', 'quiz me', 'quiz me'],
    ['quiz me on s3 and lambda', undefined, 'quiz me on s3 and lambda'],
    ['practice makes perfect, they say', undefined, 'practice makes perfect, they say'],
    ['practice iam and whatever else there is', 'practice iam and whatever else there is', 'practice iam and whatever else there is'],
    ['train our staff about phishing', undefined, 'lookup train our staff about phishing'],
  ])('%s', (text, inChannel, direct) => {
    expect([read(text, 'channel'), read(text, 'direct')]).toEqual([inChannel, direct])
  })
})

describe('on screen', () => {
  let stage: Stage
  afterEach(() => stage.close())

  it('“practice exam” opens the screen with that title, retake does what its button does, and submit and give up need an exam', async () => {
    stage = await openStage('2026-03-02T08:00Z')
    expect((await stage.type('ada', 'practice exam')).title).toBe('Practice exam')
    expect((await stage.type('ada', 'exam retake')).title).toBe('Practice exam')
    for (const line of ['exam give up', 'exam submit']) expect((await stage.type('ada', line)).title, line).toBe('You have no exam under way')
  })

  it('a review takes no more than ten', async () => {
    stage = await openStage('2026-03-02T08:00Z')
    expect(JSON.stringify(await stage.type('ada', 'review 11'))).toContain('Choose 1 to 10.')
    expect((await stage.type('ada', 'review five')).tone).not.toBe('warning')
  })
})
