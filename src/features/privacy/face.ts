// Whether others see somebody.
import type { Face } from '../feature.ts'

export const privacy = {
  commands: {
    privacy: {
      summary: 'Hide me from boards and lists, or show me again',
      for: 'everyone',
      options: { show: { kind: 'choice', summary: 'Whether others see me', choices: ['hide', 'show'] } },
      examples: ['privacy hide', 'privacy show'],
      aliases: ['hide', 'show'],
      where: 'group',
    },
  },
  controls: {},
} as const satisfies Face
