// Where a payload came from: who sent it, and where replies to it can be shown.
import type { EventId } from '../../core/quiz.ts'
import type { ChannelId, UserId } from './ids.ts'

export type Sender = {
  readonly event: EventId
  readonly user: UserId
  /** The handle that came with the payload, in case Slack says nothing better. */
  readonly shownAs: string
  /** Null in the App Home, in a form opened there, and in direct messages. */
  readonly channel: ChannelId | null
}

/** Where replies go. `trigger` opens a modal; `url` is a response_url. */
export type Surface =
  | {
      readonly kind: 'chat'
      readonly url: string | null
      readonly trigger: string | null
      /**
       * The message whose button was pressed, if it is the asker's alone, so that it can be replaced: an ephemeral one, or an ordinary one
       * in their direct messages with the bot. Null for any other, and where nothing was pressed.
       */
      readonly own: 'ephemeral' | 'direct' | null
      /** The `ts` of that message, if it is in their direct messages. */
      readonly message?: string
      /** The direct message it happened in, with the bot or with somebody else; absent elsewhere. */
      readonly direct?: ChannelId
      /** The `ts` of the thread to answer in. */
      readonly thread?: string | null
    }
  | { readonly kind: 'home'; readonly trigger: string | null }
  | { readonly kind: 'modal'; readonly view: string; readonly url: string | null }

export type Origin = { readonly from: Sender; readonly on: Surface }
