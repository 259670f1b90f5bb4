// A command as it is typed on Discord: everyone's under /study, the managers' under /study-admin, options by their names.
import type { Commands } from '../../../commands/commands.ts'

/** Two top-level commands, because Discord knows default permissions for a whole command only. */
export const topCommands = { everyone: 'study', managers: 'study-admin' } as const

/** `setup 09:00 Europe/Berlin` → `/study-admin setup time:09:00 zone:Europe/Berlin`. What does not parse stays as written. */
export function typedCommand(line: string, commands: Commands): string {
  const [name = ''] = line.trim().split(/\s+/u)
  const command = commands.find(name)
  if (command === undefined) return `/${topCommands.everyone} ${line}`.trimEnd()
  const start = `/${topCommands[command.for]} `
  const parsed = commands.parse(line)
  if (parsed.kind !== 'known' || parsed.name !== command.name) return start + line
  return [start + command.name, ...Object.entries(parsed.values).map(([option, value]) => `${option}:${value}`)].join(' ')
}
