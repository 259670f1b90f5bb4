// Mutants in what reads people's messages, presses and commands that no test can notice, as in equivalent.ts.
import type { Equivalent } from './equivalent.ts'

const cannotBeMissing = 'It is never missing here; the type cannot say so.'
const noMatch = 'Only the text before the first group is replaced: what was looked for stays undefined.'

export const equivalentInIncoming: readonly Equivalent[] = [
  {
    file: 'src/platforms/discord/incoming/autocomplete.ts',
    because: 'No command has no options.',
    changes: [['command === undefined', 'false']],
  },
  {
    file: 'src/platforms/discord/incoming/command-data.ts',
    because: cannotBeMissing,
    changes: [['choices?.length', 'choices.length']],
  },
  {
    file: 'src/platforms/discord/incoming/roles.ts',
    because: noMatch,
    changes: [['[]', '["Stryker was here"]']],
  },
  {
    file: 'src/platforms/discord/incoming/roles.ts',
    because: 'Whoever offers the roles cuts the list as well, and without a server there are none.',
    changes: [
      ['[...(\'off\'.startsWith(wanted) ? [{ value: \'off\', label: \'Off: ping nobody\' }] : []), ...roles].slice(0, limit)', '[...(\'off\'.startsWith(wanted) ? [{ value: \'off\', label: \'Off: ping nobody\' }] : []), ...roles]'],
    ],
  },
  {
    file: 'src/platforms/discord/incoming/to-request.ts',
    because: cannotBeMissing,
    changes: [
      ['[]', '["Stryker was here"]'],
    ],
  },
  {
    file: 'src/platforms/slack/incoming/command-line.ts',
    because: 'A command that was read exists, and one without such a value is left as it is in any case.',
    changes: [
      ['command.kind !== \'known\'', 'false'],
      ['command.kind === \'known\'', 'true'],
      ['command.kind !== \'unknown\'', 'true'],
      ['commands.find(command.name)?.options', 'commands.find(command.name).options'],
      ['commands.find(name)?.options', 'commands.find(name).options'],
      ['commands.find(command.name)?.for', 'commands.find(command.name).for'],
      ['person !== undefined', 'true'],
    ],
  },
  {
    file: 'src/platforms/slack/incoming/command-line.ts',
    because: noMatch,
    changes: [['[]', '["Stryker was here"]']],
  },
  {
    file: 'src/platforms/slack/incoming/command-line.ts',
    because: 'No person and no channel has the id of a group or is called here.',
    changes: [['kind === \'!\'', 'true']],
  },
  {
    file: 'src/platforms/slack/incoming/people.ts',
    because: 'No other fault has such a code or such a time, and no moment is within undefined ones.',
    changes: [
      ['{ since: 0, until: 0 }', '{}'],
      ['fault.kind === \'platform\'', 'true'],
    ],
  },
  {
    file: 'src/platforms/slack/incoming/read-interaction.ts',
    because: 'One block alone has the boxes of a question.',
    changes: [['selected !== undefined', 'true']],
  },
  {
    file: 'src/platforms/slack/incoming/read-user.ts',
    because: 'Only text names a zone.',
    changes: [['typeof data[\'tz\'] === \'string\'', 'true']],
  },
  {
    file: 'src/platforms/slack/incoming/to-request.ts',
    because: 'Null counts as 1970, which is longer ago than any press.',
    changes: [['pressed !== null', 'true']],
  },
  {
    file: 'src/platforms/terminal/incoming/complete.ts',
    because: 'A line has no end but its own, and every command begins with nothing.',
    changes: [
      ['/^(\\/study\\s+|\\/)?(.*)$/isu', '/^(\\/study\\s+|\\/)?(.*)/isu'],
      ['/^([a-z]+)[=:](.*)$/isu', '/^([a-z]+)[=:](.*)/isu'],
      ['typed === \'\'', 'false'],
    ],
  },
  {
    file: 'src/platforms/terminal/incoming/complete.ts',
    because: 'There is one command for free text, and it takes words; a choice has choices.',
    changes: [
      ['command?.options', 'command.options'],
      ['command === undefined || whole === undefined', 'false'],
      ['command === undefined || whole === undefined', 'command === undefined && whole === undefined'],
      ['command === undefined', 'false'],
      ['whole === undefined', 'false'],
    ],
  },
  {
    file: 'src/platforms/terminal/incoming/read-command.ts',
    because: 'A command that was read exists.',
    changes: [
      ['command.kind !== \'known\'', 'false'],
      ['commands.find(command.name)?.options', 'commands.find(command.name).options'],
      ['commands.find(command)?.examples', 'commands.find(command).examples'],
    ],
  },
  {
    file: 'src/platforms/terminal/incoming/read-letters.ts',
    because: 'Letters that the question does not have are no answer in any case, and one option that is known is the first.',
    changes: [
      ['/^[a-f]+$/u', '/[a-f]+$/u'],
      ['/^[a-f]+$/u', '/^[a-f]+/u'],
      ['first?.control', 'first.control'],
    ],
  },
  {
    file: 'src/platforms/terminal/incoming/read-line.ts',
    because: 'The line was cleaned before: no two spaces, and none at its ends. Capital letters are as good as small ones to compare with.',
    changes: [
      ['/^\\/study(?:\\s+(.*))?$/isu', '/^\\/study(?:\\s(.*))?$/isu'],
      ['line.slice(1).trim()', 'line.slice(1)'],
      ['label.toLowerCase()', 'label.toUpperCase()'],
    ],
  },
  {
    file: 'src/platforms/terminal/incoming/read-line.ts',
    because: 'A function that returns nothing returns undefined.',
    changes: [['default: return undefined', 'default:']],
  },
]
