// Lines from a pipe to a door that answers as it is told, and screens to a reader that may be slow or leave.
import { Writable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PostError } from '../../../src/platforms/platform.ts'
import type { Reply, Request } from '../../../src/screens/request.ts'
import { hostileTexts } from '../hostile-texts.ts'
import { openKeyboard, sample, toAsker, until } from './keyboard.ts'
import { answerControl, questionMark } from '../../../src/screens/question.ts'
import { formReply } from '../sample-form.ts'

const round = '0123456789abcdef'
const place = 'terminal:local:here'
const asCommand = (request: Request | undefined) => (request?.kind === 'command' && request.command.kind === 'known' ? request.command : undefined)

/** Shows the question on `today`, the result for a press, the board on `board`. */
function answer(request: Request): readonly Reply[] {
  if (request.kind === 'press') return [toAsker(sample('result-right'))]
  const name = asCommand(request)?.name
  if (name === 'settings') return [formReply({}, null, sample('settings'), { line: 'settings 09:00 Europe/Berlin mon,tue open=auto topics=iam,drift feedback=instant rollover=4' })]
  if (name === 'help') return [toAsker(sample('help'))]
  return [toAsker(sample(name === 'today' ? 'question' : 'board'))]
}

describe('lines from a pipe', () => {
  it('are answered in order, each written down before its screen', async () => {
    const keyboard = openKeyboard(answer)
    const text = await keyboard.pipe('/study today', 'B', '/study board')
    const places = ['ada › /study today', 'Question of the day', 'ada › B', '✓ Right', 'ada › /study board', 'Leaderboard: this week'].map((words) => text.indexOf(words))
    expect(places.every((one) => one >= 0)).toBe(true)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  it('wait for the answer to the line before', async () => {
    let running = 0
    let most = 0
    const keyboard = openKeyboard(async (request) => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setTimeout(resolve, 3))
      running--
      return answer(request)
    })
    await keyboard.pipe('today', 'me', 'board', 'status', 'board all')
    expect([most, keyboard.asked.length]).toEqual([1, 5])
  })

  it('may end without a line feed, hold empty lines and line ends of Windows', async () => {
    const keyboard = openKeyboard(answer)
    await keyboard.platform.start(keyboard.handler)
    keyboard.input.end('today\r\n\r\n   \r\nboard')
    await keyboard.ended
    expect(keyboard.asked.map((request) => asCommand(request)?.name)).toEqual(['today', 'board'])
    expect(keyboard.text()).not.toContain('\r')
  })

  it('are each a request of its own, asked by an admin in the one channel', async () => {
    const keyboard = openKeyboard(answer)
    await keyboard.pipe('me', 'me')
    const [first, second] = keyboard.asked
    expect(first).toMatchObject({ group: 'terminal:local', place, asker: { id: 'terminal:local:u:ada', name: 'ada', zone: 'Europe/Berlin', admin: true, maySetUp: true } })
    expect(first?.event).not.toBe(second?.event)
  })

  it('say who answers with /as', async () => {
    const keyboard = openKeyboard(answer)
    const text = await keyboard.pipe('/as Grace', 'me', '/as')
    expect(keyboard.asked.map(({ asker }) => asker)).toMatchObject([{ id: 'terminal:local:u:grace', name: 'Grace' }])
    expect(text).toContain('Grace › me')
    expect(text.match(/You are Grace\./gu)).toHaveLength(2)
  })

  it('after /quit are not read', async () => {
    const keyboard = openKeyboard(answer)
    await keyboard.pipe('/quit', 'me')
    expect(keyboard.asked).toEqual([])
  })

  it('are never printed raw', async () => {
    const keyboard = openKeyboard(answer)
    await keyboard.pipe('what is \u001B[2J\u001B]0;owned\u0007 \u202Ethis', '/as \u001B[31mRed')
    // oxlint-disable-next-line no-control-regex -- these are what must not be there
    expect(keyboard.raw()).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202E]/u)
  })

  it('of any kind are answered without a fault, and never printed raw', async () => {
    const line = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.constantFrom(...hostileTexts.map(({ text }) => text)), fc.stringMatching(/^\/?[a-f0-9 ,?/]{1,8}$/))
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 12 }), async (typed) => {
        const keyboard = openKeyboard(answer)
        await keyboard.pipe(...typed)
        expect(keyboard.logged).toEqual([])
        expect(keyboard.raw()).not.toMatch(/[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]|\p{Cs}/u)
      }),
      { numRuns: 100 },
    )
  })

  it('that are too long for a line are told so and do no harm', async () => {
    const keyboard = openKeyboard(answer)
    expect(await keyboard.pipe('x'.repeat(200_000), 'board')).toContain('That line is too long')
    expect(keyboard.asked).toHaveLength(1)
  })
})

