// A channel that the bot has lost, in words: what to call it, why its quiz was stopped, and what to do.
import type { ChannelLoss, Quiz } from '../core/quiz.ts'
import { unreachableLimit } from '../core/retire.ts'
import { command, type Inline, type Text } from './text.ts'

/** Platforms show a deleted channel by its bare id or as “unknown”, so it's called what it is. */
export function channelName({ place, retired }: Pick<Quiz, 'place' | 'retired'>): Inline {
  return retired === 'deleted' ? 'A deleted channel' : { kind: 'place', id: place }
}

/** In a sentence. */
export function whyStopped(how: ChannelLoss): string {
  switch (how) {
    case 'deleted':
      return 'The channel was deleted.'
    case 'archived':
      return 'The channel is archived.'
    case 'unreachable':
      return `The bot couldn’t find the channel ${unreachableLimit} times in a row. Either it was deleted, or the bot was removed from it.`
  }
}

export function whatToDo(how: ChannelLoss): Text {
  switch (how) {
    case 'deleted':
      return ['To use another channel, type ', command('setup'), ' in another channel.']
    case 'archived':
      return ['Unarchive the channel to start the questions again, or type ', command('setup'), ' in another channel.']
    case 'unreachable':
      return ['Add the bot to the channel again and type ', command('resume'), ' there, or type ', command('setup'), ' in another channel.']
  }
}
