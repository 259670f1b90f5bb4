// Answers interactions in time: at once where the bot is quick, else by asking for patience first.
import { setTimeout as sleep } from 'node:timers/promises'
import { MessageFlags, type InteractionReplyOptions, type MessageComponentInteraction } from 'discord.js'
import type { Commands } from '../../commands/commands.ts'
import { refusal } from '../../screens/notice.ts'
import type { Reply } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import { command } from '../../screens/text.ts'
import { described, hasCode } from './connection/post-errors.ts'
import type { Log } from '../../core/log.ts'
import { notices } from './outgoing/permission-notices.ts'
import { render } from './outgoing/render.ts'
import { controlOf, toRequest, type Asked } from './incoming/to-request.ts'
import type { Handler } from '../platform.ts'

export type Responder = { readonly handler: Handler; readonly commands: Commands; readonly log: Log; readonly now: () => number; readonly deferAfter: number }

/** Discord takes the first response for 3 s: https://docs.discord.com/developers/interactions/receiving-and-responding */
const tooOld = 2_500

const unknownInteraction = 10062
const alreadyAcknowledged = 40060

/** Never throws. */
export async function respond(responder: Responder, interaction: Asked): Promise<void> {
  const { log, now } = responder
  const fields = { interaction: interaction.id, type: interaction.type }
  // The time of everything that is asked is in its id, and whose it is and where in the others.
  const { id, user, guildId, channelId } = interaction
  if (![id, user.id, guildId ?? id, channelId ?? id].every(isId)) return log.warn({ type: interaction.type }, 'an interaction without an id was left alone')
  try {
    const age = Math.max(0, now() - interaction.createdTimestamp)
    // Late, or the clock of this machine is wrong. Discord knows: where it takes the acknowledgement no more, nothing is done.
    if (age > tooOld && !(await acknowledge(interaction, responder))) return log.warn({ ...fields, age }, 'an interaction came too late and was left alone')
    await answer(responder, interaction, age)
  } catch (error) {
    log[hasCode(error, unknownInteraction) ? 'warn' : 'error']({ ...fields, ...described(error) }, 'an interaction could not be answered')
  }
}

const isId = (value: unknown): boolean => typeof value === 'string' && /^\d+$/u.test(value)

async function answer(responder: Responder, interaction: Asked, age: number): Promise<void> {
  const { handler, commands, log, deferAfter } = responder
  const request = toRequest(interaction, commands)
  if (request === undefined) return deliver(responder, interaction, [{ to: 'asker', screen: onlyInServers(), update: false }], [])
  const answered = handler.answer(request)
  const timer = new AbortController()
  const patience = sleep(Math.max(0, deferAfter - age), 'slow' as const, { signal: timer.signal }).catch(() => 'quick' as const)
  const first = await Promise.race([answered.then(() => 'quick' as const), patience])
  timer.abort()
  if (first === 'slow' && !interaction.deferred && !(await acknowledge(interaction, responder))) {
    log.warn({ interaction: interaction.id, age }, 'the answer took too long, and Discord waits no more; what was asked is done all the same')
  }
  const replies = await answered
  await deliver(responder, interaction, replies, notices(interaction, replies, commands))
}

/** False where Discord takes no response any more. */
async function acknowledge(interaction: Asked, { handler }: Responder): Promise<boolean> {
  try {
    if (onOwnScreen(interaction) && !asksForAnother(interaction, handler)) await interaction.deferUpdate()
    else await interaction.deferReply({ flags: MessageFlags.Ephemeral })
    return true
  } catch (error) {
    if (hasCode(error, unknownInteraction)) return false
    if (!hasCode(error, alreadyAcknowledged)) throw error
    // The library's own retry of a response that had got through, or the same event twice: it is acknowledged either way.
    interaction.deferred = true
    return true
  }
}

/** Whether a control was pressed on a screen that only the presser sees. The round's message is everyone's: it stays as it is. */
function onOwnScreen(interaction: Asked): interaction is Extract<Asked, MessageComponentInteraction> {
  return interaction.isMessageComponent() && interaction.message.flags.has(MessageFlags.Ephemeral)
}

/**
 * Whether the answer to this control stands beside the screen that it is on: then a new message is asked for patience, since its
 * edit can be repeated, and a follow-up cannot.
 */
function asksForAnother(interaction: MessageComponentInteraction, handler: Handler): boolean {
  return handler.traitsOf(controlOf(interaction))?.beside === true
}

async function deliver(responder: Responder, interaction: Asked, replies: readonly Reply[], more: readonly Screen[]): Promise<void> {
  const [first, ...others] = replies
  try {
    if (first === undefined) await (interaction.deferred ? undefined : acknowledge(interaction, responder))
    else await deliverFirst(responder, interaction, first)
  } catch (error) {
    if (!hasCode(error, alreadyAcknowledged)) throw error
    // As above: the person sees the first response. Whoever got it through sends the rest.
    return
  }
  for (const screen of [...others.map((reply) => reply.screen), ...more]) await interaction.followUp(forAsker(screen, responder.commands))
}

async function deliverFirst({ handler, commands: all }: Responder, interaction: Asked, reply: Reply): Promise<void> {
  const inPlace = reply.to === 'asker' && reply.update
  const { flags, components, allowedMentions } = forAsker(reply.screen, all)
  const again = { flags: MessageFlags.IsComponentsV2, components, allowedMentions } as const
  if (onOwnScreen(interaction)) {
    if (!interaction.deferred) return void (await (inPlace ? interaction.update(again) : interaction.reply({ ...again, flags })))
    return void (await (inPlace || asksForAnother(interaction, handler) ? interaction.editReply(again) : interaction.followUp({ ...again, flags })))
  }
  await (interaction.deferred ? interaction.editReply(again) : interaction.reply({ ...again, flags }))
}

function forAsker(screen: Screen, commands: Commands) {
  const { components } = render(screen, commands)
  return {
    flags: [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral],
    components,
    allowedMentions: { parse: [] },
  } as const satisfies InteractionReplyOptions
}

function onlyInServers(): Screen {
  return refusal('This works in a server only', [['The daily question belongs to a channel. Type ', command('today'), ' there.']])
}
