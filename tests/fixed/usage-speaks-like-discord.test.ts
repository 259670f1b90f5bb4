// On Discord a usage line showed brackets and equals signs, which nobody types there, and @here, which it does not offer.
import { expect, it } from 'vitest'
import { usage } from '../../src/commands/command.ts'
import { typedCommand } from '../../src/platforms/discord/outgoing/typed-command.ts'
import { commands } from '../catalog.ts'

it('names the options as Discord does', () => {
  const setup = commands.find('setup')
  expect(setup && typedCommand(usage(setup), commands)).toBe('/study-admin setup time: zone: days: course: open: topics: feedback: rollover: holidays: recap: weekly: thread: mention:')
})

it('shows no bracket for any command', () => {
  for (const command of commands.list) expect(typedCommand(usage(command), commands)).not.toMatch(/[[\]<>|=@]/u)
})
