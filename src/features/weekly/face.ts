// The recap of a channel's week: what it says, and whether it comes.
import type { Face } from '../feature.ts'

export const weekly = {
  commands: {
    weekly: {
      summary: 'Preview the weekly recap, or turn it on or off',
      for: 'managers',
      about: 'team',
      options: { change: { kind: 'choice', summary: 'Turn it on or off. Leave it out to see it', choices: ['on', 'off'] } },
      examples: ['weekly', 'weekly on'],
      posts: 'later',
    },
  },
  controls: {},
} as const satisfies Face
