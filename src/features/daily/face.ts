// The question of the day: shown, answered, explained.
import { control, roundId } from '../../screens/control.ts'
import { answerControl } from '../../screens/question.ts'
import type { Face } from '../feature.ts'

export const daily = {
  commands: {
    today: { summary: "Show today's question", for: 'everyone', options: {}, examples: ['today'], aliases: ['question'], role: 'start' },
    last: { summary: 'Show the last question with its answer', for: 'everyone', options: {}, examples: ['last'], aliases: ['yesterday', 'results'] },
  },
  controls: {
    answer: answerControl,
    showRound: control('round', { round: roundId }),
  },
} as const satisfies Face
