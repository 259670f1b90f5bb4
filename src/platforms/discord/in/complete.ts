// Completions while somebody types an option.
import type { AutocompleteInteraction } from 'discord.js'
import type { Door, Suggestion } from '../../platform.ts'
import { findCommand, isCompleted } from '../../../commands/commands.ts'
import { described } from '../line/errors.ts'
import { limits } from '../out/limits.ts'
import type { Log } from '../line/log.ts'

/** Never throws: whoever types goes on typing without completions. */
export async function complete(door: Door, interaction: AutocompleteInteraction, log: Log): Promise<void> {
  try {
    const { name, value } = interaction.options.getFocused(true)
    const option = findCommand(interaction.options.getSubcommand(false) ?? '')?.options.find((each) => each.name === name)
    const found = option !== undefined && isCompleted(option.kind) ? door.suggest(option.kind, value, limits.choices) : []
    await interaction.respond(offered(found))
  } catch (error) {
    log.debug({ interaction: interaction.id, ...described(error) }, 'completions could not be offered')
  }
}

/** A value that is too long is left out: cut off it would mean something else. So would a label, since people type on behind it. */
function offered(found: readonly Suggestion[]) {
  const byValue = new Map(found.map((one) => [one.value, one]))
  const fitting = [...byValue.values()].filter(({ value }) => value.trim() !== '' && value.length <= limits.choiceText)
  return fitting.slice(0, limits.choices).map(({ value, label }) => ({ name: label.trim() === '' || label.length > limits.choiceText ? value : label, value }))
}
