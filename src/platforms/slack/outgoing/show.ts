// Shows one person a screen where they asked for it: beside the message, in a modal, or in a direct message.
import type { types } from '@slack/bolt'
import type { Log } from '../../../core/log.ts'
import type { PlatformMeasures } from '../../../core/measures.ts'
import type { Instant } from '../../../core/time.ts'
import type { Screen } from '../../../screens/screen.ts'
import type { DirectScreens, Posted as Noted } from '../../direct-screens.ts'
import { faultName, readFault } from '../connection/fault.ts'
import { ResponseUrlRefused, type ResponseUrlClient } from '../connection/response-url.ts'
import type { WebClients } from '../connection/web-clients.ts'
import type { ChannelId, UserId } from '../ids.ts'
import type { Origin, Sender, Surface } from '../origin.ts'
import { hasSent, withoutSent, type Images } from './images.ts'
import { modalView } from './modal.ts'
import { renderedFields } from './render-cache.ts'
import { hasOwnTable, render } from './render.ts'

/** `workspace`: its address, with https. */
export type ShowTools = WebClients & { readonly responseUrls: ResponseUrlClient; readonly workspace: string; readonly direct: DirectScreens; readonly images: Images; /** Of how many people it is remembered what their Home tab shows. */ readonly homesKept?: number | undefined; readonly measures?: PlatformMeasures | undefined; readonly now: () => Instant; readonly log: Log }

/** @param update replaces the message that was pressed, if it is the asker's alone */
export async function showScreen(tools: ShowTools, screen: Screen, update: boolean, { from, on }: Origin): Promise<void> {
  switch (on.kind) {
    case 'chat':
      return showInChat(tools, screen, update, from, on)
    case 'modal':
      await plainerIfRefused(tools, screen, (shown) => tools.web.views.update({ view_id: on.view, view: modalView(shown, { channel: from.channel, url: on.url }) }))
      return
    case 'home':
      return openModal(tools, modalView(screen, { channel: from.channel, url: null }), on.trigger, () => sendDirectly(tools, screen, from))
  }
}

/**
 * A trigger opens one modal, within 3 s: https://docs.slack.dev/interactivity/handling-user-interaction/#modal_responses
 *
 * @param otherwise what to do if the modal cannot be opened
 */
export async function openModal(tools: ShowTools, view: types.ModalView, trigger: string | null, otherwise: () => Promise<void>): Promise<void> {
  // Written words bring none.
  if (trigger === null) return otherwise()
  try {
    await tools.once.views.open({ trigger_id: trigger, view })
  } catch (error) {
    tools.log.warn({ fault: faultName(error) }, 'could not open a modal; replying in the chat')
    await otherwise()
  }
}

type Chat = Extract<Surface, { kind: 'chat' }>

async function showInChat(tools: ShowTools, screen: Screen, update: boolean, from: Sender, on: Chat): Promise<void> {
  const { url, own, direct, thread = null } = on
  if (url === null) return showWithoutUrl(tools, screen, from, thread)
  // Nothing says whose direct message a command was typed in. Where the bot can post, it is with the bot; other people's stay private.
  if (own === null && direct !== undefined && (await postTo(tools, direct, screen, from.user)) !== undefined) return
  let noted: Noted | undefined
  try {
    noted = own === 'direct' ? noteDirect(tools, screen, update, from, on) : undefined
    await respond(tools, url, screen, howToRespond(own, update))
  } catch (error) {
    noted?.dropped()
    if (!(error instanceof ResponseUrlRefused)) throw error
    tools.log.info({ user: from.user, fault: error.message }, 'sending a reply another way')
    await (own === 'direct' ? sendDirectly(tools, screen, from) : showWithoutUrl(tools, screen, from, thread))
  }
}

/** A new message that answers a press comes without its `ts`. */
function noteDirect({ direct, now }: ShowTools, screen: Screen, update: boolean, { user }: Sender, { message }: Chat): Noted | undefined {
  if (!update) return direct.posted(user, screen, null, now())
  direct.replaced(user, screen, message === undefined ? null : { id: message, sentAt: Number(message) * 1000 })
  return undefined
}

