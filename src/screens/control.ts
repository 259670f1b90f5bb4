// What a button says when it is pressed, as text: stateless and versioned, so that it works after a restart and in a year.
// A feature declares its controls by a word and fields; old buttons are out there, so neither may ever change.
import type { PlaceId } from '../core/quiz.ts'
import type { RoundId } from '../core/round.ts'
import { isDate, type LocalDate } from '../core/time.ts'

/** Discord allows 100 characters in a custom_id, of which it needs a few to tell equal controls apart; Slack allows 255 in an action_id. */
export const controlLimit = 97

const version = 'v1'

/** How a value stands in a control. `read` is undefined for a text that is no such value. */
export type Field<T> = {
  write(value: T): string
  read(text: string): T | undefined
  /** Takes all that is left of the text, colons included: for the last field. */
  readonly rest?: true
}

type Fields = Readonly<Record<string, Field<unknown>>>
type FieldValues<F extends Fields> = { readonly [N in keyof F]: F[N] extends Field<infer T> ? T : never }

/** What platforms have to know of a control before it is answered. */
export type ControlTraits = {
  /** The answer stands beside the screen that the button is on, and not in its place. */
  readonly beside?: true
  /** The answer depends on what somebody may do. */
  readonly rights?: true
}

/** Methods and not properties, so that controls of different values fit in one table. */
export type Control<V> = ControlTraits & {
  readonly word: string
  /** At most `controlLimit` characters; words that do not fit are cut. */
  text(values: V): string
  /** Undefined for another control, for a control of another version, and where a field cannot be read. More fields than there are do no harm. */
  read(text: string): V | undefined
}

/** @param word stands in every such button, so it never changes */
export function control<const F extends Fields>(word: string, fields: F, traits: ControlTraits = {}): Control<FieldValues<F>> {
  const all = Object.entries(fields)
  const head = `${version}:${word}`
  return {
    ...traits,
    word,
    text: (values) => {
      const given = values as Readonly<Record<string, unknown>>
      return [head, ...all.map(([name, field]) => field.write(given[name]))].join(':').slice(0, controlLimit)
    },
    read: (text) => {
      // Every press asks several controls in turn.
      if (!text.startsWith(head) || (text.length > head.length && text[head.length] !== ':')) return undefined
      const parts = text.split(':').slice(2)
      const values = all.map(([name, field], at) => [name, field.read(field.rest === true ? parts.slice(at).join(':') : (parts[at] ?? ''))] as const)
      return values.some(([, value]) => value === undefined) ? undefined : (Object.fromEntries(values) as FieldValues<F>)
    },
  }
}

/** The word that a control begins with, behind its version. */
export const wordOf = (text: string): string | undefined => text.split(':')[1]

/** Any id, colons included; it must not contain a tilde. */
export const idField: Field<string> = {
  write: (value) => value.replaceAll(':', '~'),
  read: (text) => (text === '' ? undefined : text.replaceAll('~', ':')),
}

/** Any words, as the last field. */
export const words: Field<string> = { write: (value) => value, read: (text) => text, rest: true }

export const roundId: Field<RoundId> = { write: (value) => value, read: (text) => (/^[0-9a-f]{16}$/.test(text) ? text : undefined) }

export const dateField: Field<LocalDate> = { write: (value) => value, read: (text) => (isDate(text) ? text : undefined) }

export function oneOf<const Choice extends string>(...choices: readonly Choice[]): Field<Choice> {
  return { write: (value) => value, read: (text) => choices.find((choice) => choice === text) }
}

/** A whole number from 0. */
export function upTo(most: number): Field<number> {
  return {
    write: String,
    read: (text) => {
      const value = Number(text)
      return text !== '' && Number.isInteger(value) && value >= 0 && value <= most ? value : undefined
    },
  }
}

/** Runs a command as if it had been typed: how a button of one feature leads to another. */
export const runControl = control('run', { line: words })

/** The same with a file that was sent before: for a choice that has to be made first. `file`: its name in the memory of the bot. */
export const fileControl = control('file', { file: { write: (value) => value, read: (text) => (/^[0-9a-f]{8}$/u.test(text) ? text : undefined) } as Field<string>, line: words })

/** Presses another control in a channel: for buttons outside of all channels, as on one's own page and in direct messages. */
export const channelControl = control('in', { place: idField, inner: words })

/** Presses another control about one of the bot's courses: for buttons where no channel says which. `course`: its number. */
export const courseControl = control('of', { course: upTo(9999), inner: words })

/** The same for somebody who chooses the course, to be kept for what they ask next. */
export const chooseCourseControl = control('course', { course: upTo(9999), inner: words })

/** The control about that course; as it is if there is no room to say the course. */
export function ofCourse(course: number, inner: string): string {
  if (courseControl.read(inner) !== undefined || chooseCourseControl.read(inner) !== undefined) return inner
  const whole = [version, courseControl.word, course, inner].join(':')
  return whole.length <= controlLimit ? whole : inner
}

/** The control without the course that it is about. */
export const innerControl = (control: string): string => (courseControl.read(control) ?? chooseCourseControl.read(control))?.inner ?? control

/** The control as if it were pressed in that channel; as it is if there is no room to say the channel. */
export function inChannel(place: PlaceId, inner: string): string {
  if (channelControl.read(inner) !== undefined) return inner
  const whole = [version, channelControl.word, idField.write(place), inner].join(':')
  return whole.length <= controlLimit ? whole : inner
}
