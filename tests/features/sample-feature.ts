// A small feature of the tests: a command with a button, and a screen. As whole as one in src/features/.
import { control, upTo } from '../../src/screens/control.ts'
import type { Answers, Face, Samples } from '../../src/features/feature.ts'
import { feature } from '../../src/features/feature.ts'
import type { Screen } from '../../src/screens/screen.ts'

const face = {
  commands: {
    echo: {
      summary: 'Say words again, as often as you like',
      for: 'everyone',
      options: { words: { kind: 'words', summary: 'What to say', required: true } },
      examples: ['echo good morning'],
      aliases: ['parrot'],
    },
  },
  controls: { again: control('echo', { times: upTo(99) }) },
} as const satisfies Face

const echoScreen = (words: string, times: number): Screen => ({
  name: 'echo',
  title: 'The echo',
  tone: 'plain',
  blocks: [
    { kind: 'paragraph', text: [`${words} (${times})`] },
    { kind: 'buttons', buttons: [{ label: 'Once more', control: face.controls.again.text({ times: times + 1 }), primary: true }] },
  ],
})

const answers: Answers<typeof face> = {
  commands: { echo: ({ words }) => echoScreen(words, 1) },
  controls: { again: ({ times }) => echoScreen('And again', times) },
  suggestions: { echo: { words: (typed) => [{ value: `${typed} world`, label: `${typed} world` }] } },
}

const samples = (): Samples => new Map([['echo', echoScreen('good morning', 1)]])

/** How often its answers were loaded. */
export const loads = { answers: 0 }

export const echo = feature(face, {
  answers: async () => {
    loads.answers += 1
    return answers
  },
  samples: async () => ({ samples }),
})