/**
 * A message in the direct messages with the bot is an ordinary one and stays so. This saves calls of chat.update, of which Slack allows
 * 50 a minute for a workspace. https://docs.slack.dev/messaging/modifying-messages#updating-messages-using-response_url
 */
function howToRespond(own: Chat['own'], update: boolean): string {
  if (own === 'direct') return update ? '"replace_original":true' : '"response_type":"in_channel","replace_original":false'
  return `"response_type":"ephemeral","replace_original":${update && own === 'ephemeral'}`
}

async function respond({ responseUrls, images }: ShowTools, url: string, screen: Screen, how: string): Promise<void> {
  const send = (fields: string) => responseUrls.send(url, `{${how},${fields}}`)
  try {
    await send(renderedFields(screen))
  } catch (error) {
    if (!(hasOwnTable(screen) || hasSent(screen)) || !(error instanceof ResponseUrlRefused)) throw error
    await send(JSON.stringify(render(withoutSent(screen), 'records')).slice(1, -1))
    // An address that is over refuses this too, and that is no fault of the picture.
    if (hasSent(screen)) images.refused(screen, error)
  }
}

/** Visible to one person in the channel, by the bot's own token; if that fails, in a direct message. */
async function showWithoutUrl(tools: ShowTools, screen: Screen, from: Sender, thread: string | null): Promise<void> {
  const { channel, user } = from
  if (channel === null) return sendDirectly(tools, screen, from, thread)
  try {
    await plainerIfRefused(tools, screen, (shown, tables) => tools.web.chat.postEphemeral({ channel, user, ...render(shown, tables), ...inThread(thread) }))
  } catch (error) {
    // A form is filled in for channels that the app is not in yet.
    tools.log.info({ user, fault: faultName(error) }, 'sending a reply as a direct message')
    await sendDirectly(tools, screen, from, thread)
  }
}

async function sendDirectly(tools: ShowTools, screen: Screen, { user }: Sender, thread: string | null = null): Promise<void> {
  await postMessage(tools, user, screen, { user, thread })
}

type Posted = { readonly channel: ChannelId; readonly ts: string }

/** An ordinary message. @param to a direct message, or a user for the one with them. @returns undefined if it cannot be sent */
export async function postTo(tools: ShowTools, to: ChannelId | UserId, screen: Screen, user: UserId): Promise<Posted | undefined> {
  try {
    return await postMessage(tools, to, screen, { user, thread: null })
  } catch (error) {
    tools.log.info({ user, fault: faultName(error) }, 'could not post in a direct message')
    return undefined
  }
}

/** Always in somebody's direct messages. */
async function postMessage(tools: ShowTools, channel: string, screen: Screen, { user, thread }: { readonly user: UserId; readonly thread: string | null }): Promise<Posted> {
  const { once, direct, now } = tools
  const { postMessage: post } = once.chat
  const noted = direct.posted(user, screen, null, now())
  try {
    const { channel: there = '', ts = '' } = await plainerIfRefused(tools, screen, (shown, tables) => post({ channel, ...render(shown, tables), mrkdwn: false, ...inThread(thread) }))
    if (ts !== '') noted.named(ts)
    return { channel: there, ts }
  } catch (error) {
    noted.dropped()
    throw error
  }
}

/**
 * Sends a table as records, and a picture as words, if Slack refuses their blocks: the first is newer than some of what speaks Slack's API, the
 * other is a file that may be gone.
 */
export async function plainerIfRefused<Sent>({ images }: Pick<ShowTools, 'images'>, screen: Screen, send: (screen: Screen, tables?: 'records') => Promise<Sent>): Promise<Sent> {
  try {
    return await send(screen)
  } catch (error) {
    const fault = readFault(error)
    if (!(hasOwnTable(screen) || hasSent(screen)) || fault.kind !== 'platform' || !/^invalid_(?:blocks|attachments|arguments)|table|slack_file/u.test(fault.error)) throw error
    if (hasSent(screen)) images.refused(screen, error)
    return send(withoutSent(screen), 'records')
  }
}

const inThread = (thread: string | null) => (thread === null ? {} : { thread_ts: thread })
