// Everything that the bot keeps of somebody, as files for them.
import type { Face } from '../feature.ts'

export const exporting = {
  commands: {
    export: {
      summary: 'Get everything the bot keeps about you, as files',
      for: 'everyone',
      account: true,
      options: {},
      examples: ['export'],
      aliases: ['my data', 'download'],
      where: 'alone',
    },
  },
  controls: {},
} as const satisfies Face
