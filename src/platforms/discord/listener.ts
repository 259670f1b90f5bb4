// What becomes of Discord's events, however they arrive.
import type { Screen } from '../../screens/screen.ts'
import { createMessageAnswerer } from './answer-message.ts'
import type { Listener } from './connection/connection.ts'
import { loggable } from './connection/errors.ts'
import { groupId, placeId, readGroup } from './ids.ts'
import { readInteraction } from './incoming/read-interaction.ts'
import { raw } from './raw.ts'
import type { AttachedNames, DiscordMessage } from './outgoing/message.ts'
import { respond, type Responder } from './respond.ts'

/** Adds the work on each event to `underWay` until it is done. */
export function createListener(responder: Responder, draw: (screen: Screen, attached?: AttachedNames) => DiscordMessage, underWay: Set<Promise<void>>): Listener {
  const { handler, log, now } = responder
  const track = (work: Promise<void>): Promise<void> => {
    const tracked = work.finally(() => underWay.delete(tracked))
    underWay.add(tracked)
    return tracked
  }
  const failed = (group: string, message: string) => (error: unknown) => log.error({ group, ...loggable(error) }, message)
  const answerMessage = createMessageAnswerer({ ...responder, draw })
  return {
    interaction: (payload) => {
      const interaction = readable(payload)
      if (interaction === undefined) log.warn({ type: raw(payload)['type'] }, 'ignored an interaction that the bot cannot read')
      else void track(respond(responder, interaction))
    },
    message: (message) => void track(answerMessage(message)),
    removed: (server) => {
      const group = groupId(server)
      log.info({ group }, 'the bot was removed from a server')
      return track(handler.removed(group, now()).catch(failed(group, 'could not pause the daily questions of a server')))
    },
    joined: (server) => {
      const group = groupId(server)
      log.info({ group }, 'the bot was added to a server')
      void track(handler.joined(group).catch(failed(group, 'could not tell anybody what is paused in a server')))
    },
    kept: async () => {
      const { running, removed } = await handler.kept('discord')
      return { running: running.flatMap((group) => readGroup(group) ?? []), removed: removed.flatMap((group) => readGroup(group) ?? []) }
    },
    lost: (server, channel) => {
      const group = groupId(server)
      void track(handler.lost(placeId(server, channel), 'deleted').catch(failed(group, 'could not stop the daily question of a deleted channel')))
    },
  }
}

function readable(payload: unknown): ReturnType<typeof readInteraction> {
  try {
    return readInteraction(payload)
  } catch {
    // Lists in lists that are too deep to be written as text.
    return undefined
  }
}
