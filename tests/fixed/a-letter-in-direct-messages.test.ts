// “B” written to the bot below a question was answered with a greeting or “This works in a channel of a server”, and “stop” was looked up.
import { afterEach, describe, expect, it } from 'vitest'
import { isLetters } from '../../src/commands/written-words.ts'
import { createDirectScreens } from '../../src/platforms/direct-screens.ts'
import { readDirectWords, type DirectlyShown } from '../../src/screens/direct-words.ts'
import type { Screen } from '../../src/screens/screen.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { commands } from '../catalog.ts'
import { labels as discordLabels, textOf as discordText } from '../fakes/discord/people.ts'
import { onMessage } from '../fakes/slack/fake-slack.ts'
import { until } from '../fakes/until.ts'
import { openTown as openDiscord } from '../journeys/discord-town.ts'
import { openTown as openSlack, textOf } from '../journeys/slack-town.ts'
import { samples } from '../samples.ts'

const sample = (name: string): Screen => samples.get(name) ?? never()
const read = (typed: string, shown?: DirectlyShown) => readDirectWords(typed, shown, { commands, isTerm: (word) => word === 'ad', spokenOf: () => undefined })
const last = (name: string): DirectlyShown => ({ screen: sample(name), isLast: true })

function never(): never {
  throw new Error('there is none')
}

it.each(['B', 'b)', 'A C', 'a, c', 'a and c', 'A,B,C'])('“%s” is an answer', (typed) => expect(isLetters(typed)).toBe(true))
it.each(['az', 'bad', 'a question', 'cab', '', 'g'])('“%s” is none', (typed) => expect(isLetters(typed)).toBe(false))

describe('a letter', () => {
  it('presses its option of the question that was shown last, also after something else', () => {
    for (const isLast of [true, false]) expect(read('B', { screen: sample('practice'), isLast })).toMatchObject({ kind: 'press', chosen: [expect.any(String)] })
    expect(read('a and c', last('practice-two'))).toMatchObject({ kind: 'press', chosen: { length: 2 } })
    expect(read('ac', last('practice-two'))).toMatchObject({ kind: 'press', chosen: { length: 2 } })
    expect(read('ac', last('practice'))).toMatchObject({ kind: 'command' })
    expect(read('ad', last('practice-two'))).toMatchObject({ kind: 'command' })
    expect(read('F', last('practice'))).toMatchObject({ kind: 'screen', screen: { title: 'Choose again' } })
  })

  it('is unclear without a question', () => {
    for (const shown of [undefined, last('drill'), last('practice-right')]) expect(read('B', shown)).toEqual({ kind: 'unclear', of: 'letters', line: null })
  })
})

describe('the words of a button', () => {
  it.each([
    ['stop', 'practice', 'practice-end'], ['Skip', 'practice', 'practice-go'], ['next', 'practice-right', 'practice-go'], ['flip', 'cards', 'cards-flip'], ['show', 'review-card', 'review-flip'],
    ['good', 'cards-back', 'cards'], ['Again', 'review-card-back', 'review'], ['hard', 'cards-back', 'cards'], ['flag', 'exam', 'exam-mark'], ['guessing', 'practice', 'practice-mark'],
    ['submit', 'exam-overview', 'exam-submit'], ['back', 'case-situation', 'case-show'], ['start', 'exam-start', 'exam-start'], ['the customer', 'drill', 'drill'], ['aws', 'case', 'case'],
  ])('%s on %s presses %s', (typed, on, control) => {
    expect(read(typed, last(on))).toMatchObject({ kind: 'press', control: expect.stringMatching(new RegExp(`^v1:${control}:`, 'u')) })
  })

  it('are unclear where another screen came since, or none is known', () => {
    for (const shown of [undefined, { screen: sample('cards'), isLast: false }]) expect(read('skip', shown)).toEqual({ kind: 'unclear', of: 'button', line: 'skip' })
    expect(read('good')).toEqual({ kind: 'unclear', of: 'button', line: null })
  })

  it('outside of a session, a single one does nothing for others, whatever is on the screen', () => {
    for (const [name, screen] of samples) {
      for (const word of ['skip', 'pause', 'resume', 'start', 'now', 'hide', 'show', 'stop']) {
        const does = readDirectWords(word, undefined, { commands, isTerm: () => false, spokenOf: () => undefined }, screen)
        expect(does.kind, `${name}: ${word}`).toBe('unclear')
      }
    }
  })

  it('never do anything for others: in any session of the samples, and after a slash', () => {
    const given = ['skip', 'pause', 'resume', 'start', 'now', 'hide', 'show', 'stop']
    const asked = [...samples.values()].filter(({ session }) => session === true).flatMap((screen) => given.map((word) => read(word, { screen, isLast: true })))
    expect(asked.length).toBeGreaterThan(100)
    for (const typed of asked) {
      const does = typed.kind === 'press' ? typed.control : typed.kind === 'command' ? typed.line : ''
      expect(does).toMatch(/^(?:v1:(?:practice|review|exam|cards|drill|case)(?:-[a-z]+)?:|help |lookup |$)/u)
    }
    expect(read('/study skip', last('practice'))).toEqual({ kind: 'command', line: 'skip' })
  })
})

