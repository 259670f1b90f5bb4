// Shows one person a screen where they asked for it: beside the message, in a modal, or in a direct message.
import type { types } from '@slack/bolt'
import type { Log } from '../../../core/log.ts'
import type { Screen } from '../../../screens/screen.ts'
import { faultName, readFault } from '../connection/fault.ts'
import { ResponseUrlRefused, type ResponseUrlClient } from '../connection/response-url.ts'
import type { WebClients } from '../connection/web-clients.ts'
import type { Origin, Sender } from '../origin.ts'
import { modalView } from './modal.ts'
import { renderedFields } from './render-cache.ts'
import { hasOwnTable, render, type Rendered } from './render.ts'

export type ShowTools = WebClients & { readonly responseUrls: ResponseUrlClient; readonly log: Log }

/** @param update replaces the message that was pressed, if only the asker sees it */
export async function showScreen(tools: ShowTools, screen: Screen, update: boolean, { from, on }: Origin): Promise<void> {
  switch (on.kind) {
    case 'chat':
      return sendEphemeral(tools, screen, from, { url: on.url, replace: update && on.own, thread: on.thread ?? null })
    case 'modal':
      await tools.web.views.update({ view_id: on.view, view: modalView(screen, { channel: from.channel, url: on.url }) })
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

/** Visible to one person, by the response_url; if that no longer works, in the channel by the bot's own token. */
async function sendEphemeral(tools: ShowTools, screen: Screen, from: Sender, { url, replace, thread }: { url: string | null; replace: boolean; thread: string | null }): Promise<void> {
  const { channel, user } = from
  if (url !== null) {
    const send = (fields: string) => tools.responseUrls.send(url, `{"response_type":"ephemeral","replace_original":${replace},${fields}}`)
    try {
      return await send(renderedFields(screen)).catch((error: unknown) => {
        if (!hasOwnTable(screen) || !(error instanceof ResponseUrlRefused)) throw error
        return send(JSON.stringify(render(screen, 'records')).slice(1, -1))
      })
    } catch (error) {
      if (!(error instanceof ResponseUrlRefused)) throw error
      tools.log.info({ user, fault: error.message }, 'sending a reply another way')
    }
  }
  if (channel === null) return sendDirectly(tools, screen, from, thread)
  try {
    await withOrWithoutTable(screen, (rendered) => tools.web.chat.postEphemeral({ channel, user, ...rendered, ...inThread(thread) }))
  } catch (error) {
    // A form is filled in for channels that the app is not in yet.
    tools.log.info({ user, fault: faultName(error) }, 'sending a reply as a direct message')
    await sendDirectly(tools, screen, from, thread)
  }
}

async function sendDirectly(tools: ShowTools, screen: Screen, { user }: Sender, thread: string | null = null): Promise<void> {
  const { postMessage } = tools.once.chat
  await withOrWithoutTable(screen, (rendered) => postMessage({ channel: user, ...rendered, mrkdwn: false, ...inThread(thread) }))
}

/** Sends a table as records if Slack refuses its own block: it is newer than some of what speaks Slack's API. */
async function withOrWithoutTable(screen: Screen, send: (rendered: Rendered) => Promise<unknown>): Promise<void> {
  try {
    await send(render(screen))
  } catch (error) {
    const fault = readFault(error)
    if (!hasOwnTable(screen) || fault.kind !== 'platform' || !/^invalid_(?:blocks|attachments)|table/u.test(fault.error)) throw error
    await send(render(screen, 'records'))
  }
}

const inThread = (thread: string | null) => (thread === null ? {} : { thread_ts: thread })
