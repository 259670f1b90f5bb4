// One person's own progress: how it goes, topic by topic, and what they got wrong.
import { control, upTo } from '../../screens/control.ts'
import type { Face } from '../feature.ts'

export const meControls = {
  progress: control('progress', {}),
  picture: control('my-picture', {}),
  topics: control('my-topics', { page: upTo(99) }),
  mistakes: control('my-mistakes', { page: upTo(999) }),
  streak: control('my-streak', {}),
}

export const me = {
  commands: {
    me: {
      summary: 'Show my progress: points, streak, topics, mistakes, and what to do next',
      for: 'everyone',
      ofCourse: true,
      options: { show: { kind: 'choice', summary: 'Topics, what you got wrong, or your streak and its rules. Leave it out for everything at a glance', choices: ['topics', 'mistakes', 'streak'], synonyms: { grace: 'streak', misses: 'mistakes', missed: 'mistakes', wrong: 'mistakes' } } },
      examples: ['me', 'me topics', 'me mistakes', 'me streak'],
      aliases: ['stats', 'progress', 'mistakes', 'my progress', 'me progress', 'my mistakes', 'my topics', 'streak', 'my streak'],
      where: 'alone',
    },
  },
  controls: meControls,
} as const satisfies Face
