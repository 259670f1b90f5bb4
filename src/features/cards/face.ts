// Flashcards: recall, flip, and say how well you knew it.
import { flipControl, sessionControls } from '../../screens/session-controls.ts'
import type { Face } from '../feature.ts'

export const cardControls = { ...sessionControls('cards'), flip: flipControl('cards') }

export const cards = {
  commands: {
    cards: {
      summary: 'Go through flashcards on your own, the ones that are due first',
      for: 'everyone',
      ofCourse: true,
      options: {
        cards: { kind: 'number', summary: 'How many cards, 1 to 50. 10 if you leave it out' },
        topics: { kind: 'topics', summary: 'Topics by name, with commas between. All if you leave it out' },
      },
      examples: ['cards', 'cards 5'],
      courseExample: { start: 'cards', name: 'topic' },
      aliases: ['flashcards', 'card'],
      where: 'alone',
    },
  },
  controls: cardControls,
} as const satisfies Face
