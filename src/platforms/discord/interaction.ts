// The interactions that are answered with a screen, and what both directions read from them.
import {
  ApplicationIntegrationType, InteractionContextType, type ChatInputCommandInteraction, type Interaction, type MessageComponentInteraction, type ModalSubmitInteraction,
} from 'discord.js'
import { controlIn } from './custom-id.ts'
import type { Snowflake } from './ids.ts'

/** A command, a press of a button or menu, or a filled modal. */
export type UserInteraction = Extract<Interaction, ChatInputCommandInteraction | MessageComponentInteraction | ModalSubmitInteraction>

export function isUserInteraction(interaction: Interaction): interaction is UserInteraction {
  return interaction.isChatInputCommand() || interaction.isMessageComponent() || interaction.isModalSubmit()
}

/** The control of the pressed button or menu. */
export const controlOf = ({ customId }: Pick<MessageComponentInteraction, 'customId'>): string => controlIn(customId)

/**
 * The server it happened in; null in direct messages, and in a server that the bot is not in: there the person brought the app along, so
 * nothing but the interaction can be answered, and what is about a channel is about one of theirs elsewhere. https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-authorizing-integration-owners-object
 */
export function serverOf({ guildId, authorizingIntegrationOwners: owners }: Pick<UserInteraction, 'guildId' | 'authorizingIntegrationOwners'>): Snowflake | null {
  const isBroughtAlong = owners?.[ApplicationIntegrationType.UserInstall] !== undefined && owners[ApplicationIntegrationType.GuildInstall] === undefined
  return isBroughtAlong ? null : guildId
}

/** In the direct messages with the bot, all messages are the person's alone, and they stay. */
export const isWithBot = ({ context }: Pick<UserInteraction, 'context'>): boolean => context === InteractionContextType.BotDM
