// How others see somebody: by name, by an alias, or not at all.
import { control } from '../../screens/control.ts'
import type { Face } from '../feature.ts'

export const privacy = {
  commands: {
    privacy: {
      summary: 'Choose how others see you: by name, by an alias, or not at all',
      for: 'everyone',
      account: true,
      options: {
        show: { kind: 'choice', summary: 'Hide yourself, or show up by name', choices: ['hide', 'show'] },
        alias: { kind: 'name', summary: 'A name that others see instead of yours, 2 to 24 letters', named: '"Blue Heron"' },
      },
      examples: ['privacy hide', 'privacy show', 'privacy alias Blue Heron'],
      changes: 'with-values',
      aliases: ['hide', 'show'],
      where: 'group',
    },
  },
  controls: {
    /** Asks for an alias in a form. */
    alias: control('alias', {}),
  },
} as const satisfies Face
