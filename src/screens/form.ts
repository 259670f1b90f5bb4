// A form as data: what it asks for, so that each platform can show it with its own inputs.
import type { Button } from './screen.ts'

/** Something to choose: what is sent for it, and what people read. */
export type Suggestion = { readonly value: string; readonly label: string }

/** A form for the options of one command. */
export type Form = {
  /** The command; its name stands in every open form, so it stays valid. */
  readonly command: string
  readonly title: string
  readonly fields: readonly FormField[]
  /** Which thing of the command's it is about; stands in every open form, and comes back with it. Letters, digits and hyphens. */
  readonly about?: string
  /** Asks for the channel too; the channel of the reply is chosen at first. */
  readonly asksPlace?: true
  /** Shows more fields and keeps what was typed, on a platform where a form can have buttons. */
  readonly more?: Button
}

export type FormField = {
  /** The name of the option. */
  readonly name: string
  readonly label: string
  readonly hint?: string
  /** May be left empty. */
  readonly optional?: true
  readonly input: FormInput
}

export type FormInput =
  /** A time of day. `usual`: shown if none is known. */
  | { readonly kind: 'time'; readonly usual: string }
  /** `lines`: of several lines. */
  | { readonly kind: 'text'; readonly usual: string; readonly longest: number; readonly lines?: true }
  /** One of a few, all in sight; or of more, in a menu. The first if nothing else holds. */
  | { readonly kind: 'one' | 'menu'; readonly choices: readonly Suggestion[] }
  | { readonly kind: 'several'; readonly choices: readonly Suggestion[] }
  /** One of what the bot suggests while somebody types. `from`: after so many letters. */
  | { readonly kind: 'suggested'; readonly placeholder: string; readonly from: number }
  /** The same with several. `choices`: all there are, for a platform that suggests nothing inside a form. */
  | { readonly kind: 'several-suggested'; readonly placeholder: string; readonly from: number; readonly choices: readonly Suggestion[] }

/** What is filled in, as text by option name; several with commas between. */
export type FormValues = Readonly<Record<string, string>>

/** What a form shows at first: a text by option name, or choices as people read them. */
export type FormStart = Readonly<Record<string, string | readonly Suggestion[]>>

/** What a form is known by while it is open: its command, and what it is about. No command has a space in its name. */
export const formName = ({ command, about }: Pick<Form, 'command' | 'about'>): string => (about === undefined ? command : `${command} ${about}`)

export function readFormName(name: string): { readonly command: string; readonly about?: string } {
  const [command = '', about] = name.split(' ')
  return { command, ...(about === undefined ? {} : { about }) }
}
