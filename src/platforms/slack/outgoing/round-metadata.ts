// The round id that a post carries, so that the post can be found again: https://docs.slack.dev/messaging/message-metadata/
import type { RoundId } from '../../../core/round.ts'
import { raw, type Raw } from '../raw.ts'

const eventType = 'studyhall_round'

export const roundMetadata = (round: RoundId) => ({ event_type: eventType, event_payload: { round } })

/** Whether a message carries this round. Other apps can write the same, so check its author too. */
export function carriesRound(message: Raw, round: RoundId): boolean {
  const metadata = raw(message['metadata'])
  return metadata['event_type'] === eventType && raw(metadata['event_payload'])['round'] === round
}
