// Suggestions while somebody types an option.
import { isCompleted, type CommandOption } from '../../../commands/command.ts'
import type { Commands } from '../../../commands/commands.ts'
import type { Log } from '../../../core/log.ts'
import { curlyQuotes } from '../../../screens/curly-quotes.ts'
import type { Suggestion } from '../../../screens/form.ts'
import type { Handler } from '../../platform.ts'
import { loggable } from '../connection/errors.ts'
import { limits } from '../connection/limits.ts'
import { accountId, placeId, type Snowflake } from '../ids.ts'
import type { TypingInteraction } from '../interaction.ts'
import { suggestRoles, type KnownRoles } from './roles.ts'

export type Choices = readonly { readonly name: string; readonly value: string }[]

type Completer = {
  readonly handler: Handler
  readonly commands: Commands
  readonly rolesOf: (server: Snowflake) => Promise<KnownRoles>
  readonly respond: (choices: Choices) => Promise<unknown>
  readonly log: Log
}

/** Never throws: if suggestions fail, the person types on without them. */
export async function autocomplete(completer: Completer, interaction: TypingInteraction): Promise<void> {
  const { commands, respond, log } = completer
  try {
    const command = commands.find(interaction.sub ?? '')
    const option = command?.options.find((each) => each.name === interaction.typing.name)
    await respond(toChoices(command === undefined || option === undefined ? [] : await suggestions(completer, interaction, command.name, option)))
  } catch (error) {
    log.debug({ interaction: interaction.id, ...loggable(error) }, 'could not offer completions')
  }
}

async function suggestions({ handler, rolesOf }: Completer, interaction: TypingInteraction, command: string, option: CommandOption): Promise<readonly Suggestion[]> {
  const { server, channel, user, options, typing } = interaction
  if (option.kind === 'mention') return suggestRoles(typing.value, server === null ? null : await rolesOf(server), limits.choices)
  if (!isCompleted(option)) return []
  const course = option.kind === 'course' ? undefined : options.find(({ name }) => name === 'course')?.value
  const place = server === null || channel === null ? null : placeId(server, channel)
  return handler.suggest(command, option.name, typing.value, limits.choices, { place, account: accountId(user), course: typeof course === 'string' ? course : undefined })
}

/** Leaves out values that are too long, because a shortened value means something else. A label that is too long is replaced by its value. */
function toChoices(found: readonly Suggestion[]): Choices {
  const byValue = new Map(found.map((one) => [one.value, one]))
  const fitting = [...byValue.values()].filter(({ value }) => value.trim() !== '' && value.length <= limits.choiceText)
  return fitting.slice(0, limits.choices).map(({ value, label }) => ({ name: label.trim() === '' || label.length > limits.choiceText ? value : curlyQuotes(label), value }))
}
