// What platforms ask the bot and what it answers: plain data in both directions.
import type { ParsedCommand } from '../commands/parse.ts'
import type { AccountId, Barred, EventId, GroupId, OptionId, PersonId, PlaceId } from '../core/quiz.ts'
import type { Instant, Zone } from '../core/time.ts'
import type { UnclearWords } from './direct-words.ts'
import type { Form, FormStart, FormValues } from './form.ts'
import type { Button, Screen } from './screen.ts'

export type Requester = {
  readonly id: PersonId
  /** The platform's own user, where one user is a different person in each group; absent where that is the same as `id`. */
  readonly account?: AccountId
  readonly name: string
  /** The platform did not say in time who this is; `name` is what there is to call them by. */
  readonly standIn?: boolean
  /** The person's own zone if the platform knows it. */
  readonly zone: Zone | null
  /** Owns or administers the group, so may manage every quiz in it. */
  readonly admin: boolean
  /** May set up the first quiz of a channel. */
  readonly maySetUp: boolean
  /** Absent where nothing is known against it. */
  readonly barred?: Barred | undefined
}

type From = {
  /** The same for a repeated delivery of the same thing. */
  readonly event: EventId
  readonly at: Instant
  readonly group: GroupId
  /**
   * Asked outside of all groups, as in a direct message on Discord: `group` is a stand-in that the ledger doesn't know, and `asker` is
   * nobody in a group. What is about a group is about those of the asker's account (features/members.ts).
   */
  readonly outside?: boolean
  /** The channel; null if there is none, as in Slack's App Home and in direct messages. */
  readonly place: PlaceId | null
  readonly asker: Requester
}

/** A file that somebody sent along, or why it can't be read, in a sentence. */
export type AttachedFile = { readonly name: string; readonly data: Uint8Array } | { readonly name: string; readonly problem: string }

export type Press = From & {
  readonly kind: 'press'
  /** What the button says: the text of a control, or whatever else an old or a forged button holds. */
  readonly control: string
  /** The options that were picked, if they are not in the control. */
  readonly chosen: readonly OptionId[]
  /** What stands in the form that the button is on. */
  readonly filled?: FormValues
  /** The message for everybody that the button is on, as the platform names it; absent where that's unknown, and on private ones. */
  readonly message?: string
}

export type Request =
  /** `file`: came with a command that takes one. */
  | (From & { readonly kind: 'command'; readonly command: ParsedCommand; readonly file?: AttachedFile })
  | Press
  /** A filled form, by the command that it belongs to; `place` is the channel that was chosen in it. */
  | (From & { readonly kind: 'form'; readonly command: string; readonly about?: string; readonly values: FormValues })
  /** Somebody wrote to the bot, but nothing that it can answer. `offer`: a command to offer as a button, where others would see its answer. */
  | (From & { readonly kind: 'hello'; readonly offer: string | null })
  /**
   * Words were written in a direct message where it isn't sure what they are for. `otherwise`: what they mean if nothing can be answered; null
   * for small talk.
   */
  | (From & { readonly kind: 'unclear'; readonly of: UnclearWords; readonly otherwise: ParsedCommand | null })
  /** A page of the person's own was opened, as Slack's App Home. */
  | (From & { readonly kind: 'home' })

/** The asker as the ledger keeps people. */
export function personSeen({ asker, group }: Pick<Request, 'asker' | 'group'>): Pick<Requester, 'id' | 'account' | 'name' | 'standIn'> & { readonly group: GroupId } {
  const { id, account, name, standIn = false } = asker
  return { id, ...(account === undefined ? {} : { account }), group, name, standIn }
}

export type Reply =
  /** For the asker alone. `update`: in place of the private screen whose button was pressed, if there is one. */
  | {
      readonly to: 'asker'
      readonly screen: Screen
      readonly update: boolean
      /** Somebody who may use the managers' commands from now on; a platform that hides these can say how to show them. */
      readonly newManager?: PersonId
    }
  /**
   * A session of the asker's own, such as an exam, that lasts longer than a private message in a channel. Where those are lost at a reload
   * (Slack), it goes on in the direct messages with the bot, and the asker sees `pointer` where they asked; if they take no direct messages,
   * `screen` with a word about it. Elsewhere `screen` alone, as a private one. A press always replaces the private or direct message that
   * was pressed, so an old button or a second press may simply be answered with where the session stands.
   */
  | { readonly to: 'direct'; readonly screen: Screen; readonly pointer: Screen }
  /**
   * A form for the asker, filled with what holds now. A platform without forms shows `screen`, and `line` to type anew with changes: null
   * where there is nothing yet. `example`: a line that is enough to type; null where all of `line` is typed again, or `screen` has one.
   * Where the form does not fit, or cannot be opened right now, `parts` stand under the screen: each button asks for a part of it.
   */
  | {
      readonly to: 'form'
      readonly parts: readonly Button[]
      readonly form: Form
      readonly values: FormStart
      readonly place: PlaceId | null
      readonly screen: Screen
      readonly line: string | null
      readonly example: string | null
    }
  /**
   * What is wrong with the filled form, by option name. A platform that cannot show it in the form shows `screen`. `again`: the control
   * that asks for the form once more. `typed`: what was filled in.
   */
  | { readonly to: 'form-errors'; readonly errors: FormValues; readonly screen: Screen; readonly again: string; readonly typed: FormValues }
