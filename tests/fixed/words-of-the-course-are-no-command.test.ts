// `team responsibilities` and `question 3` were taken for the commands team and questions, and never looked up.
import { expect, it } from 'vitest'
import { readLine } from '../../src/platforms/terminal/incoming/read-line.ts'
import { commands } from '../catalog.ts'
import { courseOf } from '../fakes/course-of.ts'

const { lookup } = courseOf('data/aws-shared-responsibility')
const read = (line: string) => {
  const reading = readLine(line, { commands, question: undefined, buttons: [], inSession: false, sawSession: false, isTerm: () => false, spokenOf: lookup.spokenOf })
  if (reading.kind !== 'ask' || reading.asked.kind !== 'command') return reading.kind
  const { command } = reading.asked
  return command.kind === 'known' ? command.name : `${command.kind}: ${command.kind === 'misused' ? command.name : ''}`
}

it.each(['team responsibilities', 'question 3', 'today patching'])('%s is looked up', (line) => expect(read(line)).toBe('lookup'))

it.each([
  ['team mnth', 'misused: team'], ['board wek', 'misused: board'], ['me topcis', 'misused: me'], ['me mistaks', 'misused: me'], ['questions 3', 'questions'], ['board topics', 'misused: board'],
  ['season 3', 'season'], ['team please', 'misused: team'], ['/study team responsibilities', 'misused: team'], ['teams', 'teams'], ['exam traps', 'exam'], ['help boad', 'help'],
])('%s is for its command', (line, meant) => expect(read(line)).toBe(meant))
