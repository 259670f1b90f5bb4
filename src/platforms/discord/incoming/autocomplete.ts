// Completions while somebody types an option.
import type { AutocompleteInteraction } from 'discord.js'
import { isCompleted } from '../../../commands/command.ts'
import type { Commands } from '../../../commands/commands.ts'
import type { Suggestion } from '../../../screens/form.ts'
import type { Handler } from '../../platform.ts'
import { described } from '../connection/post-errors.ts'
import { limits } from '../outgoing/violations.ts'
import type { Log } from '../../../core/log.ts'

/** Never throws: whoever types goes on typing without completions. */
export async function complete(handler: Handler, commands: Commands, interaction: AutocompleteInteraction, log: Log): Promise<void> {
  try {
    const { name, value } = interaction.options.getFocused(true)
    const command = commands.find(interaction.options.getSubcommand(false) ?? '')
    const option = command?.options.find((each) => each.name === name)
    const found = command !== undefined && option !== undefined && isCompleted(option) ? await handler.suggest(command.name, name, value, limits.choices) : []
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
