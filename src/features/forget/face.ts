// Deleting everything that the bot knows about somebody.
import { control, oneOf } from '../../screens/control.ts'
import type { Face } from '../feature.ts'

export const forget = {
  commands: {
    forget: {
      summary: 'Delete everything the bot knows about you',
      for: 'everyone',
      account: true,
      options: {},
      examples: ['forget'],
      aliases: ['delete me', 'erase'],
      where: 'alone',
    },
  },
  controls: {
    /** Deletes at once: the screen that it is on asks. */
    forget: control('forget', { extent: oneOf('here', 'everywhere') }),
    keep: control('forget-not', {}),
  },
} as const satisfies Face
