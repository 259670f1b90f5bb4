// Sends the bot's replies to where they belong: beside the message that was pressed, in a modal, in the App Home.
import type { FormValues } from '../../../screens/form.ts'
import type { Reply } from '../../../screens/request.ts'
import type { Screen } from '../../../screens/screen.ts'
import type { Ack } from '../connection/acknowledge.ts'
import { faultName } from '../connection/fault.ts'
import { channelOf, type UserId } from '../ids.ts'
import type { Origin } from '../origin.ts'
import { formErrors, formView } from './form.ts'
import { showDirect } from './direct.ts'
import { createPublishHome } from './home.ts'
import { modalView } from './modal.ts'
import type { SendFiles } from './files.ts'
import { openModal, showScreen, type ShowTools } from './show.ts'

export type Replier = {
  /** Sends all replies. Never fails: what cannot be shown is in the log. */
  send(replies: readonly Reply[], origin: Origin): Promise<void>
  /** The acknowledgement that answers a filled form in its own modal. */
  inForm(replies: readonly Reply[], asked: FormValues, origin: Origin): Ack
  /** Shows the last reply as the user's App Home. Never fails. */
  publishHome(user: UserId, replies: readonly Reply[]): Promise<void>
}

/** @param sendFiles sends pictures and files of a screen that is shown already */
export function createReplier(tools: ShowTools, sendFiles: SendFiles): Replier {
  const publish = createPublishHome(tools)
  return {
    send: async (replies, origin) => {
      for (const reply of replies) {
        try {
          await sendOne(tools, reply, origin)
        } catch (error) {
          tools.measures?.notShown?.()
          const { user, channel } = origin.from
          tools.log.warn({ user, channel, fault: faultName(error) }, 'could not show a reply')
        }
      }
      // After all texts: a file takes its time.
      for (const { screen } of replies) await sendFiles(screen, origin.from.user)
    },
    inForm: (replies, asked, { from, on }) => {
      const wrong = replies.find((reply) => reply.to === 'form-errors')
      if (wrong !== undefined) return { response_action: 'errors', errors: formErrors(wrong.errors, asked) }
      const last = replies.at(-1)
      const screen = last?.to === 'direct' ? last.pointer : last === undefined ? undefined : tools.images.known(last.screen)
      const context = { channel: from.channel, url: on.kind === 'modal' ? on.url : null }
      return screen === undefined ? undefined : { response_action: 'update', view: modalView(screen, context) }
    },
    publishHome: async (user, replies) => {
      const screen = replies.at(-1)?.screen
      if (screen !== undefined) await publish(user, screen)
    },
  }
}

async function sendOne(tools: ShowTools, asked: Reply, origin: Origin): Promise<void> {
  // A modal has to be open within 3 s; the picture is on its way for the next time.
  const ready = tools.images.ready(asked.screen)
  const reply = { ...asked, screen: origin.on.kind === 'home' ? tools.images.known(asked.screen) : await ready }
  switch (reply.to) {
    case 'asker':
      return showScreen(tools, reply.screen, reply.update, origin)
    case 'direct':
      return showDirect(tools, reply, origin)
    case 'form-errors':
      // No form is open here: the same was typed on one line.
      return showScreen(tools, reply.screen, false, origin)
    case 'form':
      return showForm(tools, reply, origin)
  }
}

async function showForm(tools: ShowTools, reply: Extract<Reply, { to: 'form' }>, origin: Origin): Promise<void> {
  const { from, on } = origin
  const view = formView(reply.form, reply.values, { channel: reply.place === null ? null : (channelOf(reply.place) ?? from.channel), url: on.kind === 'home' ? null : on.url })
  if (on.kind === 'modal') {
    await tools.web.views.update({ view_id: on.view, view })
    return
  }
  const inChat: Screen = { ...reply.screen, blocks: [...reply.screen.blocks, { kind: 'buttons', buttons: reply.parts }] }
  return openModal(tools, view, on.trigger, () => showScreen(tools, inChat, false, origin))
}
