// What Slack sent, as plain data.
import type { OptionId } from '../../../core/quiz.ts'
import type { Instant } from '../../../core/time.ts'
import type { UnclearWords } from '../../../screens/direct-words.ts'
import type { FormValues } from '../../../screens/form.ts'
import type { AttachedFile } from '../../../screens/request.ts'
import type { MessageRef } from '../../platform.ts'
import type { ChannelId, TeamId, UserId } from '../ids.ts'
import type { Raw } from '../raw.ts'
import type { Origin, Sender } from '../origin.ts'

export type Incoming =
  | (Origin & Pressed & { readonly kind: 'press' })
  /** A checkbox was checked or unchecked; nothing counts until the button is pressed. */
  | { readonly kind: 'checkbox' }
  /** `line`: what was typed after /study. `file`: came with it. */
  | (Origin & { readonly kind: 'command'; readonly line: string; readonly file?: AttachedFile })
  /**
   * `form`: the command that it belongs to; empty for a form that this version did not make. `team`: the workspace that the app showed
   * it in; null if Slack does not say.
   */
  | (Origin & { readonly kind: 'form'; readonly form: string; readonly team: TeamId | null; readonly values: FormValues })
  /** Somebody is typing in a menu that the bot fills. */
  | { readonly kind: 'suggest'; readonly form: string; readonly field: string; readonly typed: string }
  /**
   * Somebody wrote to the bot: after a mention of it, or in a direct message. `at`: when, by Slack's clock; null if Slack does not say.
   * `files`: that were sent with it directly; absent if there are none. Without words, there are some.
   */
  | (Origin & { readonly kind: 'written'; readonly words: string; readonly at: Instant | null; readonly files?: readonly SentFile[] })
  | { readonly kind: 'home'; readonly from: Sender }
  /** `data`: the user, as Slack had them when it sent the event. */
  | { readonly kind: 'user-changed'; readonly user: UserId; readonly data: Raw }
  /** The app was taken out of the workspace. */
  | { readonly kind: 'removed' }
  /** A channel has another id from now on. */
  | { readonly kind: 'channel-moved'; readonly from: ChannelId; readonly to: ChannelId }
  | { readonly kind: 'channel-deleted' | 'channel-archived' | 'channel-unarchived'; readonly channel: ChannelId }
  | { readonly kind: 'other' }

/** As Slack describes it: https://docs.slack.dev/reference/objects/file-object. `url`: null where the bot gets no address. */
export type SentFile = { readonly name: string; readonly type: string; readonly size: number; readonly url: string | null }

type Pressed = {
  readonly control: string
  /** What was checked beside the button. */
  readonly chosen: readonly OptionId[]
  /** When it was pressed, by Slack's clock; null if Slack does not say. */
  readonly at: Instant | null
  /** What stands in the form that the button is on; null if it is on no form. */
  readonly filled: FormValues | null
  /** The message that the button is on; null if only one person sees it. */
  readonly message: MessageRef | null
}

/**
 * What people do that is answered with a screen. `hello`: written words that are no command. `unclear`: it isn't sure what the words are
 * for; `line`: what they mean where nothing can be answered.
 */
export type Asking =
  | Extract<Incoming, { kind: 'press' | 'command' | 'form' | 'home' }>
  | (Origin & { readonly kind: 'hello' })
  | (Origin & { readonly kind: 'unclear'; readonly of: UnclearWords; readonly line: string | null })