describe('a letter', () => {
  it('answers the question that was shown last, by the option behind it', async () => {
    const keyboard = openKeyboard(answer)
    await keyboard.pipe('today', 'board', 'b')
    expect(keyboard.asked.at(-1)).toMatchObject({ kind: 'press', control: answerControl.text({ round, option: 'a', asked: questionMark('sample', null) }), chosen: ['a'] })
  })

  it('also answers a question that was posted', async () => {
    const keyboard = openKeyboard(answer)
    await keyboard.platform.post(place, sample('question-two'), 'fedcba9876543210')
    const text = await keyboard.pipe('bd')
    expect(keyboard.asked).toMatchObject([{ control: answerControl.text({ round: 'fedcba9876543210', option: null, asked: questionMark('sample', null) }), chosen: ['a', 'b'] }])
    expect(text.indexOf('for everyone')).toBeLessThan(text.indexOf('ada › bd'))
  })

  it('before any question shows the question and asks for the letter again', async () => {
    const keyboard = openKeyboard(answer)
    const text = await keyboard.pipe('b', 'b')
    expect(text).toContain('Here’s the question. Type your letter again.')
    expect(keyboard.asked.map(({ kind }) => kind)).toEqual(['command', 'press'])
  })
})

describe('two letters before any question', () => {
  it.each([['Access keys', 'command', 'today'], ['AC power', 'command', 'lookup']])('where the course has “%s”', async (term, kind, name) => {
    const keyboard = openKeyboard(answer, {}, { terms: term.toLowerCase().split(' ') })
    await keyboard.pipe('ac')
    expect(keyboard.asked).toMatchObject([{ kind, command: { name } }])
  })
})

describe('a number', () => {
  it('presses a button of the last answer, also below a post', async () => {
    const keyboard = openKeyboard(answer)
    await keyboard.platform.start(keyboard.handler)
    keyboard.input.write('today\nb\n')
    await keyboard.sees('[4] Leaderboard')
    await keyboard.platform.post(place, sample('question'), round)
    keyboard.input.end('4\n')
    await keyboard.ended
    expect(keyboard.asked.at(-1)).toMatchObject({ kind: 'press', control: 'v1:run:board' })
  })
})

describe('screens of the terminal itself', () => {
  it('show a form as one line that can be typed', async () => {
    const text = await openKeyboard(answer).pipe('settings')
    expect(text).toMatch(/\/study settings 09:00 Europe\/Berlin mon,tue open=auto\s+topics=iam,drift feedback=instant rollover=4/u)
  })

  it('explain its keys in the help', async () => {
    const text = await openKeyboard(answer).pipe('?')
    for (const words of ['/as Ada', '/quit', 'In this terminal', 'board month']) expect(text).toContain(words)
  })

  it('say when words were taken as a look-up', async () => {
    expect(await openKeyboard(answer).pipe('shared controls')).toContain('so it was looked up')
    expect(await openKeyboard(answer).pipe('lookup shared controls')).not.toContain('so it was looked up')
  })
})

