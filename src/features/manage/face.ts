// A channel's daily question: its settings, its state, and what its managers can do.
import { control, oneOf, upTo, words } from '../../screens/control.ts'
import type { Face } from '../feature.ts'

const settings = {
  time: { kind: 'time', summary: 'When it’s posted: 09:00 or 9am' },
  zone: { kind: 'zone', summary: 'Time zone, for example Europe/Berlin' },
  days: { kind: 'days', summary: 'Days of the week, for example mon-fri or mon,wed,fri' },
  course: { kind: 'course', summary: 'Course to ask from, by its name; several with commas', named: 'NAME', needs: 'other-courses' },
  open: { kind: 'opening', summary: 'How long it stays open: 8h, 2 days, or auto (an hour before the next)', named: '8h' },
  topics: { kind: 'topics', summary: 'Topics by name, with commas, or all', named: 'a,b' },
  feedback: { kind: 'choice', summary: 'When the explanation comes: instant or at-close', choices: ['instant', 'at-close'], synonyms: { 'right-away': 'instant' } },
  rollover: { kind: 'hour', summary: 'Hour a study day begins, 0 to 23', named: '4' },
  holidays: { kind: 'region', summary: 'Public holidays off: DE, DE-BE, US-CA …; or off', named: 'DE-BE', canBeOff: true },
  recap: {
    kind: 'choice',
    summary: 'Where results go: next (question), thread, or off',
    choices: ['next', 'thread', 'off'],
    named: 'thread',
  },
  weekly: { kind: 'choice', summary: 'A recap of each week: on or off', choices: ['on', 'off'], named: 'on' },
  thread: { kind: 'choice', summary: 'A thread to talk under each question: on or off', choices: ['on', 'off'], named: 'on' },
  mention: { kind: 'mention', summary: 'Who gets pinged: a role, group, @here, or off', named: '@here' },
} as const

export const manage = {
  commands: {
    status: { summary: 'When the next question comes, how the latest one went, and all settings', for: 'everyone', options: {}, examples: ['status'] },
    setup: {
      summary: 'Set up the daily question in this channel',
      for: 'managers',
      options: settings,
      examples: ['setup', 'setup 09:00 Europe/Berlin mon-fri', 'setup 08:30 America/New_York mon-fri feedback=at-close'],
      posts: 'later',
      where: 'groups',
    },
    settings: {
      summary: 'Show or change the settings for this channel',
      for: 'managers',
      options: settings,
      examples: ['settings', 'settings 10:00', 'settings open=8h feedback=at-close'],
      aliases: ['config'],
      posts: 'later',
    },
    pause: {
      summary: 'Pause questions here, until a date or until you resume',
      for: 'managers',
      options: { until: { kind: 'dates', summary: 'The date of the next question, or for how long: 2027-01-04, next Monday, 2 weeks' } },
      examples: ['pause', 'pause until 4 Jan', 'pause 2 weeks'],
      changes: 'bare',
    },
    resume: { summary: 'Start posting questions here again', for: 'managers', options: {}, examples: ['resume'], aliases: ['start', 'unpause', 'continue'], changes: 'bare', posts: 'later' },
    skip: {
      summary: 'Skip the next question, or undo that',
      for: 'managers',
      options: { undo: { kind: 'choice', summary: 'Undo a skip', choices: ['undo'] } },
      examples: ['skip', 'skip undo'],
      changes: 'bare',
    },
    now: { summary: 'Post an extra question now', for: 'managers', options: {}, examples: ['now'], changes: 'bare', posts: 'now' },
    managers: {
      summary: 'Show, add, or remove managers of this daily question',
      for: 'managers',
      options: {
        change: { kind: 'choice', summary: 'Add or remove', choices: ['add', 'remove'] },
        person: { kind: 'person', summary: 'The person to add or remove' },
      },
      examples: ['managers', 'managers add @ada', 'managers remove @ada'],
      bare: 'everyone',
      aliases: ['manager'],
    },
    quizzes: {
      summary: 'All daily questions you manage',
      for: 'managers',
      options: { page: { kind: 'number', summary: 'Page number, starting at 1' } },
      examples: ['quizzes'],
      where: 'groups',
      aliases: ['list'],
    },
  },
  controls: {
    quizzes: control('quizzes', { page: upTo(9999) }, { rights: true }),
    /** The channel stands last: ids hold colons. */
    changeListed: control('quiz-change', { change: oneOf('pause', 'resume', 'remove'), page: upTo(9999), place: words }, { rights: true }),
    setUp: control('set-up', {}, { beside: true, rights: true }),
    moreSettings: control('more-settings', {}, { beside: true, rights: true }),
    resultSettings: control('result-settings', {}, { beside: true, rights: true }),
    postFirst: control('first', {}, { beside: true, rights: true }),
    nowAnyway: control('now-anyway', {}, { rights: true }),
  },
} as const satisfies Face
