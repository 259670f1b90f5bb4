// The responses to one interaction: https://docs.discord.com/developers/interactions/receiving-and-responding#endpoints
// They carry the interaction's own token, so they need none of the bot's, and Discord's limit for the bot does not count them.
import { InteractionResponseType as Type, MessageFlags, Routes, type APIMessage, type APIModalInteractionResponseCallbackData, type REST } from 'discord.js'
import type { Choices } from '../incoming/autocomplete.ts'
import type { Snowflake } from '../ids.ts'
import type { DiscordMessage } from './message.ts'
import type { Attached } from './pictures.ts'
import type { Component } from './said-by.ts'

/** `isPrivate`: for the asker alone. `dropFiles`: those that the message has go, where none come with this. */
type Sent = { readonly components: DiscordMessage['components']; readonly attached?: Attached; readonly isPrivate?: boolean; readonly dropFiles?: boolean }

export type Responses = {
  /** Acknowledged: the first response was made, and the answer itself is an edit of it. */
  deferred: boolean
  /** The answer comes later, as a message of its own. */
  readonly deferReply: (isPrivate: boolean) => Promise<void>
  /** The answer comes later, as an edit of the message whose control was pressed. */
  readonly deferUpdate: () => Promise<void>
  readonly reply: (sent: Sent) => Promise<void>
  readonly update: (sent: Sent) => Promise<void>
  readonly openModal: (modal: APIModalInteractionResponseCallbackData) => Promise<void>
  readonly offer: (choices: Choices) => Promise<void>
  /** @param message the first response if absent */
  readonly edit: (sent: Sent, message?: Snowflake) => Promise<void>
  /** @returns the message */
  readonly followUp: (sent: Sent) => Promise<Snowflake>
  /** What a message of this interaction shows now. */
  readonly shown: (message: Snowflake) => Promise<readonly Component[]>
}

/** The first response of an interaction, as a message that other calls name. */
export const original = '@original'

export function responsesTo({ id, token, application }: { readonly id: Snowflake; readonly token: string; readonly application: Snowflake }, rest: REST): Responses {
  const first = async (type: Type, data?: object, attached?: Attached) => {
    await rest.post(Routes.interactionCallback(id, token), { auth: false, query: new URLSearchParams({ with_response: 'false' }), body: { type, ...(data === undefined ? {} : { data }) }, ...filesOf(attached) })
  }
  const later = async (type: Type, data?: object) => {
    await first(type, data)
    responses.deferred = true
  }
  const responses: Responses = {
    deferred: false,
    deferReply: (isPrivate) => later(Type.DeferredChannelMessageWithSource, isPrivate ? { flags: MessageFlags.Ephemeral } : {}),
    deferUpdate: () => later(Type.DeferredMessageUpdate),
    reply: (sent) => first(Type.ChannelMessageWithSource, created(sent), sent.attached),
    update: (sent) => first(Type.UpdateMessage, edited(sent), sent.attached),
    openModal: (modal) => first(Type.Modal, modal),
    offer: (choices) => first(Type.ApplicationCommandAutocompleteResult, { choices }),
    edit: async (sent, message = original) => {
      await rest.patch(Routes.webhookMessage(application, token, message), { auth: false, body: edited(sent), ...filesOf(sent.attached) })
    },
    followUp: async (sent) => {
      const made = (await rest.post(Routes.webhook(application, token), { auth: false, query: new URLSearchParams({ wait: 'true' }), body: created(sent), ...filesOf(sent.attached) })) as APIMessage
      return made.id
    },
    shown: async (message) => ((await rest.get(Routes.webhookMessage(application, token, message), { auth: false })) as APIMessage).components as readonly Component[],
  }
  return responses
}

const pingsNobody = { parse: [] }

function created(sent: Sent) {
  return { flags: MessageFlags.IsComponentsV2 | (sent.isPrivate === true ? MessageFlags.Ephemeral : 0), components: sent.components, allowed_mentions: pingsNobody, ...attachmentsOf(sent) }
}

function edited(sent: Sent) {
  return { flags: MessageFlags.IsComponentsV2, components: sent.components, allowed_mentions: pingsNobody, ...attachmentsOf(sent) }
}

/** An edit keeps all files unless it has this list, which then names all that are to be there. */
function attachmentsOf({ attached, dropFiles = false }: Sent): { readonly attachments?: readonly object[] } {
  const files = attached?.files ?? []
  if (files.length === 0 && !dropFiles) return {}
  return { attachments: files.map(({ name, description }, id) => ({ id: String(id), filename: name, description })) }
}

const filesOf = (attached: Attached | undefined) => {
  const files = attached?.files ?? []
  return files.length === 0 ? {} : { files: files.map(({ name, data }) => ({ name, data })) }
}
