// What a channel's quiz is set to and how it stands, and what its managers do with it.
import { control, oneOf, upTo, words } from '../../screens/control.ts'
import type { Face } from '../feature.ts'

const settings = {
  time: { kind: 'time', summary: 'When the question is posted, for example 09:00' },
  zone: { kind: 'zone', summary: 'Time zone, for example Europe/Berlin' },
  days: { kind: 'days', summary: 'Days, for example mon-fri or mon,wed,fri' },
  open: { kind: 'opening', summary: 'How long a round stays open, for example 8h; auto: until an hour before the next one', named: '8h' },
  topics: { kind: 'topics', summary: 'Topics with commas between, or all', named: 'a,b' },
  feedback: { kind: 'choice', summary: 'Explain at once, or when the round closes', choices: ['instant', 'at-close'] },
  rollover: { kind: 'hour', summary: 'Hour at which a study day begins, 0 to 23', named: '4' },
  recap: {
    kind: 'choice',
    summary: 'Where the result is told: on top of the next question, in a thread, or off',
    choices: ['next', 'thread', 'off'],
    named: 'thread',
  },
  mention: { kind: 'mention', summary: 'Whom the daily question pings: a role, a user group or @here; off for nobody', named: '@here' },
} as const

export const manage = {
  commands: {
    status: { summary: 'When the next question comes, and what became of the last one', for: 'everyone', options: {}, examples: ['status'] },
    setup: {
      summary: 'Set up the daily question in this channel',
      for: 'managers',
      options: settings,
      examples: ['setup', 'setup 09:00 Europe/Berlin mon-fri', 'setup 08:30 America/New_York mon-fri feedback=at-close'],
      posts: 'later',
      where: 'group',
    },
    settings: {
      summary: 'Show or change the settings of this channel',
      for: 'managers',
      options: settings,
      examples: ['settings', 'settings 10:00', 'settings open=8h topics=s3-access,iam'],
      aliases: ['config'],
      posts: 'later',
    },
    pause: { summary: 'Stop posting questions here until resumed', for: 'managers', options: {}, examples: ['pause'], aliases: ['stop'] },
    resume: { summary: 'Post questions here again', for: 'managers', options: {}, examples: ['resume'], aliases: ['start', 'unpause', 'continue'], posts: 'later' },
    skip: {
      summary: 'Leave out the next question, or take that back',
      for: 'managers',
      options: { undo: { kind: 'choice', summary: 'Take a skip back', choices: ['undo'] } },
      examples: ['skip', 'skip undo'],
    },
    now: { summary: 'Post a question now, beside the daily one', for: 'managers', options: {}, examples: ['now'], posts: 'now' },
    managers: {
      summary: 'Show, add or remove people who manage this quiz',
      for: 'managers',
      options: {
        change: { kind: 'choice', summary: 'Add or remove', choices: ['add', 'remove'] },
        person: { kind: 'person', summary: 'Who' },
      },
      examples: ['managers', 'managers add @ada', 'managers remove @ada'],
      aliases: ['manager'],
    },
    quizzes: {
      summary: 'List the daily questions you manage in all channels, to pause or resume them',
      for: 'managers',
      options: { page: { kind: 'page', summary: 'Page, from 1' } },
      examples: ['quizzes'],
      aliases: ['list'],
      where: 'group',
    },
  },
  controls: {
    quizzes: control('quizzes', { page: upTo(9999) }, { rights: true }),
    /** The channel stands last: ids hold colons. */
    changeListed: control('quiz-change', { change: oneOf('pause', 'resume', 'remove'), page: upTo(9999), place: words }, { rights: true }),
    setUp: control('set-up', {}, { beside: true, rights: true }),
  },
} as const satisfies Face