describe('a post', () => {
  it('before the start is printed once, even where the first line asks for the same question', async () => {
    const keyboard = openKeyboard(answer)
    await keyboard.platform.post(place, sample('question'), round)
    await keyboard.platform.redraw(`${place}:0000000000000000`, sample('reveal'))
    const text = await keyboard.pipe('today')
    expect(text.match(/Question of the day/gu)).toHaveLength(1)
    expect(text.indexOf('The answer: B')).toBeLessThan(text.indexOf('Question of the day'))
  })

  it('before the start is printed where nobody types at all', async () => {
    const keyboard = openKeyboard(answer)
    await keyboard.platform.post(place, sample('question'), round)
    expect(await keyboard.pipe()).toContain('━━ Question of the day ━')
  })

  it('that was asked for is there before the next line is read', async () => {
    const keyboard = openKeyboard(async (request) => {
      if (asCommand(request)?.name !== 'now') return answer(request)
      // The answer comes when the post is out.
      await keyboard.platform.post(place, sample('question-two'), 'fedcba9876543210')
      return [toAsker(sample('notice'))]
    })
    await keyboard.pipe('now', 'ac')
    expect(keyboard.asked.at(-1)).toMatchObject({ kind: 'press', control: expect.stringContaining('fedcba9876543210') })
  })

  it('is a message that can be redrawn and found, unless an earlier process printed it', async () => {
    const keyboard = openKeyboard(answer)
    await keyboard.platform.start(keyboard.handler)
    const message = await keyboard.platform.post(place, sample('question'), round)
    expect(message).toContain(round)
    expect(await keyboard.platform.find(place, round, 0)).toBe(message)
    expect(await openKeyboard(answer).platform.find(place, round, 0)).toBeUndefined()
    await keyboard.platform.redraw(message, sample('reveal'))
    expect(keyboard.text()).toContain('67% · 6 votes · right answer')
    await keyboard.platform.stop()
  })

  it('to one person says for whom it is', async () => {
    const keyboard = openKeyboard(answer)
    await keyboard.platform.start(keyboard.handler)
    expect(await keyboard.platform.tell('terminal:local:u:bob', sample('notice'))).toBe(true)
    expect(keyboard.text()).toContain('for bob alone')
    await keyboard.platform.stop()
  })
})

describe('a reader', () => {
  it('that goes away ends the terminal without a word, and posts wait for the next start', async () => {
    let lines = 0
    const head: Writable = new Writable({
      write: (_chunk, _encoding, done) => {
        if (++lines > 1) done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }))
        else done()
      },
    })
    const keyboard = openKeyboard(answer, { output: head })
    await keyboard.platform.start(keyboard.handler)
    keyboard.input.write('board\n'.repeat(50))
    await keyboard.ended
    expect(keyboard.platform.healthy()).toBe(false)
    expect(keyboard.asked.length).toBeLessThan(5)
    const failure: unknown = await keyboard.platform.post(place, sample('question'), round).catch((fault: unknown) => fault)
    expect(failure).toBeInstanceOf(PostError)
    expect(failure).toMatchObject({ code: 'busy' })
    expect(await keyboard.platform.tell('terminal:local:u:bob', sample('notice'))).toBe(false)
    await keyboard.platform.stop()
  })

  it('that is slow is waited for', async () => {
    const taken: (() => void)[] = []
    const slow = new Writable({ highWaterMark: 1, write: (_chunk, _encoding, done) => void taken.push(done) })
    const keyboard = openKeyboard(answer, { output: slow })
    await keyboard.platform.start(keyboard.handler)
    keyboard.input.end('board\nboard\nboard\n')
    await until(() => taken.length === 1, () => 'the first screen')
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(keyboard.asked).toHaveLength(1)
    taken[0]?.()
    await until(() => taken.length === 2, () => 'the second screen')
    expect(keyboard.asked).toHaveLength(2)
    await keyboard.platform.stop()
  })
})

describe('the end', () => {
  it('is said once, and not when the bot itself stops', async () => {
    const ends: string[] = []
    const keyboard = openKeyboard(answer, { onEnd: () => ends.push('end') })
    await keyboard.platform.start(keyboard.handler)
    expect(keyboard.platform.healthy()).toBe(true)
    await keyboard.platform.stop()
    await keyboard.platform.stop()
    expect(ends).toEqual([])
    expect(keyboard.platform.healthy()).toBe(false)
  })

  it('comes also where a door fails against its promise', async () => {
    const keyboard = openKeyboard(() => Promise.reject(new Error('broken')))
    await keyboard.pipe('board')
    expect(keyboard.logged).toContain('the terminal failed')
  })

  it('leaves a name that is no plain name aside', async () => {
    expect(await openKeyboard(answer, { personName: 'CORP\\ada \u001B[31m' }).pipe('/as')).toContain('You are you.')
  })
})
