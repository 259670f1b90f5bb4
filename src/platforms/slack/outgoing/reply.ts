// From replies to what Slack is sent: beside the message that was pressed, in a modal, in the App Home.
import type { types, webApi } from '@slack/bolt'
import type { FormValues } from '../../../screens/form.ts'
import type { Reply } from '../../../screens/request.ts'
import type { Screen } from '../../../screens/screen.ts'
import { fieldsOf } from './render-cache.ts'
import { faultName } from '../connection/post-errors.ts'
import { formErrors, formView } from './form.ts'
import type { Sender, Surface } from '../incoming/read-payload.ts'
import type { Log } from '../../../core/log.ts'
import { render, renderView } from './render.ts'
import { ResponseRefused, type Responder } from '../connection/response-url.ts'

/** What an acknowledgement carries: https://docs.slack.dev/interactivity/view-submissions-and-closures */
export type Ack = Readonly<Record<string, unknown>> | undefined

export type Replier = {
  /** Sends all replies. Never fails: what cannot be shown is in the log. */
  send(replies: readonly Reply[], from: Sender, on: Surface): Promise<void>
  /** The acknowledgement that answers a filled form, in the modal itself. */
  inForm(replies: readonly Reply[], asked: FormValues): Ack
  publishHome(user: string, replies: readonly Reply[]): Promise<void>
}

type Tools = { readonly web: webApi.WebClient; readonly once: webApi.WebClient; readonly responder: Responder; readonly log: Log }

export function createReplier(tools: Tools): Replier {
  const { web, log } = tools
  const published = new Map<string, string>()
  return {
    send: async (replies, from, on) => {
      for (const reply of replies) {
        try {
          await sendOne(tools, reply, from, on)
        } catch (error) {
          log.warn({ user: from.user, channel: from.channel, fault: faultName(error) }, 'a reply could not be shown')
        }
      }
    },
    inForm: (replies, asked) => {
      const wrong = replies.find((reply) => reply.to === 'form-errors')
      if (wrong !== undefined) return { response_action: 'errors', errors: formErrors(wrong.errors, asked) }
      const screen = replies.at(-1)?.screen
      return screen === undefined ? undefined : { response_action: 'update', view: modal(screen) }
    },
    publishHome: async (user, replies) => {
      const screen = replies.at(-1)?.screen
      if (screen === undefined) return
      const blocks = renderView(screen)
      const drawn = JSON.stringify(blocks)
      if (published.get(user) === drawn) return
      try {
        await web.views.publish({ user_id: user, view: { type: 'home', blocks } })
        remember(published, user, drawn)
      } catch (error) {
        log.warn({ user, fault: faultName(error) }, 'the App Home could not be shown')
      }
    },
  }
}

/** The page fires an event each time it is opened; what stands there already is not published again. */
const homesKept = 1_000

function remember(published: Map<string, string>, user: string, drawn: string): void {
  published.delete(user)
  published.set(user, drawn)
  const oldest = published.size > homesKept ? published.keys().next().value : undefined
  if (oldest !== undefined) published.delete(oldest)
}

function modal(screen: Screen): types.ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: 'Studyhall', emoji: false },
    close: { type: 'plain_text', text: 'Close', emoji: false },
    blocks: renderView(screen),
  }
}

async function sendOne(tools: Tools, reply: Reply, from: Sender, on: Surface): Promise<void> {
  switch (reply.to) {
    case 'asker':
      return showScreen(tools, reply.screen, reply.update, from, on)
    case 'form-errors':
      // Not an answer to a form here: the same was typed on one line.
      return showScreen(tools, reply.screen, false, from, on)
    case 'form':
      return showForm(tools, reply, from, on)
  }
}

async function showScreen(tools: Tools, screen: Screen, update: boolean, from: Sender, on: Surface): Promise<void> {
  switch (on.kind) {
    case 'chat':
      return whisper(tools, screen, update && on.own, from, on.url)
    case 'modal':
      await tools.web.views.update({ view_id: on.view, view: modal(screen) })
      return
    case 'home':
      return openModal(tools, modal(screen), on.trigger, () => tellDirectly(tools, screen, from))
  }
}

async function showForm(tools: Tools, reply: Extract<Reply, { to: 'form' }>, from: Sender, on: Surface): Promise<void> {
  const view = formView(reply.form, reply.values, { channel: reply.place === null ? null : from.channel, url: on.kind === 'chat' ? on.url : null })
  if (on.kind === 'modal') {
    await tools.web.views.update({ view_id: on.view, view })
    return
  }
  return openModal(tools, view, on.trigger, () => showScreen(tools, reply.screen, false, from, on))
}

/** A trigger is good for one modal within 3 s. https://docs.slack.dev/interactivity/handling-user-interaction/#modal_responses */
async function openModal(tools: Tools, view: types.ModalView, trigger: string | null, otherwise: () => Promise<void>): Promise<void> {
  try {
    if (trigger === null) throw new Error('nothing to open a modal with')
    await tools.once.views.open({ trigger_id: trigger, view })
  } catch (error) {
    tools.log.warn({ fault: faultName(error) }, 'a modal could not be opened; the reply goes into the chat')
    await otherwise()
  }
}

/** For one person alone, beside the message; where the address is used up, in the channel by the bot's own token. */
async function whisper(tools: Tools, screen: Screen, replace: boolean, from: Sender, url: string | null): Promise<void> {
  if (url !== null) {
    try {
      return await tools.responder.send(url, `{"response_type":"ephemeral","replace_original":${replace},${fieldsOf(screen)}}`)
    } catch (error) {
      if (!(error instanceof ResponseRefused)) throw error
      tools.log.info({ user: from.user, fault: error.message }, 'a reply goes by another way')
    }
  }
  if (from.channel === null) return tellDirectly(tools, screen, from)
  await tools.web.chat.postEphemeral({ channel: from.channel, user: from.user, ...render(screen) })
}

async function tellDirectly(tools: Tools, screen: Screen, from: Sender): Promise<void> {
  const { postMessage } = tools.once.chat
  await postMessage({ channel: from.user, ...render(screen), mrkdwn: false })
}
