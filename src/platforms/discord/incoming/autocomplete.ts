// Suggestions while somebody types an option.
import type { AutocompleteInteraction } from 'discord.js'
import { isCompleted, type CommandOption } from '../../../commands/command.ts'
import type { Commands } from '../../../commands/commands.ts'
import type { Log } from '../../../core/log.ts'
import { curlyQuotes } from '../../../screens/curly-quotes.ts'
import type { Suggestion } from '../../../screens/form.ts'
import type { Handler } from '../../platform.ts'
import { loggable } from '../connection/errors.ts'
import { accountId, placeId } from '../ids.ts'
import { serverOf } from '../interaction.ts'
import { limits } from '../connection/limits.ts'
import { suggestRoles } from './roles.ts'

/** Never throws: if suggestions fail, the person types on without them. */
export async function autocomplete(handler: Handler, commands: Commands, interaction: AutocompleteInteraction, log: Log): Promise<void> {
  try {
    const { name, value } = interaction.options.getFocused(true)
    const command = commands.find(interaction.options.getSubcommand(false) ?? '')
    const option = command?.options.find((each) => each.name === name)
    await interaction.respond(toChoices(command === undefined || option === undefined ? [] : await suggestions(handler, interaction, command.name, option, value)))
  } catch (error) {
    log.debug({ interaction: interaction.id, ...loggable(error) }, 'could not offer completions')
  }
}

function suggestions(handler: Handler, interaction: AutocompleteInteraction, command: string, option: CommandOption, typed: string): Promise<readonly Suggestion[]> | readonly Suggestion[] {
  if (option.kind === 'mention') return suggestRoles(typed, interaction, limits.choices)
  if (!isCompleted(option)) return []
  const [server, course] = [serverOf(interaction), option.kind === 'course' ? undefined : interaction.options.getString('course')]
  const place = server === null ? null : placeId(server, interaction.channelId)
  return handler.suggest(command, option.name, typed, limits.choices, { place, account: accountId(interaction.user.id), course: course ?? undefined })
}

/** Leaves out values that are too long, because a shortened value means something else. A label that is too long is replaced by its value. */
function toChoices(found: readonly Suggestion[]) {
  const byValue = new Map(found.map((one) => [one.value, one]))
  const fitting = [...byValue.values()].filter(({ value }) => value.trim() !== '' && value.length <= limits.choiceText)
  return fitting.slice(0, limits.choices).map(({ value, label }) => ({ name: label.trim() === '' || label.length > limits.choiceText ? value : curlyQuotes(label), value }))
}
