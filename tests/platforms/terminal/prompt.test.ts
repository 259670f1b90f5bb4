// Somebody at the keyboard: prompt, completion, history, and keys that end.
import { describe, expect, it } from 'vitest'
import type { Request } from '../../../src/screens/request.ts'
import { openKeyboard, sample, toAsker, until } from './keyboard.ts'

const place = 'terminal:local:here'
const answer = (request: Request) => [toAsker(sample(request.kind === 'command' && request.command.kind === 'known' && request.command.name === 'today' ? 'question' : 'board'))]
const suggest = async (_command: string, option: string, typed: string) => (option === 'zone' && 'europe/berlin'.includes(typed.toLowerCase()) ? [{ value: 'Europe/Berlin', label: 'Berlin' }] : [])

async function sitDown(more = {}) {
  const keyboard = openKeyboard(answer, { interactive: true, ...more }, { suggest })
  await keyboard.platform.start(keyboard.handler)
  await keyboard.sees('ada ›')
  return keyboard
}

describe('somebody at the keyboard', () => {
  it('is greeted, and finds the question of today above the prompt', async () => {
    const keyboard = await sitDown()
    const places = ['You are ada.', 'Question of the day', 'ada ›'].map((words) => keyboard.text().indexOf(words))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    await keyboard.platform.stop()
  })

  it('finds it once where it was posted at the start', async () => {
    const keyboard = openKeyboard(answer, { interactive: true })
    await keyboard.platform.post(place, sample('question'), '0123456789abcdef')
    await keyboard.platform.start(keyboard.handler)
    await keyboard.sees('ada ›')
    expect(keyboard.text().match(/Question of the day/gu)).toHaveLength(1)
    expect(keyboard.asked).toEqual([])
    await keyboard.platform.stop()
  })

  it('keeps what is typed so far when a post comes in between', async () => {
    const keyboard = await sitDown()
    keyboard.input.write('boar')
    await keyboard.sees('boar')
    await keyboard.platform.post(place, sample('question-two'), 'fedcba9876543210')
    const text = keyboard.text()
    expect(text.slice(text.indexOf('Select TWO'))).toContain('ada › boar')
    keyboard.input.write('d\r')
    await keyboard.sees('Leaderboard: this week')
    expect(keyboard.asked.at(-1)).toMatchObject({ command: { name: 'board' } })
    await keyboard.platform.stop()
  })

  it('has commands completed by Tab', async () => {
    const keyboard = await sitDown()
    keyboard.input.write('setup 09:00 berl')
    await keyboard.sees('09:00 berl')
    keyboard.input.write('\t')
    await keyboard.sees('setup 09:00 Europe/Berlin')
    keyboard.input.write('\r')
    await keyboard.sees('Leaderboard: this week')
    expect(keyboard.asked.at(-1)).toMatchObject({ command: { values: { time: '09:00', zone: 'Europe/Berlin' } } })
    await keyboard.platform.stop()
  })

  it('gets earlier lines back with the arrow', async () => {
    const keyboard = await sitDown()
    keyboard.input.write('board month\r')
    await keyboard.sees('Leaderboard: this week')
    keyboard.input.write('\u001B[A')
    keyboard.input.write('\r')
    const boards = () => keyboard.asked.filter((request) => request.kind === 'command' && request.command.kind === 'known' && request.command.name === 'board')
    await until(() => boards().length === 2, () => 'the second board')
    expect(boards()).toMatchObject([{ command: { values: { period: 'month' } } }, { command: { values: { period: 'month' } } }])
    await keyboard.platform.stop()
  })

  it('takes back what is typed with Ctrl-C, and ends with it on an empty line', async () => {
    const keyboard = await sitDown()
    keyboard.input.write('board')
    await keyboard.sees('board')
    keyboard.input.write('\u0003')
    keyboard.input.write('\u0003')
    await keyboard.ended
    expect(keyboard.asked).toHaveLength(1)
    await keyboard.platform.stop()
  })

  it.each([['Ctrl-D', '\u0004'], ['/quit', '/quit\r']])('ends with %s', async (_name, keys) => {
    const keyboard = await sitDown()
    keyboard.input.write(keys)
    await keyboard.ended
    expect(keyboard.text().endsWith('\n')).toBe(true)
    await keyboard.platform.stop()
  })

  it('sees colors only where they are wanted', async () => {
    const plain = await sitDown()
    // oxlint-disable-next-line no-control-regex -- color codes
    expect(plain.raw()).not.toMatch(/\u001B\[[\d;]*m/u)
    await plain.platform.stop()
    const colorful = await sitDown({ color: true })
    expect(colorful.raw()).toContain('\u001B[1m')
    expect(colorful.text().replace(/ › ?$/u, '')).toContain('Question of the day')
    await colorful.platform.stop()
  })
})
