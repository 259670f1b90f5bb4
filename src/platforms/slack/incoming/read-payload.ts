// Reads any raw payload of Slack's into plain data. Payloads go no further than this and the readers that it calls.
import type { UserId } from '../ids.ts'
import { commandOfForm } from '../input-ids.ts'
import { raw, text, type Raw } from '../raw.ts'
import type { Incoming } from './incoming.ts'
import { readEvent } from './read-event.ts'
import { readCommand, readPress, readSubmission } from './read-interaction.ts'

/** @param bot the bot's own user id */
export function readIncoming(payload: unknown, bot: UserId): Incoming {
  const body = raw(payload)
  if (body['event'] !== undefined) return readEvent(body, bot)
  if (text(body['command']) !== undefined) return readCommand(body)
  switch (body['type']) {
    case 'block_actions':
      return readPress(body)
    case 'view_submission':
      return readSubmission(body)
    case 'block_suggestion':
      return readSuggest(body)
    default:
      return { kind: 'other' }
  }
}

function readSuggest(body: Raw): Incoming {
  return {
    kind: 'suggest',
    form: commandOfForm(text(raw(body['view'])['callback_id'])) ?? '',
    field: text(body['action_id']) ?? '',
    typed: text(body['value']) ?? '',
  }
}
