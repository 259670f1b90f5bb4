// One person's own progress: how it goes, topic by topic, and what they got wrong.
import { control, upTo } from '../../screens/control.ts'
import type { Face } from '../feature.ts'

export const meControls = {
  progress: control('progress', {}),
  picture: control('my-picture', {}),
  topics: control('my-topics', { page: upTo(99) }),
  mistakes: control('my-mistakes', { page: upTo(999) }),
}

export const me = {
  commands: {
    me: {
      summary: 'Show my progress: points, streak, topics, mistakes, and what to do next',
      for: 'everyone',
      options: { show: { kind: 'choice', summary: 'Topic by topic, or what you got wrong. Leave it out for everything at a glance', choices: ['topics', 'mistakes'], synonyms: { misses: 'mistakes', missed: 'mistakes', wrong: 'mistakes' } } },
      examples: ['me', 'me topics', 'me mistakes'],
      aliases: ['stats', 'progress', 'mistakes', 'my progress', 'me progress', 'my mistakes', 'my topics'],
      where: 'alone',
    },
  },
  controls: meControls,
} as const satisfies Face
