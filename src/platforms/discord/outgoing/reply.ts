// Sends the bot's replies to an interaction: as the first response, or, after an acknowledgment, as its edit.
import { MessageFlags, type InteractionReplyOptions, type MessageComponentInteraction } from 'discord.js'
import type { Commands } from '../../../commands/commands.ts'
import type { Reply } from '../../../screens/request.ts'
import type { Screen } from '../../../screens/screen.ts'
import type { Handler } from '../../platform.ts'
import { alreadyAcknowledged, hasCode } from '../connection/errors.ts'
import { controlOf, isWithBot, type UserInteraction } from '../interaction.ts'
import { commandOfForm } from '../form-id.ts'
import type { Drafts } from '../drafts.ts'
import { fitsModal, modalOf } from './modal.ts'
import { render } from './render.ts'
import type { CommandIds } from './typed-command.ts'

type ReplyTarget = {
  readonly interaction: UserInteraction
  readonly handler: Pick<Handler, 'traitsOf'>
  readonly commands: Commands
  readonly commandIds: CommandIds
  readonly drafts: Drafts
}

/** Discord does not accept a first response any more. */
export const unknownInteraction = 10062

/** Tells Discord that the answer will come later. False if Discord does not accept a response any more. */
export async function acknowledge(interaction: UserInteraction, handler: ReplyTarget['handler']): Promise<boolean> {
  try {
    if (isOnPrivateScreen(interaction) && !isAnsweredBeside(interaction, handler)) await interaction.deferUpdate()
    else await interaction.deferReply(isWithBot(interaction) ? {} : { flags: MessageFlags.Ephemeral })
    return true
  } catch (error) {
    if (hasCode(error, unknownInteraction)) return false
    if (!hasCode(error, alreadyAcknowledged)) throw error
    // discord.js retried a response that had got through, or the same event came twice. Acknowledged either way.
    interaction.deferred = true
    return true
  }
}

/** Sends each reply and then each notice. With no replies the interaction is only acknowledged. */
export async function sendReplies(target: ReplyTarget, replies: readonly Reply[], notices: readonly Screen[]): Promise<void> {
  const { interaction, handler } = target
  const [first, ...others] = replies
  try {
    if (first === undefined) await (interaction.deferred ? undefined : acknowledge(interaction, handler))
    else await sendFirst(target, first)
  } catch (error) {
    if (!hasCode(error, alreadyAcknowledged)) throw error
    // As above: the person already sees a first response. The run that sent it also sends the rest.
    return
  }
  for (const screen of [...others.map((reply) => reply.screen), ...notices]) await interaction.followUp(privateMessage(screen, target))
}

async function sendFirst(target: ReplyTarget, reply: Reply): Promise<void> {
  const { interaction } = target
  const modal = reply.to === 'form' ? modalFor(target, reply) : undefined
  if (modal !== undefined && !interaction.isModalSubmit()) return void (await interaction.showModal(modal))
  noteDraft(target, reply)
  await sendScreen(target, { ...reply, screen: withButtons(reply, interaction) })
}

/** Undefined if none can be opened: a modal has to be the first response, and a command whose form is too large offers its parts. */
function modalFor({ interaction, drafts }: ReplyTarget, { form, values }: Extract<Reply, { to: 'form' }>): ReturnType<typeof modalOf> | undefined {
  if (interaction.deferred || interaction.isModalSubmit()) return undefined
  return interaction.isMessageComponent() || fitsModal(form) ? modalOf(form, values, drafts.of(whoAsks(interaction), form.command)) : undefined
}

function noteDraft({ interaction, drafts }: ReplyTarget, reply: Reply): void {
  const command = interaction.isModalSubmit() ? commandOfForm(interaction.customId) : undefined
  if (command === undefined) return
  if (reply.to === 'form-errors') drafts.keep(whoAsks(interaction), command, reply.typed)
  else drafts.forget(whoAsks(interaction), command)
}

const whoAsks = ({ channelId, user }: UserInteraction) => `${String(channelId)} ${user.id}`

/** The screen that stands for a form, with the buttons that open it. */
function withButtons(reply: Reply, interaction: UserInteraction): Screen {
  const { screen } = reply
  const again = interaction.isModalSubmit() ? 'Try again' : 'Open the form'
  const buttons = reply.to === 'form' ? reply.parts : reply.to === 'form-errors' ? [{ label: again, control: reply.again, primary: true }] : []
  return buttons.length === 0 ? screen : { ...screen, blocks: [...screen.blocks, { kind: 'buttons', buttons }] }
}

async function sendScreen(target: ReplyTarget, reply: Reply): Promise<void> {
  const { interaction, handler } = target
  const inPlace = reply.to === 'direct' || (reply.to === 'asker' && reply.update)
  const { flags, components, allowedMentions } = privateMessage(reply.screen, target)
  const edit = { flags: MessageFlags.IsComponentsV2, components, allowedMentions } as const
  if (isOnPrivateScreen(interaction)) {
    if (!interaction.deferred) return void (await (inPlace ? interaction.update(edit) : interaction.reply({ ...edit, flags })))
    return void (await (inPlace || isAnsweredBeside(interaction, handler) ? interaction.editReply(edit) : interaction.followUp({ ...edit, flags })))
  }
  await (interaction.deferred ? interaction.editReply(edit) : interaction.reply({ ...edit, flags }))
}

/** Whether a control was pressed on a screen that only this person sees. The round's message is everyone's and stays as it is. */
function isOnPrivateScreen(interaction: UserInteraction): interaction is Extract<UserInteraction, MessageComponentInteraction> {
  return interaction.isMessageComponent() && (isWithBot(interaction) || interaction.message.flags.has(MessageFlags.Ephemeral))
}

/**
 * Whether the answer to this control appears beside its screen instead of replacing it. Then the acknowledgment is a new message: its
 * edit can be repeated, and a follow-up cannot.
 */
function isAnsweredBeside(interaction: MessageComponentInteraction, handler: ReplyTarget['handler']): boolean {
  return handler.traitsOf(controlOf(interaction))?.beside === true
}

/** In the direct messages with the bot, an ordinary one, which is still there tomorrow and on another device. */
function privateMessage(screen: Screen, { interaction, commands, commandIds }: Pick<ReplyTarget, 'interaction' | 'commands' | 'commandIds'>) {
  const { components } = render(screen, commands, commandIds)
  return {
    flags: isWithBot(interaction) ? [MessageFlags.IsComponentsV2] : [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral],
    components,
    allowedMentions: { parse: [] },
  } as const satisfies InteractionReplyOptions
}
