// What people are told where no workspace can answer them: the app was removed there, or the bot can't look at its database.
import type { types } from '@slack/bolt'
import type { Ack, Acknowledge } from '../connection/acknowledge.ts'
import type { ResponseUrlClient } from '../connection/response-url.ts'
import { raw, text } from '../raw.ts'
import { plainText } from '../outgoing/text-blocks.ts'

export const tryAgain = 'Studyhall can’t look at its database right now, so nothing was saved. Try again in a minute. Your earlier answers are safe.'

export const notInstalled = (installUrl: string): string => `Studyhall isn’t installed in this workspace. To use it here, install it: ${installUrl}`

/** Where there is somebody to tell: a command, a press, or a form. Never fails. */
export async function sayInstead(payload: unknown, ack: Acknowledge, responseUrls: Pick<ResponseUrlClient, 'send'>, words: string): Promise<void> {
  const body = raw(payload)
  const message = { response_type: 'ephemeral', replace_original: false, text: words }
  await ack(acknowledgement(body['type'], text(body['command']) !== undefined, message, words)).catch(() => undefined)
  const url = body['type'] === 'block_actions' ? text(body['response_url']) : undefined
  if (url !== undefined) await responseUrls.send(url, JSON.stringify(message)).catch(() => undefined)
}

function acknowledgement(type: unknown, isCommand: boolean, message: Ack, words: string): Ack {
  if (isCommand) return message
  if (type === 'block_suggestion') return { options: [] }
  return type === 'view_submission' ? { response_action: 'update', view: modal(words) } : undefined
}

const modal = (words: string): types.ModalView => ({
  type: 'modal',
  title: plainText('Studyhall'),
  close: plainText('Close'),
  blocks: [{ type: 'section', text: plainText(words) }],
})
