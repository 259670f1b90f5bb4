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
  /** `own`: only the asker sees the message whose button was pressed, so it can be replaced. */
  | {
      readonly kind: 'chat'
      readonly url: string | null
      readonly trigger: string | null
      readonly own: boolean
      /** The `ts` of the thread to answer in. */
      readonly thread?: string | null
    }
  | { readonly kind: 'home'; readonly trigger: string | null }
  | { readonly kind: 'modal'; readonly view: string; readonly url: string | null }

export type Origin = { readonly from: Sender; readonly on: Surface }
