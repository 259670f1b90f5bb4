// Linking accounts of one person, and taking that apart.
import { control, type Field } from '../../screens/control.ts'
import type { LinkId } from '../../core/link.ts'
import type { Face } from '../feature.ts'

const linkId: Field<LinkId> = { write: (value) => value, read: (text) => (/^[0-9a-f]{16}$/u.test(text) ? text : undefined) }

/** As `readCode` gives it. */
const codeField: Field<string> = { write: (value) => value, read: (text) => (/^[A-Z]{8}$/u.test(text) ? text : undefined) }

export const linkControls = {
  /** Links at once: the screen that it is on asks. */
  link: control('link', { code: codeField }),
  /** Leaves them as they are. */
  keep: control('link-keep', { code: codeField }),
  unlink: control('unlink', { link: linkId }),
}

export const linking = {
  commands: {
    link: {
      summary: 'Link your Slack and Discord accounts: one history, one streak',
      for: 'everyone',
      account: true,
      options: {
        code: { kind: 'code', summary: 'The code that your other account got; without one, you get a code here' },
      },
      examples: ['link', 'link BCDF-GHJK'],
      changes: 'with-values',
      aliases: ['connect', 'pair'],
      where: 'alone',
    },
    unlink: {
      summary: 'See your linked accounts, and take them apart again',
      for: 'everyone',
      account: true,
      options: {},
      examples: ['unlink'],
      aliases: ['disconnect', 'links'],
      where: 'alone',
    },
  },
  controls: linkControls,
} as const satisfies Face
