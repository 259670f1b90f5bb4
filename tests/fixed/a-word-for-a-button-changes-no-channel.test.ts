// In a private session somebody typed what a button said (“show”, “skip”), and it hid or showed them, or skipped everybody's question.
import { describe, expect, it } from 'vitest'
import { readDirectWords } from '../../src/screens/direct-words.ts'
import { commands } from '../catalog.ts'
import { openKeyboard, sample, toAsker } from '../platforms/terminal/keyboard.ts'

const written = (words: string) => readDirectWords(words, undefined, { commands, isTerm: () => false, spokenOf: () => undefined })

describe('in a direct message, a single word', () => {
  it.each(['show', 'hide', 'skip', 'Pause', 'continue', 'start', 'now'])('%s is asked about first', (word) => {
    expect(written(word)).toMatchObject({ kind: 'unclear', line: word })
  })

  it.each(['/study skip', 'study skip', '/skip', 'skip undo', 'privacy hide', 'privacy', 'board', 'me'])('%s is carried out', (line) => {
    expect(written(line)).toMatchObject({ kind: 'command' })
  })
})

describe('in the terminal', () => {
  it.each(['skip', 'pause', 'continue', 'start', 'now', 'hide', 'Show'])('%s alone asks the bot nothing, and says how to give the command', async (word) => {
    const keyboard = openKeyboard(() => [toAsker(sample('cards-back'))])
    const text = await keyboard.pipe('/study cards 2', word)
    expect(keyboard.asked).toHaveLength(1)
    expect(text.replace(/\s+/gu, ' ')).toContain(`type “/study ${word}”`)
  })

  it.each(['show', 'Show the'])('%s presses “Show the answer”', async (typed) => {
    const keyboard = openKeyboard(() => [toAsker(sample('cards'))])
    await keyboard.pipe('/study cards 2', typed)
    expect(keyboard.asked[1]).toMatchObject({ kind: 'press' })
  })

  it('the words on a button press it', async () => {
    const keyboard = openKeyboard(() => [toAsker(sample('cards'))])
    await keyboard.pipe('/study cards 2', 'show the answer')
    expect(keyboard.asked[1]).toMatchObject({ kind: 'press' })
  })

  it('neither does it after a look at something else', async () => {
    const keyboard = openKeyboard((request) => [toAsker(sample(request.kind === 'command' && request.command.kind === 'known' && request.command.name === 'board' ? 'board' : 'cards'))])
    const text = await keyboard.pipe('/study cards 2', 'board', 'skip')
    expect(keyboard.asked).toHaveLength(2)
    expect(text.replace(/\s+/gu, ' ')).toContain('type “/study skip”')
  })

  it('after a slip, the numbers on the screen above still work', async () => {
    const keyboard = openKeyboard((request) => [toAsker(request.kind === 'command' && request.command.kind !== 'known' ? sample('refusal') : sample('cards'))])
    await keyboard.pipe('/study cards 2', '/study flipp', '1')
    expect(keyboard.asked[2]).toMatchObject({ kind: 'press' })
  })

  it('a letter on a screen of a session without letters is told so, and answers no question of the channel', async () => {
    const keyboard = openKeyboard((request) => [toAsker(request.kind === 'command' && request.command.kind !== 'known' ? sample('refusal') : sample('cards'))])
    const text = await keyboard.pipe('/study cards 2', '/study flipp', 'A')
    expect(keyboard.asked).toHaveLength(2)
    expect(text).toContain('There’s nothing to answer with a letter here')
  })
})
