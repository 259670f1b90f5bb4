// The quarterly review of duties: a team goes through who is responsible for what.
import type { Face } from '../feature.ts'

export const duties = {
  commands: {
    duties: {
      needs: 'quarterly-review',
      summary: 'Turn the quarterly review of duties on or off, or post it now',
      for: 'managers',
      about: 'team',
      options: { change: { kind: 'choice', summary: 'Turn it on or off, or post it now. Leave it out to see it', choices: ['on', 'off', 'now'] } },
      examples: ['duties', 'duties on', 'duties now'],
      posts: 'now',
    },
  },
  controls: {},
} as const satisfies Face
