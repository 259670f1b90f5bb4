// Responds to an interaction in time: with the answer if the bot is quick, otherwise with an acknowledgment and the answer later.
import { setTimeout as sleep } from 'node:timers/promises'
import type { REST } from 'discord.js'
import type { Commands } from '../../commands/commands.ts'
import type { Log } from '../../core/log.ts'
import type { PlatformMeasures } from '../../core/measures.ts'
import type { Instant } from '../../core/time.ts'
import type { DrawPicture } from '../../screens/pictures/picture.ts'
import type { Reply } from '../../screens/request.ts'
import type { DirectScreens } from '../direct-screens.ts'
import type { Handler } from '../platform.ts'
import { hasCode, loggable } from './connection/errors.ts'
import { attachedFile } from './incoming/attached-file.ts'
import { autocomplete } from './incoming/autocomplete.ts'
import type { KnownRoles } from './incoming/roles.ts'
import { namesRole, toRequest } from './incoming/to-request.ts'
import type { Drafts } from './drafts.ts'
import type { Snowflake } from './ids.ts'
import type { TypingInteraction, UserInteraction } from './interaction.ts'
import { permissionNotices } from './outgoing/permission-notices.ts'
import { acknowledge, sendReplies, unknownInteraction } from './outgoing/reply.ts'
import { responsesTo, type Responses } from './outgoing/responses.ts'
import type { CommandIds } from './outgoing/typed-command.ts'

export type Responder = {
  readonly handler: Handler
  readonly commands: Commands
  readonly commandIds: CommandIds
  /** For responses. */
  readonly rest: REST
  /** The roles of a server. Never fails. */
  readonly rolesOf: (server: Snowflake) => Promise<KnownRoles>
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
export async function respond(responder: Responder, interaction: UserInteraction | TypingInteraction): Promise<void> {
  const handled = responder.measures?.handled
  if (handled === undefined) return respondTo(responder, interaction)
  return handled(interaction.kind === 'typing' ? 'suggest' : interaction.kind, performance.now(), () => respondTo(responder, interaction))
}

async function respondTo(responder: Responder, interaction: UserInteraction | TypingInteraction): Promise<void> {
  const { rest, log, now } = responder
  const responses = responsesTo(interaction, rest)
  if (interaction.kind === 'typing') return autocomplete({ ...responder, respond: responses.offer }, interaction)
  const fields = { interaction: interaction.id, kind: interaction.kind }
  const target: Target = { ...responder, interaction, responses, acknowledged: acknowledgedOnce(responder.measures, interaction) }
  try {
    const age = Math.max(0, now() - interaction.at)
    // Late, or this machine's clock is wrong. Discord knows: nothing is done if it no longer accepts the acknowledgment.
    if (age > tooOld && !(await acknowledge(target))) return log.warn({ ...fields, age }, 'ignored an interaction that came too late')
    await answer(target, age)
  } catch (error) {
    responder.measures?.notShown?.()
    log[hasCode(error, unknownInteraction) ? 'warn' : 'error']({ ...fields, ...loggable(error) }, 'could not answer an interaction')
  }
}

type Target = Responder & { readonly interaction: UserInteraction; readonly responses: Responses; readonly acknowledged: () => void }

/** @returns what to call when Discord has the first response, counted from now */
function acknowledgedOnce(measures: PlatformMeasures | undefined, { kind }: UserInteraction): () => void {
  if (measures === undefined) return () => undefined
  const began = performance.now()
  let done = false
  return () => {
    if (!done) measures.acknowledged(kind, performance.now() - began)
    done = true
  }
}

async function answer(target: Target, age: number): Promise<void> {
  const { interaction, responses, commands, log, deferAfter } = target
  const answered = handled(target)
  const timer = new AbortController()
  const patience = sleep(Math.max(0, deferAfter - age), 'slow' as const, { signal: timer.signal }).catch(() => 'quick' as const)
  const first = await Promise.race([answered.then(() => 'quick' as const), patience])
  timer.abort()
  if (first === 'slow' && !responses.deferred && !(await acknowledge(target))) {
    log.warn({ interaction: interaction.id, age }, 'the reply took too long for Discord; the request itself was carried out')
  }
  const replies = await answered
  await sendReplies(target, replies, permissionNotices(interaction, replies, commands))
}

/** Asks Discord first for what the request needs besides itself. */
async function handled({ interaction, handler, commands, rolesOf, ...reader }: Target): Promise<readonly Reply[]> {
  const { server } = interaction
  const roles = server !== null && namesRole(interaction, commands) ? await rolesOf(server) : null
  const request = toRequest(interaction, commands, roles)
  const file = attachedFile(interaction, { ...reader, commands })
  return handler.answer(file !== undefined && request.kind === 'command' ? { ...request, file: await file } : request)
}
