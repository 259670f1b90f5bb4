// Responds to an interaction in time: with the answer if the bot is quick, otherwise with an acknowledgment and the answer later.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Commands } from '../../commands/commands.ts'
import type { Log } from '../../core/log.ts'
import type { PlatformMeasures } from '../../core/measures.ts'
import type { Instant } from '../../core/time.ts'
import type { DrawPicture } from '../../screens/pictures/picture.ts'
import type { DirectScreens } from '../direct-screens.ts'
import type { Handler } from '../platform.ts'
import { hasCode, loggable } from './connection/errors.ts'
import { attachedFile } from './incoming/attached-file.ts'
import { toRequest } from './incoming/to-request.ts'
import type { Drafts } from './drafts.ts'
import type { UserInteraction } from './interaction.ts'
import { permissionNotices } from './outgoing/permission-notices.ts'
import { acknowledge, sendReplies, unknownInteraction } from './outgoing/reply.ts'
import type { CommandIds } from './outgoing/typed-command.ts'

export type Responder = {
  readonly handler: Handler
  readonly commands: Commands
  readonly commandIds: CommandIds
  /** Another address of the API than Discord's own. */
  readonly apiUrl?: string | undefined
  readonly log: Log
  readonly now: () => Instant
  readonly drafts: Drafts
  readonly direct: DirectScreens
  /** Absent: no pictures. */
  readonly drawPicture?: DrawPicture | undefined
  readonly measures?: PlatformMeasures | undefined
  /** How many milliseconds after the press the interaction is acknowledged if there is no answer yet. */
  readonly deferAfter: number
}

/** In milliseconds. Discord accepts the first response for 3 s: https://docs.discord.com/developers/interactions/receiving-and-responding */
const tooOld = 2_500

/** Never throws. */
export async function respond(responder: Responder, interaction: UserInteraction): Promise<void> {
  const { handler, log, now } = responder
  const fields = { interaction: interaction.id, type: interaction.type }
  if (!hasIds(interaction)) return log.warn({ type: interaction.type }, 'ignored an interaction without an id')
  try {
    const age = Math.max(0, now() - interaction.createdTimestamp)
    const acknowledged = acknowledgedOnce(responder.measures, interaction)
    // Late, or this machine's clock is wrong. Discord knows: nothing is done if it no longer accepts the acknowledgment.
    if (age > tooOld && !(await acknowledge(interaction, handler, acknowledged))) return log.warn({ ...fields, age }, 'ignored an interaction that came too late')
    await answer(responder, interaction, { age, acknowledged })
  } catch (error) {
    log[hasCode(error, unknownInteraction) ? 'warn' : 'error']({ ...fields, ...loggable(error) }, 'could not answer an interaction')
  }
}

/** The ids say when the interaction happened, who caused it, and where. */
function hasIds({ id, user, guildId, channelId }: UserInteraction): boolean {
  return [id, user.id, guildId ?? id, channelId ?? id].every((each: unknown) => typeof each === 'string' && /^\d+$/u.test(each))
}

/** @returns what to call when Discord has the first response, counted from now */
function acknowledgedOnce(measures: PlatformMeasures | undefined, interaction: UserInteraction): () => void {
  if (measures === undefined) return () => undefined
  const began = performance.now()
  let done = false
  return () => {
    if (!done) measures.acknowledged(interaction.isChatInputCommand() ? 'command' : interaction.isModalSubmit() ? 'form' : 'press', performance.now() - began)
    done = true
  }
}

type Arrived = { readonly age: number; readonly acknowledged: () => void }

async function answer(responder: Responder, interaction: UserInteraction, { age, acknowledged }: Arrived): Promise<void> {
  const { handler, commands, commandIds, log, now, deferAfter, drafts, direct, drawPicture } = responder
  const request = toRequest(interaction, commands)
  const target = { interaction, handler, commands, commandIds, drafts, direct, now, log, drawPicture, acknowledged }
  const file = attachedFile(interaction, responder)
  const answered = file === undefined ? handler.answer(request) : file.then((read) => handler.answer(request.kind === 'command' ? { ...request, file: read } : request))
  const timer = new AbortController()
  const patience = sleep(Math.max(0, deferAfter - age), 'slow' as const, { signal: timer.signal }).catch(() => 'quick' as const)
  const first = await Promise.race([answered.then(() => 'quick' as const), patience])
  timer.abort()
  if (first === 'slow' && !interaction.deferred && !(await acknowledge(interaction, handler, acknowledged))) {
    log.warn({ interaction: interaction.id, age }, 'the reply took too long for Discord; the request itself was carried out')
  }
  const replies = await answered
  await sendReplies(target, replies, permissionNotices(interaction, replies, commands))
}
