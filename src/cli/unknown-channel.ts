// What to say to an operator who names a channel that isn't there.
import type { PlaceId } from '../core/quiz.ts'

export function unknownChannel(channel: string | undefined, channels: readonly PlaceId[]): string {
  if (channels.length === 0) return 'No channel has a daily question yet. Set one up with /study setup.'
  if (channel === undefined) return `Several channels have a daily question. Write one of these:\n${channels.join('\n')}`
  return `No channel with a daily question is called “${channel}”, or several are. Write one of these:\n${channels.join('\n')}`
}
