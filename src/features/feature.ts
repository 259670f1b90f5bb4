// The shape of a feature. Its face says what people can type, press and fill in: data alone, always loaded. What it answers, its
// samples and its part of the home page are loaded when they are first asked for.
import type { CommandSpec, Values } from '../commands/command.ts'
import type { Commands } from '../commands/commands.ts'
import type { PlaceId } from '../core/quiz.ts'
import type { Control } from '../screens/control.ts'
import type { FormValues, Suggestion } from '../screens/form.ts'
import type { Press, Reply, Request } from '../screens/request.ts'
import type { Block, Screen } from '../screens/screen.ts'
import type { Means } from './services.ts'

export type Face = {
  readonly commands: Readonly<Record<string, CommandSpec>>
  readonly controls: Readonly<Record<string, Control<unknown>>>
}

/** A screen alone is for the asker: in place of the screen whose button was pressed, unless its control says `beside`. */
type Answered = Screen | Reply | Promise<Screen | Reply>
type Answer<V> = (values: V, request: Request, means: Means) => Answered
type PressAnswer<V> = (values: V, press: Press, means: Means) => Answered
type FormAnswer = (values: FormValues, request: Request, means: Means) => Answered
type Rights = (request: Request, means: Means) => Promise<Screen | undefined>
type Suggest = (typed: string, limit: number, means: Means) => readonly Suggestion[]

/** What a feature answers: a function for each command and each control of its face. */
export type Answers<F extends Face> = {
  readonly commands: { readonly [N in keyof F['commands']]: Answer<Values<F['commands'][N]>> }
  readonly controls: { readonly [N in keyof F['controls']]: F['controls'][N] extends Control<infer V> ? PressAnswer<V> : never }
  /** By command: a refusal for whoever may not use it, asked before a complaint about what they typed. */
  readonly rights?: { readonly [N in keyof F['commands']]?: Rights } | undefined
  /** By the command that the form belongs to. */
  readonly forms?: { readonly [N in keyof F['commands']]?: FormAnswer } | undefined
  /** Values to offer for an option of kind `words` or `title`, by command and option. */
  readonly suggestions?: { readonly [N in keyof F['commands']]?: { readonly [O in keyof F['commands'][N]['options']]?: Suggest } } | undefined
}

/** A feature's part of the home page. */
export type HomePart = {
  /** What it shows above everything else. */
  readonly atTop?: (request: Request, means: Means) => Promise<readonly Block[]>
  /** What it shows of one channel. */
  readonly ofChannel?: (request: Request, place: PlaceId, means: Means) => Promise<readonly Block[]>
  /** What it shows once, below all channels; all buttons come together in one row. `channels`: how many the person has. */
  readonly atEnd?: (channels: number) => readonly Block[]
}

/** By the name of the screen and, if there are several, what sets this one apart. */
export type Samples = ReadonlyMap<string, Screen>

/** What the feature shows of a channel on the home page, in different states: on a busy day first, on a quiet one last. */
export type OnHome = readonly (readonly Block[])[]

/** The answers of whatever feature: the values that one takes are those that its face reads. */
export type AnyAnswers = {
  readonly commands: Readonly<Record<string, Answer<never>>>
  readonly controls: Readonly<Record<string, PressAnswer<never>>>
  readonly rights?: Readonly<Record<string, Rights | undefined>> | undefined
  readonly forms?: Readonly<Record<string, FormAnswer | undefined>> | undefined
  readonly suggestions?: Readonly<Record<string, Readonly<Record<string, Suggest | undefined>> | undefined>> | undefined
}

type Load<Loaded> = {
  readonly answers: () => Promise<Loaded>
  readonly samples: () => Promise<{ readonly samples: (commands: Commands) => Samples; readonly onHome?: OnHome }>
  readonly home?: () => Promise<{ readonly home: HomePart }>
}

export type Feature = Load<AnyAnswers> & { readonly face: Face }

/** The compiler checks here that the answers fit the face. */
export function feature<F extends Face>(face: F, load: Load<Answers<F>>): Feature {
  return { face, ...load } as Load<AnyAnswers> & { readonly face: Face }
}
