// Two rows of buttons on one screen were both numbered from [1], so `2` could press another button than the one that somebody read.
import { expect, it } from 'vitest'
import type { Reply } from '../../src/screens/request.ts'
import type { Screen } from '../../src/screens/screen.ts'
import { openKeyboard, until } from '../platforms/terminal/keyboard.ts'

const button = (label: string, control: string) => ({ label, control, primary: false }) as const
const screen = (name: string): Screen => ({
  name: 'notice', title: name, tone: 'plain',
  blocks: [
    { kind: 'buttons', buttons: [button(`${name} one`, `v1:run:${name} one`), button(`${name} two`, `v1:run:${name} two`)] },
    { kind: 'paragraph', text: ['between'] },
    { kind: 'buttons', buttons: [button(`${name} three`, `v1:run:${name} three`)] },
  ],
})
const toAsker = (name: string): Reply => ({ to: 'asker', screen: screen(name), update: false })

/** The number that stands before a label on the display. */
function numberOf(text: string, label: string): string {
  const found = new RegExp(String.raw`\[(\d+)\] ${label}`, 'u').exec(text)
  if (found === null) throw new Error(`no number for ${label} in ${text}`)
  return found[1] ?? ''
}

it('numbers go on from row to row of one screen', async () => {
  const keyboard = openKeyboard(() => [toAsker('Answer')])
  const text = await keyboard.pipe('board', '3')
  expect(['one', 'two', 'three'].map((name) => numberOf(text, `Answer ${name}`))).toEqual(['1', '2', '3'])
  expect(keyboard.asked.at(-1)).toMatchObject({ kind: 'press', control: 'v1:run:Answer three' })
})

it('numbers of a notice go on from those of the latest answer, and press what they stand for', async () => {
  const keyboard = openKeyboard(() => [toAsker('Answer')])
  await keyboard.platform.start(keyboard.handler)
  keyboard.input.write('board\n')
  await keyboard.sees('Answer three')
  await keyboard.platform.tell('terminal:local:u:ada', screen('Notice'))
  const number = numberOf(keyboard.text(), 'Notice two')
  expect(number).toBe('5')
  for (const [typed, control] of [[number, 'v1:run:Notice two'], ['2', 'v1:run:Answer two']] as const) {
    const before = keyboard.asked.length
    keyboard.input.write(`${typed}\n`)
    await until(() => keyboard.asked.length > before, () => `a press of ${typed}`)
    expect(keyboard.asked.at(-1)).toMatchObject({ kind: 'press', control })
  }
  await keyboard.platform.stop()
})

it('a notice that waited for the answer has its numbers behind those of the answer', async () => {
  const keyboard = openKeyboard(() => [toAsker('Answer')])
  await keyboard.platform.post('terminal:local:here', screen('Post'), '0123456789abcdef')
  const text = await keyboard.pipe('board', '4')
  expect([numberOf(text, 'Answer one'), numberOf(text, 'Post one')]).toEqual(['1', '4'])
  expect(keyboard.asked.at(-1)).toMatchObject({ kind: 'press', control: 'v1:run:Post one' })
})
