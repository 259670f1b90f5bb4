// Reviews: what is due again, a few at a time, and what somebody set aside.
import { control, oneOf, upTo, words } from '../../screens/control.ts'
import { flipControl, session, sessionControls } from '../../screens/session-controls.ts'
import type { Face } from '../feature.ts'

export const reviewControls = {
  ...sessionControls('review'),
  flip: flipControl('review'),
  /** Sets the task's item aside, or takes it back. */
  aside: control('review-aside', { session, position: upTo(99), aside: oneOf('yes', 'no') }),
  /** Takes an item back from the list of those that are set aside. */
  back: control('review-back', { item: words }),
  /** A page of what is set aside. */
  asideList: control('review-aside-list', { page: upTo(999) }),
  /** Turns the reminder off. */
  quiet: control('review-quiet', {}),
}

export const review = {
  commands: {
    review: {
      summary: 'Go over what’s due again: up to ten questions, cards and misses',
      for: 'everyone',
      ofCourse: true,
      options: {
        show: { kind: 'choice', summary: 'What you missed in your last exam, all you last got wrong, what you set aside, or no more reminders', choices: ['exam', 'mistakes', 'aside', 'off'], synonyms: { misses: 'exam', 'set-aside': 'aside', 'no-reminder': 'off' } },
        items: { kind: 'number', summary: 'How many, 1 to 10. 10 if you leave it out' },
        remind: { kind: 'time', summary: 'A time of day for a private reminder, or off', named: '08:30', canBeOff: true },
      },
      examples: ['review', 'review 5', 'review exam', 'review mistakes', 'review aside', 'review remind=08:30', 'review off'],
      aliases: ['repeat'],
      where: 'alone',
    },
  },
  controls: reviewControls,
} as const satisfies Face
