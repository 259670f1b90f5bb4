// Practice: questions one after another, explained at once, for the asker alone.
import { missedControl } from '../../screens/missed-control.ts'
import { sessionControls } from '../../screens/session-controls.ts'
import type { Face } from '../feature.ts'

export const practiceControls = { ...sessionControls('practice'), missed: missedControl }

export const practice = {
  commands: {
    practice: {
      needs: 'question',
      summary: 'Answer questions on your own, explained one by one',
      for: 'everyone',
      ofCourse: true,
      options: {
        questions: { kind: 'number', summary: 'How many questions, 1 to 50. 10 if you leave it out' },
        topics: { kind: 'topics', summary: 'Topics by name, with commas between. What you know least, also from your team, if you leave it out' },
      },
      examples: ['practice', 'practice 5'],
      courseExample: { start: 'practice', name: 'topic' },
      aliases: ['quiz', 'train', 'quiz me', 'test me', 'ask me'],
      where: 'alone',
    },
  },
  controls: practiceControls,
} as const satisfies Face
