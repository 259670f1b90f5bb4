// Sends the bot's replies to an interaction: as the first response, or, after an acknowledgment, as its edit.
import { isDeepStrictEqual } from 'node:util'
import type { Commands } from '../../../commands/commands.ts'
import type { PlaceId } from '../../../core/quiz.ts'
import type { Log } from '../../../core/log.ts'
import type { Instant } from '../../../core/time.ts'
import { formName } from '../../../screens/form.ts'
import { notSent, withWords } from '../../../screens/files.ts'
import type { DrawPicture } from '../../../screens/pictures/picture.ts'
import type { Reply } from '../../../screens/request.ts'
import type { Screen } from '../../../screens/screen.ts'
import type { DirectScreens, Posted } from '../../direct-screens.ts'
import type { Handler } from '../../platform.ts'
import { alreadyAcknowledged, hasCode, loggable } from '../connection/errors.ts'
import { controlOf, type PressInteraction, type UserInteraction } from '../interaction.ts'
import { readFormId } from '../form-id.ts'
import type { Drafts } from '../drafts.ts'
import { fitsModal, modalOf } from './modal.ts'
import { drawInTime, nothingAttached, type Attached } from './pictures.ts'
import { render } from './render.ts'
import { original, type Responses } from './responses.ts'
import { saidBy, type Component } from './said-by.ts'
import type { CommandIds } from './typed-command.ts'

type ReplyTarget = {
  readonly interaction: UserInteraction
  readonly responses: Responses
  readonly handler: Pick<Handler, 'traitsOf'>
  readonly commands: Commands
  readonly commandIds: CommandIds
  readonly drafts: Drafts
  /** What people's direct messages show, by the channel. */
  readonly direct: DirectScreens
  readonly now: () => Instant
  readonly log: Log
  /** Absent: no pictures. */
  readonly drawPicture?: DrawPicture | undefined
  /** Called when Discord has the first response. */
  readonly acknowledged: () => void
}

/** Discord does not accept a first response any more. */
export const unknownInteraction = 10062

/** Tells Discord that the answer will come later. False if Discord does not accept a response any more. */
export async function acknowledge({ interaction, responses, handler, acknowledged }: Pick<ReplyTarget, 'interaction' | 'responses' | 'handler' | 'acknowledged'>): Promise<boolean> {
  try {
    if (isOnPrivateScreen(interaction) && !isAnsweredBeside(interaction, handler)) await responses.deferUpdate()
    else await responses.deferReply(!interaction.isWithBot)
    acknowledged()
    return true
  } catch (error) {
    if (hasCode(error, unknownInteraction)) return false
    if (!hasCode(error, alreadyAcknowledged)) throw error
    // discord.js retried a response that had got through, or the same event came twice. Acknowledged either way.
    responses.deferred = true
    return true
  }
}

/** Sends each reply and then each notice. With no replies the interaction is only acknowledged. */
export async function sendReplies(target: ReplyTarget, replies: readonly Reply[], notices: readonly Screen[]): Promise<void> {
  const { interaction, responses, acknowledged } = target
  const [first, ...others] = replies
  let addLatePictures = nothingLate
  try {
    if (first === undefined) await (responses.deferred ? undefined : acknowledge(target))
    else addLatePictures = await sendFirst(target, first)
    acknowledged()
  } catch (error) {
    if (!hasCode(error, alreadyAcknowledged)) throw error
    // As above: the person already sees a first response. The run that sent it also sends the rest.
    return
  }
  const { commands, commandIds } = target
  for (const screen of [...others.map((reply) => reply.screen), ...notices]) {
    await responses.followUp({ isPrivate: !interaction.isWithBot, components: render(screen, commands, commandIds).components })
  }
  await addLatePictures()
}

/** Adds the pictures that were not drawn in time. Never fails: the text stands. */
type AddLatePictures = () => Promise<void>

const nothingLate: AddLatePictures = async () => undefined

async function sendFirst(target: ReplyTarget, reply: Reply): Promise<AddLatePictures> {
  const { interaction, responses } = target
  const modal = reply.to === 'form' ? modalFor(target, reply) : undefined
  if (modal !== undefined) {
    await responses.openModal(modal)
    return nothingLate
  }
  noteDraft(target, reply)
  return sendScreen(target, { ...reply, screen: withButtons(reply, interaction) })
}

/** Undefined if none can be opened: a modal has to be the first response, and a command whose form is too large offers its parts. */
function modalFor({ interaction, responses, drafts }: ReplyTarget, { form, values, place }: Extract<Reply, { to: 'form' }>): ReturnType<typeof modalOf> | undefined {
  if (responses.deferred || interaction.kind === 'form') return undefined
  if (interaction.kind === 'command' && !fitsModal(form)) return undefined
  const about = interaction.server === null ? place : null
  return modalOf(form, about, values, drafts.of(whoAsks(interaction, about), formName(form)))
}

function noteDraft({ interaction, drafts }: ReplyTarget, reply: Reply): void {
  const form = interaction.kind === 'form' ? readFormId(interaction.customId) : undefined
  if (form === undefined) return
  const who = whoAsks(interaction, form.place)
  if (reply.to === 'form-errors') drafts.keep(who, form.command, reply.typed)
  else drafts.forget(who, form.command)
}

