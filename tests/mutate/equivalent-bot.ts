// Mutants in src/bot that no test can notice, as in equivalent.ts.
import type { Equivalent } from './equivalent.ts'

/** Named by a type that allows more than what comes. */
const cannotBeMissing = 'It is never missing here; the type cannot say so.'

export const equivalentInBot: readonly Equivalent[] = [
  {
    file: 'src/bot/bot.ts',
    because: 'The list of work under way only gets longer: a stop waits for what is over anyway.',
    changes: [['() => underWay.delete(done)', '() => undefined']],
  },
  {
    file: 'src/bot/bot.ts',
    because: 'Nobody asks about no people, and a request comes from a platform that runs.',
    changes: [
      ['platformFor(people[0] ?? \'\')?.presence', 'platformFor(people[0] ?? \'\').presence'],
    ],
  },
  {
    file: 'src/bot/channels.ts',
    because: 'Whose channel moves runs: it said so, or a button was pressed there.',
    changes: [
      ['platform(to)?.messageIn', 'platform(to).messageIn'],
      ['platform?.messageIn', 'platform.messageIn'],
    ],
  },
  {
    file: 'src/bot/channels.ts',
    because: 'No round has no id, a round without a message has none that could be pressed, and a move to where it is already is none.',
    changes: [
      ['id === undefined', 'false'],
      ['round.message === null', 'false'],
      ['round.place === place', 'false'],
    ],
  },
  {
    file: 'src/bot/first-quiz.ts',
    because: 'Whoever may set a quiz up need not be an admin for that.',
    changes: [['true', 'false']],
  },
  {
    file: 'src/bot/handler.ts',
    because: 'Between two signs stands an empty word, and nobody asks for that.',
    changes: [['/[^\\p{L}\\p{N}]+/u', '/[^\\p{L}\\p{N}]/u']],
  },
  {
    file: 'src/bot/independent-platforms.ts',
    because: 'Every start that is under way handles it as well.',
    changes: [['anyConnected.catch(() => undefined)', ';']],
  },
  {
    file: 'src/bot/independent-platforms.ts',
    because: 'The listener is removed in any case, and a signal aborts once.',
    changes: [
      ['{ once: true }', '{}'],
      ['true', 'false'],
    ],
  },
  {
    file: 'src/bot/place-choice.ts',
    because: cannotBeMissing,
    changes: [
      ['commands.find(name)?.where', 'commands.find(name).where'],
      ['own[0] !== undefined', 'true'],
      ['spec?.for', 'spec.for'],
    ],
  },
  {
    file: 'src/bot/place-choice.ts',
    because: 'The channels of one’s own only come first; here it is asked whether there is any.',
    changes: [['[]', '["Stryker was here"]']],
  },
  {
    file: 'src/bot/roster.ts',
    because: 'Whoever asks for a look wants one, and undefined is false as well.',
    changes: [
      ['{ wanted: false, stopped: false, cancel: undefined }', '{}'],
      ['false', 'true'],
    ],
  },
  {
    file: 'src/bot/router.ts',
    because: 'What was read as a command has a feature, and the compiler checks that a feature answers all that its face says.',
    changes: [
      ['feature === undefined || spec === undefined', 'false'],
      ['feature === undefined || spec === undefined', 'feature === undefined && spec === undefined'],
      ['feature === undefined', 'false'],
      ['spec === undefined', 'false'],
      ['answered === undefined', 'false'],
      ['answers.commands[command]?.(readValues(spec, values) as never, request, means)', 'answers.commands[command](readValues(spec, values) as never, request, means)'],
      ['(await answersOf(feature)).controls[name]?.(values as never, request, means)', '(await answersOf(feature)).controls[name](values as never, request, means)'],
    ],
  },
  {
    file: 'src/bot/suggest.ts',
    because: 'Only what is looked at changes, not what is found: a long text of blanks, and how far back a title may begin.',
    changes: [
      ['typed.slice(-100)', 'typed'],
      ['last + 1', 'last - 1'],
    ],
  },
  {
    file: 'src/bot/suggest.ts',
    because: 'An unfinished name is empty text, however it is told, and names are looked at where there are some.',
    changes: [
      ['{ typed: \'\', topic: undefined }', '{}'],
      ['names[at]?.topic', 'names[at].topic'],
    ],
  },
  {
    file: 'src/bot/timed-sessions.ts',
    because: 'Only a module is loaded that nobody needs.',
    changes: [['ended.length === 0', 'false']],
  },
]
