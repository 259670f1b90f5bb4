import { afterEach, describe, expect, it } from 'vitest'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { answerControl } from '../../src/screens/question.ts'

let stage: Stage
afterEach(() => stage.close())

async function open(...lines: readonly string[]): Promise<void> {
  stage = await openStage('2026-03-02T07:00Z')
  for (const line of lines) await stage.type('ada', line)
}

const setup = 'setup 09:00 Europe/Berlin mon-fri topics=repairs'

describe('setting up', () => {
  it('works in one line and says when the first question comes', async () => {
    await open()
    const screen = await stage.type('ada', setup)
    expect(screen.title).toBe('The daily question is set up')
    expect(words(screen)).toContain('Next question: Mon, Mar 2, 09:00 (Europe/Berlin)')
  })

  it('without values asks for them by a form that is filled with what holds', async () => {
    await open(setup)
    const reply = await stage.typeFor('ada', 'settings')
    expect(reply.to).toBe('form')
    expect('values' in reply ? reply.values : {}).toMatchObject({ time: '09:00', zone: 'Europe/Berlin', days: 'mon,tue,wed,thu,fri', feedback: 'instant' })
  })

  it.each([
    ['setup 09:00 Europe/Berlinn mon-fri', 'Europe/Berlin'],
    ['setup 09:00 mon-fri', 'time zone is missing'],
    ['setup 09:00 Europe/Berlin topics=cooking', 'cooking'],
    ['setup 09:00 Europe/Berlin open=3min', '3min'],
    ['setup 09:00 Europe/Berlin feedback=never', 'never'],
    ['setup 25:99 Europe/Berlin', '25:99'],
  ])('says what is wrong with “%s”', async (line, expected) => {
    await open()
    const screen = await stage.type('ada', line)
    expect(screen.name).toBe('refusal')
    expect(words(screen)).toContain(expected)
    expect(words(await stage.type('ada', 'status'))).toContain('No daily question here yet')
  })

  it('is refused to people who may not, and to others once somebody manages it', async () => {
    await open()
    expect((await stage.type('guest', setup)).title).toBe('You can’t set this up')
    await stage.type('ada', setup)
    for (const line of ['setup 10:00', 'settings 10:00', 'pause', 'resume', 'skip', 'now', 'managers add eve']) {
      expect((await stage.type('eve', line)).title, line).toBe('Only managers can do that')
    }
  })

  it('lets a named manager manage, and owners always', async () => {
    await open(setup, 'managers add terminal:team:eve')
    expect((await stage.type('eve', 'pause')).title).toBe('Paused')
    await stage.type('eve', 'managers remove terminal:team:ada')
    expect((await stage.type('ada', 'resume')).title).toBe('Only managers can do that')
    expect((await stage.type('owner', 'resume')).title).toBe('Resumed')
  })
})

describe('words that are no command', () => {
  it('get the nearest command and how to use it', async () => {
    await open()
    const screen = await stage.type('bob', 'bord week')
    expect(words(screen)).toContain('Did you mean “board”?')
    expect(words(screen)).toContain('/study board [week|month|season|all]')
  })

  it('get the list of commands where nothing is near', async () => {
    await open()
    expect(words(await stage.type('bob', 'xyzzy'))).toContain('/study help')
  })

  it('in a command that exists are named, with an example', async () => {
    await open()
    const screen = await stage.type('bob', 'board yesterday')
    expect(words(screen)).toContain('I don’t understand “yesterday” here')
    expect(words(screen)).toContain('/study board month')
  })

  it('are cut to a length that a screen can show', async () => {
    await open()
    expect(words(await stage.type('bob', 'x'.repeat(5000))).length).toBeLessThan(600)
  })
})

describe('buttons', () => {
  it('of another time say so', async () => {
    await open(setup)
    expect((await stage.pressOld('bob')).title).toBe('This button no longer works')
    expect((await stage.press('bob', answerControl.text({ round: '0123456789abcdef', option: 'a' }))).title).toBe('This button no longer works')
  })

  it('of another group do not work', async () => {
    await open(setup, 'now')
    await stage.bot.tick()
    const round = stage.channel.posts[0]?.round ?? ''
    const screen = await stage.press('spy', answerControl.text({ round, option: 'a' }), { group: 'terminal:other' })
    expect(screen.title).toBe('This button no longer works')
  })

  it('take exactly as many options as the question asks for', async () => {
    await open('setup 09:00 Europe/Berlin topics=safety', 'now')
    await stage.bot.tick()
    const round = stage.channel.posts[0]?.round ?? ''
    const none = await stage.press('bob', answerControl.text({ round, option: null }), { chosen: [] })
    expect(none.title).toBe('Choose again')
    const unknown = await stage.press('bob', answerControl.text({ round, option: null }), { chosen: ['a', 'zz'] })
    expect(unknown.title).toBe('Choose again')
  })
})

describe('boards', () => {
  it('show equal points with one rank, and the own row off the page', async () => {
    await open(setup, 'now')
    await stage.bot.tick()
    const round = stage.channel.posts[0]?.round ?? ''
    const { right, wrong } = stage.optionsOf(round)
    for (let person = 0; person < 14; person++) {
      stage.clock.now += 1000
      await stage.press(`p${person}`, answerControl.text({ round, option: person < 12 ? right : wrong }))
    }
    const lines = words(await stage.type('p13', 'board'))
    expect(lines).toMatch(/^1\. p0 1 100 % 1$/m)
    expect(lines).toMatch(/^1\. p9 1 100 % 1$/m)
    expect(lines).toMatch(/^13\. p13 0 0 % 1 \(you\)$/m)
    expect(lines).toContain('Page 1 of 2 · 14 people')
  })

  it('leave out whoever asked to be hidden, who still sees their own progress', async () => {
    await open(setup, 'now')
    await stage.bot.tick()
    const round = stage.channel.posts[0]?.round ?? ''
    await stage.press('bob', answerControl.text({ round, option: 'a' }))
    await stage.type('bob', 'privacy hide')
    expect(words(await stage.type('ada', 'board'))).not.toContain('bob')
    expect(words(await stage.type('bob', 'board'))).toContain("You’re hidden from leaderboards")
    expect(words(await stage.type('bob', 'me'))).toContain('of 1 right')
    await stage.type('bob', 'privacy show')
    expect(words(await stage.type('ada', 'board'))).toContain('bob')
  })
})

describe('a fault', () => {
  it('becomes a sentence for the person and a line for the operator', async () => {
    await open(setup)
    await stage.ledger.close()
    const screen = await stage.type('bob', 'board')
    expect(screen.title).toBe('Something went wrong')
    expect(words(screen)).not.toMatch(/at .*\.ts|database|Error/)
    expect(stage.logged.join('\n')).toContain('a request failed')
    stage = await openStage('2026-03-02T07:00Z')
  })
})