/** @param about the channel that the form is about, where it isn't opened there */
const whoAsks = ({ channel, user }: UserInteraction, about: PlaceId | null) => `${about ?? String(channel)} ${user}`

/** The screen that stands for a form, with the buttons that open it. */
function withButtons(reply: Reply, interaction: UserInteraction): Screen {
  const { screen } = reply
  const again = interaction.kind === 'form' ? 'Try again' : 'Open the form'
  const buttons = reply.to === 'form' ? reply.parts : reply.to === 'form-errors' ? [{ label: again, control: reply.again, primary: true }] : []
  return buttons.length === 0 ? screen : { ...screen, blocks: [...screen.blocks, { kind: 'buttons', buttons }] }
}

async function sendScreen(target: ReplyTarget, reply: Reply): Promise<AddLatePictures> {
  const { screen } = reply
  const { inTime, late } = await drawInTime(screen, target.drawPicture)
  const noted = noteDirect(target, reply)
  const message = await sendOrWithout(target, reply, inTime).catch((error: unknown) => {
    noted?.dropped()
    throw error
  })
  if (late === undefined) return nothingLate
  return async () => {
    try {
      await addPictures(target, screen, message, { before: inTime, attached: await late })
    } catch (error) {
      target.log.warn({ interaction: target.interaction.id, ...loggable(error) }, 'could not add a picture to a reply; the text stands without it')
    }
  }
}

/** The response to an interaction comes without the id of its message. */
function noteDirect({ interaction, direct, now }: ReplyTarget, reply: Reply): Posted | undefined {
  if (!interaction.isWithBot) return undefined
  const channel = String(interaction.channel)
  if (!isInPlace(reply) || !isOnPrivateScreen(interaction)) return direct.posted(channel, reply.screen, null, now())
  direct.replaced(channel, reply.screen, { id: interaction.message.id, sentAt: interaction.message.at })
  return undefined
}

const isInPlace = (reply: Reply): boolean => reply.to === 'direct' || (reply.to === 'asker' && reply.update)

/** Sends the text alone if Discord refuses the files, for whatever reason. */
async function sendOrWithout(target: ReplyTarget, reply: Reply, attached: Attached): Promise<string> {
  try {
    return await sendDrawn(target, reply, attached)
  } catch (error) {
    if (attached.files.length === 0 || hasCode(error, alreadyAcknowledged) || hasCode(error, unknownInteraction)) throw error
    target.log.warn({ interaction: target.interaction.id, ...loggable(error) }, 'could not send a reply with its picture; sending the text alone')
    return sendDrawn(target, { ...reply, screen: withWords(reply.screen, notSent) }, nothingAttached)
  }
}

/** @returns the message, by which it can be edited */
async function sendDrawn({ interaction, responses, handler, commands, commandIds }: ReplyTarget, reply: Reply, attached: Attached): Promise<string> {
  const inPlace = isInPlace(reply)
  const { components } = render(reply.screen, commands, commandIds, attached.names)
  // In the direct messages with the bot, an ordinary message, which is still there tomorrow and on another device.
  const create = { components, attached, isPrivate: !interaction.isWithBot }
  // The message of a second press doesn't know the file that the first one brought.
  const edit = { components, attached, dropFiles: isOnPrivateScreen(interaction) && interaction.message.hasFiles }
  if (isOnPrivateScreen(interaction)) {
    if (!responses.deferred) await (inPlace ? responses.update(edit) : responses.reply(create))
    else if (inPlace || isAnsweredBeside(interaction, handler)) await responses.edit(edit)
    else return responses.followUp(create)
    return original
  }
  await (responses.deferred ? responses.edit(edit) : responses.reply(create))
  return original
}

/** Only if the message still shows this screen: the person may have gone on to another one. */
async function addPictures({ responses, commands, commandIds }: ReplyTarget, screen: Screen, message: string, { before, attached }: { readonly before: Attached; readonly attached: Attached }): Promise<void> {
  if (attached.files.length === 0) return
  const { components } = render(screen, commands, commandIds, attached.names)
  const shown = await responses.shown(message)
  const sent = render(screen, commands, commandIds, before.names).components as readonly Component[]
  if (!isDeepStrictEqual(saidBy(shown), saidBy(sent))) return
  await responses.edit({ components, attached }, message)
}

/** Whether a control was pressed on a screen that only this person sees. The round's message is everyone's and stays as it is. */
function isOnPrivateScreen(interaction: UserInteraction): interaction is PressInteraction {
  return interaction.kind === 'press' && (interaction.isWithBot || interaction.message.isPrivate)
}

/**
 * Whether the answer to this control appears beside its screen instead of replacing it. Then the acknowledgment is a new message: its
 * edit can be repeated, and a follow-up cannot.
 */
function isAnsweredBeside(interaction: PressInteraction, handler: ReplyTarget['handler']): boolean {
  return handler.traitsOf(controlOf(interaction))?.beside === true
}
