// Labels of buttons that a phone shows whole, cut so that no two of them look alike.
import { withoutCodeMarks } from '../core/code-marks.ts'

/** A longer label is cut on a phone anyway. */
export const longestLabel = 40

/** At most so long, and different from each other: the end alone is cut first, then the middle; what is still alike, or was before, gets a number. */
export function shortLabels(given: readonly string[], longest = longestLabel): readonly string[] {
  const labels = given.map(withoutCodeMarks)
  const ends = labels.map((label) => cutEnd(label, longest))
  const middles = labels.map((label, at) => (isAlone(ends, at) ? (ends[at] ?? '') : cutMiddle(label, longest)))
  // One that is alone keeps its words, also if it comes later.
  const taken = new Set(middles.filter((_, at) => isAlone(middles, at)))
  return middles.map((label, at) => {
    let own = label
    for (let nth = 2; !isAlone(middles, at) && taken.has(own); nth += 1) own = numbered(label, nth, longest)
    taken.add(own)
    return own
  })
}

export const shortLabel = (label: string): string => cutEnd(withoutCodeMarks(label), longestLabel)

const isAlone = (labels: readonly string[], at: number): boolean => labels.every((label, other) => other === at || label !== labels[at])

const cutEnd = (label: string, longest: number): string => (label.length <= longest ? label : `${start(label, longest - 1)}…`)

/** The first half and the last: `Responsibilities of…of the provider`. */
function cutMiddle(label: string, longest: number): string {
  if (label.length <= longest) return label
  const half = Math.floor((longest - 1) / 2)
  return `${start(label, longest - 1 - half)}…${whole(label.slice(-half)).trimStart()}`
}

const numbered = (label: string, nth: number, longest: number): string => `${cutEnd(label, longest - ` (${nth})`.length)} (${nth})`

const start = (label: string, length: number): string => whole(label.slice(0, length)).trimEnd()

/** Without half of a character at its ends. */
const whole = (text: string): string => text.replaceAll(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '')
