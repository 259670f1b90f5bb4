// A screen as a message of Discord's components (V2): one container in the colour of its tone.
import type { APIComponentInContainer } from 'discord.js'
import type { Commands } from '../../../commands/commands.ts'
import type { Screen } from '../../../screens/screen.ts'
import { blockParts, toneColours, type Measure, type Part } from './blocks.ts'
import { limits, violations, type DiscordMessage } from './violations.ts'
import { line } from './markdown.ts'

/** IS_COMPONENTS_V2: https://docs.discord.com/developers/resources/message#message-object-message-flags */
const componentsV2 = 1 << 15

/** From everything to very little: the first that Discord takes is sent. The last one holds whatever a screen may be. */
const measures: readonly Omit<Measure, 'commands'>[] = [
  { length: limits.text, items: 40, blocks: 60, merged: false },
  { length: limits.text, items: 40, blocks: 60, merged: true },
  ...[1500, 1000, 700, 500, 350, 250].map((length) => ({ length, items: 40, blocks: 60, merged: true })),
  { length: 250, items: 20, blocks: 40, merged: true },
  { length: 150, items: 10, blocks: 30, merged: true },
  { length: 80, items: 6, blocks: 20, merged: true },
  { length: 40, items: 4, blocks: 12, merged: true },
  { length: 16, items: 3, blocks: 8, merged: true },
]

/** Everything of the screen where it fits; else shortened, and it is seen that it was. */
export function render(screen: Screen, commands: Commands): DiscordMessage {
  let message = draw(screen, { commands, length: 8, items: 2, blocks: 4, merged: true })
  for (const measure of measures) {
    const next = draw(screen, { ...measure, commands })
    if (violations(next).length === 0) return next
    message = next
  }
  return message
}

function draw(screen: Screen, measure: Measure): DiscordMessage {
  const customId = uniqueIds()
  const shown = screen.blocks.slice(0, measure.blocks)
  const left = screen.blocks.length - shown.length
  const parts: Part[] = [
    { text: `## ${line(screen.title, measure.length)}` },
    ...shown.flatMap((block) => blockParts(block, measure, customId)),
    ...(left > 0 ? [{ text: `-# …and ${left} more parts` }] : []),
  ]
  const components = displays(parts.filter(hasWords), measure.merged)
  return {
    flags: componentsV2,
    components: [{ type: 17, accent_color: toneColours[screen.tone], components: components.length === 0 ? [{ type: 10, content: '…' }] : components }],
    allowed_mentions: { parse: [] },
  }
}

/** Texts of marks alone, such as a heading without words, are nothing to show. */
function hasWords(part: Part): boolean {
  return 'row' in part || /[^\s#*_-]/u.test(part.text)
}

function displays(parts: readonly Part[], merged: boolean): APIComponentInContainer[] {
  const components: APIComponentInContainer[] = []
  let before: Part | undefined
  for (const part of parts) {
    const last = components.at(-1)
    if ('row' in part) components.push(part.row)
    else if (last?.type === 10 && before !== undefined && 'text' in before && (merged || belongTogether(before, part))) {
      last.content += `${belongTogether(before, part) ? '\n' : '\n\n'}${part.text}`
    } else components.push({ type: 10, content: part.text })
    before = part
  }
  return components
}

function belongTogether(before: Part, next: Part): boolean {
  if (!('text' in before) || !('text' in next)) return false
  return before.joins === 'heading' || (before.joins === 'footnote' && next.joins === 'footnote')
}

/** The same control may stand on a screen twice: spaces at the end tell them apart, and are taken off again when it is pressed. */
function uniqueIds(): (control: string) => string {
  const seen = new Set<string>()
  return (control) => {
    const wellFormed = control.toWellFormed()
    let id = wellFormed
    for (let copy = 1; seen.has(id); copy++) id = wellFormed.slice(0, limits.customId - copy) + ' '.repeat(copy)
    seen.add(id)
    return id
  }
}
