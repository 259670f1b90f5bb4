// Text as data: what a part means, not how it looks. A renderer escapes every string, so nobody's words become markup.
import { hereMention, type MentionId, type PersonId, type PlaceId } from '../core/quiz.ts'
import { wallClock, type Instant, type Zone } from '../core/time.ts'

export type Inline =
  | string
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  /** Lines of code, which stand apart from the words around them. `language`: for colors, where a platform has them. */
  | CodeBlock
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  /** Something to type: what follows the bot's own command, for example `setup 09:00`. Each platform puts its own prefix. */
  | { readonly kind: 'command'; readonly line: string }
  /** `name` is empty where only the platform knows it: the adapter then shows the person by the id. */
  | { readonly kind: 'person'; readonly id: PersonId; readonly name: string }
  /** A channel, where it is named to somebody who is not in it. The adapter shows it by the id. */
  | { readonly kind: 'place'; readonly id: PlaceId }
  /** A role, a user group or everyone online. Pings them only in a post whose screen says so. */
  | { readonly kind: 'mention'; readonly id: MentionId }
  | { readonly kind: 'moment'; readonly at: Instant; readonly zone: Zone; readonly show: 'time' | 'date' | 'both' }

export type CodeBlock = { readonly kind: 'code-block'; readonly text: string; readonly language: string | null }

export type Text = readonly Inline[]

export const strong = (text: string): Inline => ({ kind: 'strong', text })
export const code = (text: string): Inline => ({ kind: 'code', text })
export const command = (line: string): Inline => ({ kind: 'command', line })
export const moment = (at: Instant, zone: Zone, show: 'time' | 'date' | 'both' = 'both'): Inline => ({ kind: 'moment', at, zone, show })

/** People by their ids alone, with commas between: each platform shows the names that it knows. */
export function people(ids: readonly PersonId[]): Inline[] {
  return ids.flatMap((id, index): Inline[] => [...(index === 0 ? [] : [', ']), { kind: 'person', id, name: '' }])
}

/** With each run of strings as one. */
export function joined(text: Text): Text {
  const parts: Inline[] = []
  for (const part of text) {
    const last = parts.at(-1)
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part
    else parts.push(part)
  }
  return parts
}

/** How many took part, under the votes. */
export function answeredInWords(people: number): string {
  if (people === 0) return 'Nobody answered'
  return people === 1 ? '1 person answered' : `${people} people answered`
}

/** The words alone, for notifications, logs and places without formatting. */
export function plain(text: Text): string {
  return partsOf(text).map((part) => ('kind' in part ? part.text : part.map(plainInline).join(''))).join('\n')
}

/** What stands between blocks of code, and those: each on lines of its own, without the spaces where they meet. */
export function partsOf(text: Text): readonly (Text | CodeBlock)[] {
  if (!text.some((part) => isBlock(part))) return [text]
  const parts: (Inline[] | CodeBlock)[] = []
  for (const part of text) {
    const last = parts.at(-1)
    if (isBlock(part)) parts.push(part)
    else if (last === undefined || 'kind' in last) parts.push([part])
    else last.push(part)
  }
  return parts.map((part, at) => ('kind' in part ? part : trimmed(part, at > 0, at < parts.length - 1))).filter((part) => 'kind' in part || part.length > 0)
}

const isBlock = (part: Inline): part is CodeBlock => typeof part === 'object' && part.kind === 'code-block'

function trimmed(words: readonly Inline[], start: boolean, end: boolean): Text {
  const kept = words.filter((part, at) => typeof part !== 'string' || part.trim() !== '' || (at > 0 && at < words.length - 1))
  return kept.map((part, at) => {
    if (typeof part !== 'string') return part
    const cut = start && at === 0 ? part.trimStart() : part
    return end && at === kept.length - 1 ? cut.trimEnd() : cut
  })
}

function plainInline(part: Inline): string {
  if (typeof part === 'string') return part
  switch (part.kind) {
    case 'strong':
    case 'code':
    case 'code-block':
      return part.text
    case 'command':
      return `/study ${part.line}`
    case 'link':
      return part.text === part.url ? part.url : `${part.text} (${part.url})`
    case 'person':
      return part.name === '' ? 'a member' : part.name
    case 'place':
      return 'a channel'
    case 'mention':
      return part.id === hereMention ? '@here' : 'a group'
    case 'moment':
      return plainMoment(part.at, part.zone, part.show)
  }
}

/** `Mon, Nov 23, 09:00 (Europe/Berlin)` or a part of it. Always American English, whatever the machine's language. @param now if it is known: the year is shown where it is another one */
export function plainMoment(at: Instant, zone: Zone, show: 'time' | 'date' | 'both', now: Instant = at): string {
  const local = wallClock(at, zone)
  const year = local.year === wallClock(now, zone).year ? {} : ({ year: 'numeric' } as const)
  const date = local.toLocaleString('en-US', { weekday: 'short', month: 'short', day: 'numeric', ...year })
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' })
  switch (show) {
    case 'time':
      return `${time} (${local.timeZoneId})`
    case 'date':
      return date
    case 'both':
      return `${date}, ${time} (${local.timeZoneId})`
  }
}