describe('what the direct messages show', () => {
  const [question, other, summary] = [sample('practice'), sample('exam'), sample('practice-summary')]

  it('is the last question, also where it took the place of another, and with something else below', () => {
    const direct = createDirectScreens()
    direct.posted('ada', question, '1', 0)
    direct.posted('ada', summary, '2', 0)
    expect(direct.of('ada')).toEqual({ screen: question, isLast: false, message: '1' })
    direct.replaced('ada', other, { id: '1', sentAt: 0 })
    expect(direct.of('ada')).toEqual({ screen: other, isLast: true, message: '1' })
    expect(direct.of('bob')).toBeUndefined()
  })

  it('is nothing sure with another question below, for a message from before the start, or once the question is gone', () => {
    const direct = createDirectScreens()
    direct.posted('ada', question, '1', 0)
    direct.posted('ada', other, '2', 0)
    direct.replaced('ada', question, { id: '1', sentAt: 0 })
    expect(direct.of('ada')).toBeUndefined()
    direct.replaced('ada', other, { id: '2', sentAt: 0 })
    expect(direct.of('ada')?.message).toBe('2')
    direct.replaced('ada', question, { id: '0', sentAt: -1e9 })
    expect(direct.of('ada')).toBeUndefined()
    direct.posted('ada', question, '3', 0)
    direct.replaced('ada', summary, { id: '3', sentAt: 0 })
    expect(direct.of('ada')).toBeUndefined()
  })

  it('knows a message without an id by its time, if only one can be it', () => {
    const direct = createDirectScreens()
    direct.posted('ada', question, null, 1_000_000)
    direct.replaced('ada', other, { id: '9', sentAt: 1_000_400 })
    expect(direct.of('ada')?.message).toBe('9')
    direct.posted('ada', question, null, 2_000_000)
    direct.posted('ada', question, null, 2_001_000)
    direct.replaced('ada', other, { id: '11', sentAt: 2_000_500 })
    expect(direct.of('ada')).toBeUndefined()
  })
})

describe('where it isn’t sure', () => {
  let stage: Stage
  afterEach(() => stage?.close())
  const unclear = async (isLetters: boolean, otherwise: string | null = null) => {
    const request = { kind: 'unclear', place: null, of: isLetters ? 'letters' : 'button', otherwise: otherwise === null ? null : commands.parse(otherwise) } as const
    const reply = await stage.send(request as never, 'ada')
    return reply.screen
  }

  it('the one running session is shown with its buttons, and keeps its state', async () => {
    stage = await openStage('2026-03-02T12:00Z')
    const first = await stage.type('ada', 'practice 2')
    const shown = await unclear(true)
    expect(shown).toMatchObject({ ...first, above: [expect.anything()] })
    expect(words(shown)).toContain('Here’s your question. Press a button under it, or type your letter again.')
    expect(words(await unclear(false, 'help skip'))).toContain('Here’s where you are.')
    expect((await stage.ledger.sessions.running('terminal:team:ada', 'practice'))?.steps.size).toBe(0)
  })

  it('several are offered, and nothing at all is said so', async () => {
    stage = await openStage('2026-03-02T12:00Z')
    expect(words(await unclear(true))).toContain('No question of yours is open here.')
    expect((await unclear(false, 'help skip')).name).toBe('help')
    expect((await unclear(false)).name).toBe('hello')
    await stage.type('ada', 'drill 1')
    expect(words(await unclear(true))).toContain('This is under way:')
    await stage.type('ada', 'practice 1')
    expect(words(await unclear(true))).toContain('question 1 of 1')
    expect(words(await unclear(false))).toContain('Which one do you mean?')
  })
})

/** As many as the question takes. */
const lettersFor = (question: string) => (question.includes('Select TWO') ? 'A, C' : 'B')

it('on Slack a letter answers the question above it, and words go on', async () => {
  const town = await openSlack('2026-11-23T07:30:00Z')
  const ann = town.person('Ann')
  const messages = () => town.slack.messages(`D${ann}`)
  const write = async (text: string) => {
    const before = messages().length
    await town.slack.say(ann, `D${ann}`, text)
    return until(() => messages()[before], `an answer to ${text}`)
  }
  const first = await write('practice 2')
  expect(textOf(await write(lettersFor(textOf(first))))).toMatch(/Right|Not this time/u)
  expect(textOf(await write('next'))).toContain('question 2 of 2')
  await town.slack.press(ann, onMessage(first), 'Stop')
  await until(() => textOf(first).includes('Practice finished'), 'the end')
  // The second question still stands below, and is as old as a button on it.
  expect(textOf(await write('A'))).toContain('Practice finished')
  expect([town.faults, town.slack.world.refusals]).toEqual([[], []])
})

it('on Discord too, where the question was asked by a command or a press', async () => {
  const town = await openDiscord('2026-11-23T07:30:00Z')
  const { world, people } = town.discord
  const bob = town.person('bob')
  const there = world.directChannel(bob)
  const messages = () => world.messagesIn(there)
  const write = async (text: string) => {
    const before = messages().length
    people.say(bob, there, text)
    // Their own words, and the answer.
    await expect.poll(() => messages().length).toBe(before + 2)
    return messages().at(-1) ?? never()
  }
  await town.type(bob, '/study practice', {}, there)
  expect(discordText(await write(lettersFor(discordText(messages().at(-1) ?? never()))))).toMatch(/Right|Not this time/u)
  const second = await town.press(bob, messages().at(-1) ?? never(), 'Next question')
  expect(discordText(second)).toContain('question 2 of 3')
  expect(discordText(await write(lettersFor(discordText(second))))).toMatch(/Right|Not this time/u)
  expect(discordText(await write('stop'))).toContain('Practice finished')
  expect(discordLabels(await write('c'))).toEqual(['Practice', 'Exam'])
  expect(town.discord.violations).toEqual([])
})
