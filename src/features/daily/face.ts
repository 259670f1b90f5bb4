// The question of the day: shown, answered, explained.
import { answerControl } from '../../screens/question.ts'
import { moreControl, showRoundControl } from '../../screens/round-controls.ts'
import type { Face } from '../feature.ts'

export const daily = {
  commands: {
    today: { summary: "Show today’s question", for: 'everyone', options: {}, examples: ['today'], aliases: ['question'], role: 'start' },
    last: { summary: 'Show the last closed question with its answer', for: 'everyone', options: {}, examples: ['last'], aliases: ['yesterday', 'results'] },
  },
  controls: {
    answer: answerControl,
    showRound: showRoundControl,
    more: moreControl,
  },
} as const satisfies Face
