// What a button says when it is pressed: stateless and versioned, so that it works after a restart and in a year.
import type { Period, Scope } from '../core/board.ts'
import type { OptionId } from '../core/quiz.ts'
import type { RoundId } from '../core/round.ts'

export type Control =
  /** `option` is null where several are chosen: the platform hands them over beside the control. */
  | { readonly kind: 'answer'; readonly round: RoundId; readonly option: OptionId | null }
  | { readonly kind: 'show-round'; readonly round: RoundId }
  | { readonly kind: 'board'; readonly scope: Scope; readonly period: Period; readonly page: number }
  | { readonly kind: 'lookup'; readonly words: string }
  | { readonly kind: 'compare'; readonly table: string }
  | { readonly kind: 'progress' }
  | { readonly kind: 'set-up' }

/** Discord allows 100 characters in a custom_id, Slack 255 in an action_id. */
export const controlLimit = 100

const version = 'v1'

/** The control as text of at most 100 characters. Words that do not fit are cut. */
export function encodeControl(control: Control): string {
  return [version, ...fields(control)].join(':').slice(0, controlLimit)
}

function fields(control: Control): readonly string[] {
  switch (control.kind) {
    case 'answer':
      return ['answer', control.round, control.option ?? '*']
    case 'show-round':
      return ['round', control.round]
    case 'board':
      return ['board', control.scope, control.period, String(control.page)]
    case 'lookup':
      return ['lookup', control.words]
    case 'compare':
      return ['compare', control.table]
    case 'progress':
      return ['progress']
    case 'set-up':
      return ['set-up']
  }
}

/** The control, or undefined for text that is no control of this version: an old button, or somebody's invention. */
export function decodeControl(text: string): Control | undefined {
  const [seen, kind, ...rest] = text.split(':')
  if (seen !== version) return undefined
  const [first = '', second = '', third = ''] = rest
  switch (kind) {
    case 'answer':
      if (!isRoundId(first) || !/^([a-f]|\*)$/.test(second)) return undefined
      return { kind: 'answer', round: first, option: second === '*' ? null : second }
    case 'round':
      return isRoundId(first) ? { kind: 'show-round', round: first } : undefined
    case 'board': {
      const page = Number(third)
      if (!isScope(first) || !isPeriod(second) || !Number.isInteger(page) || page < 0 || page > 9999) return undefined
      return { kind: 'board', scope: first, period: second, page }
    }
    case 'lookup':
      return { kind: 'lookup', words: rest.join(':') }
    case 'compare':
      return { kind: 'compare', table: rest.join(':') }
    case 'progress':
      return { kind: 'progress' }
    case 'set-up':
      return { kind: 'set-up' }
    default:
      return undefined
  }
}

const isRoundId = (text: string) => /^[0-9a-f]{16}$/.test(text)
const isScope = (text: string): text is Scope => text === 'place' || text === 'group'
const isPeriod = (text: string): text is Period => text === 'week' || text === 'month' || text === 'all'
