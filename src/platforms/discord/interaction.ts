// The interactions that are answered with a screen, and what both directions read from them.
import { controlIn } from './custom-id.ts'
import type { ChatInputCommandInteraction, Interaction, MessageComponentInteraction, ModalSubmitInteraction } from 'discord.js'

/** A command, a press of a button or menu, or a filled modal. */
export type UserInteraction = Extract<Interaction, ChatInputCommandInteraction | MessageComponentInteraction | ModalSubmitInteraction>

export function isUserInteraction(interaction: Interaction): interaction is UserInteraction {
  return interaction.isChatInputCommand() || interaction.isMessageComponent() || interaction.isModalSubmit()
}

/** The control of the pressed button or menu. */
export const controlOf = ({ customId }: Pick<MessageComponentInteraction, 'customId'>): string => controlIn(customId)
