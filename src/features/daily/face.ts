// The question of the day: shown, answered, explained.
import { control, oneOf } from '../../screens/control.ts'
import { answerControl } from '../../screens/question.ts'
import { moreControl, showRoundControl } from '../../screens/round-controls.ts'
import type { Face } from '../feature.ts'

/** Turns the reminder before the close on or off, in the channel where it is pressed. */
export const nudgeControl = control('nudge', { to: oneOf('30m', '1h', 'off') })

export const daily = {
  commands: {
    today: {
      summary: "Show today’s question",
      for: 'everyone',
      options: { nudge: { kind: 'choice', summary: 'A private reminder before it closes, if you haven’t answered: 30m, 1h, or off', choices: ['30m', '1h', 'off'], named: '30m', synonyms: { '30min': '30m', '60m': '1h', '60min': '1h' } } },
      examples: ['today', 'today nudge=30m'],
      aliases: ['question'],
      role: 'start',
    },
    last: { summary: 'Show the last closed question with its answer', for: 'everyone', options: {}, examples: ['last'], aliases: ['yesterday', 'results'] },
  },
  controls: {
    answer: answerControl,
    showRound: showRoundControl,
    more: moreControl,
    nudge: nudgeControl,
  },
} as const satisfies Face
