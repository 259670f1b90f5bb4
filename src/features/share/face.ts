// One daily question in several channels: how others join, and how a channel goes on alone.
import { control, words } from '../../screens/control.ts'
import type { Face } from '../feature.ts'

export const share = {
  commands: {
    share: {
      summary: 'Share this daily question with other channels, also on Slack and Discord together',
      for: 'managers',
      options: { code: { kind: 'code', summary: 'The code from the other channel, such as BCDF-GHJK' } },
      examples: ['share', 'share BCDF-GHJK'],
      bare: 'everyone',
      changes: 'with-values',
      posts: 'later',
    },
    unshare: {
      summary: 'Stop sharing this daily question: each channel goes on alone',
      for: 'managers',
      options: {},
      examples: ['unshare'],
      aliases: ['stop sharing'],
      changes: 'bare',
    },
  },
  controls: {
    shareCode: control('share-code', {}, { rights: true }),
    /** Asks before anything changes. The channel to join with. */
    shareWith: control('share-with', { place: words }, { rights: true }),
    joinChannel: control('share-join', { place: words }, { rights: true }),
    joinByCode: control('share-code-join', { code: words }, { rights: true }),
    /** Asks. The channel that is to go on alone. */
    unshare: control('unshare', { place: words }, { rights: true }),
    /** Leaves it as it is. */
    keepSharing: control('share-keep', {}, { rights: true }),
    goAlone: control('unshare-now', { place: words }, { rights: true }),
  },
} as const satisfies Face
