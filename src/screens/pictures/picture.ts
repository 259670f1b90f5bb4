// Pictures as data: what they show, not how. Each renderer draws them its own way: as a PNG, or with characters.
import type { ImageType } from '../../core/question.ts'
import type { LocalDate } from '../../core/time.ts'

/** Each kind says all that its drawing needs. Names of people are drawn only where the font has all of their characters. */
export type Picture = Calendar | Bars | Board | Layers | Areas | Steps

/** What somebody did, day by day, in weeks from Monday to Sunday. */
export type Calendar = {
  readonly kind: 'calendar'
  readonly title: string
  /** In order, one for each day. `count`: what was done that day. */
  readonly days: readonly { readonly date: LocalDate; readonly count: number }[]
}

/** Shares in percent, each as a bar. */
export type Bars = { readonly kind: 'bars'; readonly title: string; readonly rows: readonly BarRow[] }
export type BarRow = { readonly label: string; readonly right: number; readonly of: number }

export type Board = { readonly kind: 'board'; readonly title: string; readonly rows: readonly BoardRow[] }
export type BoardRow = { readonly rank: number; readonly name: string; readonly points: number; readonly you: boolean }

/** Whose a part of a diagram is: one color and one mark each. */
export type Side = 'provider' | 'customer' | 'shared'

type Part = { readonly title: string; readonly side: Side; readonly points: readonly string[] }

/** Stacks of layers, one on top of the other. `note`: what the stack is called in the model. */
export type Layers = { readonly kind: 'layers'; readonly title: string; readonly stacks: readonly (Part & { readonly note?: string | undefined })[] }

/** Two sides, what they have in common, and what comes of it. */
export type Areas = {
  readonly kind: 'areas'
  readonly title: string
  readonly sides: readonly Part[]
  readonly joint: {
    readonly title: string
    /** `halves`: what each side does in it, in the order of the sides. */
    readonly areas: readonly { readonly title: string; readonly halves: readonly string[] }[]
  }
  readonly result?: string | undefined
}

/** Steps, one after the other. `loop`: one more step, which leads back to the first. */
export type Steps = {
  readonly kind: 'steps'
  readonly title: string
  readonly steps: readonly { readonly title: string; readonly points: readonly string[] }[]
  readonly loop?: { readonly title: string; readonly points: readonly string[] } | undefined
  /** A list that belongs to all steps, for example their tools. */
  readonly aside?: { readonly title: string; readonly points: readonly string[] } | undefined
}

/** A picture that a course brings along, by its bytes. `path`: the file; absent if the course doesn't have it anymore. */
export type StillImage = { readonly kind: 'image'; readonly hash: string; readonly type: ImageType; readonly path?: string }

/** What it is sent as: chats show no SVG, so one is drawn. */
export function sentAs({ type }: StillImage): { readonly ending: string; readonly mime: string } {
  if (type === 'jpeg') return { ending: 'jpg', mime: 'image/jpeg' }
  return type === 'gif' ? { ending: 'gif', mime: 'image/gif' } : { ending: 'png', mime: 'image/png' }
}

/** The bytes of a picture: a PNG, or a still image as {@link sentAs} says. Never fails: undefined if there are none; the log has what went wrong. */
export type DrawPicture = (picture: Picture | StillImage) => Promise<Uint8Array | undefined>
