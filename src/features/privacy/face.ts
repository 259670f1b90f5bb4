// Whether others see somebody.
import type { Face } from '../feature.ts'

export const privacy = {
  commands: {
    privacy: {
      summary: 'Hide from leaderboards and lists, or show up again',
      for: 'everyone',
      options: { show: { kind: 'choice', summary: 'Hide or show yourself', choices: ['hide', 'show'] } },
      examples: ['privacy hide', 'privacy show'],
      changes: 'with-values',
      aliases: ['hide', 'show'],
      where: 'group',
    },
  },
  controls: {},
} as const satisfies Face
